//! What is said to a session, and what it says.

use super::{End, Seat, TalkMoment};
use crate::space::Outcome;

/// What a party may do in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Puts a package on the table, in place of the one that is there.
    Offer(Outcome),
    /// Accepts the package on the table.
    Accept,
    /// Breaks off.
    End,
}

/// What a session is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionEvent {
    /// The talks begin.
    Begin,
    /// A party acts, so many milliseconds after the beginning.
    Act {
        /// Who.
        seat: Seat,
        /// What it does.
        action: Action,
        /// When.
        at_ms: u64,
    },
    /// A party cannot go on: it crashed, said what is no action, or was silent for too long.
    Failed {
        /// Who.
        seat: Seat,
        /// How.
        fault: Fault,
    },
    /// The clock says that time is up, so many milliseconds after the beginning.
    TimeUp {
        /// When.
        at_ms: u64,
    },
}

/// How a party breaks the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It acts though it is not its turn.
    OutOfTurn,
    /// It offers what cannot be agreed: no package, or none that laws allow.
    NoPackage,
    /// It accepts though no other party's package is on the table.
    NothingToAccept,
    /// It tables though it may only answer.
    MayNotTable,
    /// What it says is no action.
    Garbled,
    /// It says nothing within its time.
    Silent,
    /// It ends, or takes more memory than it may.
    Crashed,
}

/// What a session says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SessionEffect {
    /// Everybody is told what a party did.
    Said {
        /// Who.
        seat: Seat,
        /// What it did.
        action: Action,
        /// When.
        moment: TalkMoment,
    },
    /// It is a party's turn.
    Turn {
        /// Whose.
        seat: Seat,
        /// When.
        moment: TalkMoment,
    },
    /// The talks are over.
    Finished(End),
}
