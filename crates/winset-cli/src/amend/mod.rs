//! `winset amend`, `history` and `undo`: the case changes while talks go on.

mod changes;
mod edit;
mod run;

pub(crate) use run::{history, run, undo};
