//! A frontier, or points that stand for it.

use std::num::NonZeroUsize;

use winset_check::Subset;
use winset_model::answer::StopReason;

use crate::count::Count;
use crate::frontier::found::{Engine, FrontierFound};

/// Points that stand for a frontier which is too large to be listed, where nobody says how many.
pub const POINTS_MAX: NonZeroUsize = NonZeroUsize::MIN.saturating_add(99);

/// A frontier, or points that stand for it.
#[derive(Debug)]
pub enum Selection {
    /// All of it, or what is known of it.
    Whole(FrontierFound),
    /// Some points.
    Part(Box<FrontierPart>),
}

/// Points that stand for a frontier.
#[derive(Debug)]
pub struct FrontierPart {
    /// The points, with what is proven to be missing at most.
    pub claim: Subset,
    /// For each point the number of packages that have exactly its scores, where that was counted.
    pub packages: Vec<Option<Count>>,
    /// How the whole frontier was found, if these are points of it; `None` where it was only bounded.
    pub engine: Option<Engine>,
    /// Why the work on it was stopped; `None` where it went as far as it goes.
    pub stopped: Option<StopReason>,
}
