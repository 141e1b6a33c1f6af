//! A located tree of plain values: what YAML, JSON and TOML files have in common.
//!
//! The three syntaxes are read into the same [`Node`]s, so that everything behind them (reading
//! into types, hashing, converting) is written once. Numbers keep their digits: nothing passes
//! through a float.

mod builder;
mod canonical;
mod copy;
mod findings;
mod json;
pub mod limits;
mod number;
mod text;
mod toml;
mod toml_reader;
mod toml_tables;
mod yaml;

pub use canonical::sha256_hex;
pub(crate) use canonical::write_text;
pub use text::LineIndex;

use crate::diagnostic::{Diagnostic, Span};

/// One value and where it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its place.
    pub span: Span,
}

/// A plain value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A truth value.
    Bool(bool),
    /// A number, as its digits: always a number token of JSON (RFC 8259, section 6).
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order of the file; keys are unique.
    Map(Vec<Entry>),
}

/// One key of a mapping and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub node: Node,
}

/// The syntaxes in which a case can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// YAML 1.2, one document.
    Yaml,
    /// JSON (RFC 8259).
    Json,
    /// TOML 1.1, and so 1.0.
    Toml,
}

impl Syntax {
    /// The syntax that the extension of a file name stands for, in any case of letters: `.yaml`,
    /// `.yml`, `.json`, `.toml`.
    pub fn of_file_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => Some(Self::Yaml),
            "json" => Some(Self::Json),
            "toml" => Some(Self::Toml),
            _ => None,
        }
    }
}

impl Node {
    /// What kind of value this is, with its article: "a number", "a list".
    pub fn kind_name(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "a truth value",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }
}

/// Reads bytes into a located tree.
///
/// Spans count from the first byte of the file; a byte order mark of UTF-8 at the start is
/// skipped. A value that a YAML alias stands for has the place of the alias; the values inside it
/// have the places where they are written. A value that is absent (`key:` in YAML) has the place
/// of the character after which nothing follows. A TOML table has the place of its header, or of
/// its key where it has none.
///
/// # Errors
/// All that is wrong, in the order of the file: limits ([`limits`]), encoding and syntax stop at
/// the first finding; duplicate keys are all reported, up to [`limits::DUPLICATES_MAX`].
///
/// Time and memory grow with the length of the file, times the logarithm of the number of keys.
pub fn parse(bytes: &[u8], syntax: Syntax) -> Result<Node, Vec<Diagnostic>> {
    let text = limits::file(bytes)
        .and_then(|()| text::decode(bytes))
        .map_err(|stop| vec![*stop])?;
    match syntax {
        Syntax::Yaml => builder::build(|builder| yaml::read(text, builder)),
        Syntax::Json => builder::build(|builder| json::read(text, builder)),
        Syntax::Toml => toml::read(text),
    }
}

/// The text of a file within the limits of documents, for readers of other syntaxes.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, Diagnostic> {
    limits::file(bytes)
        .and_then(|()| text::decode(bytes))
        .map_err(|stop| *stop)
}

#[cfg(test)]
mod tests;
