//! Courses of talks as text: a line of JSON for the rules, one for each act, one for the end. Whoever has the
//! case can play it again, and go on where it stopped.

mod entries;
mod fault;
mod head;
mod lines;
mod read;
mod replay;
mod shuttle_head;
mod shuttle_lines;
#[cfg(test)]
mod tests;
mod words;

pub use fault::TraceFault;
pub use head::{MEDIATOR, TraceHead, TraceSeat};
pub use lines::{act_line, end_line, last_line};
pub use read::{Trace, TraceAct, TraceEnd, is_shuttle_trace, read_shuttle_trace, read_trace};
pub use replay::{Replayed, replay};
pub use shuttle_head::{ShuttleHead, ShuttleTerms};
pub use shuttle_lines::{replay_shuttle, shuttle_act_line, shuttle_end_line, shuttle_last_line};
pub(crate) use words::fault_named;
pub use words::fault_word;
