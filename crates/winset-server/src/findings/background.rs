//! The work in the background, and how far it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use winset_answers::ask::{Everything, EverythingStage, Movers};
use winset_model::case::Case;

use super::{STAGES, terms, work};
use crate::within::Refusals;

/// Everything that is found about a case, and how far the work is.
#[derive(Debug)]
pub(crate) struct Findings {
    cancelled: AtomicBool,
    done: watch::Sender<usize>,
    /// What the checker refused.
    pub(crate) refusals: Refusals,
    pub(crate) found: Everything,
}

impl Findings {
    /// Begins to ask everything about a case, on a thread of its own.
    pub(crate) fn begin(case: Case, movers: Movers, time_limit: Duration) -> Arc<Self> {
        let findings = Arc::new(Self {
            cancelled: AtomicBool::new(false),
            done: watch::Sender::new(0),
            refusals: Refusals::default(),
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

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Tells that so many questions are done.
    pub(super) fn tell(&self, done: usize) {
        self.done.send_replace(done);
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
    pub(crate) async fn wait(&self, stage: EverythingStage, at_most: Duration) {
        let mut done = self.watch();
        let place = STAGES.iter().position(|asked| *asked == stage);
        let reached = done.wait_for(|done| place.is_none_or(|place| *done > place));
        // Both ends of the wait are fine: the page shows what is known.
        let _ = tokio::time::timeout(at_most, reached).await;
    }
}
