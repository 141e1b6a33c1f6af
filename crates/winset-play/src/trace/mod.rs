//! Courses of talks as text: a line of JSON for the rules, one for each act, one for the end. Whoever has the
//! case can play it again, and go on where it stopped.

mod fault;
mod head;
mod lines;
mod read;
mod replay;
#[cfg(test)]
mod tests;
mod words;

pub use fault::TraceFault;
pub use head::{MEDIATOR, TraceHead, TraceSeat};
pub use lines::{act_line, end_line, last_line};
pub use read::{Trace, TraceAct, TraceEnd, read_trace};
pub use replay::{Replayed, replay};
pub(crate) use words::fault_named;
pub use words::fault_word;
