//! `winset text`: the single negotiating text.

mod acts;
mod asked;
mod page;
mod run;
mod show;

pub(crate) use run::run;
