//! Integration tests of the solver.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]

mod agreement;
mod clashes;
mod demonstration;
mod derived;
mod determinism;
mod division;
mod improve;
mod laws;
mod laws_of;
mod listing;
mod loops;
mod openings;
mod openings_agree;
mod pressure;
mod pressure_claims;
mod pressure_demonstration;
mod pressure_kinds;
mod pressure_laws;
mod refusals;
mod second_reader;
mod settled_demonstration;
mod settlement_laws;
mod settlements;
mod stats;
mod status;
mod variants;
mod what_if;
