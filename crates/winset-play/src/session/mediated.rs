//! What is said to sessions with a mediator, and to whom they speak.

use super::{Fault, Seat, SeatSet};

/// What a session with a mediator is told; `A` is what a seat may do in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MediatedEvent<A> {
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

/// Something said to some seats, and to no other: who shows each seat what is addressed to it shows it all
/// that it may know.
#[derive(Debug, Clone, PartialEq)]
pub struct Addressed<T> {
    /// To whom.
    pub to: SeatSet,
    /// What.
    pub news: T,
}

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    NotBegun,
    Going,
    Over,
}
