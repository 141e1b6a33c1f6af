//! The sheet of scores and no-deal values.

use winset_model::document::{Node, Value};
use winset_model::number::{Exact, to_words};
use winset_model::options::PartyId;

use super::kind::Kind;
use super::layout::{Column, Laid};
use super::options::option_rows;
use super::view::View;
use crate::tree::{get, word};
use crate::workbook::{CellLook, SheetCell};

const NOTE: &str = "What each option is worth to a party, on a scale of its own, and what the party has without an \
     agreement. Scores of different parties are never added up.";

/// Rows below the options: their codes, words, and keys of a no-deal value.
pub(crate) const VALUES: &[(&str, &str)] = &[
    ("no_deal", "No-deal value: what it has without an agreement"),
    ("low", "No-deal value, at least"),
    ("high", "No-deal value, at most"),
    ("trend_per_month", "No-deal value, change each month"),
    (
        "impasse",
        "Impasse: the value for settlements, where it differs",
    ),
];

/// What an option is worth to a party; `None` where the party states nothing on the point.
pub(crate) fn option_scores(view: &View<'_>, party: usize, p: usize) -> Option<Vec<Exact>> {
    let id = &view.case.parties[party].id;
    let stated = get(view.root.under("preferences")?, id)?;
    get(stated, &view.case.points[p].id)?;
    let sheet = view.case.parties[party].sheet.open();
    let row = sheet.scores.as_ref()?.by_option.get(p)?;
    let exact = |score: &i64| view.case.unscaled(PartyId::at(party), *score);
    Some(row.iter().map(exact).collect())
}

/// What is written of a no-deal value or the impasse.
pub(crate) fn value_words(party: &Node, value: &str) -> String {
    match (value, party.under("no_deal")) {
        ("impasse", _) => word(party, "impasse"),
        ("no_deal", Some(stated)) if !matches!(stated.value, Value::Map(_)) => {
            word(party, "no_deal")
        }
        ("no_deal", Some(stated)) => word(stated, "score"),
        (key, Some(stated)) => word(stated, key),
        (_, None) => String::new(),
    }
}

pub(super) fn scores(view: &View<'_>) -> Laid {
    let parties = parties(view);
    let heads = parties.iter().map(|p| {
        let party = &view.case.parties[*p];
        Column::new(&party.id, &party.name, 16)
    });
    let scores: Vec<Vec<Option<Vec<Exact>>>> = parties
        .iter()
        .map(|party| {
            let points = 0..view.case.points.len();
            points.map(|p| option_scores(view, *party, p)).collect()
        })
        .collect();
    let look = |party: usize| view.look_of(Some(&view.case.parties[party].id));
    let mut laid = option_rows(view, Kind::Scores, NOTE, heads.collect(), |p, o| {
        let cell = |(c, party): (usize, &usize)| match &scores[c][p] {
            None => SheetCell::empty(look(*party)),
            Some(row) => SheetCell::number(to_words(&row[o]), look(*party)),
        };
        parties.iter().enumerate().map(cell).collect()
    });
    for (code, words) in VALUES {
        let mut row = vec![
            SheetCell::empty(CellLook::Code),
            SheetCell::text(*words, CellLook::Told),
            SheetCell::text(*code, CellLook::Code),
            SheetCell::empty(CellLook::Told),
        ];
        row.extend(parties.iter().map(|p| {
            let party = view.entry("parties", *p);
            let stated = party.map(|party| value_words(party, code));
            match winset_model::number::parse(stated.as_deref().unwrap_or_default().trim()) {
                Ok(value) => SheetCell::number(to_words(&value), look(*p)),
                Err(_) => SheetCell::empty(look(*p)),
            }
        }));
        laid.push(&["", code], row);
    }
    if view.own.is_none() {
        laid.spare(CellLook::Free);
    }
    laid
}

/// Parties with preferences in sight, and those whose scores may be filled in.
fn parties(view: &View<'_>) -> Vec<usize> {
    let parties = view.case.parties.iter().enumerate();
    parties
        .filter(|(_, party)| {
            let open = !view.look_of(Some(&party.id)).is_locked();
            open || party.sheet.open().scores.is_some()
        })
        .map(|(p, _)| p)
        .collect()
}
