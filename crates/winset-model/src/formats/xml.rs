//! XML into the located tree that YAML, JSON and TOML are read into, as GENIUS's own parser takes it.
//!
//! An element is a mapping: an entry with a text for each attribute, then one with a list for each
//! name of child elements. Text between elements is not kept. What stands before the outermost
//! element is passed over; what is not well-formed and leaves no doubt is read, with a remark.

use super::encoding;
use super::xml_scan::{Attributes, Scan};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::limits::{DEPTH_MAX, NODES_MAX};
use crate::document::{Entry, Node, Value, text_of};

/// Most different names of attributes and children of one element.
const NAMES_MAX: usize = 1_000;

/// A file, read.
#[derive(Debug)]
pub(super) struct Xml {
    /// A mapping with one entry: the name of the outermost element, and the element.
    pub(super) root: Node,
    /// What is not as XML should be.
    pub(super) remarks: Vec<Diagnostic>,
}

/// An element that is not closed yet.
#[derive(Debug)]
struct Open {
    name: String,
    span: Span,
    entries: Vec<Entry>,
    /// How many of the entries are attributes.
    attributes: usize,
}

/// Reads XML. Places are those in the text that [`encoding::decoded`] gives.
///
/// # Errors
/// A file over the limits of documents, in an encoding that is not read, or without elements that
/// close each other.
pub(super) fn parse(bytes: &[u8]) -> Result<Xml, Vec<Diagnostic>> {
    let decoded = encoding::decoded(bytes).map_err(|found| vec![found])?;
    let text = text_of(&decoded.bytes).map_err(|found| vec![found])?;
    let mut scan = Scan::after_prolog(text);
    let root = read(&mut scan).map_err(|found| vec![*found])?;
    let mut remarks: Vec<Diagnostic> = decoded.remark.into_iter().collect();
    remarks.extend(scan.remark());
    Ok(Xml { root, remarks })
}

/// The name of the outermost element, as far as it can be seen without reading the file.
pub(super) fn root_name(text: &str) -> Option<&str> {
    let mut scan = Scan::after_prolog(text);
    scan.take("<")
        .then(|| scan.name())
        .filter(|n| !n.is_empty())
}

fn read(scan: &mut Scan<'_>) -> Result<Node, Box<Diagnostic>> {
    let mut open: Vec<Open> = Vec::new();
    let mut nodes = 0;
    loop {
        if !scan.find_tag() {
            let span = open
                .last()
                .map_or_else(|| scan.here(), |element| element.span);
            let message = match open.last() {
                Some(element) => format!("the element `{}` is not closed", element.name),
                None => "the file has no element".to_owned(),
            };
            let found = Diagnostic::new(Code::Syntax, span, "", message);
            return Err(found.expected("elements that are all closed").into());
        }
        let start = scan.at();
        let closed = if scan.take("</") {
            closing(scan, start, &mut open)?
        } else {
            scan.take("<");
            nodes += 1;
            let (element, ends) = opening(scan, start, open.len() + 1)?;
            nodes += element.attributes;
            if nodes > NODES_MAX {
                return Err(over(element.span, NODES_MAX, "elements and attributes"));
            }
            if !ends {
                open.push(element);
                continue;
            }
            element
        };
        let Some(parent) = open.last_mut() else {
            scan.rest();
            return Ok(outermost(closed));
        };
        add(parent, closed)?;
    }
}

/// Reads an element's name and attributes after `<`; whether it ends at once.
fn opening(
    scan: &mut Scan<'_>,
    start: usize,
    depth: usize,
) -> Result<(Open, bool), Box<Diagnostic>> {
    let name = scan.name().to_owned();
    let span = Span {
        start,
        end: scan.at(),
    };
    if name.is_empty() {
        let found = Diagnostic::new(Code::Syntax, scan.here(), "", "an element has no name");
        return Err(found.expected("a name directly after `<`").into());
    }
    if depth > DEPTH_MAX {
        return Err(over(span, DEPTH_MAX, "elements inside each other"));
    }
    let Attributes { entries, ends } = scan.attributes(&name, span)?;
    if entries.len() > NAMES_MAX {
        return Err(over(span, NAMES_MAX, "attributes of one element"));
    }
    let element = Open {
        name,
        span,
        attributes: entries.len(),
        entries,
    };
    Ok((element, ends))
}

/// The innermost open element, which must be the one that is closed here.
fn closing(
    scan: &mut Scan<'_>,
    start: usize,
    open: &mut Vec<Open>,
) -> Result<Open, Box<Diagnostic>> {
    let name = scan.name();
    let span = Span {
        start,
        end: scan.at(),
    };
    scan.close(span)?;
    match open.pop() {
        Some(element) if element.name == name => Ok(element),
        Some(element) => {
            let message = format!("`</{name}>` does not close `{}`", element.name);
            Err(Diagnostic::new(Code::Syntax, span, "", message)
                .expected(format!("`</{}>`", element.name))
                .related(element.span, "opened here")
                .into())
        }
        None => {
            let message = format!("`</{name}>` closes nothing");
            Err(Diagnostic::new(Code::Syntax, span, "", message).into())
        }
    }
}

/// Adds a child to those of its name.
fn add(parent: &mut Open, child: Open) -> Result<(), Box<Diagnostic>> {
    let node = Node {
        span: child.span,
        value: Value::Map(child.entries),
    };
    let is_full = parent.entries.len() == NAMES_MAX;
    let mut children = parent.entries[parent.attributes..].iter_mut();
    let known = children.find(|entry| entry.key == child.name);
    match known.map(|entry| &mut entry.node.value) {
        Some(Value::List(items)) => items.push(node),
        _ if is_full => {
            return Err(over(
                child.span,
                NAMES_MAX,
                "different names in one element",
            ));
        }
        _ => parent.entries.push(Entry {
            key: child.name,
            key_span: child.span,
            node: Node {
                span: child.span,
                value: Value::List(vec![node]),
            },
        }),
    }
    Ok(())
}

fn outermost(element: Open) -> Node {
    Node {
        span: element.span,
        value: Value::Map(vec![Entry {
            key: element.name,
            key_span: element.span,
            node: Node {
                span: element.span,
                value: Value::Map(element.entries),
            },
        }]),
    }
}

fn over(span: Span, max: usize, what: &str) -> Box<Diagnostic> {
    Diagnostic::new(Code::FileLimit, span, "", format!("more than {max} {what}")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> String {
        parse(text.as_bytes()).unwrap().root.canonical_json()
    }

    #[test]
    fn blank_lines_and_a_byte_order_mark_are_skipped() {
        let bytes = "\u{FEFF}\n\n  <a b='1'><c/><d/><c e='2'/></a>".as_bytes();
        let read = parse(bytes).unwrap();
        assert_eq!(
            read.root.canonical_json(),
            r#"{"a":{"b":"1","c":[{},{"e":"2"}],"d":[{}]}}"#
        );
        assert!(read.remarks.is_empty());
        let Value::Map(entries) = &read.root.value else {
            panic!("an element is a mapping")
        };
        let Span { start, end } = entries[0].node.span;
        assert_eq!(&bytes[start..end], b"<a");
    }

    #[test]
    fn what_stands_before_the_outermost_element_is_skipped() {
        for prolog in [
            "<!-- by > hand -->\n<?xml version='1.0'?>",
            "<?xml version='1.0'?><?xml version='1.0'?>",
            "<!DOCTYPE a [<!ENTITY x 'y'> <!-- ] > -->]>",
            "<!DOCTYPE a SYSTEM 'a.dtd'>",
        ] {
            assert_eq!(json(&format!("{prolog}<a/>")), r#"{"a":{}}"#, "{prolog}");
        }
    }

    #[test]
    fn what_is_not_well_formed_is_read_with_one_remark() {
        let check = |text: &str, read: &str| {
            assert_eq!(json(text), read, "{text}");
            let remarks = parse(text.as_bytes()).unwrap().remarks;
            assert_eq!(remarks.len(), 1, "{text}: {remarks:?}");
            assert!(
                remarks[0].message.contains("not well-formed"),
                "{remarks:?}"
            );
        };
        check("<a b='x & y'/>", r#"{"a":{"b":"x & y"}}"#);
        check("<a b='&nbsp;&;&'/>", r#"{"a":{"b":"&nbsp;&;&"}}"#);
        check("<a b='x < y'/>", r#"{"a":{"b":"x < y"}}"#);
        check("<a b='1'c='2'/>", r#"{"a":{"b":"1","c":"2"}}"#);
        check(
            "<a b=1 c=2><d e=3></d></a>",
            r#"{"a":{"b":"1","c":"2","d":[{"e":"3"}]}}"#,
        );
        check("<a b='1' b='2'/>", r#"{"a":{"b":"2"}}"#);
        check("<a/>\n</b>", r#"{"a":{}}"#);
    }

    #[test]
    fn entities_of_xml_are_resolved() {
        assert_eq!(
            json(
                "<a b='&lt;&amp;amp;&#65;&#x42;&quot;&apos;\t'><![CDATA[ </a> ]]><!-- </a> --></a>"
            ),
            r#"{"a":{"b":"<&amp;AB\"' "}}"#
        );
    }

    #[test]
    fn the_place_of_a_mistake_counts_what_was_skipped() {
        let text = "\n\n<a>\n  <b></c></a>";
        let found = parse(text.as_bytes()).unwrap_err();
        let lines = crate::document::LineIndex::new(text.as_bytes());
        assert_eq!(lines.position(found[0].span.start).0, 4, "{found:?}");
    }

    #[test]
    fn what_has_two_meanings_is_refused() {
        for text in [
            "<a",
            "<a>",
            "<a b='1/>",
            "<a b/>",
            "<a></b>",
            "</a>",
            "< a/>",
            "",
            "<a><!-- ",
        ] {
            assert!(parse(text.as_bytes()).is_err(), "{text}");
        }
    }

    #[test]
    fn the_outermost_name_is_seen_without_reading() {
        let check = |text: &str, name: Option<&str>| assert_eq!(root_name(text), name, "{text}");
        check("\n<?xml version='1.0'?>\n<!-- x --><a b=''>", Some("a"));
        check("<a/>", Some("a"));
        check("0.6, 1.0", None);
        check("<", None);
    }
}
