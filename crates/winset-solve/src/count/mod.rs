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

/// Number of packages inside domains.
pub(crate) fn product(domains: &[OptionSet]) -> BigUint {
    domains.iter().map(|d| BigUint::from(d.len())).product()
}
