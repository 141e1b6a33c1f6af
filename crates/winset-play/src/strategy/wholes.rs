//! Strategies that cannot be taken apart, by name.

use super::Strategy;
use super::row::Row;
use crate::own::OwnSide;
use crate::session::Timing;

/// A whole strategy that was named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum WholeSpec {}

impl WholeSpec {
    pub(super) fn begin(self, _: &OwnSide, _: Timing, _: u64) -> Box<dyn Strategy> {
        match self {}
    }
}

pub(super) const WHOLES: &[Row<WholeSpec>] = &[];
