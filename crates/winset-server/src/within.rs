//! Questions that a page asks itself, within a time of their own: the one place besides the work in the
//! background that looks at the clock for them.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use winset_model::answer::StopReason;
use winset_solve::{Budget, CheckRefusal};

/// Why the checker refused what was found about a case, each reason once.
#[derive(Debug, Default)]
pub(crate) struct Refusals(Mutex<Vec<CheckRefusal>>);

impl Refusals {
    /// Keeps a reason.
    pub(crate) fn keep(&self, refusal: CheckRefusal) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !kept.contains(&refusal) {
            kept.push(refusal);
        }
    }

    /// The reasons so far.
    pub(crate) fn kept(&self) -> Vec<CheckRefusal> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clone()
    }
}

/// Asks within this time, on one thread, and keeps what the checker refuses.
pub(crate) fn within<T>(
    time: Duration,
    refusals: &Refusals,
    question: impl FnOnce(&Budget<'_>) -> T,
) -> T {
    let deadline = now().checked_add(time);
    let stop = || {
        let over = deadline.is_some_and(|deadline| now() >= deadline);
        over.then_some(StopReason::TimeLimit)
    };
    question(&Budget {
        nodes_max: None,
        threads: 1,
        stop: &stop,
        refused: &|refusal| refusals.keep(refusal),
    })
}

/// The time now.
#[expect(clippy::disallowed_methods, reason = "the desk owns its clock")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
