//! What packages may be worth to another party, as a sum over points.

use crate::space::{Outcome, OutcomeSpace};

/// Steps of an estimate to a worth of 1: estimates are compared in whole steps, so that equal is equal.
const STEPS: f64 = 1_099_511_627_776.0;
/// Most that an option may be worth, in either direction: sums over all points stay exact.
const WORTH_MAX: f64 = 65_536.0;

/// What each option may be worth to another party; a package is worth the sum over its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    rows: Vec<Vec<i64>>,
}

impl Estimate {
    /// An estimate of the worth of each option of each point, rounded to 2^-40 and kept within 65,536 of 0;
    /// what is no number counts as 0.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "within 2^56 after it was clamped"
    )]
    pub fn new<'a>(rows: impl IntoIterator<Item = &'a Vec<f64>>) -> Self {
        let steps = |worth: &f64| (worth.clamp(-WORTH_MAX, WORTH_MAX) * STEPS).round() as i64;
        let rows = rows.into_iter().map(|row| row.iter().map(steps).collect());
        Self {
            rows: rows.collect(),
        }
    }

    /// The steps of each option of each point.
    pub(super) fn rows(&self) -> &[Vec<i64>] {
        &self.rows
    }

    /// What a package of the space may be worth.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a guess; it decides nothing but tactics"
    )]
    pub fn worth(&self, space: &OutcomeSpace, outcome: Outcome) -> f64 {
        self.steps(space, outcome) as f64 / STEPS
    }

    /// What a package of the space may be worth, in steps.
    pub(super) fn steps(&self, space: &OutcomeSpace, outcome: Outcome) -> i64 {
        let rows = self.rows.iter().enumerate();
        rows.map(|(point, row)| row[space.option(outcome, point)])
            .sum()
    }

    /// What every package may be worth, by the high and the low part of its number: the sum of an entry of
    /// the first list and one of the second. The third value is the length of the second.
    pub(super) fn halves(&self, space: &OutcomeSpace) -> (Vec<i64>, Vec<i64>, u64) {
        let points = space.points();
        let at = (1..points)
            .find(|point| space.stride(point - 1) <= space.count() / space.stride(point - 1))
            .unwrap_or(points);
        let (high, low) = self.rows.split_at(at);
        (sums(high), sums(low), space.stride(at - 1))
    }
}

/// The sums over points, in the order of numbers.
fn sums(rows: &[Vec<i64>]) -> Vec<i64> {
    let mut sums = vec![0_i64];
    for row in rows {
        sums = sums
            .iter()
            .flat_map(|sum| row.iter().map(move |steps| sum + steps))
            .collect();
    }
    sums
}
