//! A guess at good weights and good cuts for products of gains, in floats: errors cost questions,
//! never soundness.

use super::level::Level;

/// What the smallest weight is, where sums leave room for it.
const WEIGHT_GOOD: f64 = 1_000.0;
/// What the smallest weight is where they do not.
const WEIGHT_MIN: f64 = 16.0;
/// What a weighted sum may come to for good weights: the search weighs it once more.
const SUM_GOOD: f64 = 1e13;
/// Most that a weighted sum may come to.
const SUM_MAX: f64 = 1e17;
/// Short of what is aimed at by so much, that rounding does not pass it.
const MARGIN: f64 = 1e-12;

/// Weights of a plane that touches the surface of a product of gains in the direction of some scores.
pub(super) fn tangent(gains: &[Level], reach: &[i64], scores: &[i64]) -> Option<Vec<i64>> {
    let point = in_scores(gains, scores);
    let longest = point.iter().fold(0.0_f64, |a, b| a.max(*b));
    #[expect(clippy::cast_precision_loss, reason = "only a guess at a safe size")]
    let spread: f64 = (point.iter().zip(reach))
        .map(|(p, reach)| *reach as f64 / p)
        .sum();
    let good = (WEIGHT_GOOD * longest).min(SUM_GOOD / spread);
    let size = good.max(WEIGHT_MIN * longest).min(SUM_MAX / spread);
    #[expect(clippy::cast_possible_truncation, reason = "saturates; only a guess")]
    let weights = point.iter().map(|p| ((size / p).round() as i64).max(1));
    size.is_finite().then(|| weights.collect())
}

/// Scores above the given ones whose product of gains is about that of the centre, all gains grown by
/// the same factor.
pub(super) fn stretched(gains: &[Level], scores: &[i64], center: &[i64]) -> Vec<i64> {
    let (from, to) = (in_scores(gains, scores), in_scores(gains, center));
    let ratio: f64 = from.iter().zip(&to).map(|(a, b)| (b / a).ln()).sum();
    #[expect(clippy::cast_precision_loss, reason = "a number of parties")]
    let factor = (ratio / from.len() as f64).exp() * (1.0 - MARGIN);
    let stretch = |(gain, score): (&f64, &i64)| {
        #[expect(clippy::cast_possible_truncation, reason = "saturates; only a guess")]
        let more = (gain * (factor - 1.0)).floor() as i64;
        score.saturating_add(more.max(0))
    };
    from.iter().zip(scores).map(stretch).collect()
}

/// Gains in units of scores.
fn in_scores(gains: &[Level], scores: &[i64]) -> Vec<f64> {
    let gain = |(level, score): (&Level, &i64)| {
        let (slope, start) = level.line();
        #[expect(clippy::cast_precision_loss, reason = "floats only guess")]
        let gain = *score as f64 + start as f64 / slope as f64;
        gain.max(MARGIN)
    };
    gains.iter().zip(scores).map(gain).collect()
}
