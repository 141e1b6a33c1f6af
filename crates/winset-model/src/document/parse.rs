//! Bytes of any syntax into a located tree.

use super::{Node, Syntax, builder, json, limits, text, toml, yaml};
use crate::diagnostic::Diagnostic;

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
    limits::file(bytes)
        .and_then(|()| text::decode(bytes))
        .map_err(|stop| *stop)
}
