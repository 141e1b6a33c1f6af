//! What an audience sees of sessions, statements and incidents.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::nodes::{each, entries, filtered, get, items, only, text, visibility, with, without};
use super::reader::Audience;
use crate::case::Visibility;
use crate::document::{Entry, Node, Value};
use crate::register::EntryOwner;

const SESSION: &[&str] = &[
    "id",
    "date",
    "precision",
    "reported",
    "format",
    "with",
    "by",
    "text_version",
    "outcome",
    "about",
    "options",
    "clauses",
    "supersedes",
    "entered_by",
    "visibility",
];
const STATEMENT: &[&str] = &[
    "id",
    "date",
    "precision",
    "reported",
    "by",
    "visibility",
    "channel",
    "grade",
    "about",
    "says",
    "reads_as",
    "clauses",
    "stances",
    "verification",
    "supersedes",
    "entered_by",
];
const INCIDENT: &[&str] = &[
    "id",
    "date",
    "precision",
    "reported",
    "place",
    "kind",
    "category",
    "claimed_by",
    "attributed_to",
    "counts",
    "response",
    "stances",
    "sources",
    "status",
    "verification",
    "about",
    "options",
    "clauses",
    "supersedes",
    "entered_by",
    "visibility",
];

/// The entries of a list that an audience sees, each with what it may see of it. An entry that replaces
/// one out of sight reads as if it replaced none.
pub(super) fn entries_seen(reader: &Audience, list: &str, node: &Node) -> Node {
    let seen = each(node, |entry| entry_seen(reader, list, entry));
    let names: BTreeSet<Cow<'_, str>> = items(&seen).iter().filter_map(|e| text(e, "id")).collect();
    each(&seen, |entry| {
        let replaced = text(entry, "supersedes");
        let in_sight = replaced.is_none_or(|id| names.contains(&id));
        Some(if in_sight {
            entry.clone()
        } else {
            without(entry, "supersedes")
        })
    })
}

fn entry_seen(reader: &Audience, list: &str, entry: &Node) -> Option<Node> {
    let (keys, unsaid) = match list {
        "sessions" => (SESSION, Visibility::Mediator),
        "incidents" => (INCIDENT, Visibility::Mediator),
        _ => (STATEMENT, Visibility::Public),
    };
    let owner = owner(list, entry);
    if !reader.sees(owner.as_deref(), visibility(entry, unsaid)) {
        return None;
    }
    let kept = only(entry, keys);
    let entered = text(entry, "entered_by").filter(|who| who != EntryOwner::MEDIATOR);
    let own = matches!(reader, Audience::Party(id) if entered.is_some_and(|who| who == *id));
    Some(if own { kept } else { of_others(&kept) })
}

/// Whose an entry is: whoever entered it, and where that is not said of a statement, who made it.
fn owner<'n>(list: &str, entry: &'n Node) -> Option<Cow<'n, str>> {
    match get(entry, "entered_by").map(|node| &node.value) {
        None | Some(Value::Null) if list == "statements" => text(entry, "by"),
        _ => text(entry, "entered_by").filter(|who| who != EntryOwner::MEDIATOR),
    }
}

/// An entry without what only the mediator and whoever entered it may see: what parties say of it
/// in confidence, and remarks on sources.
fn of_others(entry: &Node) -> Node {
    let kept = entries(entry).iter().filter_map(|part| {
        Some(match part.key.as_str() {
            "stances" => with(part, public_stances(&part.node)?),
            "sources" => {
                let source = |source: &Node| Some(only(source, &["kind", "grade"]));
                with(part, each(&part.node, source))
            }
            _ => part.clone(),
        })
    });
    Node {
        value: Value::Map(kept.collect()),
        span: entry.span,
    }
}

/// What parties say in public; none where there is nothing, as if nobody had written it.
fn public_stances(node: &Node) -> Option<Node> {
    let public = |stance: &&Entry| {
        let seen = visibility(&stance.node, Visibility::Mediator);
        seen == Visibility::Public
    };
    let kept: Vec<&Entry> = entries(node).iter().filter(public).collect();
    let names: Vec<&str> = kept.iter().map(|stance| stance.key.as_str()).collect();
    (!names.is_empty()).then(|| filtered(node, |key| names.contains(&key)))
}
