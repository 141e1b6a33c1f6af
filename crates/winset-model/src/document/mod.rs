//! A located tree of plain values: what YAML, JSON and TOML files have in common.
//!
//! The three syntaxes are read into the same [`Node`]s, so that everything behind them (reading
//! into types, hashing, converting) is written once. Numbers keep their digits: nothing passes
//! through a float.

mod access;
mod builder;
mod canonical;
mod copy;
mod cut_texts;
mod findings;
mod json;
mod kind;
pub mod limits;
mod node;
mod number;
mod parse;
mod text;
mod toml;
mod toml_reader;
mod toml_tables;
mod yaml;
mod yaml_remedy;
mod yaml_writer;

pub use canonical::sha256_hex;
pub(crate) use canonical::write_text;
pub(crate) use cut_texts::cut_texts;
pub use kind::file_kind;
pub use node::{Entry, Node, Syntax, Value};
pub use parse::parse;
pub(crate) use parse::{parse_last, text_of};
pub use text::LineIndex;

#[cfg(test)]
mod tests;
