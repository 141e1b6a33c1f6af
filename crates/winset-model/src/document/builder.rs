//! Builds a tree from the events of a reader: values, keys, opening and closing.

use std::collections::BTreeMap;

use super::copy::copy_node;
use super::findings::{Key, duplicate, note, push_index, push_key, syntax};
use super::limits::{self, Budget, Stop};
use super::{Entry, Node, Value};
use crate::diagnostic::{Diagnostic, Span};

/// A tree under construction. Every method that adds to it checks the limits.
#[derive(Debug, Default)]
pub(super) struct Builder {
    frames: Vec<Frame>,
    root: Option<Node>,
    /// What is used up of the limits.
    pub(super) budget: Budget,
    duplicates: Vec<Diagnostic>,
}

/// A list or mapping that is still open.
#[derive(Debug)]
enum Frame {
    List {
        start: usize,
        items: Vec<Node>,
    },
    Map {
        start: usize,
        entries: Vec<Entry>,
        seen: BTreeMap<String, Span>,
        key: Option<Key>,
    },
}

/// What the innermost open thing takes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// A value: at the top, in a list, or after a key.
    Value,
    /// A key, as the innermost open thing is a mapping.
    Key,
}

impl Frame {
    fn children(&self) -> usize {
        match self {
            Self::List { items, .. } => items.len(),
            Self::Map { entries, .. } => entries.len(),
        }
    }

    fn child(&self, index: usize) -> Option<&Node> {
        match self {
            Self::List { items, .. } => items.get(index),
            Self::Map { entries, .. } => entries.get(index).map(|entry| &entry.node),
        }
    }
}

impl Builder {
    /// What may come next.
    pub(super) fn takes(&self) -> Takes {
        match self.frames.last() {
            Some(Frame::Map { key: None, .. }) => Takes::Key,
            _ => Takes::Value,
        }
    }

    /// Whether the innermost open thing is a mapping; `None` at the top.
    pub(super) fn in_map(&self) -> Option<bool> {
        self.frames
            .last()
            .map(|frame| matches!(frame, Frame::Map { .. }))
    }

    /// Opens a list.
    pub(super) fn open_list(&mut self, span: Span) -> Result<(), Stop> {
        self.open(
            Frame::List {
                start: span.start,
                items: Vec::new(),
            },
            span,
        )
    }

    /// Opens a mapping.
    pub(super) fn open_map(&mut self, span: Span) -> Result<(), Stop> {
        let seen = BTreeMap::new();
        self.open(
            Frame::Map {
                start: span.start,
                entries: Vec::new(),
                seen,
                key: None,
            },
            span,
        )
    }

    fn open(&mut self, frame: Frame, span: Span) -> Result<(), Stop> {
        limits::depth(self.frames.len() + 1, span).map_err(|over| self.placed(over))?;
        self.budget.node(span).map_err(|over| self.placed(over))?;
        self.frames.push(frame);
        Ok(())
    }

    /// Adds a key to the open mapping. A key that is there already is noted; reading goes on.
    pub(super) fn key(&mut self, text: String, span: Span) -> Result<(), Stop> {
        limits::text(&text, span).map_err(|over| self.placed(over))?;
        if let Some(first) = self.first_place(&text) {
            let found = duplicate(&text, span, first, &self.path());
            note(&mut self.duplicates, found)?;
        }
        let Some(Frame::Map { seen, key, .. }) = self.frames.last_mut() else {
            unreachable!("keys stand in mappings only");
        };
        seen.entry(text.clone()).or_insert(span);
        *key = Some(Key { text, span });
        Ok(())
    }

    /// Where the open mapping holds a key already.
    fn first_place(&self, key: &str) -> Option<Span> {
        match self.frames.last() {
            Some(Frame::Map { seen, .. }) => seen.get(key).copied(),
            _ => None,
        }
    }

    /// Adds a scalar.
    pub(super) fn scalar(&mut self, value: Value, span: Span) -> Result<(), Stop> {
        let checked = match &value {
            Value::Number(digits) => limits::number(digits, span),
            Value::Text(text) => limits::text(text, span),
            _ => Ok(()),
        };
        checked
            .and_then(|()| self.budget.node(span))
            .map_err(|over| self.placed(over))?;
        self.push(Node { value, span });
        Ok(())
    }

    /// Closes the innermost list or mapping at `end`, or with its last child when that is `None`.
    pub(super) fn close(&mut self, end: Option<usize>) {
        let frame = self.frames.pop().expect("what is closed was opened");
        let last = frame
            .children()
            .checked_sub(1)
            .and_then(|last| frame.child(last));
        let end = end.or(last.map(|node| node.span.end));
        let (start, value) = match frame {
            Frame::List { start, items } => (start, Value::List(items)),
            Frame::Map {
                start,
                entries,
                seen,
                ..
            } => (start, Value::Map(last_of_each(entries, seen.len()))),
        };
        let end = end.unwrap_or(start).max(start);
        self.push(Node {
            value,
            span: Span { start, end },
        });
    }

    fn push(&mut self, node: Node) {
        match self.frames.last_mut() {
            None => self.root = Some(node),
            Some(Frame::List { items, .. }) => items.push(node),
            Some(Frame::Map { entries, key, .. }) => {
                let Key { text, span } = key.take().expect("a value in a mapping follows a key");
                entries.push(Entry {
                    key: text,
                    key_span: span,
                    node,
                });
            }
        }
    }

    /// Where the next value will stand: for each open list or mapping, from the outermost, the
    /// number of values before it. It stays true while the tree grows.
    pub(super) fn address(&self) -> Vec<usize> {
        self.frames.iter().map(Frame::children).collect()
    }

    /// Adds a copy of the value at `address`. The copy stands at `span`, the values inside it
    /// where they are written.
    ///
    /// # Errors
    /// When the value is still open, so that it would hold itself, or when a limit is passed.
    pub(super) fn copy(&mut self, address: &[usize], span: Span) -> Result<(), Stop> {
        let Some(node) = closed(&self.frames, address) else {
            let message = "this alias stands inside the value that it refers to";
            return Err(self.placed(syntax(span, message)));
        };
        let depth = self.frames.len();
        let copied = copy_node(&mut self.budget, node, depth, span);
        let mut node = copied.map_err(|over| self.placed(over))?;
        node.span = span;
        self.push(node);
        Ok(())
    }

    /// Path of keys to where the next value will stand.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for frame in &self.frames {
            match frame {
                Frame::List { items, .. } => push_index(&mut path, items.len()),
                Frame::Map { key: Some(key), .. } => push_key(&mut path, &key.text),
                Frame::Map { key: None, .. } => {}
            }
        }
        path
    }

    fn placed(&self, mut diagnostic: Stop) -> Stop {
        diagnostic.path = self.path();
        diagnostic
    }
}

/// Entries with each key once: of equal keys the last, where the first of them stands.
fn last_of_each(entries: Vec<Entry>, keys: usize) -> Vec<Entry> {
    if entries.len() == keys {
        return entries;
    }
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Entry> = Vec::new();
    for entry in entries {
        if let Some(place) = places.get(&entry.key) {
            kept[*place] = entry;
        } else {
            places.insert(entry.key.clone(), kept.len());
            kept.push(entry);
        }
    }
    kept
}

/// The tree that `read` builds, or all that is wrong with it.
pub(super) fn build(
    read: impl FnOnce(&mut Builder) -> Result<(), Stop>,
) -> Result<Node, Vec<Diagnostic>> {
    match build_last(read) {
        Ok((root, duplicates)) if duplicates.is_empty() => Ok(root),
        Ok((_, found)) | Err(found) => Err(found),
    }
}

/// The tree that `read` builds, in which the last of equal keys counts, and a finding for each key
/// that stands again; or all that is wrong.
pub(super) fn build_last(
    read: impl FnOnce(&mut Builder) -> Result<(), Stop>,
) -> Result<(Node, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut builder = Builder::default();
    let stop = read(&mut builder).err();
    let Builder {
        root,
        duplicates: mut found,
        ..
    } = builder;
    match (root, stop) {
        (Some(root), None) => Ok((root, found)),
        (_, stop) => {
            found.extend(stop.map(|stop| *stop));
            Err(found)
        }
    }
}

/// The value at `address`, unless it is still open.
fn closed<'f>(frames: &'f [Frame], address: &[usize]) -> Option<&'f Node> {
    let mut steps = address.iter();
    let mut node = frames
        .iter()
        .zip(&mut steps)
        .find_map(|(frame, &index)| frame.child(index))?;
    for &index in steps {
        node = match &node.value {
            Value::List(items) => items.get(index)?,
            Value::Map(entries) => &entries.get(index)?.node,
            _ => return None,
        };
    }
    Some(node)
}
