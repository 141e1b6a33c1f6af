//! What the search for a plan returns.

use winset_check::plan::{DatesContradict, NoOrder, NoSchedule, PlanSchedule};
use winset_model::answer::Answer;

/// The schedule that is wanted: of those with the fewest rounds those with the least largest exposure, of
/// these those that end first, of these the first in the order of ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhasesPlan {
    /// The schedule.
    pub schedule: PlanSchedule,
    /// The checked proof that no order keeps the bounds in fewer rounds, whatever the days; `None` where
    /// days alone ask for more rounds, or the proof would be too large: the search went to its end.
    pub fewer_rounds: Option<NoOrder>,
    /// The checked proof that no order of as many rounds has a smaller largest exposure; `None` likewise.
    pub less_exposure: Option<NoOrder>,
}

/// Why there is no schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhasesImpossible {
    /// Dates contradict each other, whatever the order.
    Dates(DatesContradict),
    /// No order keeps the bounds, whatever the days.
    Bounds(NoOrder),
    /// Orders keep the bounds, and days keep the rules, but none does both.
    Together(NoSchedule),
}

/// What is proven where the search stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhasesBound {
    /// No schedule has fewer rounds.
    pub rounds_least: usize,
    /// With the rounds of the best one, none has a smaller largest exposure; `None` where the number of
    /// rounds is open.
    pub exposure_least: Option<u64>,
    /// With rounds and exposure of the best one, none ends earlier; in days after signature. `None` where
    /// one of these is open.
    pub duration_least_days: Option<u64>,
}

/// Found, proven impossible, or stopped.
pub type PhasesAnswer = Answer<PhasesPlan, PhasesImpossible, PhasesBound>;
