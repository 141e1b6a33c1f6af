//! `winset pressure`: whose no-deal value has to move, how far, by what and when.

mod gaps;
mod moves;
mod page;
mod run;
mod steps;

pub(crate) use page::headline;
pub(crate) use run::run;
