//! Which packages may be tabled and accepted in talks.

use std::sync::Arc;

use winset_model::case::Case;
use winset_model::options::PartyId;

use crate::package_test::PackageTest;
use crate::space::{NotKept, OutcomeSpace};

/// Which packages may be tabled and accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TalksOnly {
    /// Every package.
    Anything,
    /// Those within the laws that everybody sees.
    Lawful,
    /// Those that are lawful, and for each party those that the bodies that ratify for it pass (Putnam 1988).
    Ratified,
}

impl TalksOnly {
    /// How each is written in files.
    pub const WORDS: [(&str, Self); 3] = [
        ("anything", Self::Anything),
        ("lawful", Self::Lawful),
        ("ratified", Self::Ratified),
    ];

    /// The packages that a seat may table and accept: that of a party, or a mediator's.
    ///
    /// # Errors
    /// There are too many packages to look at each, or none is left.
    pub fn space(
        self,
        case: &Case,
        space: &Arc<OutcomeSpace>,
        party: Option<PartyId>,
    ) -> Result<Arc<OutcomeSpace>, NotKept> {
        let ratified_for = match self {
            Self::Anything => return Ok(space.clone()),
            Self::Lawful => None,
            Self::Ratified => party,
        };
        let test = PackageTest::of_table(case, ratified_for);
        space.keeping(|package| test.holds(package)).map(Arc::new)
    }
}
