//! What is known of a frontier, and how it was found.

use winset_check::{Acceptable, FrontierClaim, LowerCorner};
use winset_model::answer::StopReason;

use crate::count::Count;

/// What is known of a frontier.
#[derive(Debug)]
pub enum FrontierFound {
    /// All of it.
    Complete {
        /// The points, with the proof that there are no others; none where nothing is acceptable.
        claim: FrontierClaim,
        /// For each point the number of packages that have exactly its scores.
        packages: Vec<Count>,
        /// How it was found.
        engine: Engine,
    },
    /// Stopped before it was complete.
    Stopped {
        /// Why.
        reason: StopReason,
        /// Packages on the frontier, from the most for the first party down.
        points: Vec<Acceptable>,
        /// Boxes that could hold others: what each party gets at least, on its scale, in the order
        /// of the parties asked for; `None`: anything.
        left: Vec<LowerCorner>,
    },
    /// A party that was asked for has no preferences, or none was asked for.
    Nobody,
}

/// A way of finding a frontier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Point by point: sums of sets of score vectors, kept apart by what is left of the rules.
    Sums,
    /// Boxes of score vectors, each searched for a package (local upper bounds).
    Boxes,
}

impl FrontierFound {
    /// Nothing is known of it.
    pub(super) fn stopped(reason: StopReason) -> Self {
        Self::Stopped {
            reason,
            points: Vec::new(),
            left: Vec::new(),
        }
    }
}
