//! Pieces of text: what they are, and what became of them between two versions.

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Words of the text itself.
    Words,
    /// A bracket around words that are not agreed.
    Bracket,
    /// Whose words follow.
    Owner,
}

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It stands in both versions.
    Kept,
    /// It stands in the later version only.
    Inserted,
    /// It stood in the earlier version only.
    Deleted,
}

/// A piece of text. A line end in it begins a new line within its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// What became of it.
    pub change: Change,
}

impl Run {
    /// Words that were not changed.
    pub fn words(text: impl Into<String>) -> Self {
        Self::kept(Role::Words, text)
    }

    /// A piece that was not changed.
    pub fn kept(role: Role, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            role,
            change: Change::Kept,
        }
    }

    /// The same piece, changed like this.
    #[must_use]
    pub fn changed(mut self, change: Change) -> Self {
        self.change = change;
        self
    }
}

/// The text of all runs.
pub(crate) fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
