//! The sheet of links.

use winset_model::phrase::{expanded, phrase_of, phrase_with};

use super::kind::{HEAD_ROWS, Kind};
use super::layout::{Column, Laid};
use super::view::{View, fitting, in_order};
use crate::tree::word;
use crate::workbook::{CellLook, ChoiceList, SheetCell};

const NOTE: &str = "Rules between points, in codes of points and options: if territory = t3 or t4 then sanctions = q2; \
     require not a = x; never both a = x and b = y. Cost: what dropping it costs its owner; law: never dropped. \
     A new one: in an empty row below.";

pub(super) fn links(view: &View<'_>) -> Laid {
    let columns = vec![
        Column::new("id", "Link", 22),
        Column::new("owner", "", 10),
        Column::new("name", "Owner", 24),
        Column::new("phrase", "If and then", 50),
        Column::new("words", "In words", 60),
        Column::new("cost", "Cost", 8),
        Column::new("visibility", "Who sees it", 12),
    ];
    let mut laid = Laid::new(Kind::Links, NOTE, columns, 1);
    for (place, link) in view.case.links.iter().enumerate() {
        let owner = link.owner.map(|o| view.case.parties[o.index()].id.as_str());
        let look = view.look_of(owner);
        let entry = view.entry("links", place);
        let rule = entry.map(|entry| in_order(view.case, &expanded(entry)));
        let phrase = rule.as_ref().and_then(phrase_of).unwrap_or_default();
        let words = rule.as_ref().and_then(|rule| phrase_with(rule, view));
        let cost = match (link.law, link.relax_cost) {
            (false, Some(cost)) => SheetCell::number(cost.to_string(), look),
            _ => SheetCell::text("law", look),
        };
        let seen = entry.map(|entry| word(entry, "visibility"));
        let seen = seen.filter(|seen| !seen.is_empty());
        let row = vec![
            SheetCell::text(&*link.id, CellLook::Code),
            SheetCell::text(owner.unwrap_or_default(), CellLook::Code),
            SheetCell::text(
                owner.map(|o| view.party_name(o)).unwrap_or_default(),
                CellLook::Told,
            ),
            SheetCell::text(fitting(phrase), look),
            SheetCell::text(fitting(words.unwrap_or_default()), CellLook::Told),
            cost,
            SheetCell::text(seen.unwrap_or_else(|| "public".to_owned()), look),
        ];
        laid.push(&[&link.id], row);
    }
    let look = view.own.map_or(CellLook::Free, |_| CellLook::Own);
    laid.spare(look);
    let rows = (HEAD_ROWS, laid.sheet.rows.len() - 1);
    let owners: Vec<String> = match view.own {
        Some(own) => vec![own.to_owned()],
        None => view.case.parties.iter().map(|p| p.id.clone()).collect(),
    };
    let list = |column, words, help: &str| ChoiceList {
        rows,
        column,
        words,
        help: help.to_owned(),
    };
    let seen = ["public", "mediator", "sealed"].map(str::to_owned).to_vec();
    if owners.iter().map(|o| o.chars().count() + 1).sum::<usize>() < 250 {
        laid.sheet
            .choices
            .push(list(1, owners, "The party that demands it."));
    }
    laid.sheet.choices.push(list(
        6,
        seen,
        "public: everybody. mediator: owner and mediator. sealed: owner only.",
    ));
    laid
}
