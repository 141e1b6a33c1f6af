//! The machine-readable forms: answers (`winset-answer/1`) and findings about a file.
//!
//! What the fields mean stands in `docs/formats/answer.md`; the JSON Schema is made from the types
//! here. Keys are written in the order of the fields.

mod answer;
mod any;
mod beyond;
mod clashes;
mod convert;
mod finding;
mod frontier;
mod improve;
mod journal;
mod lint;
mod name;
mod offer;
mod open;
mod pressure;
mod print;
mod report;
mod settle;
mod settlements;
mod stats;
mod status;
mod text;
mod values;
mod variants;
mod what_if;

pub use answer::AnswerForm;
pub use any::AnswerName;
pub use clashes::ClashesForm;
pub use convert::ConvertForm;
pub use finding::{FindingForm, findings};
pub use frontier::FrontierForm;
pub use improve::ImproveForm;
pub use journal::{ActsForm, JournalForm};
pub use lint::LintForm;
pub use name::{FormatWord, NameOf, NamedForm};
pub use offer::{OfferForm, OffersForm};
pub use open::OpenForm;
pub use pressure::PressureForm;
pub use print::{answer_schema, line};
pub use report::ReportForm;
pub use settle::SettleForm;
pub use stats::StatsForm;
pub use status::StatusForm;
pub use text::{TextActForm, TextForm};
pub use what_if::WhatIfForm;
