//! What every answer says first: the version of its form, and which answer it is.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use super::any::AnswerName;

/// Name and version of the form of all answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
