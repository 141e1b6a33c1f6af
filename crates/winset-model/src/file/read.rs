//! Reading located nodes into types, collecting every problem on the way.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use crate::diagnostic::{Code, Diagnostic, Span};
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

    /// The schema of what is accepted.
    fn schema(defs: &mut Definitions) -> Json;
}

/// What reading knows and collects.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    root: &'a Node,
    found: Vec<Diagnostic>,
    broken: BTreeSet<String>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(root: &'a Node) -> Self {
        Self {
            root,
            found: Vec::new(),
            broken: BTreeSet::new(),
        }
    }

    /// Reports a problem at a place.
    pub(crate) fn report(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.push(Diagnostic::new(code, span, "", message));
    }

    /// Reports a problem with more to say; its path is filled in here.
    pub(crate) fn push(&mut self, mut diagnostic: Diagnostic) {
        diagnostic.path = path_to(self.root, diagnostic.span);
        self.found.push(diagnostic);
    }

    /// Whether an entry with this identifier exists but could not be read, so that naming it is
    /// no further mistake.
    pub(crate) fn is_broken(&self, id: &str) -> bool {
        self.broken.contains(id)
    }

    /// Whether any error was reported so far.
    pub(crate) fn failed(&self) -> bool {
        self.found
            .iter()
            .any(|d| d.code.severity() == crate::diagnostic::Severity::Error)
    }

    /// Everything reported, in the order of the file.
    pub(crate) fn into_found(mut self) -> Vec<Diagnostic> {
        self.found
            .sort_by(|a, b| (a.span, a.code).cmp(&(b.span, b.code)));
        self.found.dedup();
        self.found
    }

    /// The mapping that a node must be, with every key among `known`.
    pub(crate) fn mapping<'n>(&mut self, node: &'n Node, known: &[&str]) -> Option<&'n [Entry]> {
        let Value::Map(entries) = &node.value else {
            self.wrong_kind(node, "a mapping");
            return None;
        };
        for entry in entries {
            if !known.contains(&entry.key.as_str()) {
                self.push(
                    Diagnostic::new(
                        Code::UnknownKey,
                        entry.key_span,
                        "",
                        format!("unknown key `{}`", entry.key),
                    )
                    .expected(format!("one of {}", known.join(", ")))
                    .nearest(&entry.key, known.iter().copied()),
                );
            }
        }
        Some(entries)
    }

    /// Reads one key of a mapping.
    pub(crate) fn field<T: Read>(
        &mut self,
        node: &Node,
        entries: &[Entry],
        key: &str,
    ) -> Option<T> {
        if let Some(entry) = entries.iter().find(|e| e.key == key) {
            return T::read(&entry.node, self);
        }
        let absent = T::absent();
        if absent.is_none() {
            self.report(
                Code::MissingKey,
                first_of(node),
                format!("missing key `{key}`"),
            );
        }
        absent
    }

    /// Remembers the identifier of an entry that could not be read.
    pub(crate) fn mark_broken(&mut self, entries: &[Entry]) {
        if let Some(Entry {
            node: Node {
                value: Value::Text(id),
                ..
            },
            ..
        }) = entries.iter().find(|e| e.key == "id")
        {
            self.broken.insert(id.clone());
        }
    }

    /// Reports that a node is not what was expected.
    pub(crate) fn wrong_kind(&mut self, node: &Node, expected: &str) {
        self.push(
            Diagnostic::new(
                Code::WrongKind,
                first_of(node),
                "",
                format!("expected {expected}, found {}", node.kind_name()),
            )
            .expected(expected),
        );
    }
}

/// A span that points at a node without covering pages of text: a mapping or list is shown by
/// where it begins.
pub(crate) fn first_of(node: &Node) -> Span {
    match &node.value {
        Value::Map(entries) => entries.first().map_or(node.span, |e| e.key_span),
        Value::List(items) => items.first().map_or(node.span, first_of),
        _ => node.span,
    }
}

/// The keys and places that lead to the smallest node or key that covers a span.
fn path_to(root: &Node, span: Span) -> String {
    let covers = |outer: Span| outer.start <= span.start && span.end <= outer.end;
    let mut path = String::new();
    let mut node = root;
    loop {
        let next = match &node.value {
            Value::Map(entries) => entries
                .iter()
                .find(|e| covers(e.key_span) || covers(e.node.span))
                .map(|e| {
                    (
                        format!(".{}", e.key),
                        covers(e.node.span).then_some(&e.node),
                    )
                }),
            Value::List(items) => items
                .iter()
                .position(|n| covers(n.span))
                .map(|place| (format!("[{place}]"), Some(&items[place]))),
            _ => None,
        };
        let Some((step, inner)) = next else { break };
        path.push_str(&step);
        let Some(inner) = inner else { break };
        node = inner;
    }
    path.trim_start_matches('.').to_owned()
}

/// An identifier, or a reference to one, and its place.
#[derive(Clone, PartialEq, Eq)]
pub struct Name {
    /// The identifier.
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

/// Whether a text may be an identifier.
pub(crate) fn is_identifier(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= ID_CHARS_MAX
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || "_./-".contains(c))
}

impl Name {
    pub(crate) fn from_key(entry: &Entry, cx: &mut Context<'_>) -> Option<Self> {
        Self::checked(&entry.key, entry.key_span, cx)
    }

    fn checked(text: &str, span: Span, cx: &mut Context<'_>) -> Option<Self> {
        if is_identifier(text) {
            return Some(Self {
                text: text.to_owned(),
                span,
            });
        }
        let message = "this is not an identifier".to_owned();
        cx.push(Diagnostic::new(Code::Malformed, span, "", message).expected(ID_FORM));
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
            })
        });
        json!({"$ref": "#/$defs/Name"})
    }
}

impl Read for String {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match &node.value {
            Value::Text(text) | Value::Number(text) => Some(text.clone()),
            _ => {
                cx.wrong_kind(node, "text");
                None
            }
        }
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({"type": ["string", "number"]})
    }
}

impl Read for bool {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match &node.value {
            Value::Bool(value) => Some(*value),
            _ => {
                cx.wrong_kind(node, "true or false");
                None
            }
        }
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

    fn schema(defs: &mut Definitions) -> Json {
        json!({"anyOf": [T::schema(defs), {"type": "null"}]})
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::List(items) = &node.value else {
            cx.wrong_kind(node, "a list");
            return None;
        };
        Some(items.iter().filter_map(|item| T::read(item, cx)).collect())
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
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
);

impl<T: Read> Read for Filled<T> {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if node.value == Value::List(Vec::new()) {
            cx.report(
                Code::Empty,
                node.span,
                "this list must hold at least one entry",
            );
            return None;
        }
        Vec::read(node, cx).map(Self)
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({"type": "array", "minItems": 1, "items": T::schema(defs)})
    }
}

/// A mapping from identifiers to values, in the order of the file.
#[derive(Debug, Clone)]
pub struct Named<T>(
    /// The entries that could be read.
    pub Vec<(Name, T)>,
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
        Some(Self(entries.iter().filter_map(|e| read(e, cx)).collect()))
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({"type": "object", "additionalProperties": T::schema(defs)})
    }
}
