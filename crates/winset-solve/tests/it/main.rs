//! Integration tests of the solver.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]

mod clashes;
mod demonstration;
mod derived;
mod determinism;
mod fine_sums;
mod laws;
mod laws_of;
mod listing;
mod loops;
mod openings;
mod pressure;
mod pressure_claims;
mod pressure_demonstration;
mod pressure_kinds;
mod pressure_laws;
mod refusals;
mod second_reader;
mod settled_demonstration;
mod settlement_laws;
mod stats;
mod status;
mod what_if;
