//! Sessions: pure state machines of protocols. Events go in, effects come out.

mod action;
mod addressed;
mod course;
mod deadline;
mod end;
mod event;
mod no_deal;
mod sealed;
mod seats;
mod single_text;
mod stacked;
mod talks_only;
#[cfg(test)]
mod tests;

pub use action::{Action, Fault, SessionEffect};
pub use addressed::Addressed;
pub use deadline::{Clock, Deadline, TalkMoment, Timing};
pub use end::{End, NoDealReason};
pub use event::SessionEvent;
pub use no_deal::NoDealScore;
pub use sealed::{Enough, Sealed, SealedAction, SealedEnd, SealedNews, SealedRules};
pub use seats::{SEATS_MAX, Seat, SeatSet};
pub use single_text::{
    AnswersTold, Heard, ShuttleAnswer, SingleText, SingleTextRules, TextAction, TextNews,
    TextQuestion,
};
pub use stacked::{Passing, Stacked, StackedRules};
pub use talks_only::TalksOnly;
