//! The model of `BadIron` (ANL 2026): whoever concedes tables early what it likes.

use super::OpponentModel;
use super::part::{by_option, weighted};
use crate::own::OwnSide;
use crate::ranking::Estimate;
use crate::session::TalkMoment;
use crate::space::Outcome;

/// What the options of the first offer are worth more.
const FIRST_OFFER: f64 = 0.5;
/// What an option is worth more than the one before it in the order of the point, so that no two are equal.
const BY_ORDER: f64 = 1e-6;
/// The least weight of a point.
const WEIGHT_MIN: f64 = 1e-3;

/// An option is worth the more the earlier it is tabled; a point weighs the more the less its options
/// change (1 minus the entropy of their shares over its most).
#[derive(Debug, Clone, Default)]
pub struct FirstAppearance {
    offers: u32,
    first: Option<Outcome>,
    /// How often each option was tabled, and in which offer first, from 0.
    counts: Vec<Vec<u32>>,
    first_in: Vec<Vec<Option<u32>>>,
}

impl FirstAppearance {
    /// The worth of the options of a point.
    fn values(&self, own: &OwnSide, point: usize) -> Vec<f64> {
        let ideal = self.first.map(|first| own.space().option(first, point));
        let seen = f64::from(self.offers.max(1));
        let mut order = 0.0;
        (0..own.space().options(point))
            .map(|option| {
                let early = match self.first_in.get(point) {
                    None => 1.0,
                    Some(row) => row[option].map_or(0.0, |first| 1.0 - f64::from(first) / seen),
                };
                let value = early + order;
                order += BY_ORDER;
                if ideal == Some(option) {
                    value + FIRST_OFFER
                } else {
                    value
                }
            })
            .collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "there are few options")]
    fn weight(&self, point: usize) -> f64 {
        let Some(counts) = self.counts.get(point).filter(|counts| counts.len() > 1) else {
            return 1.0;
        };
        let total = f64::from(self.offers);
        let share = |count: &u32| f64::from(*count) / total;
        let tabled = counts.iter().filter(|count| **count > 0).map(share);
        let entropy: f64 = -tabled.map(|share| share * share.ln()).sum::<f64>();
        (1.0 - entropy / (counts.len() as f64).ln()).max(WEIGHT_MIN)
    }
}

impl OpponentModel for FirstAppearance {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, _: TalkMoment) {
        if self.counts.is_empty() {
            self.counts = by_option(own, &0);
            self.first_in = by_option(own, &None);
        }
        self.first.get_or_insert(offer);
        for point in 0..own.space().points() {
            let option = own.space().option(offer, point);
            self.counts[point][option] += 1;
            self.first_in[point][option].get_or_insert(self.offers);
        }
        self.offers += 1;
    }

    fn estimate(&self, own: &OwnSide) -> Estimate {
        let points = 0..own.space().points();
        let weights: Vec<f64> = points.clone().map(|point| self.weight(point)).collect();
        let sum: f64 = weights.iter().sum();
        let weights: Vec<f64> = weights.iter().map(|weight| weight / sum).collect();
        weighted(&weights, points.map(|point| self.values(own, point)))
    }
}
