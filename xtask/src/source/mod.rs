//! Rust source as far as rules and figures need it; nothing here judges.

pub(crate) mod rust_text;
