//! The machine-readable forms: answers (`winset-answer/1`) and findings about a file.
//!
//! What the fields mean stands in `docs/formats/answer.md`; the JSON Schema is made from the types
//! here. Keys are written in the order of the fields.

mod answer;
mod beyond;
mod clashes;
mod convert;
mod finding;
mod frontier;
mod improve;
mod journal;
mod lint;
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

pub(crate) use answer::AnswerForm;
pub(crate) use clashes::ClashesForm;
pub(crate) use convert::ConvertForm;
pub(crate) use finding::findings;
pub(crate) use frontier::FrontierForm;
pub(crate) use improve::ImproveForm;
pub(crate) use journal::{ActsForm, JournalForm};
pub(crate) use lint::LintForm;
pub(crate) use offer::{OfferForm, OffersForm};
pub(crate) use open::OpenForm;
pub(crate) use pressure::{PressureForm, Unscaled, unscaled};
pub(crate) use print::{line, schema};
pub(crate) use report::ReportForm;
pub(crate) use settle::SettleForm;
pub(crate) use stats::StatsForm;
pub(crate) use status::StatusForm;
pub(crate) use text::{TextActForm, TextForm};
pub(crate) use what_if::WhatIfForm;
