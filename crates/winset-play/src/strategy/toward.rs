//! Offers that come up to a level of one's own and are best for the other.

use super::{Intended, Offering, OpponentModel, TimeDependent, Turn};
use crate::own::OwnSide;
use crate::session::TalkMoment;
use crate::space::Outcome;

/// Of what comes up to the level of the moment, offers what a model says is best for the other.
#[derive(Debug)]
pub struct TowardOther {
    /// How the level falls.
    pub timed: TimeDependent,
    /// What the other may want.
    pub model: Box<dyn OpponentModel>,
}

impl Offering for TowardOther {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        self.model.heard(own, offer, moment);
    }

    fn intends(&mut self, turn: &Turn<'_>) -> Intended {
        let level = self.timed.levels.level(turn);
        let estimate = self.model.estimate(turn.own);
        let ranking = turn.own.ranking();
        Intended::plain(ranking.best_for(turn.own.space(), &estimate, level))
    }
}
