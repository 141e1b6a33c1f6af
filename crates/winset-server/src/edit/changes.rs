//! The changes that a form makes of what it sends.

use winset_model::amendment::{CaseChange, CasePath, ChangeFault, apply, difference};
use winset_model::document::{Node, Value};
use winset_model::identifier::identifier;

use super::field::{Field, Widget};
use super::kind::{EntryKind, FormReader};
use super::read::{FieldValues, Wrong, entry_of, row_before, rows_sent};

/// What is wrong with a form: the field, empty for all of it, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FieldProblem {
    pub(crate) field: String,
    pub(crate) what: String,
}

impl FieldProblem {
    /// What is wrong with all of a form.
    pub(crate) fn whole(what: impl Into<String>) -> Self {
        Self {
            field: String::new(),
            what: what.into(),
        }
    }
}

/// The changes that make of an entry of the file what was sent; of none, the one that adds it.
///
/// # Errors
/// Which fields cannot be read. What the reader of files says of the rest is not said here.
pub(crate) fn edited(
    file: &Node,
    kind: &EntryKind,
    reader: FormReader,
    at: Option<&str>,
    sent: &FieldValues,
) -> Result<Vec<CaseChange>, Vec<FieldProblem>> {
    let old = match at {
        Some(at) => {
            let gone = || vec![FieldProblem::whole(format!("`{at}` is not there any more"))];
            Some(file.member_named(kind.list, at).ok_or_else(gone)?)
        }
        None if kind.list.is_empty() => Some(file),
        None => None,
    };
    let sent = with_codes(file, kind, at, old, sent);
    let mut wrong: Vec<Wrong> = Vec::new();
    let new = entry_of(&kind.fields_for(reader), "", old, &sent, &mut wrong);
    if !wrong.is_empty() {
        let problem = |(field, what): Wrong| FieldProblem { field, what };
        return Err(wrong.into_iter().map(problem).collect());
    }
    if kind.list.is_empty() {
        return Ok(difference(file, &new));
    }
    let Some(at) = at else {
        let list = path(&[kind.list])?;
        let change = CaseChange::Add {
            list,
            entry: new,
            after: None,
        };
        return Ok(vec![change]);
    };
    let id = new.text_under("id").unwrap_or_default().to_owned();
    let mut changes = renames(kind, at, &id, old, &sent)?;
    let renamed = apply(file, &changes).map_err(|fault| faulty(&fault))?;
    let mut wanted = renamed.clone();
    replace(&mut wanted, kind.list, &id, new);
    // What follows elsewhere from options that come or go, such as scores, is no change of the form's.
    let own = [kind.list, &id];
    let inside = difference(&renamed, &wanted).into_iter();
    changes.extend(inside.filter(|change| {
        let place = change.place();
        place.names().iter().zip(own).all(|(name, own)| name == own)
    }));
    Ok(changes)
}

/// The change that moves an entry of a list by one place, where there is one.
pub(crate) fn moved(file: &Node, list: &str, id: &str, up: bool) -> Option<CaseChange> {
    let entries = file.members_under(list).iter();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.text_under("id").map(str::to_owned))
        .collect();
    let at = names.iter().position(|name| name == id)?;
    let to = if up { at.checked_sub(1)? } else { at + 1 };
    if to >= names.len() {
        return None;
    }
    names.swap(at, to);
    let list = path(&[list]).ok()?;
    Some(CaseChange::Order { list, names })
}

/// The change that takes an entry out.
pub(crate) fn retired(list: &str, id: &str) -> Option<CaseChange> {
    let at = path(&[list, id]).ok()?;
    Some(CaseChange::Retire { at })
}

fn path(names: &[&str]) -> Result<CasePath, Vec<FieldProblem>> {
    CasePath::named(names).map_err(|fault| faulty(&fault))
}

fn faulty(fault: &ChangeFault) -> Vec<FieldProblem> {
    vec![FieldProblem::whole(fault.to_string())]
}

fn replace(file: &mut Node, list: &str, id: &str, new: Node) {
    let Value::Map(keys) = &mut file.value else {
        return;
    };
    let list = keys.iter_mut().find(|entry| entry.key == list);
    let Some(Value::List(entries)) = list.map(|list| &mut list.node.value) else {
        return;
    };
    let is_it = |entry: &&mut Node| entry.text_under("id") == Some(id);
    if let Some(entry) = entries.iter_mut().find(is_it) {
        *entry = new;
    }
}

/// Identifiers that changed, of the entry and of the rows in it, each as a rename, so that whatever
/// names them follows.
fn renames(
    kind: &EntryKind,
    at: &str,
    id: &str,
    old: Option<&Node>,
    sent: &FieldValues,
) -> Result<Vec<CaseChange>, Vec<FieldProblem>> {
    let mut changes = Vec::new();
    for field in kind.fields {
        let Widget::Rows(columns) = &field.widget else {
            continue;
        };
        if !columns.iter().any(|column| column.key == "id") {
            continue;
        }
        let rows = old.and_then(|old| old.under(field.key));
        for row in rows_sent(field.key, sent) {
            let before = row_before(field.key, row, rows, sent);
            let was = before.and_then(|before| before.text_under("id"));
            let is = code_in(sent, &format!("{}.{row}.id", field.key));
            if let (Some(was), Some(is)) = (was, is)
                && was != is
            {
                let at = path(&[kind.list, at, field.key, was])?;
                changes.push(CaseChange::Rename { at, to: is });
            }
        }
    }
    if at != id {
        let at = path(&[kind.list, at])?;
        let to = id.to_owned();
        changes.push(CaseChange::Rename { at, to });
    }
    Ok(changes)
}

fn code_in(sent: &FieldValues, name: &str) -> Option<String> {
    let code = sent.get(name)?.first()?.trim();
    (!code.is_empty()).then(|| code.to_owned())
}

/// What was sent, with identifiers where none was: made of the words of the entry.
fn with_codes(
    file: &Node,
    kind: &EntryKind,
    at: Option<&str>,
    old: Option<&Node>,
    sent: &FieldValues,
) -> FieldValues {
    let mut sent = sent.clone();
    if !kind.list.is_empty() && code_in(&sent, "id").is_none() {
        let made = at.map_or_else(
            || {
                let taken = taken(file, kind);
                identifier(
                    &words(file, kind, &sent),
                    short(kind),
                    taken.iter().map(String::as_str),
                )
            },
            str::to_owned,
        );
        sent.insert("id".to_owned(), vec![made]);
    }
    for field in kind.fields {
        if let Widget::Rows(columns) = &field.widget {
            row_codes(field, columns, old, &mut sent);
        }
    }
    sent
}

fn row_codes(field: &Field, columns: &[Field], old: Option<&Node>, sent: &mut FieldValues) {
    if !columns.iter().any(|column| column.key == "id") {
        return;
    }
    let rows = rows_sent(field.key, sent);
    let old = old.and_then(|old| old.under(field.key));
    let mut taken: Vec<String> = rows
        .iter()
        .filter_map(|row| code_in(sent, &format!("{}.{row}.id", field.key)))
        .collect();
    for row in rows {
        let name = |key: &str| format!("{}.{row}.{key}", field.key);
        if code_in(sent, &name("id")).is_some() {
            continue;
        }
        let before = row_before(field.key, row, old, sent);
        let was = before.and_then(|before| before.text_under("id"));
        let mut words = ["label", "need", "seats"].iter();
        let words = words.find_map(|key| code_in(sent, &name(key)));
        let (Some(words), true) = (words, was.is_none()) else {
            if let Some(was) = was {
                sent.insert(name("id"), vec![was.to_owned()]);
            }
            continue;
        };
        let known = taken.iter().map(String::as_str);
        let made = identifier(&words, short_of_row(field.key), known);
        taken.push(made.clone());
        sent.insert(name("id"), vec![made]);
    }
}

/// What an identifier of a row begins with where its words do not make one.
fn short_of_row(key: &str) -> &'static str {
    match key {
        "options" => "option",
        "blocs" => "bloc",
        _ => "rule",
    }
}

fn short(kind: &EntryKind) -> &'static str {
    match kind.list {
        "parties" => "party",
        "points" => "point",
        "lines" => "line",
        "links" => "condition",
        "ratification" => "body",
        "levers" => "lever",
        "sessions" => "meeting",
        "statements" => "statement",
        "incidents" => "incident",
        "delegations" => "delegation",
        _ => "phase",
    }
}

/// The words that an identifier is made of.
fn words(file: &Node, kind: &EntryKind, sent: &FieldValues) -> String {
    let field = |name: &str| code_in(sent, name).unwrap_or_default();
    let short = |id: String| {
        let party = file.member_named("parties", &id);
        let short = party.and_then(|party| party.text_under("short"));
        short.map_or(id.clone(), str::to_owned)
    };
    match kind.list {
        "points" => field("title"),
        "ratification" => field("body"),
        "parties" | "phases" => field("name"),
        "lines" => format!("{} {}", short(field("owner")), field("point")),
        "links" => format!("{} condition", short(field("owner"))),
        "levers" => format!("{} lever", short(field("by"))),
        "delegations" => format!("{} delegation", short(field("party"))),
        list => format!("{} {}", list.trim_end_matches('s'), field("date")),
    }
}

/// The identifiers that an entry of this kind may not have.
fn taken(file: &Node, kind: &EntryKind) -> Vec<String> {
    let lists: &[&str] = match kind.list {
        "lines" | "links" => &["lines", "links", "ratification"],
        _ => std::slice::from_ref(&kind.list),
    };
    let entries = lists.iter().flat_map(|list| file.members_under(list));
    let mut taken = Vec::new();
    for entry in entries {
        taken.extend(entry.text_under("id").map(str::to_owned));
        let rules = entry.members_under("rules").iter();
        taken.extend(rules.filter_map(|rule| rule.text_under("id").map(str::to_owned)));
    }
    taken
}
