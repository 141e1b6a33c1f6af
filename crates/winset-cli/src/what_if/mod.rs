//! `winset what-if`: a case beside what changes would make of it.

mod page;
mod run;
mod settled;
mod table;

pub(crate) use page::headline;
pub(crate) use run::run;
