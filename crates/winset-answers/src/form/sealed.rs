//! The form of sealed acceptance.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_play::session::{Enough, Seat};

use super::answer::{package, worth_to};
use super::name::{FormatWord, NameOf};
use super::number::Number;
use super::values::{Keyed, present};
use crate::ask::SealedAnswer;

/// The answer to `winset talks sealed`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<SealedForm>,
    /// Identifier of the case.
    pub case: String,
    /// The party that reads; null at the mediator's own desk.
    #[serde(deserialize_with = "present")]
    pub reader: Option<String>,
    /// Who was asked.
    pub asked: Vec<SealedSeatForm>,
    /// What is enough.
    pub need: SealedNeedForm,
    /// The packages on the table, in order.
    pub packages: Vec<SealedPackageForm>,
}

/// Who was asked.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedSeatForm {
    /// Identifier of the party.
    pub party: String,
    /// What marked for it: a program by name, or "person".
    pub plays: String,
}

/// What is enough: one of the two, or, where both are null, all who were asked.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedNeedForm {
    /// So many of those who were asked; null where that is not the rule.
    #[serde(deserialize_with = "present")]
    pub number: Option<Number>,
    /// These parties, whatever the others mark; null where that is not the rule.
    #[serde(deserialize_with = "present")]
    pub parties: Option<Vec<String>>,
}

/// A package on the table.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedPackageForm {
    /// The package: point to option.
    pub package: Keyed<String>,
    /// What it is worth to each party that was asked and whose scores the reader may see, exact.
    pub worth: Keyed<Number>,
    /// Whether enough accepted it: all that anybody is told.
    pub accepted: bool,
}

impl SealedForm {
    /// The form of an answer, of a case as its reader sees it.
    pub fn new(case: &Case, answer: &SealedAnswer) -> Self {
        let SealedAnswer {
            reader,
            asked,
            plays,
            enough,
            packages,
            shown,
        } = answer;
        let id = |party: PartyId| case.parties[party.index()].id.clone();
        let named = |seat: Seat| asked.get(seat.index()).map(|party| id(*party));
        let need = |number, parties| SealedNeedForm { number, parties };
        let on_table = packages.iter().enumerate();
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            reader: reader.map(id),
            asked: asked
                .iter()
                .zip(plays)
                .map(|(party, plays)| SealedSeatForm {
                    party: id(*party),
                    plays: plays.clone(),
                })
                .collect(),
            need: match enough {
                Enough::All => need(None, None),
                Enough::Number(number) => need(Some(Number::whole(*number as u64)), None),
                Enough::Required(seats) => {
                    need(None, Some(seats.iter().filter_map(named).collect()))
                }
            },
            packages: on_table
                .map(|(place, on)| SealedPackageForm {
                    package: package(case, on),
                    worth: worth_to(case, asked.iter().copied(), on),
                    accepted: shown.contains(&place),
                })
                .collect(),
        }
    }
}
