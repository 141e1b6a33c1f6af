//! What moving the no-deal value of one party does, everything else fixed.

use winset_check::{Best, NoOverlap};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::parallel::each;
use crate::search::overlap;
use crate::survey::best;

/// What moving one party's no-deal value could do, everything else fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressure {
    /// There is an overlap exactly when the party's no-deal value is at most this best value.
    OpensAt(Box<Best>),
    /// There is none whatever the party's no-deal value: the rest already clashes.
    Never(NoOverlap),
    /// The party has no floor to be moved.
    NoFloor,
    /// Stopped before it was decided.
    Stopped(StopReason),
}

/// For each party, the exact no-deal value at which an overlap opens or closes when everything
/// else stays: the most that the party can get while the others keep their floors. Proven by a best
/// package, or by a refutation without the party's floor.
pub fn pressure(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Vec<Pressure> {
    let parties: Vec<PartyId> = (0..case.parties.len()).map(PartyId::at).collect();
    each(budget.threads, &parties, |party| {
        on_party(case, positions, *party, budget)
    })
}

fn on_party(case: &Case, positions: &Positions, party: PartyId, budget: &Budget<'_>) -> Pressure {
    if positions.floors[party.index()].is_none() {
        return Pressure::NoFloor;
    }
    let free = positions.clone().with_floor(party, None);
    let witness = match overlap(case, &free, budget) {
        Answer::Found(witness) => witness,
        Answer::Impossible(proof) => return Pressure::Never(proof),
        Answer::Stopped { reason, .. } => return Pressure::Stopped(reason),
    };
    match best(case, &free, party, &witness, budget) {
        Ok(Some(best)) => Pressure::OpensAt(Box::new(best)),
        Ok(None) => Pressure::NoFloor,
        Err(reason) => Pressure::Stopped(reason),
    }
}
