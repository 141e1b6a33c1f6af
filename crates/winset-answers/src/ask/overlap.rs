//! Whether there is an overlap at some positions: the short answer, for a page that moves with its
//! reader.

use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::positions::Positions;
use winset_solve::{Budget, Count, Listing, Obstacle, count, in_the_way, listing, overlap};

/// Whether there is an overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OverlapAnswer {
    /// There is, with so many packages.
    Found(Count),
    /// There is none, which is proven; and what is in the way, where it is known.
    None(Option<Obstacle>),
    /// Stopped before it was known.
    Stopped(StopReason),
}

/// The acceptable packages at some positions, at most so many, in point-then-option order.
pub fn package_listing(
    case: &Case,
    positions: &Positions,
    packages_max: usize,
    budget: &Budget<'_>,
) -> Listing {
    listing(case, positions, packages_max, budget)
}

/// Asks whether there is an overlap at some positions; counts it, or asks what is in the way. Two or
/// three searches.
pub fn overlap_answer(case: &Case, positions: &Positions, budget: &Budget<'_>) -> OverlapAnswer {
    match overlap(case, positions, budget) {
        Answer::Found(_) => OverlapAnswer::Found(count(case, positions, budget).with_one_known()),
        Answer::Impossible(_) => OverlapAnswer::None(in_the_way(case, positions, budget)),
        Answer::Stopped { reason, .. } => OverlapAnswer::Stopped(reason),
    }
}
