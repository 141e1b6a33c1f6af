//! A number of packages, known exactly or between two bounds.

use num_bigint::BigUint;
use winset_model::answer::StopReason;
use winset_model::options::OptionSet;

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

/// Number of packages inside domains.
pub(crate) fn product(domains: &[OptionSet]) -> BigUint {
    domains.iter().map(|d| BigUint::from(d.len())).product()
}
