//! The form of what a report says.

use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_told::brief::{Brief, BriefDecision, BriefPoint};

use super::name::{FormatWord, NameOf};
use super::values::{Keyed, assumed_ids, present};
use super::words::{PointStatusWord, ReasonWord};
use crate::ask::{ReportCheck, ReportSummary};

/// The answer to `winset report`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<ReportForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// The report.
    pub report: ReportToldForm,
    /// Why some part was not finished; null when all was.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

/// What a report says.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportToldForm {
    /// The file that it was written to.
    pub file: String,
    /// How things stand, why, and the way out.
    pub sentences: Vec<String>,
    /// How each point stands.
    pub points: Keyed<ReportPointForm>,
    /// What is asked of a principal.
    pub decisions: Vec<DecisionForm>,
    /// How each claim can be checked.
    pub checks: Vec<CheckForm>,
}

/// How a point stands.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportPointForm {
    /// In a word.
    pub status: PointStatusWord,
    /// How many clashes touch it, in words; empty when none does.
    pub note: String,
}

/// A decision.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionForm {
    /// In a few words.
    pub short: String,
    /// In full.
    pub full: String,
    /// What it consists of, or between what is to be chosen.
    pub parts: Vec<String>,
}

/// A claim and how to check it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckForm {
    /// What is checked.
    pub claim: String,
    /// Commands for a POSIX shell, to be run in order.
    pub commands: Vec<String>,
    /// Sentences that the last command prints, besides others.
    pub prints: Vec<String>,
}

impl ReportForm {
    /// The form of what was written to a file.
    pub fn new(case: &Case, file: &Path, summary: &ReportSummary) -> Self {
        let ReportSummary {
            brief,
            checks,
            stopped,
        } = summary;
        let Brief {
            sentences,
            points,
            decisions,
        } = brief;
        let points = case.points.iter().zip(points);
        let points = points.map(|(point, BriefPoint { mark, note, .. })| {
            let note = note.clone();
            (
                point.id.clone(),
                ReportPointForm {
                    status: PointStatusWord::from(*mark),
                    note,
                },
            )
        });
        let decisions = decisions.iter().map(|item| {
            let BriefDecision { short, full, parts } = item;
            DecisionForm {
                short: (*short).to_owned(),
                full: full.clone(),
                parts: parts.clone(),
            }
        });
        let checks = checks.iter().map(|check| {
            let ReportCheck {
                claim,
                commands,
                prints,
            } = check.clone();
            CheckForm {
                claim,
                commands,
                prints,
            }
        });
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            report: ReportToldForm {
                file: file.display().to_string(),
                sentences: sentences.clone(),
                points: Keyed(points.collect()),
                decisions: decisions.collect(),
                checks: checks.collect(),
            },
            stopped: stopped.map(ReasonWord::from),
        }
    }
}
