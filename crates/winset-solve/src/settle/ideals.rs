//! The best that each party can get.

use winset_check::{Acceptable, Best};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::seeds::Seeds;
use crate::budget::Budget;
use crate::parallel::each;
use crate::search::overlap;
use crate::survey::best;

/// What cannot be where there is an overlap.
pub(super) const NO_SEED: &str = "no package is known where there is an overlap";
/// What cannot be of a party whose scores are asked about.
pub(crate) const NO_SCORES: &str = "the party has no scores to be raised";

/// What is known before the rules are asked.
#[derive(Debug)]
pub(crate) struct Known<'b> {
    /// Acceptable packages.
    pub(crate) seeds: Seeds,
    /// Best values of parties under the same positions.
    pub(crate) bests: &'b [Best],
}

/// The best of each of the parties, in their order; those that are known are taken over.
pub(super) fn ideals(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    known: &Known<'_>,
    budget: &Budget<'_>,
) -> Vec<Result<Best, StopReason>> {
    each(budget.threads, parties, |party| {
        let raised = |b: &&Best| {
            let above = positions
                .clone()
                .with_floor(*party, Some(b.value().saturating_add(1)));
            b.party() == *party && *b.proof().positions() == above
        };
        match known.bests.iter().find(raised) {
            Some(best) => Ok(best.clone()),
            None => ideal(case, positions, *party, &known.seeds, budget),
        }
    })
}

/// Asks first whether the best known is the best of all.
fn ideal(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    seeds: &Seeds,
    budget: &Budget<'_>,
) -> Result<Best, StopReason> {
    let score = |package: &&Acceptable| package.scores()[party.index()];
    let holder = seeds.packages.iter().rev().max_by_key(score);
    let holder = holder.ok_or_else(|| budget.check_failed(NO_SEED))?;
    best_from(case, positions, party, holder, budget)
}

/// The best of a party with preferences, when a package is known that may well be it.
pub(crate) fn best_from(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    holder: &Acceptable,
    budget: &Budget<'_>,
) -> Result<Best, StopReason> {
    let above = holder.scores()[party.index()].and_then(|value| value.checked_add(1));
    let asked = positions.clone().with_floor(party, above);
    let better = match overlap(case, &asked, budget) {
        Answer::Found(better) => better,
        Answer::Impossible(proof) => {
            let certificate = proof.bytes().to_vec();
            let checked = winset_check::best(case, positions, party, holder.package(), certificate);
            return checked.map_err(|why| budget.check_failed(why));
        }
        Answer::Stopped { reason, .. } => return Err(reason),
    };
    let found = best(case, positions, party, &better, budget)?;
    found.ok_or_else(|| budget.check_failed(NO_SCORES))
}
