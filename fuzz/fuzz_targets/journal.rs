//! The reader of journals, on any bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../shared/journal.rs"]
mod journal;

fuzz_target!(|data: &[u8]| {
    journal::check(data);
});
