//! Puts the values of a TOML file together from the events of its parser.

use std::borrow::Cow;

use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::{ErrorSink, Raw, Source};

use super::Node;
use super::Value;
use super::findings::{Key, push_index, push_key};
use super::limits::{self, Stop};
use super::number::{date, float, integer};
use super::toml_tables::{Content, Made, TableId, Tables};
use crate::diagnostic::Span;

/// A TOML file while it is read.
pub(super) struct Reader<'t> {
    source: Source<'t>,
    pub(super) tables: Tables,
    /// The table of the last header and its path.
    section: (TableId, String),
    /// Start of the header being read.
    pub(super) header: usize,
    /// The keys of a dotted key or header being read.
    pub(super) keys: Vec<Key>,
    pub(super) frames: Vec<Frame>,
    /// What ended the reading.
    pub(super) stop: Option<Stop>,
}

/// Something that waits for a value.
pub(super) enum Frame {
    /// A key with the table it belongs to, and that table's path.
    Pair {
        table: TableId,
        key: Key,
        path: String,
    },
    List {
        start: usize,
        items: Vec<Content>,
        depth: usize,
    },
    Inline {
        table: TableId,
        start: usize,
    },
}

impl<'t> Reader<'t> {
    pub(super) fn new(source: Source<'t>) -> Self {
        let whole = Span {
            start: 0,
            end: source.input().len(),
        };
        Self {
            source,
            tables: Tables::new(whole),
            section: (Tables::ROOT, String::new()),
            header: 0,
            keys: Vec::new(),
            frames: Vec::new(),
            stop: None,
        }
    }

    /// Runs one step unless reading has ended; true when reading goes on.
    pub(super) fn step(&mut self, step: impl FnOnce(&mut Self) -> Result<(), Stop>) -> bool {
        if self.stop.is_none() {
            self.stop = step(self).err().map(|mut found| {
                found.path = self.path();
                found
            });
        }
        self.stop.is_none()
    }

    /// Path of keys to the value being read.
    fn path(&self) -> String {
        let mut path = self.section.1.clone();
        for frame in &self.frames {
            match frame {
                Frame::Pair {
                    key, path: table, ..
                } => {
                    path.clone_from(table);
                    push_key(&mut path, &key.text);
                }
                Frame::List { items, .. } => push_index(&mut path, items.len()),
                Frame::Inline { .. } => {}
            }
        }
        path
    }

    /// Lists and mappings around the value that comes next.
    pub(super) fn depth(&self) -> usize {
        match self.frames.last() {
            None => self.tables.depth(self.section.0),
            Some(Frame::List { depth, .. }) => *depth,
            Some(Frame::Pair { table, .. } | Frame::Inline { table, .. }) => {
                self.tables.depth(*table)
            }
        }
    }

    /// The keys before `=` are complete: finds the table of the last.
    pub(super) fn open_pair(&mut self) -> Result<(), Stop> {
        let mut keys = std::mem::take(&mut self.keys);
        let Some(key) = keys.pop() else { return Ok(()) };
        let base = match self.frames.last() {
            Some(Frame::Inline { table, .. }) => *table,
            _ => self.section.0,
        };
        let mut path = self.path();
        let table = self.tables.descend(base, &keys, Made::Dotted, &mut path)?;
        self.frames.push(Frame::Pair { table, key, path });
        Ok(())
    }

    /// A value is complete: gives it to what waits for it.
    pub(super) fn complete(&mut self, content: Content) -> Result<(), Stop> {
        match self.frames.pop() {
            Some(Frame::Pair { table, key, path }) => {
                self.tables.insert(table, key, content, &path)
            }
            Some(Frame::List {
                start,
                mut items,
                depth,
            }) => {
                items.push(content);
                self.frames.push(Frame::List {
                    start,
                    items,
                    depth,
                });
                Ok(())
            }
            // Only after an error of syntax, which is reported.
            Some(inline @ Frame::Inline { .. }) => {
                self.frames.push(inline);
                Ok(())
            }
            None => Ok(()),
        }
    }

    pub(super) fn open_header(&mut self, end: usize, is_element: bool) -> Result<(), Stop> {
        let keys = std::mem::take(&mut self.keys);
        let span = Span {
            start: self.header,
            end,
        };
        self.frames.clear();
        self.section = if is_element {
            self.tables.open_element(&keys, span)?
        } else {
            self.tables.open_table(&keys, span)?
        };
        Ok(())
    }

    fn raw(&self, span: toml_parser::Span, encoding: Option<Encoding>) -> Raw<'t> {
        let text = &self.source.input()[span.start()..span.end()];
        Raw::new_unchecked(text, encoding, span)
    }

    pub(super) fn add_key(
        &mut self,
        span: toml_parser::Span,
        encoding: Option<Encoding>,
        error: &mut dyn ErrorSink,
    ) -> Result<(), Stop> {
        let mut text = Cow::Borrowed("");
        self.raw(span, encoding).decode_key(&mut text, error);
        let span = ours(span);
        limits::text(&text, span)?;
        // A key of more parts than may be nested cannot be read; one part is the value's own.
        limits::depth(self.keys.len(), span)?;
        self.keys.push(Key {
            text: text.into_owned(),
            span,
        });
        Ok(())
    }

    pub(super) fn add_scalar(
        &mut self,
        span: toml_parser::Span,
        encoding: Option<Encoding>,
        error: &mut dyn ErrorSink,
    ) -> Result<(), Stop> {
        let raw = self.raw(span, encoding);
        let mut decoded = Cow::Borrowed("");
        let kind = raw.decode_scalar(&mut decoded, error);
        let span = ours(span);
        let value = match kind {
            ScalarKind::String => Value::Text(decoded.into_owned()),
            ScalarKind::Boolean(truth) => Value::Bool(truth),
            ScalarKind::DateTime => date(raw.as_str(), span)?,
            ScalarKind::Float => float(raw.as_str(), span)?,
            ScalarKind::Integer(radix) => integer(raw.as_str(), radix, span)?,
        };
        if let Value::Text(text) = &value {
            limits::text(text, span)?;
        }
        self.tables.budget.node(span)?;
        self.complete(Content::Value(Node { value, span }))
    }
}

/// A span of the parser as one of ours.
pub(super) fn ours(span: toml_parser::Span) -> Span {
    Span {
        start: span.start(),
        end: span.end(),
    }
}
