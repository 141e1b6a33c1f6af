//! What is found about a case, in the background, one question after the other.
//!
//! A page shows what is known when it is asked for and says what is still being worked out. Nothing
//! here looks at anything but the case of one audience.

mod terms;
mod work;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use winset_answers::ask::{Everything, Movers, Stage, points_status};
use winset_model::case::Case;
use winset_solve::Status;

use crate::within::Refusals;

pub(crate) use terms::{STAGES, terms};

/// Everything that is found about a case, and how far the work is.
#[derive(Debug)]
pub(crate) struct Findings {
    cancelled: AtomicBool,
    done: watch::Sender<usize>,
    /// What the checker refused.
    pub(crate) refusals: Refusals,
    pub(crate) status: Status,
    pub(crate) found: Everything,
}

impl Findings {
    /// Begins to ask everything about a case, on a thread of its own.
    pub(crate) fn begin(case: Case, movers: Movers, time_limit: Duration) -> Arc<Self> {
        let findings = Arc::new(Self {
            cancelled: AtomicBool::new(false),
            done: watch::Sender::new(0),
            refusals: Refusals::default(),
            status: points_status(&case),
            found: Everything::new(terms(movers)),
        });
        let worker = findings.clone();
        std::thread::spawn(move || work::all(&worker, &case, time_limit));
        findings
    }

    /// Ends the work.
    pub(crate) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// How many questions are done.
    pub(crate) fn done(&self) -> usize {
        *self.done.borrow()
    }

    /// Whether all questions are done.
    pub(crate) fn is_done(&self) -> bool {
        self.done() >= STAGES.len()
    }

    /// Tells of each question that is done.
    pub(crate) fn watch(&self) -> watch::Receiver<usize> {
        self.done.subscribe()
    }

    /// Waits until a question is done, at most so long.
    pub(crate) async fn wait(&self, stage: Stage, at_most: Duration) {
        let mut done = self.watch();
        let place = STAGES.iter().position(|asked| *asked == stage);
        let reached = done.wait_for(|done| place.is_none_or(|place| *done > place));
        // Both ends of the wait are fine: the page shows what is known.
        let _ = tokio::time::timeout(at_most, reached).await;
    }
}
