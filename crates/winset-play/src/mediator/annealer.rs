//! A party that anneals (Klein, Faratin, Sayama and Bar-Yam 2003).

use super::{Answering, AskedText};
use crate::random::Draws;
use crate::session::TextAction;

/// Accepts what is better than what it is compared with, and what is worse by `d`, as a share of the reach of
/// its worth, with probability `exp(-d / T)`. `T` falls from the hottest to 0 with the time of the talks.
///
/// Unlike its source it never accepts what is worth less than no deal: a mediator's text is signed if all
/// accept it.
#[derive(Debug, Clone)]
pub struct Annealer {
    hottest: f64,
    draws: Draws,
}

impl Annealer {
    /// The program with a highest `T`, above 0, and a seed.
    pub fn new(hottest: f64, seed: u64) -> Self {
        Self {
            hottest,
            draws: Draws::new(seed),
        }
    }
}

impl Answering for Annealer {
    fn act(&mut self, asked: &AskedText<'_>) -> TextAction {
        let (best, worst) = asked.own.ranking().reach();
        let better = asked.own.utility(asked.text) - asked.level();
        let share = better / (best - worst).max(f64::MIN_POSITIVE);
        let hot = self.hottest * (1.0 - asked.moment.time);
        // Drawn whatever the text is, so that a course differs by answers alone.
        let drawn = self.draws.unit();
        let bears = better >= 0.0 || hot > 0.0 && drawn < (share / hot).exp();
        asked.answer(better, bears && asked.is_rational())
    }
}
