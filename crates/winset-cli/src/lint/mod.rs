//! `winset lint`: what programs would read differently in a scenario, and what comes of it.

mod page;
mod run;

pub(crate) use run::run;
