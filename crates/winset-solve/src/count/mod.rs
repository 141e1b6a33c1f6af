//! How many packages are acceptable: exactly, or between two bounds.

mod layers;
mod order;
mod residual;
mod tally;

use num_bigint::BigUint;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::OptionSet;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::kernel;
use crate::problem::{Problem, Scratch};

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
/// Dynamic programming over points first: exact for any number of packages when few rules are open
/// at the widest cut and few different sums of scores matter. Where its states need too much
/// memory, a search that counts whole subtrees whose every package is acceptable, and enumerates
/// small ones.
pub fn count(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Count {
    let problem = Problem::new(case, positions);
    let mut domains = problem.root.clone();
    let empty = domains.iter().any(OptionSet::is_empty);
    if empty || !problem.propagate(&mut domains, None, &mut Scratch::default()) {
        return Count::Exact(BigUint::ZERO);
    }
    match layers::count(&problem, &domains, budget) {
        Ok(count) => Count::Exact(count),
        Err(StopReason::MemoryLimit) => tally::count(&problem, domains, budget),
        Err(reason) => {
            let at_most = product(&domains);
            Count::Between {
                at_least: BigUint::ZERO,
                at_most,
                reason,
            }
        }
    }
}

/// The count by each way of counting, for comparing them: layers, search with small and with
/// large subtrees enumerated, enumeration of everything in small and in large blocks.
pub(crate) fn ways(
    case: &Case,
    positions: &Positions,
    budget: &Budget<'_>,
) -> Vec<(&'static str, Count)> {
    let problem = Problem::new(case, positions);
    let root = || problem.root.clone();
    if problem.root.iter().any(OptionSet::is_empty) {
        return Vec::new();
    }
    let enumerated =
        |lanes_max| Count::Exact(kernel::count_in_blocks(&problem, &root(), lanes_max).into());
    let mut ways = vec![
        ("by search", tally::count(&problem, root(), budget)),
        ("by branching to the end", tally::count_by_branching(&problem, root(), 1, budget)),
        ("by branching", tally::count_by_branching(&problem, root(), 24, budget)),
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
