//! Renaming and retiring what other entries name.

use std::collections::BTreeSet;

use super::phrases::{self, each_phrase};
use super::tree;
use crate::audience::{ASSUMPTIONS, without_places};
use crate::characters::composed;
use crate::diagnostic::Span;
use crate::document::{Entry, Node, Value};
use crate::file::context::Named;
use crate::resolve::name_uses;

/// What has names that other entries use.
pub(super) enum Known<'a> {
    Party(&'a str),
    Point(&'a str),
    Option(&'a str, &'a str),
}

impl<'a> Known<'a> {
    /// What stands at a place, where other entries can name it.
    pub(super) fn at(place: &[&'a str]) -> Option<Self> {
        match place {
            ["parties", id] => Some(Self::Party(id)),
            ["points", id] => Some(Self::Point(id)),
            ["points", point, "options", id] => Some(Self::Option(point, id)),
            _ => None,
        }
    }

    fn is(&self, named: &Named) -> bool {
        match (self, named) {
            (Self::Party(id), Named::Party(name)) | (Self::Point(id), Named::Point(name)) => {
                id == name
            }
            (Self::Option(point, id), Named::Option(at, name)) => point == at && id == name,
            _ => false,
        }
    }
}

/// The places of a tree, each of its own, and those at which something is named.
fn uses(root: &mut Node, of: &Known<'_>) -> BTreeSet<Span> {
    let mut next = 0;
    number(root, &mut next);
    let uses = name_uses(root).into_iter();
    let uses = uses.filter(|used| of.is(&used.of)).map(|used| used.span);
    let mut uses: BTreeSet<Span> = uses.collect();
    // What a phrase names is changed in its words.
    each_phrase(root, &mut |node, _| {
        uses.remove(&node.span);
    });
    uses
}

/// A span that nothing else has.
fn fresh(next: &mut usize) -> Span {
    *next += 1;
    Span {
        start: *next,
        end: *next,
    }
}

/// Gives every node and key a span of its own. Recursion ends because files nest to a limit only.
fn number(node: &mut Node, next: &mut usize) {
    node.span = fresh(next);
    match &mut node.value {
        Value::List(members) => members.iter_mut().for_each(|member| number(member, next)),
        Value::Map(entries) => {
            for entry in entries {
                entry.key_span = fresh(next);
                number(&mut entry.node, next);
            }
        }
        _ => {}
    }
}

/// Puts another name in the place of a party's, a point's or an option's, wherever it is used. The
/// entry itself keeps its identifier.
///
/// Reads the whole tree once.
pub(super) fn rename(root: &mut Node, of: &Known<'_>, to: &str) {
    phrases::rename(root, of, to);
    let uses = uses(root, of);
    let from = match of {
        Known::Party(id) | Known::Point(id) | Known::Option(_, id) => *id,
    };
    each(root, &mut |node, key| match key {
        Some((key, span)) if uses.contains(&span) => {
            // Keys such as `holds_of_PARTY` end with the name.
            let known = composed(key).into_owned();
            let before = known.strip_suffix(from).unwrap_or_default();
            *key = format!("{before}{to}");
        }
        None if uses.contains(&node.span) => node.value = Value::Text(to.to_owned()),
        _ => {}
    });
    *root = without_places(root);
}

/// The tree with a place of its own for every node and key, so that findings about it have paths.
pub fn placed(root: &Node) -> Node {
    let mut root = root.clone();
    number(&mut root, &mut 0);
    root
}

/// Takes an option out of every list of options that has others besides: where it cannot be chosen, the
/// list says the same without it.
pub(super) fn take_out_of_lists(root: &mut Node, of: &Known<'_>) {
    phrases::take_out(root, of);
    let uses = uses(root, of);
    each(root, &mut |node, key| {
        if key.is_none()
            && let Value::List(members) = &mut node.value
            && members.iter().any(|member| !uses.contains(&member.span))
        {
            members.retain(|member| !uses.contains(&member.span));
        }
    });
    *root = without_places(root);
}

/// Calls for every node, and for every key with the node behind it.
fn each(node: &mut Node, call: &mut impl FnMut(&mut Node, Option<(&mut String, Span)>)) {
    call(node, None);
    match &mut node.value {
        Value::List(members) => members.iter_mut().for_each(|member| each(member, call)),
        Value::Map(entries) => {
            for Entry {
                key,
                key_span,
                node,
            } in entries
            {
                call(node, Some((key, *key_span)));
                each(node, call);
            }
        }
        _ => {}
    }
}

/// Takes what is retired out of the scores, assumptions and offers of the file. An offer or assumption
/// that says nothing any more goes, too.
pub(super) fn forget(root: &mut Node, of: &Known<'_>) {
    let Value::Map(top) = &mut root.value else {
        return;
    };
    if let Known::Point(id) = of {
        for sheet in tree::sheets_mut(top) {
            if let Value::Map(points) = &mut sheet.value {
                points.retain(|point| composed(&point.key) != *id);
            }
        }
    }
    for entry in top {
        match (entry.key.as_str(), &mut entry.node.value) {
            ("preferences", Value::Map(sheets)) => {
                if let Known::Party(id) = of {
                    sheets.retain(|sheet| composed(&sheet.key) != *id);
                }
            }
            (ASSUMPTIONS, Value::List(supposed)) => {
                supposed.retain_mut(|entry| still_supposes(entry, of));
            }
            ("offers", Value::List(offers)) => offers.retain_mut(|offer| still_says(offer, of)),
            _ => {}
        }
    }
}

/// What is left of an assumption; whether there is anything.
fn still_supposes(entry: &mut Node, of: &Known<'_>) -> bool {
    let names = |node: &Node, key: &str, id: &str| {
        matches!(tree::child(node, key).map(|n| &n.value),
            Some(Value::Text(name) | Value::Number(name)) if composed(name) == *id)
    };
    match of {
        Known::Party(id) => !names(entry, "by", id) && !names(entry, "about", id),
        Known::Option(..) => true,
        Known::Point(id) => {
            let Value::Map(keys) = &mut entry.value else {
                return true;
            };
            for key in keys.iter_mut() {
                if let ("lines", Value::List(lines)) = (key.key.as_str(), &mut key.node.value) {
                    lines.retain(|line| !names(line, "point", id));
                }
            }
            let is_empty = |node: &Node| match &node.value {
                Value::List(members) => members.is_empty(),
                Value::Map(entries) => entries.is_empty(),
                _ => false,
            };
            let parts = ["lines", "scores", "no_deal"];
            keys.retain(|key| !(parts.contains(&key.key.as_str()) && is_empty(&key.node)));
            keys.iter().any(|key| parts.contains(&key.key.as_str()))
        }
    }
}

fn still_says(offer: &mut Node, of: &Known<'_>) -> bool {
    let by = tree::child(offer, "by").map(|node| node.value.clone());
    if let (Known::Party(id), Some(Value::Text(by))) = (of, by) {
        return composed(&by) != *id;
    }
    let Value::Map(entries) = &mut offer.value else {
        return true;
    };
    let said = entries
        .iter_mut()
        .filter(|entry| matches!(entry.key.as_str(), "package" | "says" | "change"));
    for entry in said {
        let Value::Map(points) = &mut entry.node.value else {
            continue;
        };
        let before = points.len();
        points.retain(|point| match of {
            Known::Point(id) => composed(&point.key) != *id,
            Known::Option(at, id) => {
                composed(&point.key) != *at
                    || !matches!(&point.node.value, Value::Text(o) | Value::Number(o) if composed(o) == *id)
            }
            Known::Party(_) => true,
        });
        if points.is_empty() && before > 0 {
            return false;
        }
    }
    true
}
