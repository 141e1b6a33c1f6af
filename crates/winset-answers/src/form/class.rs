//! The form of what a class agreed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_model::options::PartyId;

use super::answer::{package, worth_to};
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::{Keyed, present};
use crate::ask::{ClassAnswer, ClassOutcome, ClassRoom};

/// The answer to `winset class CASE --debrief FOLDER`. No group is named.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<ClassForm>,
    /// Identifier of the case.
    pub case: String,
    /// How many groups sent an outcome.
    pub groups: u64,
    /// How many of them agreed on nothing.
    pub without_deal: u64,
    /// Each package that was agreed, once: those that most groups agreed on first.
    pub outcomes: Vec<ClassOutcomeForm>,
}

/// A package that groups agreed on.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassOutcomeForm {
    /// How many groups agreed on it.
    pub groups: u64,
    /// Point to option.
    pub package: Keyed<String>,
    /// What it is worth to each party that has scores, exact.
    pub worth: Keyed<Number>,
    /// Whether it is acceptable to all as declared.
    pub acceptable: bool,
    /// The red lines, conditions and laws that it breaks, by identifier.
    pub breaks: Vec<String>,
    /// The parties that it leaves below their no-deal values.
    pub below_no_deal: Vec<String>,
    /// Whether a package that is acceptable as declared gives somebody more and nobody less: proven either way; null
    /// where it was stopped.
    #[serde(deserialize_with = "present")]
    pub could_be_better: Option<bool>,
}

impl ClassForm {
    /// The form of a debrief.
    pub fn new(case: &Case, answer: &ClassAnswer) -> Self {
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            groups: answer.groups as u64,
            without_deal: answer.without_deal as u64,
            outcomes: answer.outcomes.iter().map(|of| outcome(case, of)).collect(),
        }
    }
}

fn outcome(case: &Case, outcome: &ClassOutcome) -> ClassOutcomeForm {
    let unmet = &outcome.fares.unmet;
    let below = unmet.below_floor.iter();
    ClassOutcomeForm {
        groups: outcome.groups as u64,
        package: package(case, &outcome.package),
        worth: worth_to(
            case,
            (0..case.parties.len()).map(PartyId::at),
            &outcome.package,
        ),
        acceptable: outcome.fares.acceptable(),
        breaks: unmet
            .demands
            .iter()
            .map(|demand| case.demand_name(*demand).to_owned())
            .collect(),
        below_no_deal: below
            .map(|party| case.parties[party.index()].id.clone())
            .collect(),
        could_be_better: match outcome.room {
            ClassRoom::More => Some(true),
            ClassRoom::None => Some(false),
            ClassRoom::Stopped(_) => None,
        },
    }
}
