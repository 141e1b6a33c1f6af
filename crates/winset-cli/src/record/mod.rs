//! `winset record`: what was said and what happened, written down, listed and looked at.

mod add;
mod export;
mod filter;
mod import;
mod page;
mod read;
mod run;

pub(crate) use run::run;
