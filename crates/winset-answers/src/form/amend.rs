//! The form of a change of the case that was written, and of an act that was taken back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use winset_export::acts::acts;

use super::journal::{ActForm, act_form};
use super::name::{FormatWord, NameOf};
use super::offer::{WrittenForm, written_form};
use super::values::present;
use crate::ask::ActWritten;

/// The answer to `winset amend` and `winset undo`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendForm {
    /// Name and version of this form.
    pub format: FormatWord,
    /// Which answer it is.
    pub answer: NameOf<AmendForm>,
    /// Identifier of the case.
    pub case: String,
    /// The hash of the case with it, as proofs name it.
    pub case_hash: String,
    /// The act.
    #[serde(deserialize_with = "present")]
    pub act: Option<ActForm>,
    /// Where it was written; null with `--dry-run`.
    #[serde(deserialize_with = "present")]
    pub written: Option<WrittenForm>,
}

impl AmendForm {
    /// The form of an act that was written, or could be.
    pub fn new(written: &ActWritten) -> Self {
        let told = acts(&written.seen);
        let act = told.iter().find(|act| act.line == written.line);
        Self {
            format: FormatWord::One,
            answer: NameOf::new(),
            case: written.seen.case.id.clone(),
            case_hash: written.seen.case.hash.clone(),
            act: act.map(act_form),
            written: written.appended.as_ref().map(written_form),
        }
    }
}
