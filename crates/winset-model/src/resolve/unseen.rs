//! Texts in which readers do not see all that stands there.

use std::collections::BTreeSet;

use crate::characters::{oddities, spelled_out};
use crate::diagnostic::{Code, Span, held};
use crate::document::{Node, Value};
use crate::file::read::Context;

/// Characters that are shown before and after the first that is not seen.
const AROUND_CHARS_MAX: usize = 20;

/// Reports texts and names that hold characters which nobody sees, or letters that look like those of
/// another alphabet; each text once.
pub(super) fn warn(root: &Node, cx: &mut Context<'_>) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Text(value) => {
                if !is_plain(value) && told.insert(value) {
                    warn_of(value, node.span, cx);
                }
            }
            Value::Map(entries) => {
                for entry in entries {
                    if !is_plain(&entry.key) && told.insert(&entry.key) {
                        warn_of(&entry.key, entry.key_span, cx);
                    }
                    open.push(&entry.node);
                }
            }
            Value::List(items) => open.extend(items),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// Whether a text holds characters of ASCII only, and no controls, as most do.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

fn warn_of(text: &str, span: Span, cx: &mut Context<'_>) {
    let odd = oddities(text);
    if let Some(first) = odd.first() {
        let (around, held) = (around(text, first.at), held(&odd));
        let message = format!("`{around}` is not what it looks like{held}");
        cx.report(Code::UnseenCharacters, span, message);
    }
}

/// The text around a place, spelled out.
fn around(text: &str, at: usize) -> String {
    let before = text[..at]
        .char_indices()
        .rev()
        .take(AROUND_CHARS_MAX)
        .last();
    let start = before.map_or(at, |(start, _)| start);
    let end = text[at..].char_indices().nth(AROUND_CHARS_MAX);
    let end = end.map_or(text.len(), |(length, _)| at + length);
    let cut = |is_cut: bool| if is_cut { "..." } else { "" };
    let shown = spelled_out(&text[start..end]).replace(['\n', '\t'], " ");
    format!("{}{shown}{}", cut(start > 0), cut(end < text.len()))
}
