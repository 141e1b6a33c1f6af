//! The form of what a report says.

use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;
use winset_model::case::Case;

use super::name::{FormatWord, NameOf};
use super::values::{Keyed, Reason};
use crate::ask::{ReportCheck, ReportDecision, ReportPoint, ReportSummary};

/// The answer to `winset report`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReportForm {
    /// Name and version of this form.
    format: FormatWord,
    /// Which answer it is.
    answer: NameOf<ReportForm>,
    /// Identifier of the case.
    case: String,
    /// The report.
    report: Told,
    /// Why some part was not finished; null when all was.
    stopped: Option<Reason>,
}

/// What a report says.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Told {
    /// The file that it was written to.
    file: String,
    /// How things stand, why, and the way out.
    sentences: Vec<String>,
    /// How each point stands.
    points: Keyed<PointTold>,
    /// What is asked of a principal.
    decisions: Vec<Decision>,
    /// How each claim can be checked.
    checks: Vec<CheckTold>,
}

/// How a point stands.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PointTold {
    /// In a word.
    #[schemars(extend("enum" = ["agreed", "bracketed", "blocked"]))]
    status: &'static str,
    /// How many clashes touch it, in words; empty when none does.
    note: String,
}

/// A decision.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Decision {
    /// In a few words.
    short: &'static str,
    /// In full.
    full: String,
    /// What it consists of, or between what is to be chosen.
    parts: Vec<String>,
}

/// A claim and how to check it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CheckTold {
    /// What is checked.
    claim: String,
    /// Commands for a POSIX shell, to be run in order.
    commands: Vec<String>,
    /// Sentences that the last command prints, besides others.
    prints: Vec<String>,
}

impl ReportForm {
    /// The form of what was written to a file.
    pub fn new(case: &Case, file: &Path, summary: &ReportSummary) -> Self {
        let ReportSummary {
            sentences,
            points,
            decisions,
            checks,
            stopped,
        } = summary;
        let points = case.points.iter().zip(points);
        let points = points.map(|(point, ReportPoint { mark, note })| {
            let note = note.clone();
            (point.id.clone(), PointTold { status: mark, note })
        });
        let decisions = decisions.iter().map(|item| {
            let ReportDecision { short, full, parts } = item;
            Decision {
                short,
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
            CheckTold {
                claim,
                commands,
                prints,
            }
        });
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            report: Told {
                file: file.display().to_string(),
                sentences: sentences.clone(),
                points: Keyed(points.collect()),
                decisions: decisions.collect(),
                checks: checks.collect(),
            },
            stopped: stopped.map(Reason::from),
        }
    }
}
