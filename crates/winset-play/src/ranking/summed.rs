//! Packages that nobody can list, where a package is worth the sum over its points: how many ways there
//! are to each sum, from each point on (dynamic programming).

use super::Estimate;
use super::best_for::{Choice, best_for};
use crate::space::{Outcome, OutcomeSpace};

/// For each point on, the ways to each sum.
#[derive(Debug, Clone)]
pub(super) struct Summed {
    space: OutcomeSpace,
    /// What each option adds above the worst of its point, in steps.
    steps: Vec<Vec<usize>>,
    /// From each point on, and after the last: the number of ways to each sum in steps.
    ways: Vec<Vec<u64>>,
    /// How many packages are worth at least so many steps; one more entry, 0, after the last.
    above: Vec<u64>,
    /// What a package of so many steps is worth.
    worth: Vec<f64>,
}

/// Most cells of the table.
const CELLS_MAX: usize = 1 << 23;

impl Summed {
    /// The table of options with these scores; none where it would have too many cells.
    pub(super) fn new(
        space: &OutcomeSpace,
        by_option: &[Vec<i64>],
        utility: impl Fn(i64) -> f64,
    ) -> Option<Self> {
        let worst = |row: &Vec<i64>| row.iter().min().copied().unwrap_or(0);
        let least: i64 = by_option.iter().map(worst).sum();
        let rises = by_option.iter().flat_map(|row| {
            let worst = worst(row);
            row.iter().map(move |score| score - worst)
        });
        let step = rises.fold(0, gcd).max(1);
        let steps: Option<Vec<Vec<usize>>> = by_option
            .iter()
            .map(|row| {
                let worst = worst(row);
                let steps = row
                    .iter()
                    .map(|score| usize::try_from((score - worst) / step).ok());
                steps.collect()
            })
            .collect();
        let steps = steps?;
        let most: usize = steps
            .iter()
            .map(|row| row.iter().max().copied().unwrap_or(0))
            .sum();
        if most.checked_add(1)?.checked_mul(steps.len() + 1)? > CELLS_MAX {
            return None;
        }
        let mut ways = vec![vec![1_u64]];
        for row in steps.iter().rev() {
            let after = ways.last()?;
            let rise = row.iter().max().copied().unwrap_or(0);
            let mut here = vec![0; after.len() + rise];
            for add in row {
                for (sum, count) in after.iter().enumerate() {
                    here[sum + add] += count;
                }
            }
            ways.push(here);
        }
        ways.reverse();
        let mut above = vec![0; most + 2];
        for sum in (0..=most).rev() {
            above[sum] = above[sum + 1] + ways[0][sum];
        }
        let score = |sum: usize| least + i64::try_from(sum).unwrap_or(i64::MAX) * step;
        Some(Self {
            space: space.clone(),
            worth: (0..=most).map(|sum| utility(score(sum))).collect(),
            steps,
            ways,
            above,
        })
    }

    fn sum_at(&self, place: u64) -> usize {
        // The entries never rise with the sum; the last sum with more than `place` packages at or above.
        self.above.partition_point(|count| *count > place) - 1
    }

    pub(super) fn at(&self, place: u64) -> Outcome {
        let mut sum = self.sum_at(place);
        let mut left = place - self.above[sum + 1];
        let mut number = 0;
        for (point, row) in self.steps.iter().enumerate() {
            let after = &self.ways[point + 1];
            for (option, add) in row.iter().enumerate() {
                let rest = sum.checked_sub(*add);
                let Some(rest) = rest.filter(|rest| *rest < after.len()) else {
                    continue;
                };
                if left < after[rest] {
                    number += option as u64 * self.space.stride(point);
                    sum = rest;
                    break;
                }
                left -= after[rest];
            }
        }
        Outcome(number)
    }

    pub(super) fn utility_at(&self, place: u64) -> f64 {
        self.worth[self.sum_at(place)]
    }

    pub(super) fn utility(&self, outcome: Outcome) -> f64 {
        let rows = self.steps.iter().enumerate();
        let sum: usize = rows
            .map(|(point, row)| row[self.space.option(outcome, point)])
            .sum();
        self.worth[sum]
    }

    pub(super) fn at_least(&self, level: f64) -> u64 {
        let sum = self.worth.partition_point(|worth| *worth < level);
        self.above[sum]
    }

    /// Of the packages worth at least a level, some of which there must be.
    pub(super) fn best_for(&self, estimate: &Estimate, level: f64) -> Outcome {
        let sum = self.worth.partition_point(|worth| *worth < level);
        let rows = self.steps.iter().zip(estimate.rows()).enumerate();
        let points = rows.map(|(point, (steps, others))| {
            let options = steps.iter().zip(others).enumerate();
            let choice = |(option, (own, other)): (usize, (&usize, &i64))| Choice {
                own: i64::try_from(*own).unwrap_or(i64::MAX),
                other: *other,
                number: option as u64 * self.space.stride(point),
            };
            options.map(choice).collect()
        });
        let points: Vec<Vec<Choice>> = points.collect();
        let sum = i64::try_from(sum).unwrap_or(i64::MAX);
        best_for(&points, sum).map_or_else(|| self.at(0), Outcome)
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
