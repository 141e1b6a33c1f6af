//! The ways of counting, tried one after the other.

use std::rc::Rc;

use num_bigint::BigUint;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::OptionSet;
use winset_model::positions::Positions;

use super::number::{Count, product};
use super::{layers, tally};
use crate::bound::Bounder;
use crate::budget::Budget;
use crate::problem::Problem;

/// Nodes of the search that is tried before dynamic programming: enough for small overlaps.
const NODES: u64 = 2_000;

/// Steps towards good weights before counting.
const ROOT_STEPS: usize = 200;

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
