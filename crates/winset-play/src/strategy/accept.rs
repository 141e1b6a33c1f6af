//! When to accept.

use super::{Acceptance, Intended, Levels, Turn};
use crate::space::Outcome;

/// Accepts what is worth `a` times what the package is that it would itself settle for, plus `b`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AcceptNext {
    /// The factor on what is tabled.
    pub a: f64,
    /// What is added to it.
    pub b: f64,
    /// Whether it must be worth more, not as much.
    pub strictly: bool,
}

impl AcceptNext {
    /// Accepts what is worth as much as what it would itself settle for.
    pub const PLAIN: Self = Self {
        a: 1.0,
        b: 0.0,
        strictly: false,
    };
}

impl Acceptance for AcceptNext {
    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, intended: Intended) -> bool {
        let theirs = self.a * turn.own.utility(tabled) + self.b;
        let mine = turn.own.utility(intended.settles_for);
        if self.strictly {
            theirs > mine
        } else {
            theirs >= mine
        }
    }
}

/// Accepts what comes up to the level of the moment, whatever the next own offer is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AcceptAtLevel {
    /// The levels.
    pub levels: Levels,
}

impl Acceptance for AcceptAtLevel {
    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, _: Intended) -> bool {
        turn.own.utility(tabled) >= self.levels.level(turn)
    }
}
