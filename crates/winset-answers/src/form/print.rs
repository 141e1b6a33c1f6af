//! Answers as lines of JSON, and the schema of all of them.

use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::any::AnyForm;
use super::name::FormatWord;

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
    schema.insert("title".to_owned(), FormatWord::One.as_str().into());
    schema.to_value()
}
