//! `winset journal`: does it hold, and what is in it.

mod page;
mod run;

pub(crate) use page::{acts as acts_page, appended_line};
pub(crate) use run::run;
