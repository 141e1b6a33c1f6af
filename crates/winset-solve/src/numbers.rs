//! How many, as a signed number, and how far scores reach.

/// A number of things in memory, signed.
pub(crate) fn signed(count: usize) -> i64 {
    i64::try_from(count).expect("nothing in memory is counted beyond 63 bits")
}

/// The least and the most of the scores of a domain's options; 0 and 0 of a domain without an option,
/// which no package gets past.
pub(crate) fn ends(mut scores: impl Iterator<Item = i64>) -> (i64, i64) {
    let Some(first) = scores.next() else {
        return (0, 0);
    };
    scores.fold((first, first), |(least, most), score| {
        (least.min(score), most.max(score))
    })
}

/// The largest magnitude of some scores; 0 of none.
pub(crate) fn magnitude(scores: &[i64]) -> i64 {
    scores.iter().map(|score| score.abs()).fold(0, i64::max)
}
