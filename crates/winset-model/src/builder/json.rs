//! The canonical JSON of what is built. It is written from the inside out, so that nothing recurses
//! into it before a reader has looked at how deep it is.

use crate::document::write_text;
use crate::number::{Exact, to_words};

/// A mapping that is being written.
#[derive(Debug, Clone, Default)]
pub(super) struct Object {
    /// Keys and the JSON of their values.
    entries: Vec<(String, String)>,
}

impl Object {
    /// The mapping with this key at a value, in place of one that it had.
    pub(super) fn set(&mut self, key: &str, json: String) {
        self.entries.retain(|(known, _)| known != key);
        self.add(key, json);
    }

    /// Adds a key. One that is there already makes the mapping one that no reader takes.
    pub(super) fn add(&mut self, key: &str, json: String) {
        self.entries.push((key.to_owned(), json));
    }

    /// The mapping with this text at a key.
    pub(super) fn set_text(&mut self, key: &str, value: &str) {
        self.set(key, text(value));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of this key where there is no other, else the mapping in canonical JSON.
    pub(super) fn into_json_of(mut self, key: &str) -> String {
        match self.entries.as_mut_slice() {
            [(known, json)] if known == key => std::mem::take(json),
            _ => self.into_json(),
        }
    }

    /// The mapping in canonical JSON.
    pub(super) fn into_json(mut self) -> String {
        self.entries.sort_by(|a, b| a.0.cmp(&b.0));
        let entries = self.entries.iter();
        let entries = entries.map(|(key, json)| format!("{}:{json}", text(key)));
        format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
    }
}

/// A text.
pub(super) fn text(text: &str) -> String {
    let mut json = String::new();
    write_text(&mut json, text);
    json
}

/// A list of what is JSON already.
pub(super) fn list(items: &[String]) -> String {
    format!("[{}]", items.join(","))
}

/// A list of texts.
pub(super) fn texts(texts: &[&str]) -> String {
    let items: Vec<String> = texts.iter().map(|one| text(one)).collect();
    list(&items)
}

/// A number: its decimal digits, or a fraction as text.
pub(super) fn number(value: impl Into<Exact>) -> String {
    let words = to_words(&value.into());
    if words.contains('/') {
        text(&words)
    } else {
        words
    }
}
