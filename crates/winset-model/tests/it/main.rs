//! Integration tests of the model.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files should stop"
)]

mod formats;
mod fuzz_corpus;
mod large;
mod malformed;
mod mutations;
mod reading;
mod schema;
mod valid;
