//! A party that says what it would sign.

use winset_model::case::Case;
use winset_model::options::PartyId;

use super::{Answering, AskedText};
use crate::package_test::PackageTest;
use crate::session::{TextAction, TextQuestion};

/// Accepts what is worth at least no deal and what the party signs: within its declared red lines and conditions,
/// and passed by the bodies that ratify for it; where a text stands already, only what is better as well. To whom
/// every package is worth the same, none is better, and it stands in the way of none that it signs.
#[derive(Debug, Clone, Default)]
pub struct Truthful {
    /// None: whatever is worth it.
    signs: Option<PackageTest>,
}

impl Truthful {
    /// The program of a party of a case.
    pub fn of(case: &Case, party: PartyId) -> Self {
        Self {
            signs: Some(PackageTest::of_party(case, party)),
        }
    }
}

impl Answering for Truthful {
    fn act(&mut self, asked: &AskedText<'_>) -> TextAction {
        let better = asked.own.utility(asked.text) - asked.level();
        let package = asked.own.space().package(asked.text);
        let signs = asked.is_rational() && self.signs.iter().all(|signs| signs.holds(&package));
        let prefers = match asked.question {
            TextQuestion::ByItself => true,
            TextQuestion::OverStanding => {
                better > 0.0 || asked.against.is_none() || asked.is_indifferent()
            }
            TextQuestion::OverLast => better >= 0.0 || asked.against.is_none(),
        };
        asked.answer(better, signs && prefers)
    }
}
