//! Answers as lines of JSON, and the schema of all of them.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::answer::AnswerForm;
use super::clashes::ClashesForm;
use super::convert::ConvertForm;
use super::frontier::FrontierForm;
use super::improve::ImproveForm;
use super::journal::{ActsForm, JournalForm};
use super::lint::LintForm;
use super::offer::{OfferForm, OffersForm};
use super::open::OpenForm;
use super::pressure::PressureForm;
use super::report::ReportForm;
use super::settle::SettleForm;
use super::stats::StatsForm;
use super::status::StatusForm;
use super::text::{TextActForm, TextForm};
use super::what_if::WhatIfForm;

/// One line of JSON.
///
/// # Errors
/// None for the forms of this crate, whose keys are all text.
pub fn line(form: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec(form)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The JSON Schema of all answers (`winset-answer/1`).
pub fn answer_schema() -> serde_json::Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<AnyForm>();
    schema.insert("$id".to_owned(), "winset-answer-1.schema.json".into());
    schema.insert("title".to_owned(), "winset-answer/1".into());
    schema.to_value()
}

/// Any answer, for the schema.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
enum AnyForm {
    /// The answer to `winset solve`.
    Solve(Box<AnswerForm>),
    /// The answer to `winset clashes`.
    Clashes(ClashesForm),
    /// The answer to `winset improve`.
    Improve(ImproveForm),
    /// The answer to `winset pressure`.
    Pressure(PressureForm),
    /// The answer to `winset open`.
    Open(Box<OpenForm>),
    /// The answer to `winset what-if`.
    WhatIf(Box<WhatIfForm>),
    /// The answer to `winset settle`.
    Settle(Box<SettleForm>),
    /// The answer to `winset frontier`.
    Frontier(FrontierForm),
    /// The answer to `winset stats`.
    Stats(Box<StatsForm>),
    /// The answer to `winset status`.
    Status(StatusForm),
    /// The answer to `winset text`.
    Text(Box<TextForm>),
    /// The answer to `winset text draft`, `answer`, `wording` and `clause`.
    TextAct(TextActForm),
    /// The answer to `winset report`.
    Report(Box<ReportForm>),
    /// The answer to `winset offer add`.
    Offer(Box<OfferForm>),
    /// The answer to `winset offer list`.
    Offers(OffersForm),
    /// The answer to `winset journal verify`.
    Journal(JournalForm),
    /// The answer to `winset journal show`.
    Acts(ActsForm),
    /// The answer to `winset lint`.
    Lint(LintForm),
    /// The answer to `winset convert`.
    Convert(ConvertForm),
}
