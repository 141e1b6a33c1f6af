//! Making changes.

use std::collections::BTreeSet;

use super::change::{CaseChange, ChangeFault};
use super::names::{self, Known};
use super::path::CasePath;
use super::positional::{Shift, shift};
use super::tree::{self, child, entry_at, find_mut, list_mut, map_of, name_of};
use crate::audience::without_places;
use crate::document::{Node, Value};
use crate::file::read::is_identifier;

/// The file after some changes, made one after the other. Whether it is a case, its reader says. The
/// result has no places.
///
/// # Errors
/// The first change that cannot be made, and why.
///
/// Linear in the size of the file for each change; a change of a name reads the file once.
pub fn apply(root: &Node, changes: &[CaseChange]) -> Result<Node, ChangeFault> {
    let mut root = without_places(root);
    apply_in_place(&mut root, changes).map_err(|(fault, _)| fault)?;
    Ok(root)
}

/// The same in the file itself. Where a change cannot be made, those before it are made, and nothing of
/// it; their number stands beside the fault.
///
/// # Errors
/// The first change that cannot be made, and why.
pub fn apply_in_place(root: &mut Node, changes: &[CaseChange]) -> Result<(), (ChangeFault, usize)> {
    let mut made = 0;
    while let Some(change) = changes.get(made) {
        let rest = &changes[made..];
        let run = rest.iter().take_while(|next| goes_with(change, next));
        let run = run.count();
        if run > 1 {
            add_all(root, &rest[..run]).map_err(|(fault, added)| (fault, made + added))?;
            made += run;
        } else {
            make(root, change).map_err(|fault| (fault, made))?;
            made += 1;
        }
    }
    Ok(())
}

/// Whether both put an entry behind the last of the same list, where nothing else depends on it.
fn goes_with(first: &CaseChange, next: &CaseChange) -> bool {
    match (first, next) {
        (
            CaseChange::Add {
                list, after: None, ..
            },
            CaseChange::Add {
                list: same,
                after: None,
                ..
            },
        ) => list == same && list.names().len() == 1,
        _ => false,
    }
}

/// Puts entries behind the last of one list, as [`add`] does one after the other; the names that are
/// there are collected once.
fn add_all(root: &mut Node, changes: &[CaseChange]) -> Result<(), (ChangeFault, usize)> {
    let mut known: Option<BTreeSet<String>> = None;
    for (added, change) in changes.iter().enumerate() {
        let CaseChange::Add { list, entry, .. } = change else {
            return make(root, change).map_err(|fault| (fault, added));
        };
        let Some(name) = name_of(entry).filter(|_| known.is_some()) else {
            add(root, list, entry, None).map_err(|fault| (fault, added))?;
            let there = entry_at(root, list.names()).map(tree::members);
            known = Some(
                there
                    .unwrap_or_default()
                    .iter()
                    .filter_map(name_of)
                    .collect(),
            );
            continue;
        };
        let known = known.get_or_insert_with(BTreeSet::new);
        if !known.insert(name.clone()) {
            let why = format!("`{name}` is there already");
            return Err((ChangeFault::new(list.to_string(), why), added));
        }
        let members = list_mut(root, list.names()).map_err(|fault| (fault, added))?;
        members.push(without_places(entry));
    }
    Ok(())
}

fn make(root: &mut Node, change: &CaseChange) -> Result<(), ChangeFault> {
    match change {
        CaseChange::Add { list, entry, after } => add(root, list, entry, after.as_deref()),
        CaseChange::Set { at, to } => set(root, at, to.as_ref()),
        CaseChange::Rename { at, to } => rename(root, at, to),
        CaseChange::Retire { at } => retire(root, at),
        CaseChange::Order { list, names } => order(root, list, names),
    }
}

fn add(
    root: &mut Node,
    list: &CasePath,
    entry: &Node,
    after: Option<&str>,
) -> Result<(), ChangeFault> {
    let Some(name) = name_of(entry) else {
        let why = "an entry that is added is a mapping with an `id`";
        return Err(ChangeFault::new(list.to_string(), why));
    };
    let there = entry_at(root, list.names()).map(tree::members);
    let known = there.unwrap_or_default().iter().filter_map(name_of);
    let known: Vec<String> = known.collect();
    if known.contains(&name) {
        let why = format!("`{name}` is there already");
        return Err(ChangeFault::new(list.to_string(), why));
    }
    if let Some(after) = after.filter(|after| !known.iter().any(|name| name == after)) {
        return Err(ChangeFault::unknown(&list.to_string(), after, &known));
    }
    let members = list_mut(root, list.names())?;
    let before = members.len();
    let found = members
        .iter()
        .position(|m| after.is_some() && name_of(m).as_deref() == after);
    let place = found.map_or(before, |place| place + 1);
    members.insert(place, without_places(entry));
    if let ["points", point, "options"] = list.parts()[..] {
        shift(root, point, before, &Shift::In(place));
    }
    Ok(())
}

fn set(root: &mut Node, at: &CasePath, to: Option<&Node>) -> Result<(), ChangeFault> {
    let (around, key) = at.split();
    let path = at.to_string();
    if matches!(key, "id" | "seq") && !around.is_empty() {
        let why = "an identifier is changed by renaming the entry";
        return Err(ChangeFault::new(path, why));
    }
    if matches!(key, "id" | "format") && around.is_empty() {
        let why = "it stays as it is: the journal of the case rests on it";
        return Err(ChangeFault::new(path, why));
    }
    // Scores may be the first of their party, or of all.
    if let ["preferences", party, _] = at.parts()[..]
        && to.is_some()
        && entry_at(root, around).is_none()
    {
        if child(root, "preferences").is_none() {
            map_of(root, "")?.push(tree::entry("preferences", tree::node(Value::Null)));
        }
        let sheets = find_mut(root, &around[..1])?;
        let empty = tree::node(Value::Map(Vec::new()));
        map_of(sheets, "preferences")?.push(tree::entry(party, empty));
    }
    let holder = find_mut(root, around)?;
    if matches!(holder.value, Value::List(_)) {
        let why = "entries of a list are added, renamed or retired; their keys are set";
        return Err(ChangeFault::new(path, why));
    }
    let known = tree::names(holder);
    let entries = map_of(holder, &path)?;
    let place = entries.iter().position(|entry| tree::key_of(entry) == key);
    match (place, to) {
        (Some(place), Some(to)) => entries[place].node = without_places(to),
        (Some(place), None) => {
            entries.remove(place);
        }
        (None, Some(to)) => entries.push(tree::entry(key, without_places(to))),
        (None, None) => return Err(ChangeFault::unknown(&around.join("."), key, &known)),
    }
    Ok(())
}

fn rename(root: &mut Node, at: &CasePath, to: &str) -> Result<(), ChangeFault> {
    let path = at.to_string();
    let list = entry_list(root, at)?;
    if !is_identifier(to) {
        let why = format!("`{to}` is no identifier: letters, digits, `_`, `.`, `/` and `-`");
        return Err(ChangeFault::new(path, why));
    }
    if list
        .iter()
        .any(|member| name_of(member).as_deref() == Some(to))
    {
        let why = format!("`{to}` is there already");
        return Err(ChangeFault::new(path, why));
    }
    if let Some(known) = Known::at(&at.parts()) {
        names::rename(root, &known, to);
    }
    let entry = find_mut(root, at.names())?;
    for field in map_of(entry, &path)? {
        if field.key == "id" {
            field.node = tree::node(Value::Text(to.to_owned()));
        }
    }
    Ok(())
}

/// The list that holds an entry which has an identifier.
fn entry_list<'n>(root: &'n mut Node, at: &CasePath) -> Result<&'n mut Vec<Node>, ChangeFault> {
    let (around, name) = at.split();
    let path = at.to_string();
    find_mut(root, at.names())?;
    match &mut find_mut(root, around)?.value {
        Value::List(members) => Ok(members),
        _ => Err(ChangeFault::new(
            path,
            format!("`{name}` is no entry of a list; keys are set"),
        )),
    }
}

fn retire(root: &mut Node, at: &CasePath) -> Result<(), ChangeFault> {
    entry_list(root, at)?;
    let parts = at.parts();
    if let Some(known) = Known::at(&parts) {
        names::forget(root, &known);
        if matches!(known, Known::Option(..)) {
            names::take_out_of_lists(root, &known);
        }
    }
    let list = entry_list(root, at)?;
    let before = list.len();
    let name = at.split().1;
    let place = list
        .iter()
        .position(|m| name_of(m).as_deref() == Some(name));
    let place = place.expect("the entry was just found");
    list.remove(place);
    if list.is_empty() && parts.len() == 2 && !matches!(parts[0], "parties" | "points") {
        let top = map_of(root, "")?;
        top.retain(|entry| entry.key != parts[0]);
    }
    if let ["points", point, "options", _] = parts[..] {
        shift(root, point, before, &Shift::Out(place));
    }
    Ok(())
}

fn order(root: &mut Node, list: &CasePath, names: &[String]) -> Result<(), ChangeFault> {
    let members = find_mut(root, list.names())?;
    let known = tree::names(members);
    let places = permutation(&known, names);
    let (Value::List(members), Some(places)) = (&mut members.value, places) else {
        return Err(ChangeFault::new(list.to_string(), same_names(&known)));
    };
    if known.len() != members.len() {
        return Err(ChangeFault::new(list.to_string(), same_names(&known)));
    }
    let ordered = places.iter().map(|place| members[*place].clone());
    *members = ordered.collect();
    if let ["points", point, "options"] = list.parts()[..] {
        shift(root, point, known.len(), &Shift::Order(&places));
    }
    Ok(())
}

fn same_names(known: &[String]) -> String {
    format!("an order names each entry once: {}", known.join(", "))
}

/// Where each of the names stands among those known; none unless each stands in both once.
fn permutation(known: &[String], names: &[String]) -> Option<Vec<usize>> {
    let places = names
        .iter()
        .map(|name| known.iter().position(|k| k == name));
    let places: Vec<usize> = places.collect::<Option<_>>()?;
    let mut sorted = places.clone();
    sorted.sort_unstable();
    sorted.into_iter().eq(0..known.len()).then_some(places)
}
