//! What a program reads of a report.

use winset_model::answer::StopReason;
use winset_told::brief::Brief;

/// The page of a report, and what it claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSummary {
    /// The page for a principal.
    pub brief: Brief,
    /// Claims, and how each is checked.
    pub checks: Vec<ReportCheck>,
    /// Why some part was not finished.
    pub stopped: Option<StopReason>,
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
