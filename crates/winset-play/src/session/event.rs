//! What is said to sessions.

use super::{Fault, Seat};

/// What a session is told; `A` is what a seat may do in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionEvent<A> {
    /// The talks begin.
    Begin,
    /// A seat acts, so many milliseconds after the beginning.
    Act {
        /// Who.
        seat: Seat,
        /// What it does.
        action: A,
        /// When.
        at_ms: u64,
    },
    /// A seat cannot go on: it crashed, said what is no action, or was silent for too long.
    Failed {
        /// Who.
        seat: Seat,
        /// How.
        fault: Fault,
        /// When.
        at_ms: u64,
    },
    /// So many milliseconds after the beginning nobody has acted: ends talks whose time is up by then, else
    /// nothing.
    TimeUp {
        /// When.
        at_ms: u64,
    },
}
