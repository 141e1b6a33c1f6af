//! `winset stats`: a scenario in the figures of other programs.

mod page;
mod run;

pub(crate) use run::run;
