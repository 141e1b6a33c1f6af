//! The paths of keys that lead to findings.

use super::context::{Found, shown};
use crate::diagnostic::{Code, Span};
use crate::document::{Node, Value};

/// Fills in the path of each finding. One walk over the tree serves all. A finding at a place that
/// an alias repeats gets the path where it is written.
pub(super) fn fill(root: &Node, found: &mut [Found]) {
    if !found.is_empty() {
        found.sort_by_key(|f| f.about);
        let mut placing = Placing {
            unplaced: found.iter().filter(|f| !f.is_placed).count(),
            found,
        };
        placing.walk(root, &mut String::new());
    }
}

/// Findings in the order of their places, some of which have no path yet.
struct Placing<'f> {
    found: &'f mut [Found],
    unplaced: usize,
}

impl Placing<'_> {
    /// Ends once each finding has its path. Recursion ends because files are nested to a limited depth only.
    fn walk(&mut self, node: &Node, path: &mut String) {
        self.note(node.span, path, |_| true);
        let length = path.len();
        match &node.value {
            _ if self.unplaced == 0 => {}
            Value::Map(entries) => {
                if let Some(first) = entries.first() {
                    self.note(first.key_span, path, |code| !is_about_a_key(code));
                }
                for entry in entries {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(&shown(&entry.key));
                    self.note(entry.key_span, path, |_| true);
                    self.walk(&entry.node, path);
                    path.truncate(length);
                }
            }
            Value::List(items) => {
                for (place, item) in items.iter().enumerate() {
                    path.push('[');
                    path.push_str(&place.to_string());
                    path.push(']');
                    self.walk(item, path);
                    path.truncate(length);
                }
            }
            _ => {}
        }
    }

    /// Gives the path to the findings at this span that have none yet.
    fn note(&mut self, span: Span, path: &str, about: impl Fn(Code) -> bool) {
        let first = self.found.partition_point(|f| f.about < span);
        for finding in &mut self.found[first..] {
            if finding.about != span {
                break;
            }
            if !finding.is_placed && about(finding.diagnostic.code) {
                path.clone_into(&mut finding.diagnostic.path);
                finding.is_placed = true;
                self.unplaced -= 1;
            }
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
