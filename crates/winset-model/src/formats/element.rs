//! Attributes and children of XML elements in the located tree.

use num_traits::ToPrimitive as _;

use super::big::{self, Big};
use super::peer::PlacedValue;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{Node, Value};
use crate::file::context::{Context, shown};

const NUMBER_FORM: &str = "a number such as 12, -0.25 or 1.0E-4, with at most 64 characters";

/// An attribute and its place.
pub(super) fn attribute<'n>(node: &'n Node, name: &str) -> Option<(&'n str, Span)> {
    let Value::Map(entries) = &node.value else {
        return None;
    };
    entries.iter().find_map(|entry| match &entry.node.value {
        Value::Text(text) if entry.key == name => Some((text.as_str(), entry.node.span)),
        _ => None,
    })
}

/// The children of a name, in order.
pub(super) fn children<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    let Value::Map(entries) = &node.value else {
        return &[];
    };
    let found = entries.iter().find_map(|entry| match &entry.node.value {
        Value::List(items) if entry.key == name => Some(items.as_slice()),
        _ => None,
    });
    found.unwrap_or_default()
}

/// Reports child elements and attributes that look like a misspelt one, and remarks on other elements
/// that have no meaning here. Other attributes are left alone: these files carry many.
pub(super) fn check_names(
    node: &Node,
    attributes: &[&str],
    elements: &[&str],
    cx: &mut Context<'_>,
) {
    let Value::Map(entries) = &node.value else {
        return;
    };
    for entry in entries {
        let is_element = matches!(entry.node.value, Value::List(_));
        let known = if is_element { elements } else { attributes };
        if known.contains(&entry.key.as_str()) {
            continue;
        }
        let (key, span) = (shown(&entry.key), entry.key_span);
        let near = crate::diagnostic::nearest(&entry.key, known.iter().copied());
        let stands = |near: &String| entries.iter().any(|e| e.key == *near);
        if near.as_ref().is_some_and(|near| !stands(near)) {
            let what = if is_element { "element" } else { "attribute" };
            cx.find(Code::UnknownKey, span, || {
                let message = format!("unknown {what} `{key}`");
                Diagnostic::new(Code::UnknownKey, span, "", message)
                    .expected(one_of(known))
                    .nearest(&entry.key, known.iter().copied())
            });
        } else if is_element {
            let message = format!("the element `{key}` has no meaning here, and is left out");
            remark(span, message, cx);
        }
    }
}

/// Remarks on what is read otherwise than it is written.
pub(super) fn remark(span: Span, message: impl Into<String>, cx: &mut Context<'_>) {
    cx.report(Code::ReadLeniently, span, message);
}

/// "one of a, b, c"; where nothing is known, "none".
pub(super) fn one_of(known: &[&str]) -> String {
    match known {
        [] => "none".to_owned(),
        [only] => format!("`{only}`"),
        _ => format!("one of {}", known.join(", ")),
    }
}

/// An attribute that must be there, or a report.
pub(super) fn required<'n>(
    node: &'n Node,
    name: &str,
    cx: &mut Context<'_>,
) -> Option<(&'n str, Span)> {
    let found = attribute(node, name);
    if found.is_none() {
        let message = format!("missing attribute `{name}`");
        cx.report(Code::MissingKey, node.span, message);
    }
    found
}

/// A number, or a report.
pub(super) fn number(text: &str, span: Span, cx: &mut Context<'_>) -> Option<PlacedValue<Big>> {
    let value = big::read(text);
    if value.is_none() {
        cx.find(Code::WrongKind, span, || {
            let message = format!("`{}` is not a number that can be read", shown(text));
            Diagnostic::new(Code::WrongKind, span, "", message).expected(NUMBER_FORM)
        });
    }
    value.map(|value| PlacedValue { value, span })
}

/// The number under an attribute that must be there, or a report.
pub(super) fn required_number(
    node: &Node,
    name: &str,
    cx: &mut Context<'_>,
) -> Option<PlacedValue<Big>> {
    let (text, span) = required(node, name, cx)?;
    number(text, span, cx)
}

/// The whole number from 0 under an attribute that must be there, or a report.
pub(super) fn index(node: &Node, cx: &mut Context<'_>) -> Option<PlacedValue<u64>> {
    let found = required_number(node, "index", cx)?;
    let whole = found
        .value
        .is_integer()
        .then(|| found.value.to_integer().to_u64());
    let Some(value) = whole.flatten() else {
        cx.find(Code::NumberRange, found.span, || {
            let message = "this index is not a whole number from 0";
            Diagnostic::new(Code::NumberRange, found.span, "", message)
        });
        return None;
    };
    Some(PlacedValue {
        value,
        span: found.span,
    })
}
