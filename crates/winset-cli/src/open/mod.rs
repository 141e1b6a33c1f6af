//! `winset open`: the cheapest concessions after which an overlap exists.

mod export;
mod page;
mod run;
mod terms;
mod words;

pub(crate) use page::{headline, reason, unfinished};
pub(crate) use run::run;
