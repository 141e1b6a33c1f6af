//! `MiCRO` (de Jonge 2022): concedes a package for each new one that it is offered. Knows no utilities but the
//! order of its own packages.

use super::distinct::Distinct;
use super::{Intended, Offering, Turn};
use crate::own::OwnSide;
use crate::random::Draws;
use crate::session::TalkMoment;
use crate::space::Outcome;

/// Tables the next package while as many different ones have come as have gone, else one of its own again.
#[derive(Debug, Clone)]
pub struct Micro {
    received: Distinct,
    /// How many packages it has tabled: the best so many.
    sent: u64,
    draws: Draws,
}

impl Micro {
    /// The strategy with a seed for what it repeats.
    pub fn new(seed: u64) -> Self {
        Self {
            received: Distinct::default(),
            sent: 0,
            draws: Draws::new(seed),
        }
    }

    /// Whether the next package may be tabled: not one worse than no deal, but the best in any case.
    fn is_ready(&self, own: &OwnSide) -> bool {
        self.sent <= self.received.count() && self.sent < own.rational().max(1)
    }
}

impl Offering for Micro {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, _: TalkMoment) {
        self.received.insert(own, offer);
    }

    fn intends(&mut self, turn: &Turn<'_>) -> Intended {
        let ranking = turn.own.ranking();
        if self.is_ready(turn.own) {
            return Intended::plain(ranking.at(self.sent));
        }
        Intended {
            offer: ranking.at(self.draws.below(self.sent)),
            settles_for: ranking.at(self.sent.saturating_sub(1)),
        }
    }

    fn tabled(&mut self, own: &OwnSide, intended: Intended) {
        if self.is_ready(own) && intended.offer == own.ranking().at(self.sent) {
            self.sent += 1;
        }
    }
}
