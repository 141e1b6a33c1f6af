//! Packages that can be listed.

use super::Estimate;
use crate::space::{Outcome, OutcomeSpace};

/// Packages in a list, the best first.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    /// The packages by place.
    order: Vec<u32>,
    /// What each is worth, by place: never rising.
    worth: Vec<f64>,
    /// What each is worth, by number.
    of: Vec<f64>,
}

impl Listed {
    /// Sorts the packages of a space that are worth these scores, by number, on a scale. What is left out of the
    /// space has no place, and is worth less than anything.
    pub(super) fn new(space: &OutcomeSpace, scores: &[i64], utility: impl Fn(i64) -> f64) -> Self {
        let count = u32::try_from(scores.len()).unwrap_or(u32::MAX);
        let is_kept = |number: &u32| space.holds(Outcome(u64::from(*number)));
        let mut order: Vec<u32> = (0..count).filter(is_kept).collect();
        // A stable sort keeps packages that are as good in the order of their numbers.
        order.sort_by_key(|number| std::cmp::Reverse(scores[*number as usize]));
        let mut of: Vec<f64> = scores.iter().map(|score| utility(*score)).collect();
        if space.is_cut() {
            for (number, worth) in (0..).zip(&mut of) {
                if !space.holds(Outcome(number)) {
                    *worth = f64::NEG_INFINITY;
                }
            }
        }
        let worth = order.iter().map(|number| of[*number as usize]).collect();
        Self { order, worth, of }
    }

    /// How many packages have a place.
    pub(super) fn count(&self) -> u64 {
        self.order.len() as u64
    }

    pub(super) fn at(&self, place: u64) -> Outcome {
        Outcome(u64::from(self.order[index(place)]))
    }

    pub(super) fn utility_at(&self, place: u64) -> f64 {
        self.worth[index(place)]
    }

    pub(super) fn utility(&self, outcome: Outcome) -> f64 {
        self.of[index(outcome.0)]
    }

    pub(super) fn at_least(&self, level: f64) -> u64 {
        self.worth.partition_point(|worth| *worth >= level) as u64
    }

    /// Of the packages worth at least a level, some of which there must be.
    pub(super) fn best_for(
        &self,
        space: &OutcomeSpace,
        estimate: &Estimate,
        level: f64,
    ) -> Outcome {
        let worths = estimate.each(space);
        let above = index(self.at_least(level).max(1));
        let mut best = self.at(0);
        let mut most = worths.steps(best);
        for number in &self.order[1..above] {
            let outcome = Outcome(u64::from(*number));
            let here = worths.steps(outcome);
            if here > most {
                (best, most) = (outcome, here);
            }
        }
        best
    }
}

fn index(place: u64) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}
