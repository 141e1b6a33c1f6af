//! Who may see an entry of a case or a journal.

/// Who may see an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Its owner and the mediator.
    Mediator,
    /// Its owner only.
    Sealed,
}

impl Visibility {
    /// The word for it in files and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Mediator => "mediator",
            Self::Sealed => "sealed",
        }
    }
}
