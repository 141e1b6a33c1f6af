//! The machine-readable forms: answers (`winset-answer/1`) and findings about a file.
//!
//! What the fields mean stands in `docs/formats/answer.md`; the JSON Schema is made from the types
//! here. Keys are written in the order of the fields.

mod answer;
mod clashes;
mod finding;
mod pressure;
mod print;
mod status;
mod values;

pub(crate) use answer::AnswerForm;
pub(crate) use clashes::ClashesForm;
pub(crate) use finding::findings;
pub(crate) use pressure::PressureForm;
pub(crate) use print::{line, schema};
pub(crate) use status::StatusForm;
