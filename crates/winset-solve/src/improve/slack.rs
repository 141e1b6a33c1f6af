//! How far a package is from the frontier.

use winset_check::{Best, NoOverlap};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::parallel::each;
use crate::search::overlap;
use crate::survey::best;

/// What is left to be gained while nobody gets less than a package gives.
#[derive(Debug)]
pub enum Slack {
    /// For each party the most that it can have, with proof; `None` for a party without
    /// preferences. A package at the best of every party is on the frontier.
    Most(Vec<Option<Best>>),
    /// No acceptable package gives everybody as much as this one does; it is not acceptable itself.
    Nothing(NoOverlap),
    /// Stopped before it was known.
    Stopped(StopReason),
}

/// The positions under which nobody gets less than the package gives, nor less than its floor.
pub(crate) fn no_worse(case: &Case, positions: &Positions, package: &Package) -> Positions {
    let mut raised = positions.clone();
    for (p, floor) in raised.floors.iter_mut().enumerate() {
        // Absent stays below any score.
        *floor = (*floor).max(case.score(PartyId::at(p), package));
    }
    raised
}

/// The most that each party can have when nobody gets less than a package gives: how far, and in
/// which direction, the package lies from the frontier.
///
/// The package must settle every point; it need not be acceptable.
pub fn slack(case: &Case, positions: &Positions, package: &Package, budget: &Budget<'_>) -> Slack {
    let raised = no_worse(case, positions, package);
    let witness = match overlap(case, &raised, budget) {
        Answer::Found(witness) => witness,
        Answer::Impossible(proof) => return Slack::Nothing(proof),
        Answer::Stopped { reason, .. } => return Slack::Stopped(reason),
    };
    let parties: Vec<PartyId> = (0..case.parties.len()).map(PartyId::at).collect();
    let most = each(budget.threads, &parties, |party| {
        best(case, &raised, *party, &witness, budget)
    });
    match most.into_iter().collect::<Result<Vec<_>, _>>() {
        Ok(most) => Slack::Most(most),
        Err(reason) => Slack::Stopped(reason),
    }
}
