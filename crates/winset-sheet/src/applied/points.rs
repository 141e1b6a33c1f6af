//! Changed titles, labels and texts; new options and points.

use winset_model::document::{Node, Value};

use super::compare::normal;
use super::draft::{Changes, Draft, NewRow};
use crate::codes::{free_name, next_name};
use crate::laid::kind::Kind;
use crate::tree::{list_mut, map_node, name, remove, set, word};

pub(super) fn apply(draft: &mut Draft<'_>, changes: &Changes) {
    titles(draft, changes);
    for change in changes.of(Kind::Points).filter(|c| c.column != "title") {
        let [point, option] = change.key.as_slice() else {
            continue;
        };
        let (key, text) = (change.column.as_str(), change.text());
        let found = find(&draft.tree, point, option);
        let Some((p, Some(o))) = found else {
            let message = format!("the case has no option `{option}` of `{point}` any more");
            let remedy = format!(
                "put back `{}`, or enter it as a new option",
                change.was.as_text()
            );
            draft.told.finding(&change.place, message, &remedy);
            continue;
        };
        if key == "label" && text.is_empty() {
            let message = "an option needs a label";
            let remedy = format!("type a label; it was `{}`", change.was.as_text());
            draft.told.finding(&change.place, message, &remedy);
            continue;
        }
        let at = list_mut(&mut list_mut(&mut draft.tree, "points")[p], "options");
        if text.is_empty() {
            remove(&mut at[o], key);
        } else {
            set(&mut at[o], key, Node::of_text(text));
        }
        draft.touch(format!("points[{p}].options[{o}].{key}"), &change.place);
    }
    let mut last: Option<(String, String)> = None;
    for row in changes.rows_of(Kind::Points) {
        last = new_option(draft, row, last.as_ref());
    }
}

/// The title of a point stands in each of its rows; one changed cell is enough.
fn titles(draft: &mut Draft<'_>, changes: &Changes) {
    let mut done: Vec<(&str, &str, &str)> = Vec::new();
    for change in changes.of(Kind::Points).filter(|c| c.column == "title") {
        let point = change.key.first().map_or("", String::as_str);
        let text = change.text();
        if let Some((_, other, place)) = done.iter().find(|(p, ..)| *p == point) {
            if normal(other) != normal(text) {
                let message =
                    format!("the title of `{point}` is `{other}` at {place}, and another here");
                draft
                    .told
                    .finding(&change.place, message, "type the same title in both cells");
            }
            continue;
        }
        let Some((p, _)) = find(&draft.tree, point, "").filter(|_| !text.is_empty()) else {
            let message = format!("the point `{point}` needs a title");
            let remedy = format!("type a title; it was `{}`", change.was.as_text());
            draft.told.finding(&change.place, message, &remedy);
            continue;
        };
        set(
            &mut list_mut(&mut draft.tree, "points")[p],
            "title",
            Node::of_text(text),
        );
        draft.touch(format!("points[{p}].title"), &change.place);
        done.push((point, text, &change.place));
    }
}

/// The places of a point, and of an option of it.
fn find(tree: &Node, point: &str, option: &str) -> Option<(usize, Option<usize>)> {
    let points = tree.members_under("points");
    let p = points.iter().position(|entry| name(entry, "id") == point)?;
    let options = points[p].members_under("options");
    let o = options.iter().position(|entry| name(entry, "id") == option);
    Some((p, o))
}

/// Adds the option of a new row, with its point where that is new too. Gives their codes.
fn new_option(
    draft: &mut Draft<'_>,
    row: &NewRow,
    last: Option<&(String, String)>,
) -> Option<(String, String)> {
    if draft.own.is_some() {
        let message = "points and options are not added in a party's workbook";
        draft.told.finding(
            &row.place,
            message,
            "empty this row, and propose the option to the mediator",
        );
        return None;
    }
    let label = row.text("label");
    if label.is_empty() {
        let message = "a new option needs a label";
        draft.told.finding(
            row.place_of("label"),
            message,
            "type a label, or empty the row",
        );
        return None;
    }
    let p = point_of(draft, row, last)?;
    let point = &draft.tree.members_under("points")[p];
    let point_id = name(point, "id");
    if point.under("range").is_some() {
        let message =
            format!("`{point_id}` is settled by a number of its range; no options are added to it");
        draft.told.finding(
            &row.place,
            message,
            "empty this row, and change the range in the case file",
        );
        return None;
    }
    let options: Vec<String> = point
        .members_under("options")
        .iter()
        .map(|o| name(o, "id"))
        .collect();
    let id = new_code(draft, row, &point_id, &options)?;
    let above = last.cloned().or_else(|| {
        let [point, option] = row.above.as_deref()? else {
            return None;
        };
        Some((point.clone(), option.clone()))
    });
    let after = above.filter(|(point, _)| *point == point_id);
    let after = after.and_then(|(_, option)| options.iter().position(|o| *o == option));
    let place = after.map_or(options.len(), |o| o + 1);
    let mut entry = vec![("id", Node::of_text(&*id)), ("label", Node::of_text(label))];
    if !row.text("text").is_empty() {
        entry.push(("text", Node::of_text(row.text("text"))));
    }
    let at = list_mut(&mut list_mut(&mut draft.tree, "points")[p], "options");
    at.insert(place, map_node(entry));
    let path = format!("points[{p}].options[{place}]");
    draft.touch(path, row.place_of("option"));
    worth_nothing(draft, row, &point_id, place);
    Some((point_id, id))
}

/// The code of a new option: the one that was typed, or one that goes on from the others.
fn new_code(
    draft: &mut Draft<'_>,
    row: &NewRow,
    point: &str,
    options: &[String],
) -> Option<String> {
    let used = |id: &str| options.iter().any(|option| option == id);
    let typed = row.text("option");
    if typed.is_empty() {
        let next = options.last().and_then(|last| next_name(last));
        let id = free_name(&next.unwrap_or_else(|| "o1".to_owned()), used);
        let message = format!("a new option of `{point}` without a code: it is called `{id}`");
        draft
            .told
            .guess(&row.place, message, "type a code of your own");
        return Some(id);
    }
    if used(typed) {
        let message = format!("`{point}` has an option `{typed}` already");
        draft.told.finding(
            row.place_of("option"),
            message,
            "type another code, or leave it empty",
        );
        return None;
    }
    Some(typed.to_owned())
}

/// The place of the point of a new row; adds it where it is new.
fn point_of(draft: &mut Draft<'_>, row: &NewRow, last: Option<&(String, String)>) -> Option<usize> {
    let (code, title) = (row.text("point"), row.text("title"));
    let points = draft.tree.members_under("points");
    if !code.is_empty() {
        if let Some((p, _)) = find(&draft.tree, code, "") {
            return Some(p);
        }
        if title.is_empty() {
            let message = format!("the case has no point `{code}`");
            let known: Vec<String> = points.iter().map(|p| name(p, "id")).collect();
            let remedy = format!(
                "type one of {}; or a title, for a new point",
                known.join(", ")
            );
            draft.told.finding(row.place_of("point"), message, &remedy);
            return None;
        }
        return Some(new_point(draft, row, code.to_owned()));
    }
    if title.is_empty() {
        let above = row.above.as_ref().and_then(|key| key.first());
        let above = last.map(|(point, _)| point).or(above).cloned();
        let found = above.and_then(|point| find(&draft.tree, &point, ""));
        if let Some((p, _)) = found {
            let title = word(&draft.tree.members_under("points")[p], "title");
            let message = format!(
                "a row without a point: it is taken for one of `{title}`, as the row above"
            );
            draft
                .told
                .guess(&row.place, message, "type the code of the point");
        }
        return found.map(|(p, _)| p);
    }
    let same = |p: &Node| normal(&word(p, "title")) == normal(title);
    if let Some(p) = points.iter().position(same) {
        let message =
            format!("a row without the code of its point: it is taken for one of `{title}`");
        draft
            .told
            .guess(&row.place, message, "type the code of the point");
        return Some(p);
    }
    let used = |id: &str| points.iter().any(|p| name(p, "id") == id);
    let id = free_name(&format!("point-{}", points.len() + 1), used);
    let message = format!("`{title}` is taken for a new point, and called `{id}`");
    draft.told.guess(
        &row.place,
        message,
        "type the code of a point there is, or one of your own",
    );
    Some(new_point(draft, row, id))
}

fn new_point(draft: &mut Draft<'_>, row: &NewRow, id: String) -> usize {
    let points = list_mut(&mut draft.tree, "points");
    let entry = vec![
        ("id", Node::of_text(id)),
        ("title", Node::of_text(row.text("title"))),
        ("options", Node::of_list(Vec::new())),
    ];
    points.push(map_node(entry));
    let p = points.len() - 1;
    draft.touch(format!("points[{p}]"), row.place_of("point"));
    p
}

/// Tables of scores have one entry for each option: the new one is worth 0 to everybody, until its scores
/// are entered.
fn worth_nothing(draft: &mut Draft<'_>, row: &NewRow, point: &str, place: usize) {
    let mut parties = Vec::new();
    if let Value::Map(entries) =
        &mut crate::tree::under(&mut draft.tree, "preferences", Value::Map(Vec::new())).value
    {
        for party in entries {
            let Value::Map(points) = &mut party.node.value else {
                continue;
            };
            let of_it = |e: &&mut winset_model::document::Entry| {
                winset_model::characters::composed(&e.key) == point
            };
            let Some(preference) = points.iter_mut().find(of_it) else {
                continue;
            };
            for key in ["scores", "values"] {
                if preference
                    .node
                    .under(key)
                    .is_some_and(|table| place <= table.members().len())
                {
                    list_mut(&mut preference.node, key).insert(place, Node::of_number("0"));
                    parties.push(party.key.clone());
                }
            }
        }
        if entries_are_empty(&draft.tree) {
            remove(&mut draft.tree, "preferences");
        }
    }
    if !parties.is_empty() {
        let message = format!(
            "the new option is worth 0 to {}, where the sheet Scores says nothing else",
            parties.join(", ")
        );
        draft
            .told
            .guess(&row.place, message, "enter its scores on the sheet Scores");
    }
}

fn entries_are_empty(tree: &Node) -> bool {
    tree.under("preferences")
        .is_some_and(|node| node.entries().is_empty())
}
