//! Lists of prisoners, two and two: what both say, what they contradict each other in, and which entries
//! may be one person. Identifiers are opaque; they are compared and never told.

mod counts;
mod entry;
mod matching;
mod near;
#[cfg(test)]
mod tests;

pub use counts::{StatusCounts, list_counts};
pub use entry::{ListStatus, PersonEntry, PersonId};
pub use matching::{
    CategoryCounts, ListContradiction, ListContradictionKind, ListMatch, ListPlace, ListSide,
    NearPair, PersonOutcome, match_lists,
};
