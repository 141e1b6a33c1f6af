//! What a question returns: found, proven impossible, or stopped with the best bound.

/// The answer to a question. The proof is in the type: `P` can be built only from something that
/// was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T, P, B> {
    /// Found, with what shows it.
    Found(T),
    /// Proven impossible, with the proof.
    Impossible(P),
    /// Stopped before it was decided.
    Stopped {
        /// Why.
        reason: StopReason,
        /// The best found so far.
        best: Option<T>,
        /// What is proven about what was not found.
        bound: B,
    },
}

/// Why a question was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopReason {
    /// Its time was up.
    TimeLimit,
    /// It had looked at as many nodes as it was allowed.
    NodeLimit,
    /// It would have needed more memory than it was allowed.
    MemoryLimit,
    /// Its numbers would have outgrown the range in which it works exactly.
    NumberLimit,
    /// Somebody interrupted it.
    Interrupted,
    /// What it found did not pass the check: a fault of the program, and no answer.
    CheckFailed,
}

impl StopReason {
    /// The word for it in machine-readable answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TimeLimit => "time-limit",
            Self::NodeLimit => "node-limit",
            Self::MemoryLimit => "memory-limit",
            Self::NumberLimit => "number-limit",
            Self::Interrupted => "interrupted",
            Self::CheckFailed => "check-failed",
        }
    }
}
