//! Strategies that do not look at the course of talks.

use super::{Intended, Offering, Turn};
use crate::random::Draws;

/// Always offers its best package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BestAlways;

impl Offering for BestAlways {
    fn intends(&mut self, turn: &Turn<'_>) -> Intended {
        Intended::plain(turn.own.ranking().at(0))
    }
}

/// Offers any package that is worth at least a level, each as likely; its best where none is.
#[derive(Debug, Clone)]
pub struct RandomAbove {
    /// The level.
    pub level: f64,
    /// What is drawn.
    pub draws: Draws,
}

impl Offering for RandomAbove {
    fn intends(&mut self, turn: &Turn<'_>) -> Intended {
        let ranking = turn.own.ranking();
        let above = ranking.at_least(self.level).max(1);
        Intended::plain(ranking.at(self.draws.below(above)))
    }
}
