//! Chores of the repository, as a library so that tests can run them.

mod source;
pub mod tidy;
pub mod veripb;
