//! A decision as the page lists it.

use super::super::parts::BriefDecision;

/// A decision told in one sentence.
pub(super) fn item(short: &'static str, full: String) -> BriefDecision {
    among(short, full, Vec::new())
}

/// A decision among parts, each on a line of its own.
pub(super) fn among(short: &'static str, full: String, parts: Vec<String>) -> BriefDecision {
    BriefDecision { short, full, parts }
}
