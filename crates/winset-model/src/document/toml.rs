//! Reads TOML 1.1, and so 1.0.
//!
//! The events come from `toml_parser`, the grammar of the crate `toml`; the tables are our own, so
//! that keys keep the order of the file and both places of a duplicate key are known.

use toml_parser::decoder::Encoding;
use toml_parser::parser::{EventReceiver, ValidateWhitespace, parse_document};
use toml_parser::{ErrorSink, Expected, ParseError, Source};

use super::Node;
use super::findings::{syntax, syntax_expecting};
use super::limits::{self, Stop};
use super::text::{char_span, visible};
use super::toml_reader::{Frame, Reader, ours};
use super::toml_tables::{Content, Made, Tables};
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
