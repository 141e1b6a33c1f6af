//! Sessions: pure state machines of protocols. Events go in, effects come out.

mod action;
mod deadline;
mod end;
mod seats;
mod stacked;
#[cfg(test)]
mod tests;

pub use action::{Action, Fault, SessionEffect, SessionEvent};
pub use deadline::{Clock, Deadline, TalkMoment, Timing};
pub use end::{End, NoDealReason};
pub use seats::{SEATS_MAX, Seat, SeatSet};
pub use stacked::{Stacked, StackedRules};
