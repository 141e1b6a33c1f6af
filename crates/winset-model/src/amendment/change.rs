//! A change, and why it cannot be made.

use std::fmt;

use super::path::CasePath;
use crate::audience::ASSUMPTIONS;
use crate::diagnostic::nearest;
use crate::document::Node;

/// A change of a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseChange {
    /// An entry is added to a list.
    Add {
        /// The list, which may not be there yet.
        list: CasePath,
        /// The entry, as the file would have it, with its identifier.
        entry: Node,
        /// Behind which entry; at the end where nothing is said.
        after: Option<String>,
    },
    /// A key of a mapping gets a value, or loses it.
    Set {
        /// The key.
        at: CasePath,
        /// The value, as the file would have it; none takes the key out.
        to: Option<Node>,
    },
    /// An entry gets another identifier, wherever it is named.
    Rename {
        /// The entry.
        at: CasePath,
        /// Its new identifier.
        to: String,
    },
    /// An entry counts no longer. A party, a point or an option is taken out of scores, offers and
    /// lists of options with it; what else names it has to be changed, too.
    Retire {
        /// The entry.
        at: CasePath,
    },
    /// The entries of a list get another order.
    Order {
        /// The list.
        list: CasePath,
        /// The identifiers of all its entries.
        names: Vec<String>,
    },
}

impl CaseChange {
    /// The place that is changed; of an entry that is added, the place it gets.
    pub fn place(&self) -> CasePath {
        match self {
            Self::Add { list, entry, .. } => match super::tree::name_of(entry) {
                Some(name) => list.with(&name),
                None => list.clone(),
            },
            Self::Set { at, .. } | Self::Rename { at, .. } | Self::Retire { at } => at.clone(),
            Self::Order { list, .. } => list.clone(),
        }
    }

    /// Whether it changes what a party supposes of others.
    pub fn is_assumption(&self) -> bool {
        self.place()
            .names()
            .first()
            .is_some_and(|list| list == ASSUMPTIONS)
    }
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeFault {
    /// The place, as text.
    pub place: String,
    /// What is wrong, in a sentence without a full stop.
    pub why: String,
}

impl ChangeFault {
    pub(super) fn new(place: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            why: why.into(),
        }
    }

    /// Nothing at a place has this name.
    pub(super) fn unknown(place: &str, name: &str, known: &[String]) -> Self {
        const SHOWN_MAX: usize = 12;
        let there = match known.len() {
            0 => "there is nothing".to_owned(),
            n if n <= SHOWN_MAX => format!("there is {}", known.join(", ")),
            n => format!(
                "there is {}, ... ({n} in all)",
                known[..SHOWN_MAX].join(", ")
            ),
        };
        let near = nearest(name, known.iter().map(String::as_str));
        let meant = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        Self::new(place, format!("`{name}` is not there; {there}{meant}"))
    }
}

impl fmt::Display for ChangeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            return f.write_str(&self.why);
        }
        write!(f, "{}: {}", self.place, self.why)
    }
}

impl std::error::Error for ChangeFault {}
