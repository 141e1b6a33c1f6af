//! A journal as of an act or a day.

use winset_model::calendar::Day;

use crate::act::JournalEntry;

/// Up to where a journal is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JournalUntil {
    /// Up to this line.
    Line(usize),
    /// Up to the end of this day, in UTC.
    Day(Day),
}

impl JournalUntil {
    /// How many of the acts are read: those before the first one that is later.
    pub fn lines(&self, entries: &[JournalEntry]) -> usize {
        let later = |entry: &JournalEntry| match self {
            Self::Line(line) => entry.line > *line,
            Self::Day(day) => entry.day().is_some_and(|at| at > *day),
        };
        entries.iter().position(later).unwrap_or(entries.len())
    }
}

impl JournalEntry {
    /// The day on which it was written down, in UTC.
    pub fn day(&self) -> Option<Day> {
        self.act.at.get(..10).and_then(Day::read)
    }
}
