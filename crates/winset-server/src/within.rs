//! Questions that a page asks itself, within a time of their own: the one place besides the work in the
//! background that looks at the clock for them.

use std::time::{Duration, Instant};

use winset_model::answer::StopReason;
use winset_solve::Budget;

use crate::findings::Findings;

/// Asks about the case of findings within this time, on one thread; what the checker refuses is kept
/// with the findings.
pub(crate) fn within<T>(
    time: Duration,
    findings: &Findings,
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
        refused: &|refusal| findings.keep_refusal(refusal),
    })
}

/// The time now.
#[expect(clippy::disallowed_methods, reason = "the desk owns its clock")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
