//! What a program reads of a report.

use winset_model::answer::StopReason;

/// The sentences of a report, and what it asks and claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSummary {
    /// How things stand, why, and the way out.
    pub sentences: Vec<String>,
    /// Each point, in the case's order.
    pub points: Vec<ReportPoint>,
    /// What is asked of a principal.
    pub decisions: Vec<ReportDecision>,
    /// Claims, and how each is checked.
    pub checks: Vec<ReportCheck>,
    /// Why some part was not finished.
    pub stopped: Option<StopReason>,
}

/// How a point stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportPoint {
    /// Agreed, bracketed or blocked.
    pub mark: ReportMark,
    /// How many clashes touch it, in words; empty where none does.
    pub note: String,
}

/// How a point stands, without the option that is agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportMark {
    /// All offers that name it name the same option.
    Agreed,
    /// Neither of the others.
    Bracketed,
    /// No option is inside every declared line.
    Blocked,
}

impl ReportMark {
    /// In a word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Bracketed => "bracketed",
            Self::Blocked => "blocked",
        }
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportDecision {
    /// In a few words.
    pub short: &'static str,
    /// In full.
    pub full: String,
    /// What there is to choose from, where there is.
    pub parts: Vec<String>,
}

/// A claim and how it is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportCheck {
    /// The claim.
    pub claim: String,
    /// The commands that check it, in order.
    pub commands: Vec<String>,
    /// What the last of them prints.
    pub prints: Vec<String>,
}
