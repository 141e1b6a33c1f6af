//! The form of settlements asked for by themselves.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::PartyId;

use super::answer::{CertificateForm, VerdictWord, certificate};
use super::as_text::AsText;
use super::name::{FormatWord, NameOf};
use super::settlements::SettlementsForm;
use super::values::{assumed_ids, present};
use super::variants::{VariantForm, variants};
use super::words::{NormaliseWord, ReasonWord};
use crate::ask::SettlementsAnswer;
use winset_told::standing;

/// The answer to `winset settle`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<SettleForm>,
    /// Identifier of the case.
    pub case: String,
    /// Identifiers of the assumptions under which this is the answer, in the order of the case; left out
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<String>,
    /// Whether there are packages to pick from.
    pub verdict: VerdictWord,
    /// How many packages are acceptable to all; null when they were not counted to the end.
    #[serde(deserialize_with = "present")]
    pub packages: Option<AsText<BigUint>>,
    /// The parties that bargain; the others count by their demands and no-deal values alone.
    pub parties: Vec<String>,
    /// What the rules pick; null without an overlap, or when that is not known.
    #[serde(deserialize_with = "present")]
    pub settlements: Option<SettlementsForm>,
    /// To which scale scores were brought before: "none" as the case states them, "best" each party's
    /// best package counts 1, "range" its worst counts 0 besides.
    pub normalise: NormaliseWord,
    /// What rules under other programs' names pick, those that were asked for; null without an overlap,
    /// and when that is not known.
    #[serde(deserialize_with = "present")]
    pub variants: Option<Vec<VariantForm>>,
    /// The proof that there is no overlap; null when there is one or it is not known.
    #[serde(deserialize_with = "present")]
    pub certificate: Option<CertificateForm>,
    /// Why the first part that is not known was stopped; null when all is known.
    #[serde(deserialize_with = "present")]
    pub stopped: Option<ReasonWord>,
}

impl SettleForm {
    /// The form of what the rules pick.
    pub fn new(case: &Case, settling: &SettlementsAnswer) -> Self {
        let SettlementsAnswer {
            terms,
            normalise,
            packages,
            found,
            variants: others,
        } = settling;
        let (verdict, count, proof) = match packages {
            Answer::Found(count) => {
                let count = standing::exact(count).cloned().map(AsText);
                (VerdictWord::Overlap, count, None)
            }
            Answer::Impossible(proof) => {
                let none = Some(AsText(BigUint::ZERO));
                (VerdictWord::NoOverlap, none, Some(certificate(proof)))
            }
            Answer::Stopped { .. } => (VerdictWord::Undecided, None, None),
        };
        let id = |party: &PartyId| case.parties[party.index()].id.clone();
        let picked = found.as_ref();
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: case.id.clone(),
            assumptions: assumed_ids(case),
            verdict,
            packages: count,
            parties: terms.parties.iter().map(id).collect(),
            settlements: picked.map(|found| SettlementsForm::new(case, terms, found)),
            normalise: NormaliseWord::from(*normalise),
            variants: picked.map(|_| {
                let others = others.as_ref();
                others.map_or_else(Vec::new, |others| variants(case, others))
            }),
            certificate: proof,
            stopped: settling.reason().map(ReasonWord::from),
        }
    }
}
