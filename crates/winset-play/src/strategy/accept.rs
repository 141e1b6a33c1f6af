//! When to accept, by what is tabled, what is intended and the time (Baarslag, Hindriks and Jonker 2014).

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

    /// Whether something that is tabled comes up to what is intended.
    pub(super) fn holds(self, turn: &Turn<'_>, tabled: Outcome, intended: Intended) -> bool {
        let theirs = self.a * turn.own.utility(tabled) + self.b;
        let mine = turn.own.utility(intended.settles_for);
        if self.strictly {
            theirs > mine
        } else {
            theirs >= mine
        }
    }
}

impl Acceptance for AcceptNext {
    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, intended: Intended) -> bool {
        self.holds(turn, tabled, intended)
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

/// Accepts what is worth at least so much, on the party's own scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AcceptFrom {
    /// How much.
    pub worth: f64,
}

impl Acceptance for AcceptFrom {
    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, _: Intended) -> bool {
        turn.own.utility(tabled) >= self.worth
    }
}

/// Accepts whatever is tabled from a time on; before, where `or_next`, what is worth as much as what it
/// would itself settle for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AcceptLate {
    /// From when on, from 0 to 1.
    pub from: f64,
    /// Whether it accepts before.
    pub or_next: bool,
}

impl Acceptance for AcceptLate {
    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, intended: Intended) -> bool {
        turn.moment.time >= self.from
            || self.or_next && AcceptNext::PLAIN.holds(turn, tabled, intended)
    }
}
