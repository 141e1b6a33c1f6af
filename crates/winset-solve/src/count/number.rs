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

impl Count {
    /// The same for a question of which a package is known: there is one at least. Only whoever knows
    /// one may say so; counting alone that was stopped leaves it open whether there is any.
    #[must_use]
    pub fn with_one_known(self) -> Self {
        match self {
            Self::Between {
                at_least,
                at_most,
                reason,
            } => Self::Between {
                at_least: at_least.max(BigUint::from(1_u8)),
                at_most,
                reason,
            },
            exact @ Self::Exact(_) => exact,
        }
    }
}

/// Number of packages inside domains.
pub(crate) fn product(domains: &[OptionSet]) -> BigUint {
    domains.iter().map(|d| BigUint::from(d.len())).product()
}
