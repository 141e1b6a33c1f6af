//! What is wrong with a trace.

/// What is wrong, and in which line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct TraceFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub what: String,
}

impl TraceFault {
    /// A fault in a line.
    pub(super) fn new(line: usize, what: impl Into<String>) -> Self {
        Self {
            line,
            what: what.into(),
        }
    }

    /// That an act stands after the end of the talks.
    pub(super) fn over(line: usize) -> Self {
        Self::new(line, "the talks were over before this act")
    }
}
