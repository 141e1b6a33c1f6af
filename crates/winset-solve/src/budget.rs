//! How long a question may run. The clock is the caller's.

use winset_model::answer::StopReason;

/// How much work a question may do, and how it learns that it must stop.
#[derive(Clone, Copy)]
pub struct Budget<'a> {
    /// Most nodes of each search; `None`: no limit.
    pub nodes_max: Option<u64>,
    /// Threads that may work at once. The answer does not depend on it.
    pub threads: usize,
    /// Asked often; a reason stops the question.
    pub stop: &'a (dyn Fn() -> Option<StopReason> + Sync),
}

impl std::fmt::Debug for Budget<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Budget")
            .field("nodes_max", &self.nodes_max)
            .finish_non_exhaustive()
    }
}

impl Budget<'static> {
    /// No limit, one thread.
    pub fn unlimited() -> Self {
        Self {
            nodes_max: None,
            threads: 1,
            stop: &|| None,
        }
    }
}

/// Counts the nodes of one search against its budget.
#[derive(Debug)]
pub(crate) struct Meter<'a> {
    budget: &'a Budget<'a>,
    nodes: u64,
}

/// Nodes between two looks at the caller's clock.
const NODES_BETWEEN_LOOKS: u64 = 16;

impl<'a> Meter<'a> {
    pub(crate) fn new(budget: &'a Budget<'a>) -> Self {
        Self { budget, nodes: 0 }
    }

    /// Counts a node; a reason means that the search must stop.
    pub(crate) fn node(&mut self) -> Option<StopReason> {
        if self.budget.nodes_max.is_some_and(|max| self.nodes >= max) {
            return Some(StopReason::NodeLimit);
        }
        self.nodes += 1;
        if self.nodes % NODES_BETWEEN_LOOKS == 1 {
            (self.budget.stop)()
        } else {
            None
        }
    }
}
