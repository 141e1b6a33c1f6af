//! The reader of GeniusWeb, on any bytes.

#![no_main]

use fuzz::Reader;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| Reader::GeniusWeb.check(data));
