//! A seat for somebody else's program: a process of its own that is told and answers in lines of JSON, within
//! limits, and is gone when the talks are over.

mod command;
mod group;
mod lines;
mod memory;
mod partner;
mod place;
mod program;
mod refused;
mod tail;
#[cfg(test)]
mod tests;

pub(crate) use command::OutsideCommand;
pub(crate) use partner::OutsideLimits;
pub(crate) use program::{OutsideProgram, OutsideSeat};
pub(crate) use refused::OutsideRefused;
