//! A case as files of another program, as far as that program can say it.

mod draft;
mod files;
mod genius;
mod json;
mod yaml;

pub use files::{Written, write};
