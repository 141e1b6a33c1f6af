//! Changed bodies: names, seats, what blocs accept, when rules apply; new blocs and rules.

use winset_model::document::{Node, Value};
use winset_model::phrase::{condition_phrase, read_condition};

use super::draft::{Change, Changes, Draft, NewRow};
use super::links::told_fault;
use crate::laid::kind::Kind;
use crate::numbers::typed;
use crate::tree::{list_mut, map_node, name, named, remove, same, set};
use crate::workbook::SheetCellValue;

/// Keys of conditions that are no points.
const JOINS: [&str; 5] = ["all", "any", "not", "at_least", "of"];

pub(super) fn apply(draft: &mut Draft<'_>, changes: &Changes) {
    for change in changes.of(Kind::Bodies) {
        changed(draft, change);
    }
    for row in changes.rows_of(Kind::Bodies) {
        new_part(draft, row);
    }
}

fn changed(draft: &mut Draft<'_>, change: &Change) {
    let [body, part, id] = change.key.as_slice() else {
        return;
    };
    let is_body = part == "body";
    let b = draft
        .tree
        .members_under("ratification")
        .iter()
        .position(|node| name(node, "id") == *body);
    let mut bodies = draft.tree.clone();
    let entry = b.and_then(|b| list_mut(&mut bodies, "ratification").get_mut(b));
    let entry = entry.and_then(|entry| match part.as_str() {
        "body" => Some(entry),
        "bloc" => named(list_mut(entry, "blocs"), "id", id),
        _ => named(list_mut(entry, "rules"), "id", id),
    });
    let (Some(b), Some(entry)) = (b, entry) else {
        let message = format!("the case has no `{}` any more", change.key.join(" ").trim());
        let remedy = format!("put back `{}`", change.was.as_text());
        draft.told.finding(&change.place, message, &remedy);
        return;
    };
    let taken = match change.column.as_str() {
        "name" if is_body => {
            set(entry, "body", Node::of_text(change.text()));
            Some(())
        }
        "seats" => seats(draft, part, &change.value, &change.place).map(|(key, node)| {
            set(entry, key, node);
        }),
        "phrase" if !is_body => set_phrase(draft, entry, part, change.text(), &change.place),
        _ => None,
    };
    if taken.is_some() {
        draft.tree = bodies;
        draft.touch(format!("ratification[{b}]"), &change.place);
    }
}

/// The key and the number of seats, of a body, a bloc or a rule.
fn seats(
    draft: &mut Draft<'_>,
    part: &str,
    value: &SheetCellValue,
    place: &str,
) -> Option<(&'static str, Node)> {
    let number = typed(value).ok().map(|number| number.value);
    let number = number.filter(|n| n.is_integer() && *n.numer() >= 0);
    let Some(number) = number else {
        let message = format!("`{}` is no number of seats", value.as_text().trim());
        draft.told.finding(place, message, "type a whole number");
        return None;
    };
    let key = if part == "rule" { "need" } else { "seats" };
    Some((key, Node::of_number(&number.numer().to_string())))
}

fn set_phrase(
    draft: &mut Draft<'_>,
    entry: &mut Node,
    part: &str,
    text: &str,
    place: &str,
) -> Option<()> {
    let is_bloc = part == "bloc";
    let key = if is_bloc { "accepts" } else { "when" };
    if text.is_empty() {
        if is_bloc {
            set(entry, key, map_node(Vec::new()));
        } else {
            remove(entry, key);
        }
        return Some(());
    }
    let condition = match read_condition(text) {
        Ok(condition) => condition,
        Err(fault) => {
            told_fault(draft, place, &fault);
            return None;
        }
    };
    if is_bloc
        && condition
            .entries()
            .iter()
            .any(|e| JOINS.contains(&e.key.as_str()))
    {
        let message = "what a bloc accepts names each point once, with `and` between points";
        draft
            .told
            .finding(place, message, "type `a = x or y and b = z`");
        return None;
    }
    let now = entry.under(key).and_then(condition_phrase);
    let now = now.and_then(|phrase| read_condition(&phrase).ok());
    if !now.is_some_and(|now| same(&now, &condition)) {
        set(entry, key, condition);
    }
    Some(())
}

fn new_part(draft: &mut Draft<'_>, row: &NewRow) {
    let (body, part, id) = (row.text("body"), row.text("part"), row.text("id"));
    let place = draft
        .tree
        .members_under("ratification")
        .iter()
        .position(|node| name(node, "id") == body);
    let (Some(b), "bloc" | "rule", false) = (place, part, id.is_empty()) else {
        let message = "this row is about no bloc or rule of a body of the case";
        let remedy = "type the code of a body, `bloc` or `rule`, and a code of its own; new bodies are entered in the case file";
        draft.told.finding(&row.place, message, remedy);
        return;
    };
    let mut entry = map_node(vec![("id", Node::of_text(id))]);
    let none = (SheetCellValue::Empty, row.place.clone());
    let (value, place) = row.cells.get("seats").unwrap_or(&none);
    let Some((key, node)) = seats(draft, part, value, place) else {
        return;
    };
    set(&mut entry, key, node);
    let (text, place) = (row.text("phrase"), row.place_of("phrase"));
    if set_phrase(draft, &mut entry, part, text, place).is_none() {
        return;
    }
    let bodies = list_mut(&mut draft.tree, "ratification");
    let list = if part == "bloc" { "blocs" } else { "rules" };
    if let Some(body) = bodies
        .get_mut(b)
        .filter(|body| matches!(body.value, Value::Map(_)))
    {
        list_mut(body, list).push(entry);
        draft.touch(format!("ratification[{b}]"), &row.place);
    }
}
