//! Parts of a case file, read without knowing whether it is well formed.

use std::borrow::Cow;

use crate::case::Visibility;
use crate::characters::composed;
use crate::diagnostic::Span;
use crate::document::{Entry, Node, Value};

/// A list with what is kept of each of its entries.
pub(super) fn each(node: &Node, keep: impl Fn(&Node) -> Option<Node>) -> Node {
    let items = items(node).iter().filter_map(keep).collect();
    Node {
        value: match node.value {
            Value::Null => Value::Null,
            _ => Value::List(items),
        },
        span: node.span,
    }
}

/// Who may see an entry. A word that is none is as good as sealed.
pub(super) fn visibility(node: &Node, unsaid: Visibility) -> Visibility {
    match get(node, "visibility").map(|n| &n.value) {
        None | Some(Value::Null) => unsaid,
        Some(Value::Text(word)) if word == "public" => Visibility::Public,
        Some(Value::Text(word)) if word == "mediator" => Visibility::Mediator,
        Some(_) => Visibility::Sealed,
    }
}

pub(super) fn entries(node: &Node) -> &[Entry] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

pub(super) fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => &[],
    }
}

pub(super) fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let found = entries(node).iter().find(|entry| entry.key == key);
    found.map(|entry| &entry.node)
}

/// A name, [`composed`]. Those that look like numbers or truth values stand for their writing.
pub(super) fn text<'n>(node: &'n Node, key: &str) -> Option<Cow<'n, str>> {
    match &get(node, key)?.value {
        Value::Text(text) | Value::Number(text) => Some(composed(text)),
        Value::Bool(true) => Some(Cow::Borrowed("true")),
        Value::Bool(false) => Some(Cow::Borrowed("false")),
        _ => None,
    }
}

/// An entry with another value.
pub(super) fn with(entry: &Entry, node: Node) -> Entry {
    Entry {
        key: entry.key.clone(),
        key_span: entry.key_span,
        node,
    }
}

/// The mapping with these keys only.
pub(super) fn only(node: &Node, keys: &[&str]) -> Node {
    filtered(node, |key| keys.contains(&key))
}

pub(super) fn without(node: &Node, key: &str) -> Node {
    filtered(node, |k| k != key)
}

pub(super) fn filtered(node: &Node, keep: impl Fn(&str) -> bool) -> Node {
    let Value::Map(entries) = &node.value else {
        return node.clone();
    };
    let kept = entries.iter().filter(|e| keep(&e.key)).cloned();
    Node {
        value: Value::Map(kept.collect()),
        span: node.span,
    }
}

/// The same value without places.
pub(crate) fn without_places(node: &Node) -> Node {
    const NOWHERE: Span = Span { start: 0, end: 0 };
    let value = match &node.value {
        Value::List(items) => Value::List(items.iter().map(without_places).collect()),
        Value::Map(entries) => Value::Map(
            entries
                .iter()
                .map(|entry| Entry {
                    key: entry.key.clone(),
                    key_span: NOWHERE,
                    node: without_places(&entry.node),
                })
                .collect(),
        ),
        plain => plain.clone(),
    };
    Node {
        value,
        span: NOWHERE,
    }
}
