//! All answers: what the schema and reading are made of, from the one list of names and forms.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Map, Value};

use super::amend::AmendForm;
use super::answer::AnswerForm;
use super::clashes::ClashesForm;
use super::class::ClassForm;
use super::convert::ConvertForm;
use super::exchange::ExchangeForm;
use super::frontier::FrontierForm;
use super::improve::ImproveForm;
use super::journal::{ActsForm, JournalForm};
use super::lint::LintForm;
use super::name::{AnswerName, NamedForm, answers};
use super::offer::{OfferForm, OffersForm};
use super::open::OpenForm;
use super::persons::PersonsForm;
use super::phases::PhasesForm;
use super::pressure::PressureForm;
use super::record::{RecordFindingsForm, RecordForm};
use super::report::ReportForm;
use super::report_reading::ReportReadingForm;
use super::requests::RequestsForm;
use super::sealed::SealedForm;
use super::settle::SettleForm;
use super::shuttle::ShuttleForm;
use super::stats::StatsForm;
use super::status::StatusForm;
use super::talks::TalksForm;
use super::text::{TextActForm, TextForm};
use super::theory::{RubinsteinForm, StahlForm};
use super::tournament::TournamentForm;
use super::what_if::WhatIfForm;

/// Makes of the list of names and forms the enum of these forms, what tells them apart in the schema,
/// and what reads them.
macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident = $word:literal: $form:ident,)*) => {
        /// The form of any answer. It is written as the form that it holds.
        #[derive(Debug, Serialize)]
        #[serde(untagged)]
        pub enum AnyForm {
            $($(#[$doc])* $name(Box<$form>),)*
        }

        impl AnyForm {
            /// Which answer it is.
            pub fn name(&self) -> AnswerName {
                match self {
                    $(Self::$name(_) => AnswerName::$name,)*
                }
            }

            /// Reads the form of one answer.
            ///
            /// # Errors
            /// When the text is not this form.
            pub(super) fn read_as(name: AnswerName, text: &[u8]) -> Result<Self, serde_json::Error> {
                match name {
                    $(AnswerName::$name => serde_json::from_slice(text).map(Self::$name),)*
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

answers!(forms);

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
