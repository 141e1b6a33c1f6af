//! What a strategy is.

use std::fmt::Debug;

use crate::own::OwnSide;
use crate::session::{Action, Deadline, TalkMoment};
use crate::space::Outcome;

/// A turn of a party: what it knows when it has to act.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'a> {
    /// Its own side.
    pub own: &'a OwnSide,
    /// When.
    pub moment: TalkMoment,
    /// When the talks end at the latest.
    pub deadline: Deadline,
    /// The package of another party that is on the table.
    pub tabled: Option<Outcome>,
}

/// A program that takes part in talks.
pub trait Strategy: Debug + Send {
    /// Hears what another party tabled.
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment);

    /// Acts in its turn.
    fn act(&mut self, turn: &Turn<'_>) -> Action;
}

/// What a part would offer in a turn, and what it would settle for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Intended {
    /// The package that it would table.
    pub offer: Outcome,
    /// The package that it has come down to: what is as good may be accepted. Mostly the same.
    pub settles_for: Outcome,
}

impl Intended {
    /// Tables the package that it would settle for.
    pub fn plain(offer: Outcome) -> Self {
        Self {
            offer,
            settles_for: offer,
        }
    }
}

/// How to offer.
pub trait Offering: Debug + Send {
    /// Hears what another party tabled.
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        let _ = (own, offer, moment);
    }

    /// What to offer in a turn.
    fn intends(&mut self, turn: &Turn<'_>) -> Intended;

    /// That what was intended has been tabled.
    fn tabled(&mut self, own: &OwnSide, intended: Intended) {
        let _ = (own, intended);
    }
}

/// When to accept.
pub trait Acceptance: Debug + Send {
    /// Hears what another party tabled.
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        let _ = (own, offer, moment);
    }

    /// Whether to accept what is on the table rather than to table what is intended.
    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, intended: Intended) -> bool;

    /// That what was intended has been tabled.
    fn tabled(&mut self, own: &OwnSide, intended: Intended) {
        let _ = (own, intended);
    }
}
