//! What reading a case file collects: problems, and what could not be read.

use std::collections::BTreeSet;

use super::read::Read;
use crate::characters::{look_alike, written_out};
use crate::diagnostic::{Code, Diagnostic, FINDINGS_MAX, Severity, Span, named_oddities};
use crate::document::{Entry, Node, Value};

/// What reading knows and collects.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    root: &'a Node,
    found: Vec<Found>,
    unlisted: Unlisted,
    failed: bool,
    broken: BTreeSet<(&'static str, String)>,
    nameless: BTreeSet<&'static str>,
    unread: BTreeSet<Span>,
    /// The places of phrases: what stands in one has no path of its own.
    phrases: BTreeSet<Span>,
    /// Where names are used, where somebody wants to know.
    uses: Option<Vec<NameUse>>,
}

/// A name of a party, a point or an option, where the file uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameUse {
    /// What it names.
    pub(crate) of: Named,
    /// Its place.
    pub(crate) span: Span,
}

/// What a name stands for, by identifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Named {
    /// A party.
    Party(String),
    /// A point.
    Point(String),
    /// An option of a point.
    Option(String, String),
}

/// A finding, and what is needed to fill in its path.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) diagnostic: Diagnostic,
    /// The place of the value or key that the finding is about: its span, or more of the file
    /// where only the beginning is shown.
    pub(super) about: Span,
    pub(super) is_placed: bool,
}

/// Findings that are counted only.
#[derive(Debug, Default)]
struct Unlisted {
    count: usize,
    first: Option<Span>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(root: &'a Node) -> Self {
        Self {
            root,
            found: Vec::new(),
            unlisted: Unlisted::default(),
            failed: false,
            broken: BTreeSet::new(),
            nameless: BTreeSet::new(),
            unread: BTreeSet::new(),
            phrases: BTreeSet::new(),
            uses: None,
        }
    }

    /// The same, which remembers where names are used.
    pub(crate) fn noting_names(root: &'a Node) -> Self {
        Self {
            uses: Some(Vec::new()),
            ..Self::new(root)
        }
    }

    /// Remembers that a name is used, where somebody wants to know.
    pub(crate) fn name_used(&mut self, span: Span, of: impl FnOnce() -> Named) {
        if let Some(uses) = &mut self.uses {
            uses.push(NameUse { of: of(), span });
        }
    }

    /// Where names are used.
    pub(crate) fn into_uses(self) -> Vec<NameUse> {
        self.uses.unwrap_or_default()
    }

    /// Reports a problem at a place.
    pub(crate) fn report(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.find(code, span, || Diagnostic::new(code, span, "", message));
    }

    /// Reports a problem; its path is filled in at the end. The finding is built only when it
    /// will be listed, as looking for near names takes time.
    pub(crate) fn find(&mut self, code: Code, span: Span, finding: impl FnOnce() -> Diagnostic) {
        self.find_about(code, span, span, finding);
    }

    /// The same, where the finding is about more of the file than it shows.
    pub(crate) fn find_about(
        &mut self,
        code: Code,
        span: Span,
        about: Span,
        finding: impl FnOnce() -> Diagnostic,
    ) {
        self.failed |= code.severity() == Severity::Error;
        if self.found.len() < FINDINGS_MAX {
            let before = self.phrases.range(
                ..=Span {
                    start: about.start,
                    end: usize::MAX,
                },
            );
            let around = before.last().filter(|phrase| phrase.end >= about.end);
            let about = around.copied().unwrap_or(about);
            self.found.push(Found {
                diagnostic: finding(),
                about,
                is_placed: false,
            });
        } else {
            self.unlisted.count += 1;
            let first = self.unlisted.first.unwrap_or(span);
            self.unlisted.first = Some(first.min(span));
        }
    }

    /// Remembers that a phrase stands at this place.
    pub(crate) fn phrase_at(&mut self, span: Span) {
        self.phrases.insert(span);
    }

    /// Whether any error was reported so far.
    pub(crate) fn failed(&self) -> bool {
        self.failed
    }

    /// Everything reported, in the order of the file; the count of what is not listed comes last.
    pub(crate) fn into_found(mut self) -> Vec<Diagnostic> {
        super::paths::fill(self.root, &mut self.found);
        let mut listed: Vec<Diagnostic> = self.found.into_iter().map(|f| f.diagnostic).collect();
        listed.sort_by(|a, b| {
            (a.span, a.code, &a.message, &a.expected).cmp(&(
                b.span,
                b.code,
                &b.message,
                &b.expected,
            ))
        });
        listed.dedup();
        if let Some(first) = self.unlisted.first {
            let (code, what) = if self.failed {
                (Code::MoreErrors, "findings")
            } else {
                (Code::MoreWarnings, "warnings")
            };
            let count = self.unlisted.count;
            let message = format!("{count} more {what} are not listed; the first of them is here");
            listed.push(Diagnostic::new(code, first, "", message));
        }
        listed
    }

    /// Remembers that an entry of this kind could not be read, or that its name is not clear, so
    /// that naming it is no further mistake. Without a name, it could be any.
    pub(crate) fn mark_broken(&mut self, kind: &'static str, id: Option<&str>) {
        match id {
            Some(id) => {
                self.broken.insert((kind, id.to_owned()));
            }
            None => {
                self.nameless.insert(kind);
            }
        }
    }

    /// Whether an entry of this kind and name, or of a name that looks the same, could not be read, or
    /// is not clear.
    pub(crate) fn is_broken(&self, kind: &'static str, id: &str) -> bool {
        let mut broken = self.broken.iter();
        self.nameless.contains(kind)
            || broken.any(|(of, name)| *of == kind && (name == id || look_alike(name, id)))
    }

    /// Remembers that 0 stands for the number at this place, which could not be read.
    pub(crate) fn mark_unread(&mut self, span: Span) {
        self.unread.insert(span);
    }

    /// Whether the numbers at these places could be read, so that they can be compared.
    pub(crate) fn are_read(&self, spans: impl IntoIterator<Item = Span>) -> bool {
        spans.into_iter().all(|span| !self.unread.contains(&span))
    }

    /// The mapping that a node must be, with every key among `known`.
    pub(crate) fn mapping<'n>(&mut self, node: &'n Node, known: &[&str]) -> Option<&'n [Entry]> {
        let Value::Map(entries) = &node.value else {
            self.wrong_kind(node, "a mapping");
            return None;
        };
        for entry in entries {
            if !known.contains(&entry.key.as_str()) {
                self.unknown_key(entry, &format!("one of {}", known.join(", ")), known);
            }
        }
        Some(entries)
    }

    /// Reports a key that has no meaning where it stands.
    pub(crate) fn unknown_key(&mut self, entry: &Entry, expected: &str, known: &[&str]) {
        self.find(Code::UnknownKey, entry.key_span, || {
            let odd = named_oddities(&entry.key);
            let message = format!("unknown key `{}`{odd}", shown(&entry.key));
            Diagnostic::new(Code::UnknownKey, entry.key_span, "", message)
                .expected(cut_by_comma(entry).unwrap_or(expected))
                .nearest(&entry.key, known.iter().copied())
        });
    }

    /// Reads one key of a mapping. What has errors is replaced by what stands for it, if there is
    /// such a thing, so that the rest is still checked.
    pub(crate) fn field<T: Read>(
        &mut self,
        node: &Node,
        entries: &[Entry],
        key: &str,
    ) -> Option<T> {
        if let Some(entry) = entries.iter().find(|e| e.key == key) {
            return T::read(&entry.node, self).or_else(T::stand_in);
        }
        let absent = T::absent();
        if absent.is_none() {
            let span = first_of(node);
            self.find_about(Code::MissingKey, span, node.span, || {
                Diagnostic::new(Code::MissingKey, span, "", format!("missing key `{key}`"))
            });
        }
        absent.or_else(T::stand_in)
    }

    /// Reports that a node is not what was expected.
    pub(crate) fn wrong_kind(&mut self, node: &Node, expected: &str) {
        let span = first_of(node);
        self.find_about(Code::WrongKind, span, node.span, || {
            let message = match node.value {
                Value::Null => "a value is missing here".to_owned(),
                _ => format!("{} cannot stand here", node.kind_name()),
            };
            let expected = match &node.value {
                Value::Bool(value) if expected == "text" => format!("text, in quotes: \"{value}\""),
                _ => expected.to_owned(),
            };
            Diagnostic::new(Code::WrongKind, span, "", message).expected(expected)
        });
    }
}

/// What is meant where a comma between braces has cut a number or a text in two.
fn cut_by_comma(entry: &Entry) -> Option<&'static str> {
    // A key with a colon inside is another slip.
    if entry.node.value != Value::Null || entry.key.contains(':') {
        return None;
    }
    Some(if entry.key.bytes().all(|b| b.is_ascii_digit()) {
        "a decimal point, not a comma, in the number before it"
    } else {
        "the text before it in quotes, if this belongs to it: a comma ends it"
    })
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

/// A text as shown in messages: with what nobody would see written out, and what a terminal could
/// obey; cut where it is so long that nobody would read it.
pub(crate) fn shown(text: &str) -> String {
    const SHOWN_CHARS_MAX: usize = 60;
    let mut shown = String::new();
    for c in text.chars().take(SHOWN_CHARS_MAX) {
        match c {
            '\n' | '\t' => shown.push('\u{FFFD}'),
            c => shown.push(c),
        }
    }
    let mut shown = written_out(&shown).into_owned();
    if text.chars().nth(SHOWN_CHARS_MAX).is_some() {
        shown.push_str("...");
    }
    shown
}
