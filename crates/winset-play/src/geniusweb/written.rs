//! Messages as text: nothing between the marks, keys in the order in which they stand.

use serde_json::Value as Json;
use winset_model::document::{Entry, Node, Value};

/// The one line of a message, without a line feed.
pub(super) fn line(node: &Node) -> String {
    let mut text = String::new();
    write(node, &mut text);
    text
}

fn write(node: &Node, text: &mut String) {
    match &node.value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(digits) => text.push_str(digits),
        Value::Text(written) => text.push_str(&quoted(written)),
        Value::List(members) => {
            text.push('[');
            for (number, member) in members.iter().enumerate() {
                text.push_str(if number == 0 { "" } else { "," });
                write(member, text);
            }
            text.push(']');
        }
        Value::Map(entries) => {
            text.push('{');
            for (number, entry) in entries.iter().enumerate() {
                text.push_str(if number == 0 { "" } else { "," });
                text.push_str(&quoted(&entry.key));
                text.push(':');
                write(&entry.node, text);
            }
            text.push('}');
        }
    }
}

fn quoted(text: &str) -> String {
    Json::from(text).to_string()
}

/// A thing under the name of its class.
pub(super) fn of_class(name: &str, thing: Node) -> Node {
    object([(name, thing)])
}

/// An object of fields.
pub(super) fn object<'k>(fields: impl IntoIterator<Item = (&'k str, Node)>) -> Node {
    let fields = fields.into_iter();
    Node::of_map(fields.map(|(key, node)| Entry::plain(key, node)).collect())
}

/// A list of things.
pub(super) fn list<T>(things: &[T], form: impl Fn(&T) -> Node) -> Node {
    Node::of_list(things.iter().map(form).collect())
}

/// A count.
pub(super) fn natural(number: u64) -> Node {
    Node::of_number(&number.to_string())
}

/// The same value without places.
pub(super) fn without_places(node: &Node) -> Node {
    Node::plain(match &node.value {
        Value::List(members) => Value::List(members.iter().map(without_places).collect()),
        Value::Map(entries) => {
            let entries = entries.iter();
            let plain = |entry: &Entry| Entry::plain(&entry.key, without_places(&entry.node));
            Value::Map(entries.map(plain).collect())
        }
        plain => plain.clone(),
    })
}
