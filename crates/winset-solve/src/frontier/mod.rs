//! The complete frontier of an overlap in the eyes of some parties.

mod archive;
mod axes;
mod choose;
mod coarse;
mod cross_state_dominance;
mod heaps;
mod pareto_improvement;
mod ruler;
mod search;
mod select;
mod step;
mod sums;
#[cfg(test)]
mod tests;

use winset_check::{Acceptable, LowerCorner, NoOverlap, staged_frontier};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::count::{Count, count, count_briefly};
use crate::parallel::each;
use crate::search::Undecided;
use crate::settle::Seeds;

use search::from_seeds;
pub use select::{FrontierPart, POINTS_MAX, Selection, frontier_at_most};
use sums::Limits;

/// What is known of a frontier.
#[derive(Debug)]
pub enum FrontierFound {
    /// All of it.
    Complete {
        /// The points, with the proof that there are no others; none where nothing is acceptable.
        claim: winset_check::FrontierClaim,
        /// For each point the number of packages that have exactly its scores.
        packages: Vec<Count>,
        /// How it was found.
        engine: Engine,
    },
    /// Stopped before it was complete.
    Stopped {
        /// Why.
        reason: StopReason,
        /// Packages on the frontier, from the most for the first party down.
        points: Vec<Acceptable>,
        /// Boxes that could hold others: what each party gets at least, on its scale, in the order
        /// of the parties asked for; `None`: anything.
        left: Vec<LowerCorner>,
    },
    /// A party that was asked for has no preferences, or none was asked for.
    Nobody,
}

/// A way of finding a frontier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Point by point: sums of sets of score vectors, kept apart by what is left of the rules.
    Sums,
    /// Boxes of score vectors, each searched for a package (local upper bounds).
    Boxes,
}

/// Most candidates of all points together, point by point.
const CANDIDATES_MAX: usize = 1 << 27;

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
fn in_order(case: &Case, parties: &[PartyId]) -> Option<Vec<PartyId>> {
    let mut axes = parties.to_vec();
    axes.sort_unstable();
    axes.dedup();
    let scored = |party: &PartyId| case.parties[party.index()].sheet.open().scores.is_some();
    (!axes.is_empty() && axes.iter().all(scored)).then_some(axes)
}

fn by_sums(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    limits: Limits,
    budget: &Budget<'_>,
) -> Result<FrontierFound, StopReason> {
    let sums::Sums {
        stages,
        packages,
        pruned,
    } = sums::sums(case, positions, axes, limits, budget)?;
    let claim = match staged_frontier(case, positions, axes, &stages) {
        Ok(claim) => claim,
        Err(why) => return Ok(FrontierFound::stopped(budget.check_failed(why))),
    };
    let packages = match packages {
        Some(counts) => counts
            .into_iter()
            .map(|count| Count::Exact(count.into()))
            .collect(),
        None if pruned => counted(count_briefly, (case, positions), &claim, budget),
        None => counted(count, (case, positions), &claim, budget),
    };
    Ok(FrontierFound::Complete {
        claim,
        packages,
        engine: Engine::Sums,
    })
}

/// A way of counting packages.
type Counting = fn(&Case, &Positions, &Budget<'_>) -> Count;

/// For each point the packages that have its scores.
fn counted(
    count: Counting,
    (case, positions): (&Case, &Positions),
    claim: &winset_check::FrontierClaim,
    budget: &Budget<'_>,
) -> Vec<Count> {
    each(budget.threads, claim.points(), |point| {
        let mut asked = positions.clone();
        for (axis, score) in claim.axes().iter().zip(point.scores()) {
            let floor = &mut asked.floors[axis.index()];
            *floor = (*floor).max(Some(*score));
        }
        at_least_one(count(case, &asked, budget))
    })
}

/// A point has a package.
fn at_least_one(count: Count) -> Count {
    match count {
        Count::Between {
            at_least,
            at_most,
            reason,
        } => Count::Between {
            at_least: at_least.max(num_bigint::BigUint::from(1_u8)),
            at_most,
            reason,
        },
        exact @ Count::Exact(_) => exact,
    }
}

impl FrontierFound {
    /// Nothing is known of it.
    fn stopped(reason: StopReason) -> Self {
        Self::Stopped {
            reason,
            points: Vec::new(),
            left: Vec::new(),
        }
    }
}
