//! The case reader on any bytes in every syntax: no panic, and every finding lies in the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use winset_model::diagnostic::Diagnostic;
use winset_model::document::Syntax;

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let syntax = match first % 3 {
        0 => Syntax::Yaml,
        1 => Syntax::Json,
        _ => Syntax::Toml,
    };
    let inside = |d: &Diagnostic| d.span.start <= d.span.end && d.span.end <= bytes.len();
    match winset_model::read_case(bytes, syntax) {
        Ok(reading) => assert!(reading.warnings.iter().all(inside)),
        Err(found) => assert!(!found.is_empty() && found.iter().all(inside)),
    }
});
