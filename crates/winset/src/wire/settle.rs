//! The form of settlements asked for by themselves.

use schemars::JsonSchema;
use serde::Serialize;
use winset::model::answer::Answer;
use winset::model::case::Case;
use winset::model::options::PartyId;

use super::answer::{CertificateForm, VerdictWord, certificate};
use super::settlements::SettlementsForm;
use super::values::Reason;
use crate::settle::Settling;
use crate::standing;

/// The answer to `winset settle`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct SettleForm {
    /// Name and version of this form.
    #[schemars(extend("const" = "winset-answer/1"))]
    format: &'static str,
    /// Identifier of the case.
    case: String,
    /// Whether there are packages to pick from.
    verdict: VerdictWord,
    /// How many packages are acceptable to all; null when they were not counted to the end.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    packages: Option<String>,
    /// The parties that bargain; the others count by their demands and no-deal values alone.
    parties: Vec<String>,
    /// What the rules pick; null without an overlap, or when that is not known.
    settlements: Option<SettlementsForm>,
    /// The proof that there is no overlap; null when there is one or it is not known.
    certificate: Option<CertificateForm>,
    /// Why the first part that is not known was stopped; null when all is known.
    stopped: Option<Reason>,
}

impl SettleForm {
    /// The form of what the rules pick.
    pub(crate) fn new(case: &Case, settling: &Settling) -> Self {
        let Settling {
            terms,
            packages,
            found,
        } = settling;
        let (verdict, count, proof) = match packages {
            Answer::Found(count) => {
                let count = standing::exact(count).map(ToString::to_string);
                (VerdictWord::Overlap, count, None)
            }
            Answer::Impossible(proof) => {
                let none = Some("0".to_owned());
                (VerdictWord::NoOverlap, none, Some(certificate(proof)))
            }
            Answer::Stopped { .. } => (VerdictWord::Undecided, None, None),
        };
        let id = |party: &PartyId| case.parties[party.index()].id.clone();
        let picked = found.as_ref();
        Self {
            format: "winset-answer/1",
            case: case.id.clone(),
            verdict,
            packages: count,
            parties: terms.parties.iter().map(id).collect(),
            settlements: picked.map(|found| SettlementsForm::new(case, terms, found)),
            certificate: proof,
            stopped: settling.reason().map(Reason::from),
        }
    }
}
