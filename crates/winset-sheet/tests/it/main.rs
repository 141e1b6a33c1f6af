//! Workbooks out and back.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod agreed;
mod damaged;
mod edits;
mod foreign;
mod mutated;
mod odd;
mod ods;
mod office;
mod phrases;
mod round_trips;
mod support;
