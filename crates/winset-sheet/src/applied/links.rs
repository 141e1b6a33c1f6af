//! Changed links, and new ones.

use winset_model::case::Case;
use winset_model::document::Node;
use winset_model::phrase::{PhraseFault, phrase_of, read_phrase};

use super::draft::{Change, Changes, Draft, NewRow};
use crate::codes::free_name;
use crate::laid::kind::Kind;
use crate::numbers::typed;
use crate::tree::{list_mut, map_node, name, remove, same, set, word};
use crate::workbook::SheetCellValue;

const RULE_KEYS: [&str; 5] = ["if", "then", "require", "exclude", "rule"];
const SEEN: [&str; 3] = ["public", "mediator", "sealed"];

pub(super) fn apply(draft: &mut Draft<'_>, case: &Case, changes: &Changes) {
    for change in changes.of(Kind::Links) {
        changed(draft, change);
    }
    for row in changes.rows_of(Kind::Links) {
        new_link(draft, case, row);
    }
}

fn changed(draft: &mut Draft<'_>, change: &Change) {
    let id = change.key.first().map_or("", String::as_str);
    let place = draft
        .tree
        .members_under("links")
        .iter()
        .position(|link| name(link, "id") == id);
    let Some(place) = place else {
        let message = format!("the case has no link `{id}` any more");
        draft.told.finding(
            &change.place,
            message,
            "enter it as a new link, or put back what stood here",
        );
        return;
    };
    let mut link = draft.tree.members_under("links")[place].clone();
    let taken = match change.column.as_str() {
        "phrase" => set_rule(draft, &mut link, change.text(), &change.place),
        "cost" => set_cost(draft, &mut link, &change.value, &change.place),
        "visibility" => seen(draft, change.text(), &change.place).map(|word| {
            set(&mut link, "visibility", Node::of_text(word));
        }),
        _ => None,
    };
    if taken.is_some() {
        list_mut(&mut draft.tree, "links")[place] = link;
        draft.touch(format!("links[{place}]"), &change.place);
    }
}

/// Puts the rule of a phrase into a link, unless the link says the same already.
fn set_rule(draft: &mut Draft<'_>, link: &mut Node, text: &str, place: &str) -> Option<()> {
    let rule = match read_phrase(text) {
        Ok(rule) => rule,
        Err(fault) => {
            told_fault(draft, place, &fault);
            return None;
        }
    };
    let now = phrase_of(link).and_then(|phrase| read_phrase(&phrase).ok());
    if now.is_some_and(|now| same(&now, &rule)) {
        return Some(());
    }
    for key in RULE_KEYS {
        remove(link, key);
    }
    for entry in rule.entries() {
        set(link, &entry.key, entry.node.clone());
    }
    Some(())
}

/// Says where a phrase cannot be read.
pub(super) fn told_fault(draft: &mut Draft<'_>, place: &str, fault: &PhraseFault) {
    let message = format!(
        "character {} of the phrase: {}",
        fault.at + 1,
        fault.message
    );
    let remedy = format!("type {}", fault.expected);
    draft.told.finding(place, message, &remedy);
}

fn set_cost(
    draft: &mut Draft<'_>,
    link: &mut Node,
    value: &SheetCellValue,
    place: &str,
) -> Option<()> {
    if value.as_text().trim().eq_ignore_ascii_case("law") {
        set(link, "kind", Node::of_text("law"));
        remove(link, "relax_cost");
        return Some(());
    }
    let cost = typed(value).ok().map(|number| number.value);
    let cost = cost.filter(|cost| cost.is_integer() && *cost.numer() >= 0);
    let Some(cost) = cost else {
        let message = format!("`{}` is no cost", value.as_text().trim());
        let remedy = "type what dropping the link costs its owner, a whole number; or `law`, if it is never dropped";
        draft.told.finding(place, message, remedy);
        return None;
    };
    if word(link, "kind") == "law" {
        set(link, "kind", Node::of_text("demand"));
    }
    set(
        link,
        "relax_cost",
        Node::of_number(&cost.numer().to_string()),
    );
    Some(())
}

fn seen<'t>(draft: &mut Draft<'_>, text: &'t str, place: &str) -> Option<&'t str> {
    if SEEN.contains(&text) {
        return Some(text);
    }
    let message = format!("`{text}` does not say who sees it");
    draft
        .told
        .finding(place, message, "type `public`, `mediator` or `sealed`");
    None
}

fn new_link(draft: &mut Draft<'_>, case: &Case, row: &NewRow) {
    let owner = match (row.text("owner"), draft.own) {
        ("", Some(own)) => own.to_owned(),
        (owner, Some(own)) if owner != own => {
            let message = format!("a link of `{owner}` in the workbook of `{own}`");
            draft.told.finding(
                row.place_of("owner"),
                message,
                "enter own links only, or empty the row",
            );
            return;
        }
        (owner, _) => owner.to_owned(),
    };
    let mut link = map_node(Vec::new());
    let typed = row.text("id");
    let id = if typed.is_empty() {
        let party = case
            .party_named(&owner)
            .map(|p| case.parties[p.index()].short.clone());
        let stem = party.filter(|s| s.chars().all(char::is_alphanumeric));
        let stem = format!("{}-link", stem.unwrap_or_else(|| "law".to_owned()));
        let links = draft.tree.members_under("links");
        let used = |id: &str| {
            case.demand_named(id).is_some() || links.iter().any(|link| name(link, "id") == id)
        };
        let id = free_name(&stem, used);
        let message = format!("a new link without a code: it is called `{id}`");
        draft
            .told
            .guess(&row.place, message, "type a code of your own");
        id
    } else {
        typed.to_owned()
    };
    set(&mut link, "id", Node::of_text(id));
    if !owner.is_empty() {
        set(&mut link, "owner", Node::of_text(owner));
    }
    let rule = set_rule(draft, &mut link, row.text("phrase"), row.place_of("phrase"));
    let none = (SheetCellValue::Empty, row.place.clone());
    let (cost, place) = row.cells.get("cost").unwrap_or(&none);
    let cost = set_cost(draft, &mut link, cost, place);
    let word = match row.text("visibility") {
        "" => {
            let message = "a new link without a word on who sees it: its owner and the mediator";
            draft
                .told
                .guess(&row.place, message, "type `public`, `mediator` or `sealed`");
            Some("mediator")
        }
        text => seen(draft, text, row.place_of("visibility")),
    };
    if let (Some(()), Some(()), Some(word)) = (rule, cost, word) {
        set(&mut link, "visibility", Node::of_text(word));
        let links = list_mut(&mut draft.tree, "links");
        links.push(link);
        let place = links.len() - 1;
        for (key, column) in [("id", "id"), ("owner", "owner"), ("relax_cost", "cost")] {
            draft.touch(format!("links[{place}].{key}"), row.place_of(column));
        }
        draft.touch(format!("links[{place}]"), row.place_of("phrase"));
    }
}
