//! Acts that were written to a journal, or could be.

use winset_journal::{Appended, SeenCase};
use winset_model::case::Case;
use winset_model::offer::Offer;
use winset_solve::{OfferShift, Signal, Status};

/// An offer among those of its case.
#[derive(Debug)]
pub struct OfferWritten {
    /// The case and its journal with the offer, as the mediator sees them.
    pub seen: SeenCase,
    /// Where the talks stand with it.
    pub status: Status,
    /// Where it was written; none where it was not to be.
    pub written: Option<Appended>,
}

/// An act about the single text, or a change of the case.
#[derive(Debug)]
pub struct ActWritten {
    /// The case and its journal with the act, as the mediator sees them.
    pub seen: SeenCase,
    /// Its line.
    pub line: usize,
    /// Where it was written; none where it was not to be.
    pub appended: Option<Appended>,
}

impl OfferWritten {
    /// The case with the offer.
    pub fn case(&self) -> &Case {
        &self.seen.case
    }

    /// The offer: the last of the case.
    pub fn offer(&self) -> Option<&Offer> {
        self.seen.case.offers.last()
    }

    /// What it changes against its maker's offer before, where there is one.
    pub fn shift(&self) -> Option<&OfferShift> {
        let seq = self.offer()?.seq;
        self.status.shifts.iter().find(|shift| shift.seq == seq)
    }

    /// The signals that it gives.
    pub fn signals(&self) -> Vec<&Signal> {
        let seq = self.offer().map(|offer| offer.seq);
        let of = |signal: &&Signal| seq.is_some() && offer_of(signal) == seq;
        self.status.signals.iter().filter(of).collect()
    }
}

/// The offer that gives a signal.
fn offer_of(signal: &Signal) -> Option<u64> {
    match signal {
        Signal::OfferCrossesOwnDeclaredLine { offer, .. }
        | Signal::WithdrawnConcession { offer, .. }
        | Signal::RepeatedDemand { offer, .. } => Some(*offer),
        Signal::StatementWiderThanLine { .. } => None,
    }
}
