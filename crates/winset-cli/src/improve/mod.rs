//! `winset improve`: how a package on the table fares, and what would be better.

mod page;
mod run;
mod trade;

pub(crate) use run::run;
