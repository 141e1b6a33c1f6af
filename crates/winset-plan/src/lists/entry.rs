//! An entry of a list.

use std::fmt;

/// The identifier of a person as it is compared: capital letters, without spaces, hyphens, dots, slashes
/// and underscores. It is opaque, and never printed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(String);

impl PersonId {
    /// The identifier of a cell; `None` when nothing is left of it.
    pub fn read(text: &str) -> Option<Self> {
        let kept = text
            .chars()
            .filter(|c| !c.is_whitespace() && !"-./_\\".contains(*c));
        let id: String = kept.flat_map(char::to_uppercase).collect();
        (!id.is_empty()).then_some(Self(id))
    }

    pub(super) fn letters(&self) -> Vec<char> {
        self.0.chars().collect()
    }
}

/// Never the identifier itself.
impl fmt::Debug for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonId(..)")
    }
}

/// What a list says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListStatus {
    /// Is held.
    Held,
    /// Is dead.
    Dead,
    /// It is not known what became of them.
    Unknown,
}

impl ListStatus {
    /// The words for them, as they stand in lists.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("held", Self::Held),
        ("dead", Self::Dead),
        ("unknown", Self::Unknown),
    ];

    /// Reads a word of any case; `None` when it is none of them.
    pub fn read(text: &str) -> Option<Self> {
        let word = text.trim().to_lowercase();
        let found = Self::WORDS.iter().find(|(known, _)| *known == word)?;
        Some(found.1)
    }
}

/// An entry of a list.
#[derive(Debug, Clone)]
pub struct PersonEntry {
    /// Who.
    pub id: PersonId,
    /// The category.
    pub category: String,
    /// What the list says.
    pub status: ListStatus,
    /// The row of the list, from 1, by which entries are named to readers.
    pub row: usize,
}
