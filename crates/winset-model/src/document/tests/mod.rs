//! Tests of the readers: what each accepts and refuses, where, and what holds for all of them.

mod hostile;
mod json;
mod laws;
mod toml;
mod whole;
mod yaml;

use super::{Entry, Node, Syntax, Value, parse};
use crate::diagnostic::{Code, Diagnostic, Span};

/// The tree of a text that must be accepted.
fn tree(text: &str, syntax: Syntax) -> Node {
    parse(text.as_bytes(), syntax).unwrap_or_else(|found| panic!("{text:?}: {found:?}"))
}

/// What is wrong with a text that must be refused.
fn wrong(text: &str, syntax: Syntax) -> Vec<Diagnostic> {
    match parse(text.as_bytes(), syntax) {
        Ok(node) => panic!("{text:?} was read as {}", node.canonical_json()),
        Err(found) => found,
    }
}

/// Checks what a text is read as.
#[track_caller]
fn check(text: &str, syntax: Syntax, canonical: &str) {
    assert_eq!(tree(text, syntax).canonical_json(), canonical, "{text:?}");
}

/// Checks that a text is refused once, with this code, at this piece of it.
#[track_caller]
fn refuse(text: &str, syntax: Syntax, code: Code, place: &str) {
    let found = wrong(text, syntax);
    let [only] = found.as_slice() else {
        panic!("{text:?}: {found:?}")
    };
    assert_eq!(
        (only.code, slice(text, only.span)),
        (code, place),
        "{text:?}: {only:?}"
    );
}

/// The piece of a text at a span.
fn slice(text: &str, span: Span) -> &str {
    text.get(span.start..span.end)
        .expect("spans lie in the text, on characters")
}

/// Each value of a tree with its place, depth first: what stands there.
fn places(text: &str, syntax: Syntax) -> Vec<String> {
    let mut places = Vec::new();
    visit(&tree(text, syntax), &mut |span| {
        places.push(slice(text, span).to_owned());
    });
    places
}

/// Calls `see` with the span of each value and key, depth first, keys before their values.
fn visit(node: &Node, see: &mut impl FnMut(Span)) {
    see(node.span);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| visit(item, see)),
        Value::Map(entries) => {
            for Entry { key_span, node, .. } in entries {
                see(*key_span);
                visit(node, see);
            }
        }
        _ => {}
    }
}
