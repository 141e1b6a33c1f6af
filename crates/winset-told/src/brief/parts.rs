//! The parts of the page.

/// A point on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefPoint {
    /// Its place in the plan, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// How it stands.
    pub mark: BriefMark,
    /// How many clashes touch it, in words; empty where none does.
    pub note: String,
}

/// How a point stands, without the option that is agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BriefMark {
    /// All who must agree have said so.
    Agreed,
    /// Neither of the others.
    Bracketed,
    /// No option is inside every declared line.
    Blocked,
}

impl BriefMark {
    /// In a word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Bracketed => "bracketed",
            Self::Blocked => "blocked",
        }
    }

    /// As a sign, which reads without colour.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Agreed => "●",
            Self::Bracketed => "[ ]",
            Self::Blocked => "✕",
        }
    }
}

/// A decision that is asked of a principal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefDecision {
    /// In a few words.
    pub short: &'static str,
    /// In full.
    pub full: String,
    /// What there is to choose from, where there is.
    pub parts: Vec<String>,
}
