//! `winset exchange`: an exchange of prisoners.

mod lists;
mod lists_page;
mod page;
mod run;
mod weeks;

pub(crate) use run::run;
