//! Plain values, taken apart and put together.

use super::number::is_number;
use super::{Entry, Node, Value};
use crate::diagnostic::Span;

impl Node {
    /// A value without a place.
    pub fn plain(value: Value) -> Self {
        Self {
            value,
            span: Span::default(),
        }
    }

    /// A text without a place.
    pub fn of_text(text: impl Into<String>) -> Self {
        Self::plain(Value::Text(text.into()))
    }

    /// A number as a file would have it; what is no number token of JSON becomes a text, such as
    /// `1/3`, which the reader of files takes or refuses.
    pub fn of_number(digits: &str) -> Self {
        if is_number(digits) {
            Self::plain(Value::Number(digits.to_owned()))
        } else {
            Self::of_text(digits)
        }
    }

    /// A list without a place.
    pub fn of_list(members: Vec<Self>) -> Self {
        Self::plain(Value::List(members))
    }

    /// A mapping without a place.
    pub fn of_map(entries: Vec<Entry>) -> Self {
        Self::plain(Value::Map(entries))
    }

    /// What stands under a key of a mapping; none where there is nothing.
    pub fn under(&self, key: &str) -> Option<&Self> {
        let found = self.entries().iter().find(|entry| entry.key == key)?;
        (found.node.value != Value::Null).then_some(&found.node)
    }

    /// The entries of a mapping; none of anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The members of a list; none of anything else.
    pub fn members(&self) -> &[Self] {
        match &self.value {
            Value::List(members) => members,
            _ => &[],
        }
    }

    /// The members of the list under a key; none where there is no list.
    pub fn members_under(&self, key: &str) -> &[Self] {
        self.under(key).map_or(&[], Self::members)
    }

    /// The member of the list under a key that has this identifier.
    pub fn member_named(&self, key: &str, id: &str) -> Option<&Self> {
        let mut members = self.members_under(key).iter();
        members.find(|member| member.text_under("id") == Some(id))
    }

    /// A text, a number or a truth value as it is written.
    pub fn written(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The text, number or truth value under a key, as it is written.
    pub fn text_under(&self, key: &str) -> Option<&str> {
        self.under(key)?.written()
    }
}

impl Entry {
    /// A key and its value, without places.
    pub fn plain(key: &str, node: Node) -> Self {
        Self {
            key: key.to_owned(),
            key_span: Span::default(),
            node,
        }
    }

    /// Puts a value under a key of a mapping, or takes the key out.
    pub fn put(entries: &mut Vec<Self>, key: &str, value: Option<Node>) {
        let at = entries.iter().position(|entry| entry.key == key);
        match (at, value) {
            (Some(at), Some(value)) => entries[at].node = value,
            (Some(at), None) => drop(entries.remove(at)),
            (None, Some(node)) => entries.push(Self::plain(key, node)),
            (None, None) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_numbers_and_anything_else_is_left_to_the_reader_of_files() {
        for digits in ["0", "12", "-4", "7.25", "-0.5", "1e3"] {
            assert_eq!(
                Node::of_number(digits).value,
                Value::Number(digits.to_owned())
            );
        }
        for other in ["", "1/3", "7,5", "+1", ".5", "05", "-", "1.", "x"] {
            assert_eq!(Node::of_number(other).value, Value::Text(other.to_owned()));
        }
    }

    #[test]
    fn a_key_is_put_changed_and_taken_out() {
        let mut entries = Vec::new();
        Entry::put(&mut entries, "a", Some(Node::of_number("1")));
        Entry::put(&mut entries, "b", Some(Node::of_text("x")));
        Entry::put(&mut entries, "a", Some(Node::of_number("2")));
        assert_eq!(
            Node::of_map(entries.clone()).canonical_json(),
            r#"{"a":2,"b":"x"}"#
        );
        Entry::put(&mut entries, "a", None);
        Entry::put(&mut entries, "c", None);
        let map = Node::of_map(entries);
        assert_eq!(
            (map.text_under("b"), map.text_under("a")),
            (Some("x"), None)
        );
        assert!(map.members_under("b").is_empty());
    }
}
