//! XML into the located tree that YAML, JSON and TOML are read into.
//!
//! An element is a mapping: an entry with a text for each attribute, then one with a list for each
//! name of child elements. Text between elements is not kept. Document types and entities of a
//! file's own are refused.

use roxmltree::{Document, ParsingOptions};

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::limits::{DEPTH_MAX, NODES_MAX, TEXT_BYTES_MAX};
use crate::document::{Entry, Node, Value, text_of};

/// Reads XML into a mapping with one entry: the name of the outermost element, and the element.
/// Blanks, blank lines and a byte order mark before it are skipped.
///
/// # Errors
/// A file over the limits of documents, or not in UTF-8, or not well-formed.
pub(super) fn parse(bytes: &[u8]) -> Result<Node, Vec<Diagnostic>> {
    let whole = text_of(bytes).map_err(|found| vec![found])?;
    let text = whole.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let skipped = whole.len() - text.len();
    let options = ParsingOptions {
        nodes_limit: u32::try_from(NODES_MAX).expect("the limit is below 2^32"),
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options)
        .map_err(|error| vec![malformed(text, skipped, &error)])?;
    let root = document.root_element();
    let element = element(root, skipped, 1).map_err(|found| vec![found])?;
    Ok(Node {
        span: element.span,
        value: Value::Map(vec![Entry {
            key: root.tag_name().name().to_owned(),
            key_span: element.span,
            node: element,
        }]),
    })
}

/// The name of the outermost element, as far as it can be seen without reading the file.
pub(super) fn root_name(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!") {
            ">"
        } else {
            break;
        };
        let (_, after) = rest.split_once(end)?;
        rest = after.trim_start();
    }
    let name = rest.strip_prefix('<')?;
    let end = name.find(|c: char| c.is_whitespace() || c == '>' || c == '/')?;
    name.get(..end)
}

/// Recursion ends at [`DEPTH_MAX`].
fn element(
    node: roxmltree::Node<'_, '_>,
    skipped: usize,
    depth: usize,
) -> Result<Node, Diagnostic> {
    let name = node.tag_name().name();
    let start = node.range().start + skipped;
    let span = Span {
        start,
        end: start + 1 + name.len(),
    };
    if depth > DEPTH_MAX {
        let message = format!("more than {DEPTH_MAX} elements inside each other");
        return Err(Diagnostic::new(Code::FileLimit, span, "", message));
    }
    let mut entries = Vec::new();
    for attribute in node.attributes() {
        entries.push(attribute_entry(attribute, skipped)?);
    }
    let attributes = entries.len();
    for child in node.children().filter(roxmltree::Node::is_element) {
        let key = child.tag_name().name();
        let child = element(child, skipped, depth + 1)?;
        let known = entries[attributes..].iter_mut().find(|e| e.key == key);
        match known.map(|entry| &mut entry.node.value) {
            Some(Value::List(items)) => items.push(child),
            _ => entries.push(Entry {
                key: key.to_owned(),
                key_span: child.span,
                node: Node {
                    span: child.span,
                    value: Value::List(vec![child]),
                },
            }),
        }
    }
    Ok(Node {
        span,
        value: Value::Map(entries),
    })
}

fn attribute_entry(
    attribute: roxmltree::Attribute<'_, '_>,
    skipped: usize,
) -> Result<Entry, Diagnostic> {
    let placed = |range: std::ops::Range<usize>| Span {
        start: range.start + skipped,
        end: range.end + skipped,
    };
    let span = placed(attribute.range_value());
    if attribute.value().len() > TEXT_BYTES_MAX {
        let message = format!("more than {TEXT_BYTES_MAX} bytes in a text");
        return Err(Diagnostic::new(Code::FileLimit, span, "", message));
    }
    Ok(Entry {
        key: attribute.name().to_owned(),
        key_span: placed(attribute.range_qname()),
        node: Node {
            span,
            value: Value::Text(attribute.value().to_owned()),
        },
    })
}

/// The parser's finding, with its place as ours.
fn malformed(text: &str, skipped: usize, error: &roxmltree::Error) -> Diagnostic {
    let place = error.pos();
    let start = offset(text, place.row, place.col);
    let width = text.get(start..).and_then(|rest| rest.chars().next());
    let span = Span {
        start: start + skipped,
        end: start + skipped + width.map_or(0, char::len_utf8),
    };
    if matches!(error, roxmltree::Error::DtdDetected) {
        let message = "document types are not read";
        return Diagnostic::new(Code::Syntax, span, "", message)
            .expected("a file without `<!DOCTYPE ..>`");
    }
    let message = error.to_string();
    let at = format!(" at {place}");
    Diagnostic::new(Code::Syntax, span, "", message.replacen(&at, "", 1))
}

/// The byte at a row and a column of characters, both from 1.
fn offset(text: &str, row: u32, column: u32) -> usize {
    let (row, column) = (row as usize - 1, column as usize - 1);
    let mut starts = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let Some((start, line)) = starts.nth(row) else {
        return text.len();
    };
    let within = line.char_indices().nth(column);
    start + within.map_or(line.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_and_a_byte_order_mark_are_skipped() {
        let bytes = "\u{FEFF}\n\n  <a b='1'><c/><d/><c e='2'/></a>".as_bytes();
        let node = parse(bytes).unwrap();
        assert_eq!(
            node.canonical_json(),
            r#"{"a":{"b":"1","c":[{},{"e":"2"}],"d":[{}]}}"#
        );
        let Value::Map(entries) = &node.value else {
            panic!("an element is a mapping")
        };
        let Span { start, end } = entries[0].node.span;
        assert_eq!(&bytes[start..end], b"<a");
    }

    #[test]
    fn the_place_of_a_mistake_counts_what_was_skipped() {
        let text = "\n\n<a>\n  <b></c></a>";
        let found = parse(text.as_bytes()).unwrap_err();
        let lines = crate::document::LineIndex::new(text.as_bytes());
        assert_eq!(lines.position(found[0].span.start).0, 4, "{found:?}");
    }

    #[test]
    fn the_outermost_name_is_seen_without_reading() {
        let check = |text: &str, name: Option<&str>| assert_eq!(root_name(text), name, "{text}");
        check("\n<?xml version='1.0'?>\n<!-- x --><a b=''>", Some("a"));
        check("<a/>", Some("a"));
        check("0.6, 1.0", None);
        check("<a", None);
    }
}
