//! What the plan of a case means for a verdict, as a form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number::Number;
use super::values::present;
use crate::ask::{PlanFate, PlanOfVerdict};

/// What the plan of a case means for the answer.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanOfVerdictForm {
    /// Whether what `witness` leaves of the plan can be carried out; null where there is no witness.
    #[serde(deserialize_with = "present")]
    pub witness: Option<PlanFateWord>,
    /// With `--schedulable`, what was left out of the overlap; null without.
    #[serde(deserialize_with = "present")]
    pub left_out: Option<PlanWaysForm>,
}

/// The ways in which packages fix the plan: which items are part of it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanWaysForm {
    /// How many there are.
    pub ways: Number,
    /// How many cannot be carried out, proven: their packages are left out.
    pub impossible: Number,
    /// Of how many that was not decided: their packages are not left out.
    pub undecided: Number,
}

/// Whether a plan can be carried out, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanFateWord {
    /// A schedule keeps dates and bounds.
    Schedulable,
    /// Proven: none does.
    Impossible,
    /// Not decided.
    Undecided,
}

impl PlanOfVerdictForm {
    /// The form of it.
    pub(super) fn new(plan: &PlanOfVerdict) -> Self {
        let PlanOfVerdict { shown, left_out } = plan;
        Self {
            witness: shown.map(|fate| match fate {
                PlanFate::Schedulable => PlanFateWord::Schedulable,
                PlanFate::Impossible => PlanFateWord::Impossible,
                PlanFate::Undecided(_) => PlanFateWord::Undecided,
            }),
            left_out: left_out.map(|ways| PlanWaysForm {
                ways: Number::size(ways.all),
                impossible: Number::size(ways.impossible),
                undecided: Number::size(ways.undecided),
            }),
        }
    }
}
