//! `winset phases`: how an agreement is carried out.

mod page;
mod run;

pub(crate) use run::run;
