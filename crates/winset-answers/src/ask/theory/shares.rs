//! Shares of one unit.

use num_bigint::BigInt;
use winset_model::number::Exact;
use winset_solve::BigRatio;

/// What a party gets when it makes the first offer, of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareWhenOpening(BigRatio);

impl ShareWhenOpening {
    /// A share, from 0 to 1 and in lowest terms.
    pub(super) fn new(share: BigRatio) -> Self {
        let whole = share.denom();
        debug_assert!(BigInt::default() <= *share.numer() && share.numer() <= whole);
        Self(share)
    }

    /// What the opener gets.
    pub fn opener(&self) -> &BigRatio {
        &self.0
    }

    /// What the other gets: the rest.
    pub fn other(&self) -> BigRatio {
        rest(&self.0)
    }
}

/// What a share in lowest terms leaves of one, in lowest terms, without looking for a common factor of
/// numbers that may have a hundred thousand digits.
pub(super) fn rest(share: &BigRatio) -> BigRatio {
    BigRatio::new_raw(share.denom() - share.numer(), share.denom().clone())
}

/// A number of a file or a command line as a large one.
pub(super) fn large(value: &Exact) -> BigRatio {
    BigRatio::new_raw((*value.numer()).into(), (*value.denom()).into())
}
