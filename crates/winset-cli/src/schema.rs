//! `winset schema`: the JSON Schemas of case files, overlay files and answers.

use winset::form;
use winset::model::file::schema as case_schema;
use winset::model::overlay::file as overlay_file;

use crate::args::SchemaArgs;
use crate::failure::{Failure, Outcome};
use crate::output;

/// Prints a JSON Schema.
pub(crate) fn run(args: &SchemaArgs) -> Result<Outcome, Failure> {
    let schema = if args.answer {
        form::answer_schema()
    } else if args.overlay {
        overlay_file::schema()
    } else {
        case_schema::schema()
    };
    let mut bytes = serde_json::to_vec_pretty(&schema)?;
    bytes.push(b'\n');
    output::bytes(&bytes)?;
    Ok(Outcome::Answered)
}
