//! `winset theory`: closed forms of bargaining theory.

mod page;
mod read;
mod run;

pub(crate) use read::TermFault;
pub(crate) use run::run;
