//! Why a claim about a plan is refused.

use thiserror::Error;

/// What is wrong with a claim about a plan. Items are named by their places.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlanRefusal {
    /// The claim names an item that is not there, or not planned.
    #[error("item {0} is not planned")]
    NotPlanned(usize),
    /// A valued item is delivered in no round, or in two, or an item in a round is none.
    #[error("item {0} is not delivered in exactly one round")]
    NotOnce(usize),
    /// A round is empty, or mixes owners without being one act, or an act is torn apart.
    #[error("round {0} is not a delivery of one party nor one act")]
    NotARound(usize),
    /// An item is delivered before one that it waits for.
    #[error("item {item} is delivered before item {before}, for which it waits")]
    TooEarly {
        /// The item.
        item: usize,
        /// For what it waits.
        before: usize,
    },
    /// A party has given too much after a round.
    #[error("after round {round}, party {party} has given more than its bound")]
    OverBound {
        /// The round, from 0.
        round: usize,
        /// The party, by its place.
        party: usize,
    },
    /// An item has no day, or has one and is not planned.
    #[error("item {0} is not dated as it must be")]
    NotDated(usize),
    /// A day breaks what the case says.
    #[error("the days break a rule of the case")]
    BrokenRule,
    /// Rules that should contradict each other form no circle, or one that can be met.
    #[error("the rules named do not contradict each other")]
    NoContradiction,
    /// A set of delivered items is missing from a proof, though it can be reached.
    #[error("a set of delivered items that can be reached is missing")]
    Missing,
    /// Everything can be delivered, contrary to the claim.
    #[error("everything can be delivered")]
    Deliverable,
    /// There are more valued items, or more to look at, than the check takes on.
    #[error("the claim is too large to be checked")]
    TooLarge,
    /// The bound is not where the claim has it.
    #[error("the bound claimed is not the smallest")]
    OtherBound,
}
