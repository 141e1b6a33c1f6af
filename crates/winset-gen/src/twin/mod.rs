//! Twins of cases: another case that a reader cannot tell from the first.
//!
//! Made from what `docs/formats/case.md` says of visibility, and of nothing else: whatever a reader
//! may not see is changed, taken out, or joined by more of it; whatever the reader may see stays.

mod file;
mod maker;
mod offers;
mod plan;
mod reader;
mod record;
mod rules;
mod values;

pub use file::twin;
pub use reader::Reader;
