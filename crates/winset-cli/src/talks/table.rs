//! Talks held in the command: their clock, their trace, their end.

use std::sync::Arc;
use std::time::Instant;

use winset::model::case::Case;
use winset::play::run::{Said, Table, TableWaits};
use winset::play::session::End;
use winset::play::space::OutcomeSpace;
use winset::play::trace::{TraceHead, act_line, end_line, last_line};

use super::seats::Anybody;
use super::trace_file::TraceFile;
use crate::progress::{Watch, now};

/// A table, and what is written of it.
pub(super) struct Held<'a> {
    pub(super) case: &'a Case,
    pub(super) space: &'a Arc<OutcomeSpace>,
    pub(super) head: &'a TraceHead,
    pub(super) file: &'a mut TraceFile,
    pub(super) clock: TalkClock,
}

/// The clock of talks.
#[derive(Debug, Clone, Copy)]
pub(super) struct TalkClock {
    watch: Watch,
    began: Instant,
    /// Milliseconds that had gone when the talks went on.
    gone_ms: u64,
}

impl From<Watch> for TalkClock {
    /// Talks that begin now.
    fn from(watch: Watch) -> Self {
        Self {
            watch,
            began: now(),
            gone_ms: 0,
        }
    }
}

impl TalkClock {
    /// The same of talks that go on after so many milliseconds.
    pub(super) fn after(self, gone_ms: u64) -> Self {
        Self { gone_ms, ..self }
    }

    /// How many milliseconds after the beginning it is; none where the command is interrupted. Without a limit in
    /// time a trace holds no times, and is the same on every day.
    pub(super) fn now(self, timed: bool) -> Option<u64> {
        match self.watch.stop() {
            Some(_) => None,
            None if timed => Some(self.gone_ms + since_ms(self.began)),
            None => Some(0),
        }
    }
}

impl Held<'_> {
    /// Holds the talks until they end, somebody stops them, or the command is interrupted. What was done
    /// is added to the course.
    pub(super) fn go(
        &mut self,
        table: &mut Table<Anybody<'_>>,
        course: &mut Vec<Said>,
    ) -> Option<End> {
        let timed = self.head.timing.deadline.duration_ms.is_some();
        let clock = self.clock;
        let (head, case, space) = (self.head, self.case, self.space);
        let was_over = matches!(table.waits(), TableWaits::Over(_));
        let end = table.go(&mut || clock.now(timed), |said| {
            self.file.add(&act_line(head, case, space, said));
            course.push(*said);
        });
        if let Some(end) = &end {
            let last = if was_over { None } else { last_line(head, end) };
            let last = last.unwrap_or_default();
            self.file.add(&(last + &end_line(head, case, space, end)));
        }
        end
    }
}

fn since_ms(began: Instant) -> u64 {
    u64::try_from(now().duration_since(began).as_millis()).unwrap_or(u64::MAX)
}
