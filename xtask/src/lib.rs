//! Chores of the repository, as a library so that tests can run them.

pub mod measure;
mod source;
pub mod tidy;
pub mod veripb;
