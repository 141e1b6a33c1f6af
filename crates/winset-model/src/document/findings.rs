//! What the readers say when something is wrong, and the paths that tell where.

use super::limits::{self, DUPLICATES_MAX, Stop};
use crate::diagnostic::{Code, Diagnostic, Span};

/// A key and its place.
#[derive(Debug, Clone)]
pub(super) struct Key {
    pub(super) text: String,
    pub(super) span: Span,
}

/// The finding that a text does not follow the grammar of its syntax.
pub(super) fn syntax(span: Span, message: impl Into<String>) -> Stop {
    Diagnostic::new(Code::Syntax, span, "", message).into()
}

/// The same, with what would have followed the grammar.
pub(super) fn syntax_expecting(span: Span, message: impl Into<String>, expected: &str) -> Stop {
    Diagnostic::new(Code::Syntax, span, "", message)
        .expected(expected)
        .into()
}

/// The finding that a key stands twice in one mapping.
pub(super) fn duplicate(key: &str, span: Span, first: Span, path: &str) -> Diagnostic {
    let message = format!("the key \"{}\" occurs twice in one mapping", short(key));
    let mut whole = path.to_owned();
    push_key(&mut whole, key);
    Diagnostic::new(Code::DuplicateKey, span, &whole, message)
        .related(first, "it is first set here")
}

/// Adds a duplicate key to those found, or ends the reading when there are too many.
pub(super) fn note(duplicates: &mut Vec<Diagnostic>, found: Diagnostic) -> Result<(), Stop> {
    if duplicates.len() == DUPLICATES_MAX {
        return Err(limits::over(DUPLICATES_MAX, found.span, "duplicate keys"));
    }
    duplicates.push(found);
    Ok(())
}

/// Adds a key to a path.
pub(super) fn push_key(path: &mut String, key: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(short(key));
}

/// Adds an index to a path.
pub(super) fn push_index(path: &mut String, index: usize) {
    path.push('[');
    path.push_str(&index.to_string());
    path.push(']');
}

/// A key as shown in messages: cut where it is so long that many messages would fill the memory.
fn short(key: &str) -> &str {
    const SHOWN_BYTES_MAX: usize = 40;
    &key[..key.floor_char_boundary(SHOWN_BYTES_MAX)]
}
