//! Tournaments.

mod page;
mod parts;
mod plan;
mod report;
mod results;
mod rows;
mod run;
mod spec;
mod told_progress;

pub(crate) use run::run;
