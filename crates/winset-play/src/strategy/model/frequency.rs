//! Models that count which options the other tables.

use super::OpponentModel;
use super::part::{by_option, weighted};
use crate::own::OwnSide;
use crate::ranking::Estimate;
use crate::session::TalkMoment;
use crate::space::Outcome;

/// The model of `HardHeaded` (van Krimpen, Looije and Hajizadeh 2013): a point gains weight each time that the
/// other leaves it as it was, an option each time that it is tabled again. The first offer counts for
/// nothing but as the one before the second.
#[derive(Debug, Clone)]
pub struct HardHeadedFrequency {
    /// How fast weights are learned.
    learns: f64,
    last: Option<Outcome>,
    weights: Vec<f64>,
    counts: Vec<Vec<f64>>,
}

impl HardHeadedFrequency {
    /// The model, which learns weights by this coefficient; 0.2 in its source.
    pub fn new(learns: f64) -> Self {
        Self {
            learns,
            last: None,
            weights: Vec::new(),
            counts: Vec::new(),
        }
    }

    /// The weights of points by now; none before the first offer.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }
}

impl OpponentModel for HardHeadedFrequency {
    #[expect(clippy::cast_precision_loss, reason = "there are few points")]
    fn heard(&mut self, own: &OwnSide, offer: Outcome, _: TalkMoment) {
        let space = own.space();
        let points = space.points() as f64;
        let Some(last) = self.last.replace(offer) else {
            self.weights = vec![1.0 / points; space.points()];
            self.counts = by_option(own, &1.0);
            return;
        };
        let is_same = |point| space.option(last, point) == space.option(offer, point);
        let golden = self.learns / points;
        let same = (0..space.points()).filter(|point| is_same(*point)).count();
        let sum = 1.0 + golden * same as f64;
        let most = 1.0 - points * golden / sum;
        for (point, weight) in self.weights.iter_mut().enumerate() {
            if is_same(point) && *weight < most {
                *weight += golden;
            }
            *weight /= sum;
        }
        for (point, counts) in self.counts.iter_mut().enumerate() {
            counts[space.option(offer, point)] += 1.0;
        }
    }

    fn estimate(&self, own: &OwnSide) -> Estimate {
        if self.last.is_none() {
            return Estimate::new(&by_option(own, &0.0));
        }
        weighted(&self.weights, self.counts.iter().map(|row| of_most(row)))
    }
}

/// Each number by the largest.
fn of_most(row: &[f64]) -> Vec<f64> {
    let most = row.iter().copied().fold(0.0, f64::max);
    row.iter().map(|value| value / most).collect()
}

/// The model of `AgentSmith` (van Galen Last 2012): an option is worth its share of offers, a point the share
/// of its most frequent option, weights normalised to a sum of 1.
#[derive(Debug, Clone, Default)]
pub struct SmithFrequency {
    offers: f64,
    counts: Vec<Vec<f64>>,
}

impl OpponentModel for SmithFrequency {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, _: TalkMoment) {
        if self.counts.is_empty() {
            self.counts = by_option(own, &0.0);
        }
        self.offers += 1.0;
        for (point, counts) in self.counts.iter_mut().enumerate() {
            counts[own.space().option(offer, point)] += 1.0;
        }
    }

    fn estimate(&self, own: &OwnSide) -> Estimate {
        if self.counts.is_empty() {
            return Estimate::new(&by_option(own, &0.0));
        }
        let shares = |row: &Vec<f64>| row.iter().map(|count| count / self.offers).collect();
        let shares: Vec<Vec<f64>> = self.counts.iter().map(shares).collect();
        let most = |row: &Vec<f64>| row.iter().copied().fold(0.0, f64::max);
        let sum: f64 = shares.iter().map(most).sum();
        let weights: Vec<f64> = shares.iter().map(|row| most(row) / sum).collect();
        weighted(&weights, shares.into_iter())
    }
}
