//! All answers: the one list of them, from which their names and the schema are made.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Map, Value};

use super::answer::AnswerForm;
use super::clashes::ClashesForm;
use super::convert::ConvertForm;
use super::frontier::FrontierForm;
use super::improve::ImproveForm;
use super::journal::{ActsForm, JournalForm};
use super::lint::LintForm;
use super::name::NamedForm;
use super::offer::{OfferForm, OffersForm};
use super::open::OpenForm;
use super::pressure::PressureForm;
use super::report::ReportForm;
use super::settle::SettleForm;
use super::stats::StatsForm;
use super::status::StatusForm;
use super::text::{TextActForm, TextForm};
use super::what_if::WhatIfForm;

/// Makes of a list of answers the enum of their names and the schema that tells them apart.
macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident = $word:literal: $form:ident,)*) => {
        /// Which answer it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        pub enum AnswerName {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }

        impl AnswerName {
            /// All names, in the order of the schema.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name as it is written.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }

        $(impl NamedForm for $form {
            const NAME: AnswerName = AnswerName::$name;
        })*

        fn schemas(generator: &mut SchemaGenerator) -> Vec<(AnswerName, Schema)> {
            vec![$((AnswerName::$name, generator.subschema_for::<$form>()),)*]
        }
    };
}

answers! {
    /// The answer to `winset solve`.
    Solve = "solve": AnswerForm,
    /// The answer to `winset clashes`.
    Clashes = "clashes": ClashesForm,
    /// The answer to `winset improve`.
    Improve = "improve": ImproveForm,
    /// The answer to `winset pressure`.
    Pressure = "pressure": PressureForm,
    /// The answer to `winset open`.
    Open = "open": OpenForm,
    /// The answer to `winset what-if`.
    WhatIf = "what-if": WhatIfForm,
    /// The answer to `winset settle`.
    Settle = "settle": SettleForm,
    /// The answer to `winset frontier`.
    Frontier = "frontier": FrontierForm,
    /// The answer to `winset stats`.
    Stats = "stats": StatsForm,
    /// The answer to `winset status`.
    Status = "status": StatusForm,
    /// The answer to `winset text`.
    Text = "text": TextForm,
    /// The answer to `winset text draft`, `answer`, `wording` and `clause`.
    TextAct = "text-act": TextActForm,
    /// The answer to `winset report`.
    Report = "report": ReportForm,
    /// The answer to `winset offer add`.
    Offer = "offer": OfferForm,
    /// The answer to `winset offer list`.
    Offers = "offers": OffersForm,
    /// The answer to `winset journal verify`.
    Journal = "journal": JournalForm,
    /// The answer to `winset journal show`.
    Acts = "acts": ActsForm,
    /// The answer to `winset lint`.
    Lint = "lint": LintForm,
    /// The answer to `winset convert`.
    Convert = "convert": ConvertForm,
}

/// Any answer, for the schema.
pub(super) enum AnyForm {}

impl JsonSchema for AnyForm {
    fn schema_name() -> Cow<'static, str> {
        "AnyForm".into()
    }

    /// `oneOf` the forms, with a `discriminator` that says which one goes with which name.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let forms = schemas(generator);
        let mapping: Map<String, Value> = forms
            .iter()
            .filter_map(|(name, schema)| {
                Some((name.as_str().to_owned(), schema.get("$ref")?.clone()))
            })
            .collect();
        let forms: Vec<Schema> = forms.into_iter().map(|(_, schema)| schema).collect();
        schemars::json_schema!({
            "description": "Any answer; `answer` says which one it is.",
            "type": "object",
            "required": ["format", "answer"],
            "discriminator": { "propertyName": "answer", "mapping": mapping },
            "oneOf": forms,
        })
    }
}
