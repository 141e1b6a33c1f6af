//! Reading located nodes into types, collecting every problem on the way.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

pub(crate) use super::context::{Context, first_of, shown};
use crate::characters::{composed, is_mark, is_unseen, written_out};
use crate::diagnostic::{Code, Diagnostic, Span, named_oddities};
use crate::document::{Entry, Node, Value};

/// Named parts of a JSON Schema.
pub(crate) type Definitions = BTreeMap<String, Json>;

/// A type that can be read from a node, and says in a JSON Schema what it accepts.
pub(crate) trait Read: Sized {
    /// Reads the node. `None` means that at least one error was reported.
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self>;

    /// What stands for a missing key; `None` when the key is required.
    fn absent() -> Option<Self> {
        None
    }

    /// What stands for a value that had errors, where the rest can be checked without it.
    fn stand_in() -> Option<Self> {
        None
    }

    /// Whether a value with errors can be taken as missing without causing further errors.
    const ORNAMENT: bool = false;

    /// The schema of what is accepted.
    fn schema(defs: &mut Definitions) -> Json;
}

/// An identifier, or a reference to one, and its place.
#[derive(Clone, PartialEq, Eq)]
pub struct Name {
    /// The identifier, [`composed`]: two writings of one name are the same.
    pub text: String,
    /// Its place.
    pub span: Span,
}

impl std::fmt::Debug for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// Most characters of an identifier.
pub const ID_CHARS_MAX: usize = 100;
const ID_FORM: &str = "letters, digits, `_`, `.`, `/` and `-`, at most 100, no other signs";

/// The identifier of an entry, where it has one that can be read.
pub(crate) fn id_of(entries: &[Entry]) -> Option<Cow<'_, str>> {
    let entry = entries.iter().find(|e| e.key == "id")?;
    match &entry.node.value {
        Value::Text(id) | Value::Number(id) => Some(composed(id)),
        _ => None,
    }
}

/// Whether a text may be an identifier: letters with their marks, digits, `_`, `.`, `/` and `-`, at most
/// [`ID_CHARS_MAX`]. Characters that show nothing are none of these.
pub fn is_identifier(text: &str) -> bool {
    let mut marked = false;
    let mut stands = |c: char| {
        let mark = marked && is_mark(c);
        marked = c.is_alphanumeric() || mark;
        !is_unseen(c) && (marked || "_./-".contains(c))
    };
    !text.is_empty() && text.chars().count() <= ID_CHARS_MAX && text.chars().all(&mut stands)
}

impl Name {
    pub(crate) fn from_key(entry: &Entry, cx: &mut Context<'_>) -> Option<Self> {
        Self::checked(&entry.key, entry.key_span, cx)
    }

    fn checked(text: &str, span: Span, cx: &mut Context<'_>) -> Option<Self> {
        let text = &*composed(text);
        if is_identifier(text) {
            return Some(Self {
                text: text.to_owned(),
                span,
            });
        }
        cx.find(Code::Malformed, span, || {
            let message = if text.is_empty() {
                "this identifier is empty".to_owned()
            } else {
                let odd = named_oddities(text);
                format!("`{}` is not an identifier{odd}", shown(text))
            };
            Diagnostic::new(Code::Malformed, span, "", message).expected(ID_FORM)
        });
        None
    }
}

impl Read for Name {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match &node.value {
            Value::Text(text) | Value::Number(text) => Self::checked(text, node.span, cx),
            Value::Bool(value) => Self::checked(&value.to_string(), node.span, cx),
            _ => {
                cx.wrong_kind(node, "an identifier");
                None
            }
        }
    }

    fn schema(defs: &mut Definitions) -> Json {
        defs.entry("Name".into()).or_insert_with(|| {
            json!({
                "description": format!("An identifier: {ID_FORM}. Numbers stand for their digits."),
                "type": ["string", "number", "boolean"],
                "minLength": 1,
                "maxLength": ID_CHARS_MAX,
                "pattern": "^[^ ]*$",
            })
        });
        json!({"$ref": "#/$defs/Name"})
    }
}

/// A text as it is shown everywhere: what nobody would see in it is written out.
impl Read for String {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match &node.value {
            Value::Text(text) | Value::Number(text) => Some(written_out(text).into_owned()),
            _ => {
                cx.wrong_kind(node, "text");
                None
            }
        }
    }

    fn stand_in() -> Option<Self> {
        Some(Self::new())
    }

    const ORNAMENT: bool = true;

    fn schema(_: &mut Definitions) -> Json {
        json!({"type": ["string", "number"]})
    }
}

impl Read for bool {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if let Value::Bool(value) = &node.value {
            return Some(*value);
        }
        cx.wrong_kind(node, "true or false");
        None
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({"type": "boolean"})
    }
}

/// A subtree that is kept as it stands.
impl Read for Node {
    fn read(node: &Node, _: &mut Context<'_>) -> Option<Self> {
        Some(node.clone())
    }

    fn schema(_: &mut Definitions) -> Json {
        json!(true)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if node.value == Value::Null {
            Some(None)
        } else {
            T::read(node, cx).map(Some)
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn stand_in() -> Option<Self> {
        T::ORNAMENT.then_some(None)
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({"anyOf": [T::schema(defs), {"type": "null"}]})
    }
}

/// A list of values that belong together: one with errors makes the whole unusable.
impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let List(items, unread) = List::read(node, cx)?;
        (unread == 0).then_some(items)
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn schema(defs: &mut Definitions) -> Json {
        List::<T>::schema(defs)
    }
}

/// A list of entries, each of which is read for itself; empty when missing.
#[derive(Debug, Clone)]
pub struct List<T>(
    /// The entries that could be read.
    pub Vec<T>,
    /// How many could not; 1 when the whole list could not.
    pub usize,
);

impl<T: Read> Read for List<T> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::List(items) = &node.value else {
            cx.wrong_kind(node, "a list");
            return None;
        };
        let read: Vec<T> = items.iter().filter_map(|item| T::read(item, cx)).collect();
        let unread = items.len() - read.len();
        Some(Self(read, unread))
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new(), 0))
    }

    fn stand_in() -> Option<Self> {
        Some(Self(Vec::new(), 1))
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({"type": "array", "items": T::schema(defs)})
    }
}

/// A list that must be there and hold something.
#[derive(Debug, Clone)]
pub struct Filled<T>(
    /// The entries that could be read.
    pub Vec<T>,
    /// How many could not; 1 when the whole list could not.
    pub usize,
);

impl<T: Read> Read for Filled<T> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if node.value == Value::List(Vec::new()) {
            let message = "this list must hold at least one entry";
            cx.report(Code::Empty, node.span, message);
            return None;
        }
        List::read(node, cx).map(|List(items, unread)| Self(items, unread))
    }

    fn stand_in() -> Option<Self> {
        Some(Self(Vec::new(), 1))
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({"type": "array", "minItems": 1, "items": T::schema(defs)})
    }
}

/// Reports names that stand in one mapping in two writings, as the same letters may be written with
/// marks apart or not. Keys of one writing are known to differ.
fn written_twice<'n>(names: impl Iterator<Item = &'n Name>, cx: &mut Context<'_>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for name in names {
        match seen.get(name.text.as_str()) {
            None => {
                seen.insert(&name.text, name.span);
            }
            Some(first) => cx.find(Code::DuplicateKey, name.span, || {
                let message = format!("key `{}` occurs twice, in two writings", name.text);
                Diagnostic::new(Code::DuplicateKey, name.span, "", message)
                    .related(*first, "the first one is here")
            }),
        }
    }
}

/// A mapping from identifiers to values, in the order of the file; empty when missing.
#[derive(Debug, Clone)]
pub struct Named<T>(
    /// The entries that could be read.
    pub Vec<(Name, T)>,
    /// How many could not; 1 when the whole mapping could not.
    pub usize,
);

impl<T: Read> Read for Named<T> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_kind(node, "a mapping");
            return None;
        };
        let read = |e: &Entry, cx: &mut Context<'_>| {
            let name = Name::from_key(e, cx);
            let value = T::read(&e.node, cx);
            Some((name?, value?))
        };
        let read: Vec<_> = entries.iter().filter_map(|e| read(e, cx)).collect();
        written_twice(read.iter().map(|(name, _)| name), cx);
        let unread = entries.len() - read.len();
        Some(Self(read, unread))
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new(), 0))
    }

    fn stand_in() -> Option<Self> {
        Some(Self(Vec::new(), 1))
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({"type": "object", "additionalProperties": T::schema(defs)})
    }
}
