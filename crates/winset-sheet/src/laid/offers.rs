//! The sheet of offers.

use winset_model::characters::composed;
use winset_model::document::Node;

use super::kind::Kind;
use super::layout::{Column, Laid};
use super::view::{View, fitting};
use crate::tree::{get, word};
use crate::workbook::{CellLook, SheetCell};

const NOTE: &str = "Offers made so far, for reading: an offer is made in the program, where it is kept with its day.";

pub(super) fn offers(view: &View<'_>) -> Laid {
    let mut columns = vec![
        Column::new("seq", "Number", 8),
        Column::new("date", "Day", 12),
        Column::new("by", "", 12),
        Column::new("name", "By", 24),
        Column::new("kind", "What", 12),
        Column::new("visibility", "Who sees it", 12),
    ];
    for (p, point) in view.case.points.iter().enumerate() {
        columns.push(Column::new(
            &format!("point {}", point.id),
            &view.title(p),
            24,
        ));
    }
    let mut laid = Laid::new(Kind::Offers, NOTE, columns, 5);
    for (place, _) in view.case.offers.iter().enumerate() {
        let Some(offer) = view.entry("offers", place) else {
            continue;
        };
        let told = |text: String| SheetCell::text(text, CellLook::Told);
        let by = composed(&word(offer, "by")).into_owned();
        let named = view.party_name(&by);
        let says = ["package", "says", "change"];
        let says = says.iter().find_map(|key| Some((*key, offer.under(key)?)));
        let kind = says.map_or(
            "",
            |(key, _)| if key == "package" { key } else { "statement" },
        );
        let mut row = vec![
            SheetCell::number(whole(&word(offer, "seq")), CellLook::Code),
            told(word(offer, "date")),
            SheetCell::text(by, CellLook::Code),
            told(named),
            told(kind.to_owned()),
            told(word(offer, "visibility")),
        ];
        for p in 0..view.case.points.len() {
            row.push(told(
                says.map_or_else(String::new, |(_, on)| choice(view, on, p)),
            ));
        }
        laid.push(&[&whole(&word(offer, "seq"))], row);
    }
    laid
}

/// A whole number as its digits.
fn whole(text: &str) -> String {
    let value = winset_model::number::parse(text.trim());
    value.map_or_else(
        |_| text.to_owned(),
        |value| winset_model::number::to_words(&value),
    )
}

/// The option of a point that an offer names: its label and its code.
fn choice(view: &View<'_>, on: &Node, p: usize) -> String {
    let point = &view.case.points[p];
    let Some(option) = get(on, &point.id).and_then(Node::written) else {
        return String::new();
    };
    let place = view
        .case
        .option_named(winset_model::options::PointId::at(p), option);
    let label = place.map(|o| view.label(p, o.index()));
    match label {
        Some(label) => fitting(format!("{label} [{option}]")),
        None => option.to_owned(),
    }
}
