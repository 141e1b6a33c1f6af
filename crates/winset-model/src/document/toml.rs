//! Reads TOML 1.1, and so 1.0.
//!
//! The events come from `toml_parser`, the grammar of the crate `toml`; the tables are our own, so
//! that keys keep the order of the file and both places of a duplicate key are known.

use std::borrow::Cow;

use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::{EventReceiver, ValidateWhitespace, parse_document};
use toml_parser::{ErrorSink, Expected, ParseError, Raw, Source};

use super::findings::{Key, push_index, push_key, syntax, syntax_expecting};
use super::limits::{self, Stop};
use super::number::{date, float, integer};
use super::text::{char_span, visible};
use super::toml_tables::{Content, Made, TableId, Tables};
use super::{Node, Value};
use crate::diagnostic::{Diagnostic, Span};

/// Reads all of `text`.
pub(super) fn read(text: &str) -> Result<Node, Vec<Diagnostic>> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut reader = Reader::new(source);
    let mut failed: Option<ParseError> = None;
    let mut receiver = ValidateWhitespace::new(&mut reader, source);
    parse_document(&tokens, &mut receiver, &mut failed);

    let Reader {
        mut tables, stop, ..
    } = reader;
    let failed = failed.map(|error| parse_error(text, &error));
    // What comes after the first error of syntax is guesswork of the parser's recovery.
    let stop = [failed, stop]
        .into_iter()
        .flatten()
        .min_by_key(|found| found.span.start);
    let mut found = std::mem::take(&mut tables.duplicates);
    if let Some(stop) = stop {
        found.retain(|duplicate| duplicate.span.start < stop.span.start);
        found.push(*stop);
    }
    found.sort_by_key(|found| found.span.start);
    if found.is_empty() {
        Ok(tables.take(Content::Table(Tables::ROOT)))
    } else {
        Err(found)
    }
}

struct Reader<'t> {
    source: Source<'t>,
    tables: Tables,
    /// The table of the last header and its path.
    section: (TableId, String),
    /// Start of the header being read.
    header: usize,
    /// The keys of a dotted key or header being read.
    keys: Vec<Key>,
    frames: Vec<Frame>,
    /// What ended the reading.
    stop: Option<Stop>,
}

/// Something that waits for a value.
enum Frame {
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
    fn new(source: Source<'t>) -> Self {
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
    fn step(&mut self, step: impl FnOnce(&mut Self) -> Result<(), Stop>) -> bool {
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
    fn depth(&self) -> usize {
        match self.frames.last() {
            None => self.tables.depth(self.section.0),
            Some(Frame::List { depth, .. }) => *depth,
            Some(Frame::Pair { table, .. } | Frame::Inline { table, .. }) => {
                self.tables.depth(*table)
            }
        }
    }

    /// The keys before `=` are complete: finds the table of the last.
    fn open_pair(&mut self) -> Result<(), Stop> {
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
    fn complete(&mut self, content: Content) -> Result<(), Stop> {
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

    fn open_header(&mut self, end: usize, is_element: bool) -> Result<(), Stop> {
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
        let text = self
            .source
            .input()
            .get(span.start()..span.end())
            .unwrap_or_default();
        Raw::new_unchecked(text, encoding, span)
    }

    fn add_key(
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

    fn add_scalar(
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

impl EventReceiver for Reader<'_> {
    fn std_table_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.header = span.start();
        self.keys.clear();
    }

    fn std_table_close(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.step(|reader| reader.open_header(span.end(), false));
    }

    fn array_table_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.header = span.start();
        self.keys.clear();
    }

    fn array_table_close(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.step(|reader| reader.open_header(span.end(), true));
    }

    fn inline_table_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) -> bool {
        self.step(|reader| {
            let depth = reader.depth() + 1;
            let table = reader.tables.add_table(Made::Inline, depth, ours(span))?;
            reader.frames.push(Frame::Inline {
                table,
                start: span.start(),
            });
            Ok(())
        })
    }

    fn inline_table_close(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.step(|reader| {
            let Some(Frame::Inline { table, start }) = reader.frames.pop() else {
                return Ok(());
            };
            reader.tables.close_inline(
                table,
                Span {
                    start,
                    end: span.end(),
                },
            );
            reader.complete(Content::Table(table))
        });
    }

    fn array_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) -> bool {
        self.step(|reader| {
            let depth = reader.depth() + 1;
            limits::depth(depth, ours(span))?;
            reader.tables.budget.node(ours(span))?;
            reader.frames.push(Frame::List {
                start: span.start(),
                items: Vec::new(),
                depth,
            });
            Ok(())
        })
    }

    fn array_close(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.step(|reader| {
            let Some(Frame::List { start, items, .. }) = reader.frames.pop() else {
                return Ok(());
            };
            reader.complete(Content::List(
                items,
                Span {
                    start,
                    end: span.end(),
                },
            ))
        });
    }

    fn simple_key(
        &mut self,
        span: toml_parser::Span,
        encoding: Option<Encoding>,
        error: &mut dyn ErrorSink,
    ) {
        self.step(|reader| reader.add_key(span, encoding, error));
    }

    fn key_val_sep(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.step(Self::open_pair);
    }

    fn scalar(
        &mut self,
        span: toml_parser::Span,
        encoding: Option<Encoding>,
        error: &mut dyn ErrorSink,
    ) {
        self.step(|reader| reader.add_scalar(span, encoding, error));
    }
}

fn ours(span: toml_parser::Span) -> Span {
    Span {
        start: span.start(),
        end: span.end(),
    }
}

fn parse_error(text: &str, error: &ParseError) -> Stop {
    let place = error.unexpected().or(error.context()).map(ours);
    let span = visible(text, place.unwrap_or_else(|| char_span(text, text.len())));
    let expected = error
        .expected()
        .unwrap_or_default()
        .iter()
        .map(|expected| match expected {
            Expected::Literal(literal) => format!("\"{}\"", literal.escape_debug()),
            Expected::Description(description) => (*description).to_owned(),
            _ => String::new(),
        });
    let expected: Vec<String> = expected.filter(|expected| !expected.is_empty()).collect();
    if expected.is_empty() {
        syntax(span, error.description())
    } else {
        syntax_expecting(span, error.description(), &expected.join(" or "))
    }
}
