//! The changes between two files.

use super::apply::apply;
use super::change::CaseChange;
use super::path::CasePath;
use super::tree::{child, entries, key_of, members, name_of, names};
use crate::audience::without_places;
use crate::document::{Node, Value};

/// Changes that make one file of the other, in an order in which they can be made. An entry that
/// differs in its identifier alone was renamed. The files that come out have equal canonical JSON.
///
/// Quadratic in the number of entries of a list; a name that changes reads the file once.
pub fn difference(old: &Node, new: &Node) -> Vec<CaseChange> {
    let (old, new) = (without_places(old), without_places(new));
    let mut changes = Vec::new();
    renamed(&old, &new, &[], &mut changes);
    let mut now = apply(&old, &changes).unwrap_or_else(|_| {
        changes.clear();
        old.clone()
    });
    // Structure first: lists of scores follow their options.
    let from = changes.len();
    structure(&now, &new, &[], &mut changes);
    now = apply(&now, &changes[from..]).unwrap_or(now);
    values(&now, &new, &[], &mut changes);
    changes
}

/// Whether the members of a list are entries with identifiers, none of them twice.
fn is_named(list: &Node) -> bool {
    let found: Vec<Option<String>> = members(list).iter().map(name_of).collect();
    let mut known: Vec<&String> = found.iter().flatten().collect();
    known.sort_unstable();
    known.windows(2).all(|pair| pair[0] != pair[1]) && found.iter().all(Option::is_some)
}

/// Whether a list at this place has entries of its own.
fn has_entries(place: &[String]) -> bool {
    let parts: Vec<&str> = place.iter().map(String::as_str).collect();
    match parts[..] {
        [key] => !matches!(key, "languages" | "expected"),
        ["points", _, "options"]
        | ["assumptions", _, "lines"]
        | ["ratification", _, "rules" | "blocs"] => true,
        _ => false,
    }
}

fn path(place: &[String]) -> CasePath {
    CasePath::of(place.to_vec()).expect("places of entries are short")
}

fn with(place: &[String], name: &str) -> Vec<String> {
    let mut place = place.to_vec();
    place.push(name.to_owned());
    place
}

/// The lists of entries in both, with their places: those of the top, and those inside entries that
/// are in both.
fn lists<'n>(
    old: &'n Node,
    new: &'n Node,
    place: &[String],
) -> Vec<(Vec<String>, &'n Node, &'n Node)> {
    let mut found = Vec::new();
    for entry in entries(new) {
        let key = key_of(entry);
        let at = with(place, &key);
        let Some(before) = child(old, &key) else {
            continue;
        };
        let both_lists = matches!(
            (&before.value, &entry.node.value),
            (Value::List(_), Value::List(_))
        );
        if both_lists && has_entries(&at) && is_named(before) && is_named(&entry.node) {
            found.push((at, before, &entry.node));
        }
    }
    found
}

fn renamed(old: &Node, new: &Node, place: &[String], changes: &mut Vec<CaseChange>) {
    for (at, before, after) in lists(old, new, place) {
        let (known, wanted) = (names(before), names(after));
        let gone: Vec<&String> = known.iter().filter(|name| !wanted.contains(name)).collect();
        let come: Vec<&String> = wanted.iter().filter(|name| !known.contains(name)).collect();
        let is_offers = at.first().is_some_and(|key| key == "offers");
        for from in gone.into_iter().filter(|_| !is_offers) {
            let was = nameless(child(before, from));
            let mut same = come.iter().filter(|to| nameless(child(after, to)) == was);
            if let (Some(to), None) = (same.next(), same.next()) {
                let to = (*to).clone();
                let at = path(&with(&at, from));
                changes.push(CaseChange::Rename { at, to });
            }
        }
        for name in known.iter().filter(|name| wanted.contains(name)) {
            if let (Some(was), Some(is)) = (child(before, name), child(after, name)) {
                renamed(was, is, &with(&at, name), changes);
            }
        }
    }
}

/// An entry without its identifier: two that are equal may be one that was renamed.
fn nameless(entry: Option<&Node>) -> Option<Node> {
    let mut entry = entry?.clone();
    if let Value::Map(entries) = &mut entry.value {
        entries.retain(|entry| entry.key != "id");
    }
    Some(entry)
}

/// Entries that are gone, new, or in another order.
fn structure(old: &Node, new: &Node, place: &[String], changes: &mut Vec<CaseChange>) {
    for (at, before, after) in lists(old, new, place) {
        let (mut known, wanted) = (names(before), names(after));
        let gone: Vec<String> = known
            .iter()
            .filter(|n| !wanted.contains(n))
            .cloned()
            .collect();
        // The last one stays until another one is there.
        let come = wanted
            .iter()
            .enumerate()
            .filter(|(_, name)| !known.contains(name));
        let come: Vec<(usize, &String)> = come.collect();
        for (spot, name) in come {
            let entry = child(after, name).expect("it is named there").clone();
            let after = spot.checked_sub(1).map(|before| wanted[before].clone());
            let after = after.filter(|after| known.contains(after));
            match &after {
                Some(after) => {
                    let place = known.iter().position(|k| k == after).unwrap_or(known.len());
                    known.insert(place + 1, name.clone());
                }
                None => known.push(name.clone()),
            }
            changes.push(CaseChange::Add {
                list: path(&at),
                entry,
                after,
            });
        }
        for name in gone {
            known.retain(|known| *known != name);
            changes.push(CaseChange::Retire {
                at: path(&with(&at, &name)),
            });
        }
        if known != wanted {
            changes.push(CaseChange::Order {
                list: path(&at),
                names: wanted.clone(),
            });
        }
        for name in known.iter().filter(|name| names(before).contains(name)) {
            if let (Some(was), Some(is)) = (child(before, name), child(after, name)) {
                structure(was, is, &with(&at, name), changes);
            }
        }
    }
}

/// Keys with other values.
fn values(old: &Node, new: &Node, place: &[String], changes: &mut Vec<CaseChange>) {
    for entry in entries(old) {
        let key = key_of(entry);
        if child(new, &key).is_none() {
            let at = path(&with(place, &key));
            changes.push(CaseChange::Set { at, to: None });
        }
    }
    for entry in entries(new) {
        let key = key_of(entry);
        let at = with(place, &key);
        let Some(before) = child(old, &key) else {
            changes.push(CaseChange::Set {
                at: path(&at),
                to: Some(entry.node.clone()),
            });
            continue;
        };
        if before.canonical_json() == entry.node.canonical_json() {
            continue;
        }
        let deeper = match (&before.value, &entry.node.value) {
            (Value::List(_), Value::List(_)) => {
                has_entries(&at) && names(before) == names(&entry.node) && is_named(before)
            }
            (Value::Map(_), Value::Map(_)) => {
                at.first().is_some_and(|key| key == "preferences") && at.len() < 3
            }
            _ => false,
        };
        if !deeper {
            changes.push(CaseChange::Set {
                at: path(&at),
                to: Some(entry.node.clone()),
            });
        } else if matches!(before.value, Value::Map(_)) {
            values(before, &entry.node, &at, changes);
        } else {
            for name in names(before) {
                if let (Some(was), Some(is)) = (child(before, &name), child(&entry.node, &name)) {
                    values(was, is, &with(&at, &name), changes);
                }
            }
        }
    }
}
