//! Workbooks out and back.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod damaged;
mod edits;
mod foreign;
mod ods;
mod office;
mod phrases;
mod round_trips;
mod support;
