//! How many persons a list holds, by category and by what it says of them.

use std::collections::BTreeMap;

use super::entry::{ListStatus, PersonEntry};

/// How many entries of a list say what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StatusCounts {
    /// Held.
    pub held: u64,
    /// Dead.
    pub dead: u64,
    /// Unknown.
    pub unknown: u64,
}

/// The entries of a list by category, in the order of their names. A person who stands in it twice counts
/// twice.
pub fn list_counts(entries: &[PersonEntry]) -> BTreeMap<String, StatusCounts> {
    let mut categories: BTreeMap<String, StatusCounts> = BTreeMap::new();
    for entry in entries {
        let counts = categories.entry(entry.category.clone()).or_default();
        *match entry.status {
            ListStatus::Held => &mut counts.held,
            ListStatus::Dead => &mut counts.dead,
            ListStatus::Unknown => &mut counts.unknown,
        } += 1;
    }
    categories
}
