//! How talks end.

use super::{Fault, Seat, TalkMoment};
use crate::space::Outcome;

/// How talks ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End {
    /// The package that all who must agree accepted; else why there is none.
    pub agreed: Result<Outcome, NoDealReason>,
    /// When.
    pub moment: TalkMoment,
}

/// Why talks ended without a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDealReason {
    /// Time was up.
    Deadline,
    /// A party broke off.
    BrokenOff(Seat),
    /// A party broke the rules.
    Fault(Seat, Fault),
}
