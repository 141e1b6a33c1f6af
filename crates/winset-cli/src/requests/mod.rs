//! `winset requests`: requests for named persons.

mod page;
mod read;
mod run;

pub(crate) use read::request_count;
pub(crate) use run::run;
