//! The sheet of ratifying bodies.

use winset_model::document::{Node, Value};
use winset_model::phrase::{PhraseNames, condition_phrase, phrase_with};

use super::kind::Kind;
use super::layout::{Column, Laid};
use super::view::{View, fitting, in_order};
use crate::tree::map_node;
use crate::workbook::{CellLook, SheetCell};

const NOTE: &str = "Bodies that must approve. A bloc votes yes when the package holds what it accepts; always, \
     where that is empty. A rule says how many seats are needed, and when; always, where that is empty.";

pub(super) fn bodies(view: &View<'_>) -> Laid {
    let columns = vec![
        Column::new("body", "Body", 18),
        Column::new("part", "What", 8),
        Column::new("id", "Bloc or rule", 24),
        Column::new("name", "Name", 30),
        Column::new("seats", "Seats", 8),
        Column::new("phrase", "Accepts, or when", 70),
        Column::new("words", "In words", 70),
    ];
    let mut laid = Laid::new(Kind::Bodies, NOTE, columns, 3);
    for (b, body) in view.case.bodies.iter().enumerate() {
        let owner = view.case.parties[body.party.index()].id.as_str();
        let look = view.look_of(Some(owner));
        let told = |part: &str, id: &str| {
            vec![
                SheetCell::text(&*body.id, CellLook::Code),
                SheetCell::text(part, CellLook::Code),
                SheetCell::text(id, CellLook::Code),
            ]
        };
        let mut row = told("body", "");
        let name = view.entry("ratification", b);
        let name = name.map(|node| crate::tree::word(node, "body"));
        row.push(SheetCell::text(name.unwrap_or_default(), look));
        row.push(SheetCell::number(body.seats.to_string(), look));
        row.push(SheetCell::empty(CellLook::Told));
        let for_party = format!("for {}", view.party_name(owner));
        row.push(SheetCell::text(for_party, CellLook::Told));
        laid.push(&[&body.id, "body", ""], row);
        let blocs = body.blocs.iter().map(|bloc| ("bloc", &bloc.id, bloc.seats));
        let rules = body.rules.iter().map(|rule| ("rule", &rule.id, rule.need));
        for (at, (part, id, seats)) in blocs.enumerate().chain(rules.enumerate()) {
            let (list, key) = inner(part);
            let entry = view.inner("ratification", b, list, at);
            let condition = entry.and_then(|entry| entry.under(key));
            let condition = condition.map(|condition| in_order(view.case, condition));
            let condition = condition.as_ref();
            let mut row = told(part, id);
            row.push(SheetCell::empty(CellLook::Told));
            row.push(SheetCell::number(seats.to_string(), look));
            row.push(SheetCell::text(fitting(phrase(condition)), look));
            row.push(SheetCell::text(
                fitting(words(condition, view)),
                CellLook::Told,
            ));
            laid.push(&[&body.id, part, id], row);
        }
    }
    laid
}

/// Where the parts of a body stand, and what holds their condition.
pub(crate) fn inner(part: &str) -> (&'static str, &'static str) {
    if part == "bloc" {
        ("blocs", "accepts")
    } else {
        ("rules", "when")
    }
}

/// A condition as a phrase; an empty one is empty.
fn phrase(condition: Option<&Node>) -> String {
    let stated = condition.filter(|c| !c.entries().is_empty());
    stated.and_then(condition_phrase).unwrap_or_default()
}

fn words(condition: Option<&Node>, names: &dyn PhraseNames) -> String {
    let Some(condition) = condition.filter(|c| !c.entries().is_empty() && c.value != Value::Null)
    else {
        return String::new();
    };
    let required = map_node(vec![("require", condition.clone())]);
    let phrase = phrase_with(&required, names).unwrap_or_default();
    phrase
        .strip_prefix("require ")
        .unwrap_or(&phrase)
        .to_owned()
}
