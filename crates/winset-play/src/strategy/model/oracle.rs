//! What is no guess: bounds on what a model could bring.

use super::OpponentModel;
use crate::own::OwnSide;
use crate::ranking::Estimate;
use crate::session::TalkMoment;
use crate::space::Outcome;

/// The scores of the other side itself, given by whoever holds both: a bound for rehearsal, `known:` before a
/// name. What options bring together across points is left out.
#[derive(Debug, Clone)]
pub struct KnownSide {
    estimate: Estimate,
}

impl KnownSide {
    /// What the other side is.
    pub fn new(other: &OwnSide) -> Self {
        Self {
            estimate: Estimate::new(&marginal(other, 1.0)),
        }
    }
}

impl OpponentModel for KnownSide {
    fn heard(&mut self, _: &OwnSide, _: Outcome, _: TalkMoment) {}

    fn estimate(&self, _: &OwnSide) -> Estimate {
        self.estimate.clone()
    }
}

/// As if the other wanted just the opposite of what oneself wants: a bound from below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ZeroSum;

impl OpponentModel for ZeroSum {
    fn heard(&mut self, _: &OwnSide, _: Outcome, _: TalkMoment) {}

    fn estimate(&self, own: &OwnSide) -> Estimate {
        Estimate::new(&marginal(own, -1.0))
    }
}

/// By how much each option is better than the first of its point, beside the first of all others, times a
/// sign; from 0 to 1 over all packages.
fn marginal(side: &OwnSide, sign: f64) -> Vec<Vec<f64>> {
    let (best, worst) = side.ranking().reach();
    let span = if best > worst { best - worst } else { 1.0 };
    let space = side.space();
    let base = Outcome(0);
    let row = |point: usize| {
        let options = 0..space.options(point);
        options.map(move |option| {
            let worth = side.utility(space.with(base, point, option)) - side.utility(base);
            sign * worth / span
        })
    };
    (0..space.points())
        .map(|point| row(point).collect())
        .collect()
}
