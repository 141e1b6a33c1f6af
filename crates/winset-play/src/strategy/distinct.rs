//! Which packages have been met, and how many.

use std::collections::BTreeSet;

use crate::own::OwnSide;
use crate::space::Outcome;

/// Most packages of a space that are kept as one bit each.
const BITS_MAX: u64 = 1 << 16;

/// A set of packages of one space.
#[derive(Debug, Clone, Default)]
pub(super) struct Distinct {
    bits: Vec<u64>,
    sparse: BTreeSet<Outcome>,
    count: u64,
}

impl Distinct {
    /// Adds a package of a side's space; whether it is new.
    pub(super) fn insert(&mut self, own: &OwnSide, outcome: Outcome) -> bool {
        let space = own.space().count();
        let is_new = if space <= BITS_MAX && outcome.0 < space {
            if self.bits.is_empty() {
                self.bits = vec![0; words(space)];
            }
            let word = &mut self.bits[words(outcome.0 + 1) - 1];
            let bit = 1_u64 << (outcome.0 % 64);
            let is_new = *word & bit == 0;
            *word |= bit;
            is_new
        } else {
            self.sparse.insert(outcome)
        };
        self.count += u64::from(is_new);
        is_new
    }

    /// How many there are.
    pub(super) fn count(&self) -> u64 {
        self.count
    }
}

fn words(bits: u64) -> usize {
    usize::try_from(bits.div_ceil(64)).unwrap_or(usize::MAX)
}
