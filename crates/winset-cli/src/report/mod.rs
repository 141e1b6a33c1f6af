//! `winset report`: one page to decide by, and annexes to check it by.

mod brief;
mod clashes;
mod commands;
mod document;
mod findings;
mod markdown;
mod openings;
mod packages;
mod run;
mod talks;
mod time;

pub(crate) use run::run;
