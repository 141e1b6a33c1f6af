//! `winset new`: begins a case, by questions, by flags, from a template, or from another file.

mod asked;
mod dialogue;
mod flags;
mod from;
mod names;
mod questions;
mod read;
mod run;
mod sketch;
mod templates;
mod terminal;
#[cfg(test)]
mod tests;
mod written;

pub(crate) use run::run;
