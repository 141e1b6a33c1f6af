//! What the page holds.

use super::decisions::decisions;
use super::findings::BriefFindings;
use super::parts::{BriefDecision, BriefPoint};
use super::points::points;
use super::sentences::sentences;
use crate::words::counted;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// How things stand, why, and the way out.
    pub sentences: Vec<String>,
    /// Each point, in the case's order.
    pub points: Vec<BriefPoint>,
    /// What is asked of a principal: at most three.
    pub decisions: Vec<BriefDecision>,
}

impl Brief {
    /// The page of a case, from what was found about it.
    pub fn new(findings: &BriefFindings<'_>) -> Self {
        Self {
            sentences: sentences(findings),
            points: points(findings),
            decisions: decisions(findings),
        }
    }

    /// What stands above the decisions: "Three decisions".
    pub fn decisions_heading(&self) -> String {
        match self.decisions.len() {
            3 => "Three decisions".to_owned(),
            other => counted(other, "decision"),
        }
    }
}
