//! `winset settle`: the packages that settlement rules pick.

mod asked;
mod page;
mod run;

pub(crate) use run::run;
