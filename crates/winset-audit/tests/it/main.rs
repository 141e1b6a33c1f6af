//! Integration tests: the solver's answers on small cases, against enumeration.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]

mod agreement;
mod assumed;
mod clashes;
mod division;
mod improve;
mod openings_agree;
mod pressure;
mod read;
mod settlements;
mod variants;
