//! Finding one's way in the tree of a case file by names.

use super::change::ChangeFault;
use crate::audience::ASSUMPTIONS;
use crate::characters::composed;
use crate::diagnostic::Span;
use crate::document::{Entry, Node, Value};

/// The identifier of an entry of a list; of an offer its number.
pub(super) fn name_of(entry: &Node) -> Option<String> {
    let Value::Map(entries) = &entry.value else {
        return None;
    };
    let named = |key: &str| entries.iter().find(|entry| entry.key == key);
    let name = named("id").or_else(|| named("seq"))?;
    match &name.node.value {
        Value::Text(text) | Value::Number(text) => Some(composed(text).into_owned()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

/// The names that a node has for what stands in it.
pub(super) fn names(node: &Node) -> Vec<String> {
    match &node.value {
        Value::Map(entries) => entries.iter().map(key_of).collect(),
        Value::List(members) => members.iter().filter_map(name_of).collect(),
        _ => Vec::new(),
    }
}

/// The key of an entry as names are compared.
pub(super) fn key_of(entry: &Entry) -> String {
    composed(&entry.key).into_owned()
}

/// What stands in a node under a name.
pub(super) fn child<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    match &node.value {
        Value::Map(entries) => {
            let found = entries.iter().find(|entry| composed(&entry.key) == name);
            found.map(|entry| &entry.node)
        }
        Value::List(members) => {
            let named = |member: &&Node| name_of(member).is_some_and(|id| id == name);
            members.iter().find(named)
        }
        _ => None,
    }
}

fn child_mut<'n>(node: &'n mut Node, name: &str) -> Option<&'n mut Node> {
    match &mut node.value {
        Value::Map(entries) => {
            let found = entries
                .iter_mut()
                .find(|entry| composed(&entry.key) == name);
            found.map(|entry| &mut entry.node)
        }
        Value::List(members) => {
            let named = |member: &&mut Node| name_of(member).is_some_and(|id| id == name);
            members.iter_mut().find(named)
        }
        _ => None,
    }
}

/// What stands at a place of a case file, given by names as [`CasePath`](super::CasePath) has them.
pub fn entry_at<'n>(root: &'n Node, place: &[String]) -> Option<&'n Node> {
    place.iter().try_fold(root, |node, name| child(node, name))
}

/// What stands at a place, to be changed.
pub(super) fn find_mut<'n>(
    root: &'n mut Node,
    place: &[String],
) -> Result<&'n mut Node, ChangeFault> {
    let mut node = root;
    for (depth, name) in place.iter().enumerate() {
        let known = names(node);
        let Some(found) = child_mut(node, name) else {
            return Err(ChangeFault::unknown(
                &place[..depth].join("."),
                name,
                &known,
            ));
        };
        node = found;
    }
    Ok(node)
}

/// The entries of a list at a place. The list is made where its mapping has none yet.
pub(super) fn list_mut<'n>(
    root: &'n mut Node,
    place: &[String],
) -> Result<&'n mut Vec<Node>, ChangeFault> {
    let path = place.join(".");
    let (last, around) = place.split_last().expect("a place has a name");
    let holder = find_mut(root, around)?;
    if child(holder, last).is_none() {
        let entries = map_of(holder, &path)?;
        entries.push(entry(last, node(Value::List(Vec::new()))));
    }
    let list = child_mut(holder, last).expect("it was just looked up or made");
    if list.value == Value::Null {
        list.value = Value::List(Vec::new());
    }
    match &mut list.value {
        Value::List(members) => Ok(members),
        _ => Err(ChangeFault::new(path, "it is no list of entries")),
    }
}

/// The entries of a mapping.
pub(super) fn map_of<'n>(
    node: &'n mut Node,
    path: &str,
) -> Result<&'n mut Vec<Entry>, ChangeFault> {
    if node.value == Value::Null {
        node.value = Value::Map(Vec::new());
    }
    match &mut node.value {
        Value::Map(entries) => Ok(entries),
        _ => Err(ChangeFault::new(path, "it is no mapping")),
    }
}

/// A value without a place.
pub(super) fn node(value: Value) -> Node {
    Node {
        value,
        span: Span::default(),
    }
}

/// A key and its value, without places.
pub(super) fn entry(key: &str, node: Node) -> Entry {
    Entry {
        key: key.to_owned(),
        key_span: Span::default(),
        node,
    }
}

/// The members of a list; none of anything else.
pub(super) fn members(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(members) => members,
        _ => &[],
    }
}

/// The entries of a mapping; none of anything else.
pub(super) fn entries(node: &Node) -> &[Entry] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

/// The scores of a file, given its top: those of each party, and those that are supposed of one.
pub(super) fn sheets_mut(top: &mut [Entry]) -> impl Iterator<Item = &mut Node> {
    top.iter_mut().flat_map(|entry| {
        let sheets: Vec<&mut Node> = match (entry.key.as_str(), &mut entry.node.value) {
            ("preferences", Value::Map(sheets)) => {
                sheets.iter_mut().map(|sheet| &mut sheet.node).collect()
            }
            (ASSUMPTIONS, Value::List(supposed)) => supposed
                .iter_mut()
                .filter_map(|entry| child_mut(entry, "scores"))
                .collect(),
            _ => Vec::new(),
        };
        sheets
    })
}

/// The entries of a mapping, to be changed; none of anything else.
pub(super) fn entries_mut(node: &mut Node) -> &mut [Entry] {
    match &mut node.value {
        Value::Map(entries) => entries,
        _ => &mut [],
    }
}
