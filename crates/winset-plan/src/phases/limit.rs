//! How much a search may look at.

use std::cell::Cell;

use winset_model::answer::StopReason;

/// A limit on what a search looks at. Deliveries are counted; `stop` is asked now and then, and says why
/// the search must end.
pub struct PlanLimit<'a> {
    nodes_max: u64,
    nodes: Cell<u64>,
    stop: &'a dyn Fn() -> Option<StopReason>,
}

/// The counts; what says when to stop has no form to show.
impl std::fmt::Debug for PlanLimit<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PlanLimit")
            .field("nodes_max", &self.nodes_max)
            .field("nodes", &self.nodes)
            .finish_non_exhaustive()
    }
}

impl<'a> PlanLimit<'a> {
    /// A limit of so many deliveries, and what says when to stop.
    pub fn new(nodes_max: u64, stop: &'a dyn Fn() -> Option<StopReason>) -> Self {
        Self {
            nodes_max,
            nodes: Cell::new(0),
            stop,
        }
    }

    /// A limit of its own for a part of the work, with the same reasons to stop.
    pub(super) fn part(&self, nodes_max: u64) -> Self {
        Self::new(nodes_max.min(self.nodes_max), self.stop)
    }

    /// Counts one more delivery.
    pub(super) fn step(&self) -> Result<(), StopReason> {
        const ASKED_EVERY: u64 = 256;
        let nodes = self.nodes.get() + 1;
        self.nodes.set(nodes);
        if nodes > self.nodes_max {
            return Err(StopReason::NodeLimit);
        }
        if nodes.is_multiple_of(ASKED_EVERY)
            && let Some(reason) = (self.stop)()
        {
            return Err(reason);
        }
        Ok(())
    }
}
