//! `winset new`: begins a case, by questions, by flags, from a template, or from another file; and by the
//! form of the desk's start page.

mod asked;
mod dialogue;
mod flags;
mod form;
mod from;
mod names;
mod place;
mod questions;
mod read;
mod run;
mod sketch;
mod sketch_fault;
mod templates;
mod terminal;
#[cfg(test)]
mod tests;
mod written;

pub(crate) use form::{begun, read_file};
pub(crate) use run::run;
pub(crate) use templates::cards;
