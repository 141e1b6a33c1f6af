//! Integration tests of the model.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read its files should stop"
)]

mod formats;
mod fuzz_corpus;
mod large;
mod malformed;
mod mutations;
mod overlay;
mod peers;
mod plan;
mod reading;
mod record;
mod schema;
mod valid;
