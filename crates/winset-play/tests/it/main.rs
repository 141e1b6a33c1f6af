//! Talks of programs against courses that other programs recorded.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod negmas_traces;
