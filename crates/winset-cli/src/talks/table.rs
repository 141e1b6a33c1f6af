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
    /// Milliseconds that had gone when the talks went on.
    pub(super) gone_ms: u64,
}

impl Held<'_> {
    /// Holds the talks until they end, somebody stops them, or the command is interrupted. What was done
    /// is added to the course.
    pub(super) fn go(
        &mut self,
        table: &mut Table<Anybody<'_>>,
        watch: Watch,
        course: &mut Vec<Said>,
    ) -> Option<End> {
        let (began, gone) = (now(), self.gone_ms);
        // Without a limit in time the trace holds no times, and is the same on every day.
        let timed = self.head.timing.deadline.duration_ms.is_some();
        let mut clock = || match watch.stop() {
            Some(_) => None,
            None if timed => Some(gone + since_ms(began)),
            None => Some(0),
        };
        let (head, case, space) = (self.head, self.case, self.space);
        let was_over = matches!(table.waits(), TableWaits::Over(_));
        let end = table.go(&mut clock, |said| {
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
