//! Reads YAML 1.2: one document, no tags, keys that are scalars.
//!
//! The events come from `granit-parser`, which is an iterator without recursion: nesting is
//! bounded by its options and by the builder, whichever sees it first.

use std::collections::BTreeMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Tag};

use super::Value;
use super::builder::{Builder, Takes};
use super::findings::{syntax, syntax_expecting};
use super::limits::{self, DEPTH_MAX, Stop};
use super::number::is_number;
use super::text::{char_span, visible};
use super::yaml_remedy::remedy;
use crate::diagnostic::Span;

/// Reads all of `text` into `builder`. A text without a document is nothing, as YAML has it.
pub(super) fn read(text: &str, builder: &mut Builder) -> Result<(), Stop> {
    let options = granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: DEPTH_MAX,
        block_nesting_limit: DEPTH_MAX,
    };
    let mut reader = Reader {
        text,
        builder,
        anchors: BTreeMap::new(),
        documents: 0,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, place) = event.map_err(|error| reader.scan_error(&error))?;
        reader.event(event, &place)?;
    }
    if reader.documents == 0 {
        reader.builder.scalar(
            Value::Null,
            Span {
                start: text.len(),
                end: text.len(),
            },
        )?;
    }
    Ok(())
}

struct Reader<'t, 'b> {
    text: &'t str,
    builder: &'b mut Builder,
    anchors: BTreeMap<usize, Anchor>,
    documents: usize,
}

/// What an anchor names.
enum Anchor {
    Scalar(Scalar),
    /// A list or mapping, by its place in the builder.
    Collection(Vec<usize>),
}

#[derive(Clone)]
struct Scalar {
    text: String,
    /// Written without quotes, so that it may be a number, a truth value or nothing.
    plain: bool,
}

impl Reader<'_, '_> {
    fn event(&mut self, event: Event<'_>, place: &granit_parser::Span) -> Result<(), Stop> {
        let span = self.span(place);
        match event {
            Event::DocumentStart(..) => self.document(span),
            Event::Alias(id) => self.alias(id, span),
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tag(tag.as_deref(), place)?;
                self.plain_or_quoted(&text, style, anchor, span)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.open(anchor, tag.as_deref(), place)?;
                self.builder.open_list(visible(self.text, span))
            }
            Event::MappingStart(_, anchor, tag) => {
                self.open(anchor, tag.as_deref(), place)?;
                self.builder.open_map(visible(self.text, span))
            }
            Event::SequenceEnd | Event::MappingEnd => {
                // A flow collection ends with its bracket; a block one with its last value, not
                // with the empty lines and comments that may follow.
                let bracket = span.start < span.end;
                self.builder.close(bracket.then_some(span.end));
                Ok(())
            }
            // Stream and document ends carry nothing; no other event is asked for.
            _ => Ok(()),
        }
    }

    fn document(&mut self, span: Span) -> Result<(), Stop> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let span = visible(self.text, span);
        Err(syntax_expecting(
            span,
            "a second document starts here",
            "one document in a file",
        ))
    }

    /// Checks and notes what stands before a list or mapping.
    fn open(
        &mut self,
        anchor: usize,
        tag: Option<&Tag>,
        place: &granit_parser::Span,
    ) -> Result<(), Stop> {
        self.refuse_tag(tag, place)?;
        let span = visible(self.text, self.span(place));
        if self.builder.takes() == Takes::Key {
            return Err(key_is_collection(span));
        }
        if anchor > 0 {
            self.builder.budget.anchor(span)?;
            self.anchors
                .insert(anchor, Anchor::Collection(self.builder.address()));
        }
        Ok(())
    }

    fn plain_or_quoted(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        span: Span,
    ) -> Result<(), Stop> {
        let plain = style == ScalarStyle::Plain;
        // The parser reports an absent value as a plain `~` of no width.
        let text = if plain && span.start == span.end {
            ""
        } else {
            text
        };
        let scalar = Scalar {
            text: text.to_owned(),
            plain,
        };
        let span = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => self.without_trailing_space(span),
            _ => visible(self.text, span),
        };
        if anchor > 0 {
            self.builder.budget.anchor(span)?;
            self.anchors.insert(anchor, Anchor::Scalar(scalar.clone()));
        }
        self.add(scalar, span)
    }

    /// Adds a scalar as key or value, whichever is due.
    fn add(&mut self, scalar: Scalar, span: Span) -> Result<(), Stop> {
        match self.builder.takes() {
            Takes::Key => self.builder.key(scalar.text, span),
            Takes::Value => self.builder.scalar(resolve(scalar), span),
        }
    }

    fn alias(&mut self, id: usize, span: Span) -> Result<(), Stop> {
        self.builder.budget.alias(span)?;
        match self.anchors.get(&id) {
            Some(Anchor::Scalar(scalar)) => {
                self.builder.budget.alias_bytes(scalar.text.len(), span)?;
                self.add(scalar.clone(), span)
            }
            Some(Anchor::Collection(_)) if self.builder.takes() == Takes::Key => {
                Err(key_is_collection(span))
            }
            Some(Anchor::Collection(address)) => self.builder.copy(address, span),
            // The parser reports unknown anchors itself.
            None => Err(syntax(span, "this alias has no anchor")),
        }
    }

    fn refuse_tag(&self, tag: Option<&Tag>, place: &granit_parser::Span) -> Result<(), Stop> {
        let Some(tag) = tag else { return Ok(()) };
        let written = place.tag_span().and_then(|span| span.byte_range());
        let span = written.map_or_else(
            || self.span(place),
            |range| Span {
                start: range.start,
                end: range.end,
            },
        );
        let message = format!("tags such as \"{}\" are not accepted", tag.original());
        Err(syntax(visible(self.text, span), message))
    }

    fn span(&self, place: &granit_parser::Span) -> Span {
        let end_of_file = self.text.len()..self.text.len();
        // The parser says where things are for all but the end of what it was given.
        let range = place.byte_range().unwrap_or(end_of_file);
        Span {
            start: range.start,
            end: range.end.max(range.start),
        }
    }

    fn without_trailing_space(&self, span: Span) -> Span {
        let written = self.text.get(span.start..span.end).unwrap_or_default();
        let end = span.start + written.trim_end_matches([' ', '\t', '\n', '\r']).len();
        visible(
            self.text,
            Span {
                start: span.start,
                end,
            },
        )
    }

    fn scan_error(&self, error: &ScanError) -> Stop {
        let offset = error.marker().byte_offset().unwrap_or(self.text.len());
        let span = char_span(self.text, offset);
        let mut found = match error.kind() {
            ErrorKind::RecursionLimitExceeded => limits::over(DEPTH_MAX, span, limits::NESTED),
            _ => syntax(span, in_lower_case(&error.info())),
        };
        if let Some(remedy) = remedy(self.text, span.start, error.info().as_ref()) {
            found.expected = Some(remedy);
        }
        found.path = self.builder.path();
        found
    }
}

/// The value of a scalar: what YAML's schemas call resolution, kept to what JSON writes.
fn resolve(scalar: Scalar) -> Value {
    match scalar.text.as_str() {
        _ if !scalar.plain => Value::Text(scalar.text),
        "" | "~" | "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        number if is_number(number) => Value::Number(scalar.text),
        _ => Value::Text(scalar.text),
    }
}

/// The parser's message in the style of ours.
fn in_lower_case(message: &str) -> String {
    let message = message.replace("EOF", "end of file");
    let mut chars = message.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

fn key_is_collection(span: Span) -> Stop {
    syntax_expecting(span, "a list or mapping cannot be a key", "a scalar as key")
}
