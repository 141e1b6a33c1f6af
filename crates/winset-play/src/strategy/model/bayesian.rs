//! The scalable Bayesian model (Hindriks and Tykhonov 2008), as GENIUS has it: guesses at the weight of each
//! point, and at the shape of its values, each for itself, against the belief that the other concedes by
//! the same small step with each new package.

use std::f64::consts::PI;

use super::OpponentModel;
use super::part::{by_option, weighted};
use crate::own::OwnSide;
use crate::ranking::Estimate;
use crate::session::TalkMoment;
use crate::space::Outcome;
use crate::strategy::distinct::Distinct;

/// How many weights from 0 to 1 are thought of for a point.
const WEIGHTS: u32 = 11;
/// How far off the expected concession an offer may be.
const SIGMA: f64 = 0.25;
/// By how much the other is thought to concede with each new package.
const CONCESSION: f64 = 0.003;
/// The scale of values in a shape.
const SHAPE: f64 = 1_000.0;

/// What is believed of one point.
#[derive(Debug, Clone)]
struct Belief {
    /// The probability of each weight, of 0, 0.1 up to 1.
    weights: Vec<f64>,
    /// The probability of each shape, and the worth of each option in it, from 0 to 1.
    shapes: Vec<(f64, Vec<f64>)>,
}

impl Belief {
    fn new(options: usize) -> Self {
        let steps = f64::from(WEIGHTS);
        let early = (1..=WEIGHTS).map(|step| (1.0 - f64::from(step) / steps).powi(3));
        let weights = normalised(early.collect());
        let shapes = shapes(options);
        #[expect(clippy::cast_precision_loss, reason = "there are few shapes")]
        let each = 1.0 / shapes.len() as f64;
        Self {
            weights,
            shapes: shapes.into_iter().map(|shape| (each, shape)).collect(),
        }
    }

    fn weight(&self) -> f64 {
        let weights = self.weights.iter().zip(possible_weights());
        weights
            .map(|(probability, weight)| probability * weight)
            .sum()
    }

    fn value(&self, option: usize) -> f64 {
        let shapes = self.shapes.iter();
        shapes
            .map(|(probability, shape)| probability * shape[option])
            .sum()
    }
}

fn possible_weights() -> impl Iterator<Item = f64> {
    (0..WEIGHTS).map(|step| f64::from(step) / f64::from(WEIGHTS - 1))
}

/// Rising, falling, and with a peak at each option between, all by their most.
#[expect(clippy::cast_precision_loss, reason = "there are few options")]
fn shapes(options: usize) -> Vec<Vec<f64>> {
    let last = options.saturating_sub(1) as f64;
    let places = || (0..options).map(|option| option as f64);
    let mut shapes: Vec<Vec<f64>> = vec![
        places().map(|at| SHAPE * at + 1.0).collect(),
        places().map(|at| SHAPE * (last - at) + 1.0).collect(),
    ];
    for peak in (1..options.saturating_sub(1)).map(|peak| peak as f64) {
        let side = |at: f64| {
            if at < peak {
                (SHAPE * at / peak).trunc()
            } else {
                (SHAPE * (last - at) / (last - peak)).trunc() + 1.0
            }
        };
        shapes.push(places().map(side).collect());
    }
    for shape in &mut shapes {
        let most = shape.iter().copied().fold(0.0, f64::max);
        shape.iter_mut().for_each(|value| *value /= most);
    }
    shapes
}

fn normalised(mut row: Vec<f64>) -> Vec<f64> {
    let sum: f64 = row.iter().sum();
    if sum > 0.0 {
        row.iter_mut().for_each(|value| *value /= sum);
    }
    row
}

/// How likely an offer of some worth is where another is expected.
fn likelihood(worth: f64, expected: f64) -> f64 {
    let off = (expected - worth) / expected;
    (-(off * off) / (2.0 * SIGMA * SIGMA)).exp() / (SIGMA * (2.0 * PI).sqrt())
}

/// The model. A package that was heard before changes nothing.
#[derive(Debug, Clone)]
pub struct ScalableBayesian {
    beliefs: Vec<Belief>,
    heard: Distinct,
    /// What the other is thought to be down to.
    expected: f64,
}

impl Default for ScalableBayesian {
    fn default() -> Self {
        Self {
            beliefs: Vec::new(),
            heard: Distinct::default(),
            expected: 1.0,
        }
    }
}

impl ScalableBayesian {
    /// What the other points than one bring together, of the points' expected parts.
    fn others(parts: &[f64], point: usize) -> f64 {
        let others = parts.iter().enumerate().filter(|(at, _)| *at != point);
        others.map(|(_, part)| part).sum()
    }

    fn parts(&self, options: &[usize]) -> Vec<f64> {
        let beliefs = self.beliefs.iter().zip(options);
        beliefs
            .map(|(belief, option)| belief.weight() * belief.value(*option))
            .collect()
    }

    fn learn_weights(&mut self, options: &[usize]) {
        // All points are judged by what was believed before.
        let parts = self.parts(options);
        for (point, belief) in self.beliefs.iter_mut().enumerate() {
            let (others, value) = (Self::others(&parts, point), belief.value(options[point]));
            let learned = belief.weights.iter().zip(possible_weights());
            let learned = learned.map(|(probability, weight)| {
                probability * likelihood(weight * value + others, self.expected)
            });
            belief.weights = normalised(learned.collect());
        }
    }

    fn learn_shapes(&mut self, options: &[usize]) {
        let parts = self.parts(options);
        for (point, belief) in self.beliefs.iter_mut().enumerate() {
            let (others, weight) = (Self::others(&parts, point), belief.weight());
            let learned = belief.shapes.iter().map(|(probability, shape)| {
                let worth = others + weight * shape[options[point]];
                probability * likelihood(worth, self.expected)
            });
            let learned = normalised(learned.collect());
            for ((probability, _), learned) in belief.shapes.iter_mut().zip(learned) {
                *probability = learned;
            }
        }
    }
}

impl OpponentModel for ScalableBayesian {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, _: TalkMoment) {
        let space = own.space();
        let points = 0..space.points();
        if !self.heard.insert(own, offer) {
            return;
        }
        if self.beliefs.is_empty() {
            self.beliefs = points
                .clone()
                .map(|point| Belief::new(space.options(point)))
                .collect();
        }
        let options: Vec<usize> = points.map(|point| space.option(offer, point)).collect();
        if self.heard.count() > 1 {
            self.learn_weights(&options);
        }
        self.learn_shapes(&options);
        self.expected = (self.expected - CONCESSION).max(CONCESSION);
    }

    fn estimate(&self, own: &OwnSide) -> Estimate {
        if self.beliefs.is_empty() {
            return Estimate::new(&by_option(own, &0.0));
        }
        let weights = normalised(self.beliefs.iter().map(Belief::weight).collect());
        let values = self.beliefs.iter().enumerate().map(|(point, belief)| {
            let options = 0..own.space().options(point);
            options.map(|option| belief.value(option)).collect()
        });
        weighted(&weights, values)
    }
}
