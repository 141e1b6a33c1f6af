//! What a model of the other side is.

use std::fmt::Debug;

use crate::own::OwnSide;
use crate::ranking::Estimate;
use crate::session::TalkMoment;
use crate::space::Outcome;

/// A guess at what the other side wants.
pub trait OpponentModel: Debug + Send {
    /// Hears what the other tabled.
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment);

    /// What each option may be worth to the other by now: packages of the side's space.
    fn estimate(&self, own: &OwnSide) -> Estimate;
}

/// A table of a number for each option of each point of a side's space.
pub(super) fn by_option<T: Clone>(own: &OwnSide, value: &T) -> Vec<Vec<T>> {
    let space = own.space();
    (0..space.points())
        .map(|point| vec![value.clone(); space.options(point)])
        .collect()
}

/// Each row times its weight.
pub(super) fn weighted(weights: &[f64], rows: impl Iterator<Item = Vec<f64>>) -> Estimate {
    let weighted = weights.iter().zip(rows);
    let rows: Vec<Vec<f64>> = weighted
        .map(|(weight, row)| row.iter().map(|value| weight * value).collect())
        .collect();
    Estimate::new(&rows)
}
