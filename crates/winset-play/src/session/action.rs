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
    /// Does neither, where the rules let it; the package stays on the table.
    Pass,
    /// Breaks off.
    End,
}

/// How a party breaks the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It acts though it is not its turn.
    OutOfTurn,
    /// It offers what cannot be agreed: no package, or none that laws allow.
    NoPackage,
    /// It tables or accepts what the bodies that ratify for it would not pass.
    NotRatified,
    /// It accepts though no other party's package is on the table.
    NothingToAccept,
    /// It tables though it may only answer.
    MayNotTable,
    /// It passes though it has to offer, accept or break off.
    MayNotPass,
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
