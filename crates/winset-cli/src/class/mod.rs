//! `winset class`: sheets and forms for a class, and what its groups agreed.

mod debrief;
mod roles;
mod run;

pub(crate) use run::run;
