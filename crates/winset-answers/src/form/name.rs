//! What every answer says first: the version of its form, and which answer it is.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Name and version of the form of all answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormatWord {
    /// The first version.
    #[serde(rename = "winset-answer/1")]
    One,
}

impl FormatWord {
    /// The word as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::One => "winset-answer/1",
        }
    }
}

impl JsonSchema for FormatWord {
    fn schema_name() -> Cow<'static, str> {
        "FormatWord".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "const": Self::One.as_str() })
    }
}

/// Makes the enum of names and how they are written.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident = $word:literal: $form:ident,)*) => {
        /// Which answer it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    };
}

/// The one list of all answers: name, how it is written, form. It is handed to a macro.
macro_rules! answers {
    ($then:ident) => {
        $then! {
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
            /// The answer to `winset talks run`, `play`, `resume` and `replay`.
            Talks = "talks": TalksForm,
            /// The answer to `winset talks shuttle`.
            Shuttle = "shuttle": ShuttleForm,
            /// The answer to `winset talks sealed`.
            Sealed = "sealed": SealedForm,
            /// The answer to `winset exchange`.
            Exchange = "exchange": ExchangeForm,
            /// The answer to `winset requests`.
            Requests = "requests": RequestsForm,
            /// The answer to `winset persons check`.
            Persons = "persons": PersonsForm,
            /// The answer to `winset phases`.
            Phases = "phases": PhasesForm,
            /// The answer to `winset record read`.
            ReportReading = "report-reading": ReportReadingForm,
            /// The answer to `winset tournament`.
            Tournament = "tournament": TournamentForm,
            /// The answer to `winset class CASE --debrief FOLDER`.
            Class = "class": ClassForm,
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
            /// The answer to `winset record list`, `timeline` and `show`.
            Record = "record": RecordForm,
            /// The answer to `winset record findings`.
            RecordFindings = "record-findings": RecordFindingsForm,
            /// The answer to `winset journal verify`.
            Journal = "journal": JournalForm,
            /// The answer to `winset journal show` and `winset history`.
            Acts = "acts": ActsForm,
            /// The answer to `winset amend` and `winset undo`.
            Amend = "amend": AmendForm,
            /// The answer to `winset lint`.
            Lint = "lint": LintForm,
            /// The answer to `winset convert`.
            Convert = "convert": ConvertForm,
            /// The answer to `winset theory rubinstein`.
            Rubinstein = "rubinstein": RubinsteinForm,
            /// The answer to `winset theory stahl`.
            Stahl = "stahl": StahlForm,
        }
    };
}
pub(super) use answers;

answers!(names);

/// A form of an answer.
pub trait NamedForm {
    /// Which answer it is.
    const NAME: AnswerName;
}

/// The name of the answer that a form is of. It holds nothing: the form alone says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameOf<F>(PhantomData<F>);

impl<F> NameOf<F> {
    /// The name of `F`.
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<F: NamedForm> Serialize for NameOf<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        F::NAME.serialize(serializer)
    }
}

impl<'de, F: NamedForm> Deserialize<'de> for NameOf<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = AnswerName::deserialize(deserializer)?;
        if name == F::NAME {
            Ok(Self::new())
        } else {
            let (found, expected) = (name.as_str(), F::NAME.as_str());
            let why = format!("the answer {found:?} where {expected:?} was expected");
            Err(D::Error::custom(why))
        }
    }
}

impl<F: NamedForm> JsonSchema for NameOf<F> {
    fn schema_name() -> Cow<'static, str> {
        format!("NameOf_{}", F::NAME.as_str()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "const": F::NAME.as_str() })
    }
}
