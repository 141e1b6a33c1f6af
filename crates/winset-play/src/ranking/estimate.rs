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

    /// The least and the most that a package may be worth.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a guess; it decides nothing but tactics"
    )]
    pub fn reach(&self) -> [f64; 2] {
        let worst = self.rows.iter().filter_map(|row| row.iter().min());
        let best = self.rows.iter().filter_map(|row| row.iter().max());
        [worst.sum::<i64>(), best.sum()].map(|steps| steps as f64 / STEPS)
    }

    /// What each package may be worth, for whoever asks about many: worked out in time and memory of about the
    /// square root of their number.
    pub fn each(&self, space: &OutcomeSpace) -> EstimatedWorths {
        let points = space.points();
        let at = (1..points)
            .find(|point| space.stride(point - 1) <= space.count() / space.stride(point - 1))
            .unwrap_or(points);
        let (high, low) = self.rows.split_at(at);
        EstimatedWorths {
            high: sums(high),
            low: sums(low),
            split: space.stride(at - 1),
        }
    }
}

/// What each package of a space may be worth, by the high and the low part of its number.
#[derive(Debug, Clone)]
pub struct EstimatedWorths {
    high: Vec<i64>,
    low: Vec<i64>,
    /// How many numbers have the same high part.
    split: u64,
}

impl EstimatedWorths {
    /// What a package of the space may be worth: the same as [`Estimate::worth`].
    #[expect(
        clippy::cast_precision_loss,
        reason = "a guess; it decides nothing but tactics"
    )]
    pub fn worth(&self, outcome: Outcome) -> f64 {
        self.steps(outcome) as f64 / STEPS
    }

    /// The same in steps.
    pub(super) fn steps(&self, outcome: Outcome) -> i64 {
        let part = |part: u64| usize::try_from(part).unwrap_or(usize::MAX);
        let (high, low) = (outcome.0 / self.split, outcome.0 % self.split);
        self.high[part(high)] + self.low[part(low)]
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
