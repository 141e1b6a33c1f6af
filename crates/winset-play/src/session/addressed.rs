//! To whom sessions with a mediator speak.

use super::SeatSet;

/// Something said to some seats, and to no other: who shows each seat what is addressed to it shows it all
/// that it may know.
#[derive(Debug, Clone, PartialEq)]
pub struct Addressed<T> {
    /// To whom.
    pub to: SeatSet,
    /// What.
    pub news: T,
}
