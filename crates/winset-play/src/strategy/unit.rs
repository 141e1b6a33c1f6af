//! Own worths on the scale from 0 to 1 that most published strategies count in.

use crate::own::OwnSide;
use crate::space::Outcome;

/// By how much the best package may be worth more than 1 on a scale that is left as it is: weights of some
/// published profiles do not sum to 1.
const ABOVE: f64 = 1e-3;

/// From a party's own scale to 0..1 and back. A scale that lies within 0..1 is left as it is; any other
/// runs from the worst package at 0 to the best at 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct UnitScale {
    zero: f64,
    span: f64,
}

impl UnitScale {
    pub(super) fn of(own: &OwnSide) -> Self {
        let (best, worst) = own.ranking().reach();
        let is_unit = worst >= 0.0 && best <= 1.0 + ABOVE;
        let span = if best > worst { best - worst } else { 1.0 };
        let (zero, span) = if is_unit { (0.0, 1.0) } else { (worst, span) };
        Self { zero, span }
    }

    /// A worth from 0 to 1.
    pub(super) fn unit(&self, worth: f64) -> f64 {
        (worth - self.zero) / self.span
    }

    /// What a package is worth from 0 to 1.
    pub(super) fn utility(&self, own: &OwnSide, outcome: Outcome) -> f64 {
        self.unit(own.utility(outcome))
    }

    /// The worth on the party's own scale.
    pub(super) fn raw(&self, unit: f64) -> f64 {
        unit * self.span + self.zero
    }

    /// What no deal is worth, from 0 to 1: 0 where the party does not say, or where it is worse.
    pub(super) fn no_deal(&self, own: &OwnSide) -> f64 {
        own.no_deal()
            .map_or(0.0, |worth| self.unit(worth).clamp(0.0, 1.0))
    }

    /// How many packages are worth at least so much, from 0 to 1.
    pub(super) fn at_least(&self, own: &OwnSide, unit: f64) -> u64 {
        own.ranking().at_least(self.raw(unit))
    }
}
