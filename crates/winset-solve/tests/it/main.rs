//! Integration tests of the solver.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]

mod agreement;
mod clashes;
mod demonstration;
mod derived;
mod determinism;
mod division;
mod laws;
mod listing;
mod pressure;
mod refusals;
mod second_reader;
mod settled_demonstration;
mod settlement_laws;
mod settlements;
