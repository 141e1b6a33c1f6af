//! What stands in the fields of an entry, and what the file would have for it: two directions of one
//! correspondence, so that a field that nobody touched changes nothing.

use std::collections::BTreeMap;

use winset_model::document::{Entry, Node, Value};
use winset_model::phrase::{condition_phrase, phrase_of, read_condition, read_phrase};

use super::field::{Field, RULE_KEYS, Widget};

/// The values of fields by their names, in the order in which a page sends them.
pub(crate) type FieldValues = BTreeMap<String, Vec<String>>;

/// Behind the name of a field of options: bounds on a numeric point.
pub(super) const FROM: &str = "from";
pub(super) const TO: &str = "to";
/// Which entry of the file a row of a table was.
pub(super) const WAS: &str = "was";
/// Whether a row is to be taken out.
pub(super) const OUT: &str = "out";

/// What stands in the fields of an entry.
pub(crate) fn values_of(fields: &[&Field], entry: &Node) -> FieldValues {
    values_behind("", fields, entry)
}

/// The same with names that begin with the row of a table.
fn values_behind(prefix: &str, fields: &[&Field], entry: &Node) -> FieldValues {
    let mut values = FieldValues::new();
    for field in fields {
        fill(field, &format!("{prefix}{}", field.key), entry, &mut values);
    }
    values
}

/// The value of a field in an entry: under its key, or under the two parts of it.
fn stated<'n>(entry: &'n Node, key: &str) -> Option<&'n Node> {
    match key.split_once('.') {
        None => entry.under(key),
        Some((head, part)) => {
            let around = entry.under(head)?;
            match &around.value {
                Value::Map(_) => around.under(part),
                // A no-deal value may be a plain number.
                _ => (part == "score").then_some(around),
            }
        }
    }
}

fn fill(field: &Field, name: &str, entry: &Node, values: &mut FieldValues) {
    if let Widget::Rule = field.widget {
        let phrase = phrase_of(entry);
        values.insert(rule_name(name), phrase.into_iter().collect());
        return;
    }
    let Some(found) = stated(entry, field.key) else {
        return;
    };
    let found_values = match &field.widget {
        Widget::Rows(fields) => {
            for (at, row) in found.members().iter().enumerate() {
                for field in *fields {
                    fill(field, &format!("{name}.{at}.{}", field.key), row, values);
                }
                values.insert(format!("{name}.{at}.{WAS}"), vec![at.to_string()]);
            }
            return;
        }
        Widget::Options if matches!(found.value, Value::Map(_)) => {
            for bound in [FROM, TO] {
                if let Some(value) = found.under(bound).and_then(Node::written) {
                    values.insert(format!("{name}.{bound}"), vec![value.to_owned()]);
                }
            }
            return;
        }
        Widget::Many(_) | Widget::Options => match &found.value {
            Value::List(members) => members
                .iter()
                .filter_map(Node::written)
                .map(str::to_owned)
                .collect(),
            _ => found.written().map(str::to_owned).into_iter().collect(),
        },
        Widget::Lines => {
            let lines: Vec<&str> = found.members().iter().filter_map(Node::written).collect();
            vec![lines.join("\n")]
        }
        Widget::Condition => condition_phrase(found).into_iter().collect(),
        _ => found.written().map(str::to_owned).into_iter().collect(),
    };
    values.insert(name.to_owned(), found_values);
}

/// The name of the field of a rule, which has no key of its own.
pub(super) fn rule_name(name: &str) -> String {
    format!("{name}rule")
}

/// What is wrong with a field, by its name.
pub(crate) type Wrong = (String, String);

/// An entry of fields, beginning with the one that was there; what nobody touched stays as it was.
pub(super) fn entry_of(
    fields: &[&Field],
    prefix: &str,
    old: Option<&Node>,
    sent: &FieldValues,
    wrong: &mut Vec<Wrong>,
) -> Node {
    let mut entries: Vec<Entry> = old.map_or_else(Vec::new, |old| old.entries().to_vec());
    let before = old.map(|old| values_behind(prefix, fields, old));
    for field in fields {
        let name = format!("{prefix}{}", field.key);
        if let Some(before) = &before
            && same(&name, field, before, sent)
        {
            continue;
        }
        match &field.widget {
            Widget::Rule => rule(&name, &mut entries, sent, wrong),
            Widget::Rows(columns) => {
                let old = old.and_then(|old| old.under(field.key));
                let rows = rows(columns, &name, old, sent, wrong);
                let rows = (!rows.is_empty()).then(|| Node::of_list(rows));
                Entry::put(&mut entries, field.key, rows);
            }
            _ => {
                let value = value_of(field, &name, sent, wrong);
                set(&mut entries, field.key, value);
            }
        }
    }
    Node::of_map(entries)
}

/// Whether what was sent for a field is what stood in it.
fn same(name: &str, field: &Field, before: &FieldValues, sent: &FieldValues) -> bool {
    let own = |values: &FieldValues| -> FieldValues {
        let inside = format!("{name}.");
        let rule = rule_name(name);
        let is_own = |key: &String| match field.widget {
            Widget::Rule => *key == rule,
            _ => key == name || key.starts_with(&inside),
        };
        let filled = |values: &Vec<String>| -> Vec<String> {
            let trimmed = values.iter().map(|value| tidy(value));
            let mut kept: Vec<String> = trimmed.filter(|value| !value.is_empty()).collect();
            // Pages send what is chosen in an order of their own.
            kept.sort_unstable();
            kept
        };
        let kept = values.iter().filter(|(key, _)| is_own(key));
        let kept = kept.map(|(key, values)| (key.clone(), filled(values)));
        // A row that was offered and left empty is none.
        kept.filter(|(_, values)| !values.is_empty()).collect()
    };
    own(before) == own(sent)
}

fn tidy(value: &str) -> String {
    value.replace("\r\n", "\n").trim().to_owned()
}

fn first(name: &str, sent: &FieldValues) -> Option<String> {
    let value = tidy(sent.get(name)?.first()?);
    (!value.is_empty()).then_some(value)
}

/// The value of a field that is no table; none where it is left empty.
fn value_of(field: &Field, name: &str, sent: &FieldValues, wrong: &mut Vec<Wrong>) -> Option<Node> {
    match &field.widget {
        Widget::Number => Some(Node::of_number(&first(name, sent)?)),
        Widget::Truth => Some(Node::plain(Value::Bool(first(name, sent)? == "true"))),
        Widget::Lines => {
            let lines = first(name, sent)?;
            let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
            Some(Node::of_list(lines.map(Node::of_text).collect()))
        }
        Widget::Many(_) | Widget::Options => {
            let bound = |bound: &str| first(&format!("{name}.{bound}"), sent);
            let (from, to) = (bound(FROM), bound(TO));
            if from.is_some() || to.is_some() {
                let mut bounds = Vec::new();
                Entry::put(&mut bounds, FROM, from.map(|from| Node::of_number(&from)));
                Entry::put(&mut bounds, TO, to.map(|to| Node::of_number(&to)));
                return Some(Node::of_map(bounds));
            }
            let chosen = sent.get(name).map_or(&[][..], Vec::as_slice).iter();
            let chosen = chosen.map(|one| tidy(one)).filter(|one| !one.is_empty());
            let chosen: Vec<Node> = chosen.map(Node::of_text).collect();
            (!chosen.is_empty()).then(|| Node::of_list(chosen))
        }
        Widget::Condition => match read_condition(&first(name, sent)?) {
            Ok(condition) => Some(condition),
            Err(fault) => {
                wrong.push((name.to_owned(), fault.to_string()));
                None
            }
        },
        _ => Some(Node::of_text(first(name, sent)?)),
    }
}

/// Puts a value under a key, or under the two parts of it. A mapping that is left empty goes.
fn set(entries: &mut Vec<Entry>, key: &str, value: Option<Node>) {
    let Some((head, part)) = key.split_once('.') else {
        return Entry::put(entries, key, value);
    };
    let at = entries.iter().position(|entry| entry.key == head);
    let mut inner = match at.map(|at| &entries[at].node) {
        Some(around) if matches!(around.value, Value::Map(_)) => around.entries().to_vec(),
        // A plain number is the value of which more is said now.
        Some(plain) if plain.value != Value::Null => {
            let mut inner = Vec::new();
            Entry::put(&mut inner, "score", Some(plain.clone()));
            inner
        }
        _ => Vec::new(),
    };
    Entry::put(&mut inner, part, value);
    let value = match inner.as_slice() {
        [] => None,
        [only] if only.key == "score" => Some(only.node.clone()),
        _ => Some(Node::of_map(inner)),
    };
    Entry::put(entries, head, value);
}

fn rule(name: &str, entries: &mut Vec<Entry>, sent: &FieldValues, wrong: &mut Vec<Wrong>) {
    let name = rule_name(name);
    let rule = first(&name, sent).map(|phrase| read_phrase(&phrase));
    match rule.transpose() {
        Err(fault) => wrong.push((name, fault.to_string())),
        Ok(rule) => {
            entries.retain(|entry| !RULE_KEYS.contains(&entry.key.as_str()));
            let said = rule.iter().flat_map(Node::entries);
            entries.extend(said.cloned());
        }
    }
}

/// The numbers of the rows of a table that were sent.
pub(super) fn rows_sent(name: &str, sent: &FieldValues) -> Vec<usize> {
    let inside = format!("{name}.");
    let numbers = sent.keys().filter_map(|key| {
        let (at, _) = key.strip_prefix(&inside)?.split_once('.')?;
        at.parse().ok()
    });
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The entry of the file that a row was.
pub(super) fn row_before<'n>(
    name: &str,
    at: usize,
    old: Option<&'n Node>,
    sent: &FieldValues,
) -> Option<&'n Node> {
    let was = first(&format!("{name}.{at}.{WAS}"), sent)?;
    old?.members().get(was.parse::<usize>().ok()?)
}

/// Whether something stands in a row.
fn row_is_filled(name: &str, at: usize, sent: &FieldValues) -> bool {
    let inside = format!("{name}.{at}.");
    let mut own = sent.range(inside.clone()..);
    own.by_ref()
        .take_while(|(key, _)| key.starts_with(&inside))
        .any(|(key, values)| {
            !key.ends_with(&format!(".{WAS}")) && values.iter().any(|value| !tidy(value).is_empty())
        })
}

fn rows(
    columns: &[Field],
    name: &str,
    old: Option<&Node>,
    sent: &FieldValues,
    wrong: &mut Vec<Wrong>,
) -> Vec<Node> {
    let columns: Vec<&Field> = columns.iter().collect();
    let mut rows = Vec::new();
    for at in rows_sent(name, sent) {
        let out = first(&format!("{name}.{at}.{OUT}"), sent).is_some();
        if out || !row_is_filled(name, at, sent) {
            continue;
        }
        let before = row_before(name, at, old, sent);
        let row = entry_of(&columns, &format!("{name}.{at}."), before, sent, wrong);
        rows.push(row);
    }
    rows
}
