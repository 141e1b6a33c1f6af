//! Journals that are torn, shared, tampered with or no journals at all.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod acts;
mod amended;
mod audience;
mod fuzzed;
mod held;
mod hostile;
mod killed;
mod limits;
mod lines;
mod moved;
mod noted;
mod seen;
mod tampered;
mod torn;
mod touched;
mod writers;
