//! One way to write a tree down, for hashing and comparing.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::{Entry, Node, Value};

impl Node {
    /// The value as canonical JSON: the same for the same content, whatever the syntax, order of
    /// keys and layout it was written in.
    ///
    /// To write it, from the value at the top:
    /// - nothing is `null`, truth values are `true` and `false`;
    /// - a number is its digits as they stand in the file (`1.50` stays `1.50`, and differs from
    ///   `1.5`); what TOML allows and JSON does not is read as the JSON number first;
    /// - a text stands between `"`; in it `"` becomes `\"`, `\` becomes `\\`, and each character
    ///   below U+0020 becomes `\u00` and its two hexadecimal digits in lower case (so a line feed
    ///   is `\u000a`, never `\n`); every other character stands for itself in UTF-8;
    /// - a list is `[`, its values in order with `,` between them, `]`;
    /// - a mapping is `{`, its entries with `,` between them, `}`; an entry is its key, written as
    ///   a text, `:` and its value; entries ascend by key, keys compared code point by code point
    ///   (which is the order of their UTF-8 bytes, not of UTF-16 units);
    /// - nothing else: no spaces, no line breaks, none at the end either.
    pub fn canonical_json(&self) -> String {
        let mut out = String::new();
        write_node(&mut out, self, KeyOrder::Ascending);
        out
    }

    /// The value as JSON without spaces, its keys in the order that they have. Characters below U+0020 are
    /// escaped as RFC 8259 has it in short: a line feed is `\n`.
    pub fn json_as_written(&self) -> String {
        let mut out = String::new();
        write_node(&mut out, self, KeyOrder::AsWritten);
        out
    }

    /// SHA-256 of [`canonical_json`](Self::canonical_json), as [`sha256_hex`] writes it.
    pub fn hash(&self) -> String {
        sha256_hex(&self.canonical_json())
    }
}

/// SHA-256 of the UTF-8 bytes of a text, as 64 hexadecimal digits in lower case.
pub fn sha256_hex(canonical: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(canonical.as_bytes()) {
        push_hex(&mut hex, byte);
    }
    hex
}

/// The order of the keys of mappings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeyOrder {
    Ascending,
    AsWritten,
}

impl KeyOrder {
    fn text(self, out: &mut String, text: &str) {
        match self {
            Self::Ascending => write_text(out, text),
            Self::AsWritten => out.push_str(&serde_json::Value::from(text).to_string()),
        }
    }
}

/// Recursion ends because readers admit [`super::limits::DEPTH_MAX`] levels only.
fn write_node(out: &mut String, node: &Node, order: KeyOrder) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(digits) => out.push_str(digits),
        Value::Text(text) => order.text(out, text),
        Value::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(out, index);
                write_node(out, item, order);
            }
            out.push(']');
        }
        Value::Map(entries) => write_map(out, entries, order),
    }
}

fn write_map(out: &mut String, entries: &[Entry], order: KeyOrder) {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    if order == KeyOrder::Ascending {
        sorted.sort_by_key(|entry| entry.key.as_str());
    }
    out.push('{');
    for (index, entry) in sorted.into_iter().enumerate() {
        separate(out, index);
        order.text(out, &entry.key);
        out.push(':');
        write_node(out, &entry.node, order);
    }
    out.push('}');
}

fn separate(out: &mut String, index: usize) {
    if index > 0 {
        out.push(',');
    }
}

/// Writes a text as [`Node::canonical_json`] does.
pub(crate) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0'..='\x1f' => {
                out.push_str("\\u00");
                push_hex(out, u8::try_from(c).expect("the range above fits a byte"));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

fn push_hex(out: &mut String, byte: u8) {
    // Writing to a `String` cannot fail.
    let _ = write!(out, "{byte:02x}");
}
