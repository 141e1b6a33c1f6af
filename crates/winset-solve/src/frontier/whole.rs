//! The whole frontier, by one way or the other.

use winset_check::{NoOverlap, staged_frontier};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::counted::counted;
use super::found::{Engine, FrontierFound};
use super::search::from_seeds;
use super::sums::{Limits, Sums, sums};
use crate::budget::Budget;
use crate::count::{Count, count, count_briefly};
use crate::search::Undecided;
use crate::settle::Seeds;

/// Most candidates of all points together, point by point.
pub(super) const CANDIDATES_MAX: usize = 1 << 27;

/// Which ways may be used, in this order.
pub const ENGINES: [Engine; 2] = [Engine::Sums, Engine::Boxes];

/// Finds every combination of scores of the parties that no acceptable package dominates, each
/// shown by a package. The other parties count by their floors alone.
///
/// Point by point where the partial packages fit the memory, which they do where few rules are half
/// settled at any time; else by boxes of score vectors. The answer does not depend on the way, nor
/// on the number of threads.
///
/// # Panics
/// As [`overlap`](crate::overlap).
pub fn frontier(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    budget: &Budget<'_>,
) -> FrontierFound {
    frontier_by(case, positions, parties, &ENGINES, budget)
}

/// The same, in some ways only: the first of them that comes to an end.
///
/// # Panics
/// As [`overlap`](crate::overlap).
pub fn frontier_by(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    engines: &[Engine],
    budget: &Budget<'_>,
) -> FrontierFound {
    let Some(axes) = in_order(case, parties) else {
        return FrontierFound::Nobody;
    };
    if engines.contains(&Engine::Sums) {
        match by_sums(case, positions, &axes, Limits::of(CANDIDATES_MAX), budget) {
            Ok(found) => return found,
            Err(StopReason::MemoryLimit) if engines.contains(&Engine::Boxes) => {}
            Err(reason) => return FrontierFound::stopped(reason),
        }
    }
    let seeds = Seeds::around(case, positions, budget);
    from_seeds(case, positions, &axes, seeds, budget)
}

/// The same point by point, with partial packages left out under others in another state wherever that can
/// be done.
pub(crate) fn frontier_pruned(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    budget: &Budget<'_>,
) -> FrontierFound {
    let Some(axes) = in_order(case, parties) else {
        return FrontierFound::Nobody;
    };
    let found = by_sums(case, positions, &axes, Limits::pruned(), budget);
    found.unwrap_or_else(FrontierFound::stopped)
}

/// The same by boxes, from some packages, when there are any.
pub(crate) fn from_start(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    start: Answer<Seeds, NoOverlap, Undecided>,
    budget: &Budget<'_>,
) -> FrontierFound {
    match in_order(case, parties) {
        Some(axes) => from_seeds(case, positions, &axes, start, budget),
        None => FrontierFound::Nobody,
    }
}

/// The parties in the case's order, each once; `None` without any, or when one has no preferences.
pub(super) fn in_order(case: &Case, parties: &[PartyId]) -> Option<Vec<PartyId>> {
    let mut axes = parties.to_vec();
    axes.sort_unstable();
    axes.dedup();
    let scored = |party: &PartyId| case.parties[party.index()].sheet.open().scores.is_some();
    (!axes.is_empty() && axes.iter().all(scored)).then_some(axes)
}

/// Point by point, within some limits.
pub(super) fn by_sums(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    limits: Limits,
    budget: &Budget<'_>,
) -> Result<FrontierFound, StopReason> {
    let Sums {
        stages,
        packages,
        pruned,
    } = sums(case, positions, axes, limits, budget)?;
    let claim = match staged_frontier(case, positions, axes, &stages) {
        Ok(claim) => claim,
        Err(why) => return Ok(FrontierFound::stopped(budget.check_failed(why))),
    };
    let packages = match packages {
        Some(counts) => counts
            .into_iter()
            .map(|count| Count::Exact(count.into()))
            .collect(),
        None if pruned => counted(count_briefly, case, positions, &claim, budget),
        None => counted(count, case, positions, &claim, budget),
    };
    Ok(FrontierFound::Complete {
        claim,
        packages,
        engine: Engine::Sums,
    })
}
