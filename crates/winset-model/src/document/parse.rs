//! Bytes of any syntax into a located tree.

use super::kind::{file_kind, text_kind};
use super::{Node, Syntax, Value, builder, json, limits, text, toml, yaml};
use crate::diagnostic::{Code, Diagnostic, Span};

/// Reads bytes into a located tree.
///
/// Spans count from the first byte of the file; a byte order mark of UTF-8 at the start is
/// skipped. A value that a YAML alias stands for has the place of the alias; the values inside it
/// have the places where they are written. A value that is absent (`key:` in YAML) has the place
/// of the character after which nothing follows. A TOML table has the place of its header, or of
/// its key where it has none.
///
/// # Errors
/// A file of another kind is named as such. Else all that is wrong, in the order of the file: limits ([`limits`]), encoding and syntax stop at
/// the first finding; duplicate keys are all reported, up to [`limits::DUPLICATES_MAX`].
///
/// Time and memory grow with the length of the file, times the logarithm of the number of keys.
pub fn parse(bytes: &[u8], syntax: Syntax) -> Result<Node, Vec<Diagnostic>> {
    let text = text_of(bytes).map_err(|found| vec![found])?;
    let read = match syntax {
        Syntax::Yaml => builder::build(|builder| yaml::read(text, builder)),
        Syntax::Json => builder::build(|builder| json::read(text, builder)),
        Syntax::Toml => toml::read(text),
    };
    // What is no mapping may be a file of another kind, whose first mistake says little.
    let whole = |node: &Node| matches!(node.value, Value::Map(_) | Value::List(_));
    match text_kind(text) {
        Some(kind) if !read.as_ref().is_ok_and(whole) => {
            let message = format!("the file is {kind}");
            let found = Diagnostic::new(Code::Syntax, text::char_span(text, 0), "", message);
            Err(vec![
                found.expected("YAML, JSON or TOML: a text of keys and values"),
            ])
        }
        _ => read,
    }
}

/// Reads JSON or YAML as programs in Python and Java do: of equal keys in one mapping the last counts.
/// Beside the tree, a finding for each key that stands again.
///
/// # Errors
/// As [`parse`], without duplicate keys.
pub(crate) fn parse_last(
    bytes: &[u8],
    syntax: Syntax,
) -> Result<(Node, Vec<Diagnostic>), Vec<Diagnostic>> {
    let text = text_of(bytes).map_err(|found| vec![found])?;
    match syntax {
        Syntax::Yaml => builder::build_last(|builder| yaml::read(text, builder)),
        Syntax::Json => builder::build_last(|builder| json::read(text, builder)),
        Syntax::Toml => toml::read(text).map(|root| (root, Vec::new())),
    }
}

/// The text of a file within the limits of documents, for readers of other syntaxes.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, Diagnostic> {
    if let Some(kind) = file_kind(bytes) {
        let message = format!("the file is {kind}");
        let span = Span { start: 0, end: 1 };
        let found = Diagnostic::new(Code::Encoding, span, "", message);
        return Err(found.expected("a text in UTF-8, such as YAML, JSON or TOML"));
    }
    limits::file(bytes)
        .and_then(|()| text::decode(bytes))
        .map_err(|stop| *stop)
}
