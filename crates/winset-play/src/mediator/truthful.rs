//! A party that says what it would sign.

use winset_model::case::Case;
use winset_model::options::{OptionSet, PartyId};

use super::{Answering, AskedText};
use crate::session::{TextAction, TextQuestion};
use crate::space::OutcomeSpace;

/// Accepts what is worth at least no deal and lies within its declared lines; where a text stands already,
/// only what is better as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Truthful {
    /// What it accepts on each point.
    lines: Vec<OptionSet>,
}

impl Truthful {
    /// The program of a party without lines.
    pub fn new(space: &OutcomeSpace) -> Self {
        let all = (0..space.points()).map(|point| OptionSet::first(space.options(point)));
        Self {
            lines: all.collect(),
        }
    }

    /// The program of a party of a case, with its declared lines, and with lines that are law.
    pub fn of(case: &Case, space: &OutcomeSpace, party: PartyId) -> Self {
        let mut lines = Self::new(space).lines;
        for line in &case.lines {
            let declared = line.ladder.open().first();
            if let Some(step) = declared.filter(|_| line.owner == party || line.law) {
                let on = &mut lines[line.point.index()];
                *on = on.and(&step.accept);
            }
        }
        Self { lines }
    }

    fn is_within(&self, asked: &AskedText<'_>) -> bool {
        let space = asked.own.space();
        let mut lines = self.lines.iter().enumerate();
        lines.all(|(point, line)| {
            let option = space.option(asked.text, point);
            line.contains(winset_model::options::OptionId::at(option))
        })
    }
}

impl Answering for Truthful {
    fn act(&mut self, asked: &AskedText<'_>) -> TextAction {
        let better = asked.own.utility(asked.text) - asked.level();
        let signs = asked.is_rational() && self.is_within(asked);
        let prefers = match asked.question {
            TextQuestion::ByItself => true,
            TextQuestion::OverStanding => better > 0.0 || asked.against.is_none(),
            TextQuestion::OverLast => better >= 0.0 || asked.against.is_none(),
        };
        asked.answer(better, signs && prefers)
    }
}
