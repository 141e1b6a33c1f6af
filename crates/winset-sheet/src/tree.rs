//! Reading and changing the tree of a document.

use winset_model::characters::composed;
use winset_model::diagnostic::Span;
use winset_model::document::{Entry, Node, Value};

pub(crate) fn node(value: Value) -> Node {
    let span = Span::default();
    Node { value, span }
}

pub(crate) fn text_node(text: impl Into<String>) -> Node {
    node(Value::Text(text.into()))
}

/// A number; a fraction stands as a text.
pub(crate) fn number_node(words: &str) -> Node {
    if words.contains('/') {
        text_node(words)
    } else {
        node(Value::Number(words.to_owned()))
    }
}

pub(crate) fn list_node(items: Vec<Node>) -> Node {
    node(Value::List(items))
}

pub(crate) fn map_node(entries: Vec<(&str, Node)>) -> Node {
    let entries = entries.into_iter().map(|(key, node)| entry(key, node));
    node(Value::Map(entries.collect()))
}

pub(crate) fn entry(key: &str, node: Node) -> Entry {
    Entry {
        key: key.to_owned(),
        key_span: Span::default(),
        node,
    }
}

pub(crate) fn entries(node: &Node) -> &[Entry] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

pub(crate) fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => &[],
    }
}

/// What stands under a key and is not null.
pub(crate) fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let found = entries(node).iter().find(|e| composed(&e.key) == key)?;
    (found.node.value != Value::Null).then_some(&found.node)
}

/// The entries of a list under a key; none where it is missing.
pub(crate) fn list<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    get(node, key).map(items).unwrap_or_default()
}

/// A text or the writing of a number, as it stands.
pub(crate) fn written(node: &Node) -> String {
    match &node.value {
        Value::Text(text) | Value::Number(text) => text.clone(),
        Value::Bool(value) => value.to_string(),
        Value::Null | Value::List(_) | Value::Map(_) => String::new(),
    }
}

/// What is written under a key; empty where it is missing.
pub(crate) fn word(node: &Node, key: &str) -> String {
    get(node, key).map(written).unwrap_or_default()
}

/// The name under a key, as names are compared.
pub(crate) fn name(node: &Node, key: &str) -> String {
    composed(&word(node, key)).into_owned()
}

/// What stands under a key, made where it is missing.
pub(crate) fn under<'n>(node: &'n mut Node, key: &str, missing: Value) -> &'n mut Node {
    if !matches!(node.value, Value::Map(_)) {
        node.value = Value::Map(Vec::new());
    }
    let Value::Map(entries) = &mut node.value else {
        unreachable!("it was made a mapping");
    };
    let place = entries.iter().position(|e| composed(&e.key) == key);
    let place = place.unwrap_or_else(|| {
        entries.push(entry(key, self::node(Value::Null)));
        entries.len() - 1
    });
    let found = &mut entries[place].node;
    if found.value == Value::Null {
        found.value = missing;
    }
    found
}

/// Puts a value under a key.
pub(crate) fn set(node: &mut Node, key: &str, value: Node) {
    *under(node, key, Value::Null) = value;
}

/// Takes a key out.
pub(crate) fn remove(node: &mut Node, key: &str) {
    if let Value::Map(entries) = &mut node.value {
        entries.retain(|e| composed(&e.key) != key);
    }
}

/// The entries of a list under a key, made where it is missing.
pub(crate) fn list_mut<'n>(node: &'n mut Node, key: &str) -> &'n mut Vec<Node> {
    let found = under(node, key, Value::List(Vec::new()));
    if !matches!(found.value, Value::List(_)) {
        found.value = Value::List(Vec::new());
    }
    match &mut found.value {
        Value::List(items) => items,
        _ => unreachable!("it was made a list"),
    }
}

/// The entry of a list whose name under `key` is this one.
pub(crate) fn named<'n>(items: &'n mut [Node], key: &str, id: &str) -> Option<&'n mut Node> {
    items.iter_mut().find(|item| name(item, key) == id)
}

/// Whether two trees say the same, wherever they were written.
pub(crate) fn same(one: &Node, other: &Node) -> bool {
    one.canonical_json() == other.canonical_json()
}
