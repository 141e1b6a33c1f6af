//! A strategy of two parts.

use super::{Acceptance, Intended, Offering, Strategy, Turn};
use crate::own::OwnSide;
use crate::session::{Action, TalkMoment};
use crate::space::Outcome;

/// Offers as one part says, and accepts as another does.
#[derive(Debug, Clone)]
pub struct Composed<O, A> {
    /// How it offers.
    pub offering: O,
    /// When it accepts.
    pub acceptance: A,
}

impl<O: Offering, A: Acceptance> Strategy for Composed<O, A> {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        self.offering.heard(own, offer, moment);
        self.acceptance.heard(own, offer, moment);
    }

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        let intended = self.offering.intends(turn);
        match turn.tabled {
            Some(tabled) if self.acceptance.accepts(turn, tabled, intended) => Action::Accept,
            Some(_) | None => {
                self.offering.tabled(turn.own, intended);
                self.acceptance.tabled(turn.own, intended);
                Action::Offer(intended.offer)
            }
        }
    }
}

impl Offering for Box<dyn Offering> {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        (**self).heard(own, offer, moment);
    }

    fn intends(&mut self, turn: &Turn<'_>) -> Intended {
        (**self).intends(turn)
    }

    fn tabled(&mut self, own: &OwnSide, intended: Intended) {
        (**self).tabled(own, intended);
    }
}

impl Acceptance for Box<dyn Acceptance> {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        (**self).heard(own, offer, moment);
    }

    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, intended: Intended) -> bool {
        (**self).accepts(turn, tabled, intended)
    }

    fn tabled(&mut self, own: &OwnSide, intended: Intended) {
        (**self).tabled(own, intended);
    }
}
