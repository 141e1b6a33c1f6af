//! Talks of programs against courses that other programs recorded.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod conformance;
mod domain;
mod league_courses;
mod negmas_traces;
mod replays;
