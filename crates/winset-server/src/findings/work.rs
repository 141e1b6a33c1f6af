//! The questions, one after the other.

use std::num::NonZeroUsize;
use std::time::Duration;

use winset_answers::ask::{Progress, WorkLimit};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_solve::Budget;

use crate::within::now;

use super::{Findings, STAGES};

/// Asks everything, each part within its time, and tells of each question when it is done.
pub(super) fn all(findings: &Findings, case: &Case, time_limit: Duration) {
    let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let begun = |part: &mut dyn FnMut(&Budget<'_>)| {
        let deadline = now().checked_add(time_limit);
        let stop = || {
            if findings.is_cancelled() {
                Some(StopReason::Interrupted)
            } else if deadline.is_some_and(|deadline| now() >= deadline) {
                Some(StopReason::TimeLimit)
            } else {
                None
            }
        };
        part(&Budget {
            nodes_max: None,
            threads,
            stop: &stop,
            refused: &|refusal| findings.refusals.keep(refusal),
        });
    };
    let limit = WorkLimit::for_each_part(&begun, Progress::silent());
    for (place, stage) in STAGES.into_iter().enumerate() {
        if findings.is_cancelled() {
            return;
        }
        findings.found.ask(case, stage, &limit);
        findings.tell(place + 1);
    }
}
