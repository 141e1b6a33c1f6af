//! The paths of keys that lead to findings.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{Node, Value};

/// Fills in the path of each finding, which stand in the order of their spans. One walk over the
/// tree serves all. A finding at a place that an alias repeats gets the path where it is written.
pub(super) fn fill(root: &Node, found: &mut [Diagnostic]) {
    if !found.is_empty() {
        walk(root, &mut String::new(), found);
    }
}

/// Recursion ends because files are nested to a limited depth only.
fn walk(node: &Node, path: &mut String, found: &mut [Diagnostic]) {
    note(node.span, path, found, |_| true);
    let length = path.len();
    match &node.value {
        Value::Map(entries) => {
            if let Some(first) = entries.first() {
                note(first.key_span, path, found, |code| !is_about_a_key(code));
            }
            for entry in entries {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&super::context::shown(&entry.key));
                note(entry.key_span, path, found, |_| true);
                walk(&entry.node, path, found);
                path.truncate(length);
            }
        }
        Value::List(items) => {
            for (place, item) in items.iter().enumerate() {
                path.push('[');
                path.push_str(&place.to_string());
                path.push(']');
                walk(item, path, found);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// Gives the path to the findings at this span that have none yet.
fn note(span: Span, path: &str, found: &mut [Diagnostic], about: impl Fn(Code) -> bool) {
    let first = found.partition_point(|d| d.span < span);
    for diagnostic in &mut found[first..] {
        if diagnostic.span != span {
            break;
        }
        if diagnostic.path.is_empty() && about(diagnostic.code) {
            path.clone_into(&mut diagnostic.path);
        }
    }
}

/// Whether findings of this code point at a key for its own sake. Others that point at the first
/// key of a mapping mean the mapping.
fn is_about_a_key(code: Code) -> bool {
    matches!(
        code,
        Code::UnknownKey
            | Code::UnknownParty
            | Code::UnknownPoint
            | Code::Malformed
            | Code::Repeated
            | Code::DuplicateId
    )
}
