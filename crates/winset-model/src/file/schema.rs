//! The JSON Schema of case files, made from the types that read them.

use serde_json::{Value as Json, json};

use super::case::CaseFile;
use super::read::{Definitions, Read};

/// The JSON Schema (draft 2020-12) of `winset-case/1`. What a schema cannot say (references,
/// ladders that widen, seats that add up) is checked when a file is read.
pub fn schema() -> Json {
    let mut defs = Definitions::new();
    let root = CaseFile::schema(&mut defs);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "winset-case-1.schema.json",
        "title": "winset-case/1",
        "$ref": root["$ref"],
        "$defs": defs,
    })
}

/// The schema as it is published: indented, with a line feed at the end.
pub fn schema_text() -> String {
    format!("{:#}\n", schema())
}
