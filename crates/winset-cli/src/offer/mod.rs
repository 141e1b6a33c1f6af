//! `winset offer`: writing an offer to the journal, and listing offers.

mod add;
mod page;
mod run;
mod stated;

pub(crate) use run::run;
