//! Changing the tree of a document, and finding entries under names however these are composed.

use winset_model::characters::composed;
use winset_model::document::{Entry, Node, Value};

/// A mapping of these entries.
pub(crate) fn map_node(entries: Vec<(&str, Node)>) -> Node {
    let entries = entries
        .into_iter()
        .map(|(key, node)| Entry::plain(key, node));
    Node::of_map(entries.collect())
}

/// What stands under a key that is a name, as names are compared, and is not null.
pub(crate) fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let found = node.entries().iter().find(|e| composed(&e.key) == key)?;
    (found.node.value != Value::Null).then_some(&found.node)
}

/// What is written under a key; empty where it is missing.
pub(crate) fn word(node: &Node, key: &str) -> String {
    node.text_under(key).unwrap_or_default().to_owned()
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
        entries.push(Entry::plain(key, Node::plain(Value::Null)));
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
