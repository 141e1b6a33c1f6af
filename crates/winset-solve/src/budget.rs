//! How long a question may run. The clock is the caller's.

use std::fmt;

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
    /// Told what the checker says when it refuses what was found, before the question is stopped with
    /// [`StopReason::CheckFailed`].
    pub refused: &'a (dyn Fn(CheckRefusal) + Sync),
}

/// Why the checker refused what was found, a fault of the program, in words that fit after "the check
/// failed:". They name lines of certificates, demands and parties, never a score or a floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRefusal(String);

impl CheckRefusal {
    /// A refusal in these words.
    pub fn new(why: impl fmt::Display) -> Self {
        Self(why.to_string())
    }
}

impl fmt::Display for CheckRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Budget<'_> {
    /// The same with at most so many nodes for each search.
    pub(crate) fn within(&self, nodes: u64) -> Self {
        Self {
            nodes_max: Some(self.nodes_max.map_or(nodes, |max| max.min(nodes))),
            ..*self
        }
    }

    /// Tells why the checker refused what was found.
    pub(crate) fn check_failed(&self, why: impl fmt::Display) -> StopReason {
        (self.refused)(CheckRefusal::new(why));
        StopReason::CheckFailed
    }
}

impl fmt::Debug for Budget<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
            refused: &|_| {},
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

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn what_the_checker_says_is_told() {
        let told = Mutex::new(Vec::new());
        let budget = Budget {
            refused: &|why| told.lock().unwrap().push(why.to_string()),
            ..Budget::unlimited()
        };
        let reason = budget.within(3).check_failed("line 7: not closed");
        assert_eq!(reason, StopReason::CheckFailed);
        assert_eq!(*told.lock().unwrap(), ["line 7: not closed"]);
    }
}
