//! Scores of several parties on one measure: each axis counts by its span.

/// Parts that a span is divided into where more than two axes are measured.
const PARTS: i64 = 1 << 50;

/// What one unit of each axis counts.
#[derive(Debug)]
pub(super) struct Ruler {
    factors: Vec<i128>,
    /// The same in parts of the spans.
    parts: Vec<i64>,
}

impl Ruler {
    /// A ruler on which the axes' spans are equally long: exactly for two axes, and to a part in
    /// 2^50 for more. A span below 1 counts as 1.
    pub(super) fn new(spans: &[i64]) -> Self {
        let spans: Vec<i64> = spans.iter().map(|span| (*span).max(1)).collect();
        let parts: Vec<i64> = spans.iter().map(|span| (PARTS / span).max(1)).collect();
        let factors = match spans.as_slice() {
            [one, other] => vec![i128::from(*other), i128::from(*one)],
            _ => parts.iter().copied().map(i128::from).collect(),
        };
        Self { factors, parts }
    }

    /// So many units of an axis.
    pub(super) fn measure(&self, axis: usize, units: i64) -> i128 {
        self.factors[axis] * i128::from(units)
    }

    /// A vector on the ruler, to a part in 2^50 of each span.
    pub(super) fn measured(&self, vector: &[i64]) -> Vec<i64> {
        let parts = self.parts.iter().zip(vector);
        parts
            .map(|(part, units)| part.saturating_mul(*units))
            .collect()
    }

    /// The most by which a vector exceeds another one.
    pub(super) fn above(&self, vector: &[i64], other: &[i64]) -> i128 {
        let pairs = vector.iter().zip(other).enumerate();
        let more = pairs.map(|(axis, (v, o))| self.measure(axis, v.saturating_sub(*o)));
        more.fold(0, i128::max)
    }

    /// What a vector comes to in all.
    pub(super) fn sum(&self, vector: &[i64]) -> i128 {
        let scores = vector.iter().enumerate();
        scores.map(|(axis, score)| self.measure(axis, *score)).sum()
    }
}
