//! The reader of NegMAS in YAML, on any bytes.

#![no_main]

use fuzz::Reader;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| Reader::NegmasYaml.check(data));
