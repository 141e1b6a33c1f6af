//! How many packages are acceptable: exactly, or between two bounds.

mod layers;
mod tally;

use std::rc::Rc;

use num_bigint::BigUint;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::OptionSet;
use winset_model::positions::Positions;

use crate::bound::Bounder;
use crate::budget::Budget;
use crate::enumerator;
use crate::problem::Problem;

/// Nodes of the search that is tried before dynamic programming: enough for small overlaps.
const NODES: u64 = 2_000;
/// Steps towards good weights before counting.
const ROOT_STEPS: usize = 200;

/// A number of packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Count {
    /// Exactly so many.
    Exact(BigUint),
    /// Counting was stopped.
    Between {
        /// So many were counted.
        at_least: BigUint,
        /// There cannot be more.
        at_most: BigUint,
        /// Why counting was stopped.
        reason: StopReason,
    },
}

/// Counts the packages that are acceptable under the positions.
///
/// A short search first, which counts whole subtrees whose every package is acceptable and
/// enumerates small ones: enough for small overlaps. Then dynamic programming over points: exact
/// for any number of packages when few rules are open at the widest cut and few different sums of
/// scores matter. Where its states need too much memory, the search again, to its end.
pub fn count(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Count {
    count_within(case, positions, budget, Effort::ToTheEnd)
}

/// Counts as far as a short search goes.
pub(crate) fn count_briefly(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Count {
    count_within(case, positions, budget, Effort::Brief)
}

/// How far counting goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effort {
    Brief,
    ToTheEnd,
}

fn count_within(case: &Case, positions: &Positions, budget: &Budget<'_>, effort: Effort) -> Count {
    let problem = Problem::new(case, positions);
    let mut bounder = Bounder::new(&problem);
    let mut domains = problem.root.clone();
    let empty = domains.iter().any(OptionSet::is_empty);
    if empty || !bounder.propagate(&mut domains, None) {
        return Count::Exact(BigUint::ZERO);
    }
    let even = bounder.even();
    let steps = bounder.improve(&domains, &even.guess, ROOT_STEPS);
    let weighting = Rc::new(bounder.weighting(steps.guess, &domains));
    if !bounder.narrow(&weighting, &mut domains, |_| {}) {
        return Count::Exact(BigUint::ZERO);
    }
    let mut known = (BigUint::ZERO, product(&domains));
    if !problem.floors.is_empty() {
        match tally::count(&problem, domains.clone(), &budget.within(NODES)) {
            between @ Count::Between { .. } if effort == Effort::Brief => return between,
            Count::Between {
                at_least, at_most, ..
            } => known = (at_least, at_most),
            exact @ Count::Exact(_) => return exact,
        }
    }
    match layers::count(&problem, &domains, budget) {
        Ok(count) => Count::Exact(count),
        Err(StopReason::MemoryLimit) => search(case, positions, &problem, domains, budget),
        Err(reason) => {
            let (at_least, at_most) = known;
            Count::Between {
                at_least,
                at_most,
                reason,
            }
        }
    }
}

/// Counts by search; when stopped, the packages inside the rules alone are a bound too.
fn search(
    case: &Case,
    positions: &Positions,
    problem: &Problem,
    domains: Vec<OptionSet>,
    budget: &Budget<'_>,
) -> Count {
    let open = Problem::new(case, &positions.clone().without_floors());
    let rules_only = layers::count(&open, &domains, budget).ok();
    match tally::count(problem, domains, budget) {
        Count::Between {
            at_least,
            at_most,
            reason,
        } => {
            let at_most = rules_only.map_or(at_most.clone(), |bound| bound.min(at_most));
            Count::Between {
                at_least,
                at_most,
                reason,
            }
        }
        exact @ Count::Exact(_) => exact,
    }
}

/// The number of acceptable packages by each way of counting, under a name that says how: by layers
/// where they fit the memory, by search with small and with large subtrees enumerated, by enumeration
/// of everything in small and in large blocks. No way where a point has no option left.
pub fn ways(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Vec<(&'static str, Count)> {
    let problem = Problem::new(case, positions);
    let root = || problem.root.clone();
    if problem.root.iter().any(OptionSet::is_empty) {
        return Vec::new();
    }
    let enumerated =
        |lanes_max| Count::Exact(enumerator::count_in_blocks(&problem, &root(), lanes_max).into());
    let mut ways = vec![
        ("by search", tally::count(&problem, root(), budget)),
        (
            "by branching to the end",
            tally::count_by_branching(&problem, root(), 1, budget),
        ),
        (
            "by branching",
            tally::count_by_branching(&problem, root(), 24, budget),
        ),
        ("by enumeration", enumerated(2_048)),
        ("by enumeration in tiny blocks", enumerated(1)),
        ("by enumeration in small blocks", enumerated(16)),
    ];
    if let Ok(count) = layers::count(&problem, &root(), budget) {
        ways.push(("by layers", Count::Exact(count)));
    }
    ways
}

/// Number of packages inside domains.
pub(crate) fn product(domains: &[OptionSet]) -> BigUint {
    domains.iter().map(|d| BigUint::from(d.len())).product()
}
