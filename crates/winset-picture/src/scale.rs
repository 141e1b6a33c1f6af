//! Scales: values on places along an axis, with marks at neat values.

use crate::numbers::{compact, decimal};

/// Neat values are multiples of 1, 2 or 5 times a power of ten, from a millionth up.
const MILLION: i128 = 1_000_000;
const STEPS: [i128; 3] = [1, 2, 5];

/// A scale over values that are numerators over one denominator.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    low: i64,
    high: i64,
    denominator: i64,
    places: (i64, i64),
}

impl Scale {
    /// A scale over all `values`, with a margin of a twentieth, from one place to another.
    pub(crate) fn over(
        values: impl Iterator<Item = i64>,
        denominator: i64,
        places: (i64, i64),
    ) -> Self {
        Self::within(values, denominator, places, 20)
    }

    /// The same with a margin of one part of so many.
    pub(crate) fn within(
        values: impl Iterator<Item = i64>,
        denominator: i64,
        places: (i64, i64),
        margin_part: i64,
    ) -> Self {
        let all = values.map(|value| value.clamp(-LIMIT, LIMIT));
        let bounds = all.fold(None, |bounds, value| match bounds {
            None => Some((value, value)),
            Some((low, high)) => Some((value.min(low), value.max(high))),
        });
        let (low, high) = bounds.unwrap_or((0, 0));
        let denominator = denominator.clamp(1, LIMIT);
        let least = if high == low { denominator } else { 1 };
        let margin = ((high - low) / margin_part).max(least);
        Self {
            low: low - margin,
            high: high + margin,
            denominator,
            places,
        }
    }

    /// Between these values and places.
    pub(crate) fn between(values: (i64, i64), denominator: i64, places: (i64, i64)) -> Self {
        let (low, high) = values;
        let low = low.clamp(-LIMIT, LIMIT);
        Self {
            low,
            high: high.clamp(low + 1, LIMIT + 1),
            denominator: denominator.clamp(1, LIMIT),
            places,
        }
    }

    /// The distance of the ends, in numerators.
    pub(crate) fn span(&self) -> i64 {
        self.high - self.low
    }

    /// The least and the greatest value.
    pub(crate) fn ends(&self) -> (i64, i64) {
        (self.low, self.high)
    }

    /// The place of a value; values beyond the ends are at the ends.
    pub(crate) fn place(&self, value: i64) -> i64 {
        let value = i128::from(value.clamp(self.low, self.high));
        self.at(value * MILLION)
    }

    /// Whether the value is within the ends.
    pub(crate) fn has(&self, value: i64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// The place of a value in millionths of the denominator's parts.
    fn at(&self, millionths: i128) -> i64 {
        let (from, to) = (i128::from(self.places.0), i128::from(self.places.1));
        let span = i128::from(self.span()) * MILLION;
        let way = (millionths - i128::from(self.low) * MILLION) * (to - from);
        let half = if way < 0 { -span / 2 } else { span / 2 };
        let place = i64::try_from(from + (way + half) / span);
        place.expect("a value between the ends is between their places")
    }

    /// Places and words of neat values, about `most` of them at most.
    pub(crate) fn marks(&self, most: i64) -> Vec<(i64, String)> {
        let words = |(place, millionths)| (place, compact(&decimal(millionths)));
        self.neat(most).into_iter().map(words).collect()
    }

    /// Places and values of neat values, of a scale of whole numbers.
    pub(crate) fn marks_whole(&self, most: i64) -> Vec<(i64, i128)> {
        let whole = |(place, millionths)| (place, millionths / MILLION);
        self.neat(most).into_iter().map(whole).collect()
    }

    /// Places and millionths of neat values.
    fn neat(&self, most: i64) -> Vec<(i64, i128)> {
        let denominator = i128::from(self.denominator);
        let span = i128::from(self.span()) * MILLION / denominator;
        let first = if denominator == 1 { MILLION } else { 1 };
        let powers = (0..).map(|power| first * 10_i128.pow(power));
        let step = powers
            .take(24)
            .flat_map(|power| STEPS.map(|step| step * power))
            .find(|step| span / step <= i128::from(most.max(2)))
            .unwrap_or(span.max(1));
        // A mark's value in millionths is n * step; compared without division.
        let low = i128::from(self.low) * MILLION;
        let high = i128::from(self.high) * MILLION;
        let begin = low.div_euclid(step * denominator);
        let end = high.div_euclid(step * denominator);
        (begin..=end)
            .map(|n| n * step)
            .filter(|value| value * denominator >= low)
            .map(|value| (self.at(value * denominator), value))
            .collect()
    }
}

/// Numerators and denominators of scales, at most.
const LIMIT: i64 = i64::MAX / 4;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[i64], denominator: i64, expected: &[&str]) {
        let scale = Scale::over(values.iter().copied(), denominator, (0, 600));
        let marks = scale.marks(7);
        let words: Vec<&str> = marks.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(words, expected);
        assert!(marks.iter().all(|(place, _)| (0..=600).contains(place)));
        assert!(marks.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn marks_are_neat() {
        check(&[591, 608], 1, &["590", "595", "600", "605"]);
        check(&[0, 1000], 1, &["0", "200", "400", "600", "800", "1000"]);
        check(&[1, 2], 3, &["0", "0.2", "0.4", "0.6", "0.8", "1"]);
        check(&[7], 1, &["6", "7", "8"]);
        check(&[], 1, &["−1", "0", "1"]);
    }

    #[test]
    fn the_largest_values_have_places() {
        let scale = Scale::over([i64::MIN, i64::MAX].into_iter(), 1, (500, 20));
        assert!(scale.place(i64::MAX / 8) < scale.place(0));
        assert!(!scale.marks(7).is_empty());
        let scale = Scale::over([i64::MIN, 0].into_iter(), i64::MAX, (0, 100));
        assert!(scale.place(0) > 90 && !scale.marks(7).is_empty());
    }
}
