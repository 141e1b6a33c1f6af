//! Sessions: pure state machines of protocols. Events go in, effects come out.

mod action;
mod course;
mod deadline;
mod end;
mod mediated;
mod sealed;
mod seats;
mod single_text;
mod stacked;
#[cfg(test)]
mod tests;
mod three_way;

pub use action::{Action, Fault, SessionEffect, SessionEvent};
pub use deadline::{Clock, Deadline, TalkMoment, Timing};
pub use end::{End, NoDealReason};
pub use mediated::{Addressed, MediatedEvent};
pub use sealed::{Enough, Sealed, SealedAction, SealedEnd, SealedNews, SealedRules};
pub use seats::{SEATS_MAX, Seat, SeatSet};
pub use single_text::{
    AnswersTold, Heard, ShuttleAnswer, SingleText, SingleTextRules, TextAction, TextNews,
    TextQuestion,
};
pub use stacked::{Stacked, StackedRules};
pub use three_way::{ThreeWay, ThreeWayAction, ThreeWayNews, ThreeWayRules};
