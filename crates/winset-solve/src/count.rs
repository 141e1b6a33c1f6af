//! Counting.

use num_bigint::BigUint;
use winset_model::options::OptionSet;

/// Number of packages inside domains.
pub(crate) fn product(domains: &[OptionSet]) -> BigUint {
    domains.iter().map(|d| BigUint::from(d.len())).product()
}
