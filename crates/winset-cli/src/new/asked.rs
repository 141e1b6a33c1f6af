//! What the questions are about.

/// The answer that takes the last one back.
pub(super) const BACK: &str = "<";

/// What is asked. Parties and points are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Asked {
    Title,
    Party(usize),
    Mediator,
    Point(usize),
    Outcomes(usize),
    /// Whether to go on to what each party accepts.
    GoOn,
    Accepts {
        party: usize,
        point: usize,
    },
    /// Whether to go on to what outcomes are worth.
    Value,
    Worth {
        party: usize,
        point: usize,
    },
    NoDeal(usize),
    /// Whether to write it down.
    Write,
}
