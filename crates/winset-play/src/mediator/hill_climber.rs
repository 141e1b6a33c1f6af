//! A party that only climbs (Klein, Faratin, Sayama and Bar-Yam 2003).

use super::{Answering, AskedText};
use crate::session::{TextAction, TextQuestion};

/// Accepts what is worth more than what it is compared with; where that is no deal, what is worth as much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HillClimber;

impl Answering for HillClimber {
    fn act(&mut self, asked: &AskedText<'_>) -> TextAction {
        let better = asked.own.utility(asked.text) - asked.level();
        let climbs = match asked.question {
            // As good is no refusal where one may say so.
            TextQuestion::OverLast => better >= 0.0,
            TextQuestion::ByItself | TextQuestion::OverStanding => {
                better > 0.0 || asked.against.is_none() && better >= 0.0
            }
        };
        asked.answer(better, climbs)
    }
}
