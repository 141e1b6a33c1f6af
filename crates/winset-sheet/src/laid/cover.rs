//! The first sheet: what the workbook is and how to fill it.

use super::kind::{COLUMNS_OF_POINTS_MAX, Kind};
use super::layout::{Column, Laid};
use super::view::{View, fitting};
use crate::tree::word;
use crate::workbook::{CellLook, SheetCell};

pub(super) fn cover(view: &View<'_>) -> Laid {
    let columns = vec![
        Column::new("id", "", 12),
        Column::new("what", "This case", 16),
        Column::new("text", "", 100),
    ];
    let note =
        "A negotiation as a workbook: its points, what the parties accept, and what they value.";
    let mut laid = Laid::new(Kind::Cover, note, columns, 0);
    let look = view.look_of_mediator();
    for (key, what) in [
        ("title", "Case"),
        ("as_of", "As of"),
        ("disclaimer", "Standing"),
    ] {
        laid.push(
            &[key],
            vec![
                SheetCell::text(key, CellLook::Code),
                SheetCell::text(what, CellLook::Told),
                SheetCell::text(fitting(word(view.root, key)), look),
            ],
        );
    }
    for line in lines(view) {
        laid.keys.push(None);
        laid.sheet.rows.push(vec![
            SheetCell::empty(CellLook::Told),
            SheetCell::empty(CellLook::Told),
            SheetCell::text(line, CellLook::Note),
        ]);
    }
    laid
}

fn lines(view: &View<'_>) -> Vec<String> {
    let whose = match view.own {
        None => "This is the mediator's workbook: it holds all of the case. Do not pass it on."
            .to_owned(),
        Some(own) => format!(
            "This is the workbook of {}: it holds what it may see. Its own columns are tinted; fill in these, and \
             send the file back. Other cells are locked.",
            view.party_name(own)
        ),
    };
    let mut lines = vec![
        whose,
        "Points: what must be settled, and the ways to settle it.".to_owned(),
        "Positions: what each party accepts: yes, step 1 (cost 5), never. Choose from the list or type.".to_owned(),
        "Scores: what each option is worth to a party, and what it has without an agreement.".to_owned(),
        "Links: rules between points, such as: if territory = t3 or t4 then sanctions = q2.".to_owned(),
        "Bodies: who must approve, with how many seats. Offers: what was offered, and Agreed: what is agreed so far, both for reading.".to_owned(),
        "The small grey codes tie each row and column to its place: leave them as they are. Rows may be sorted. \
         An empty row below a list takes a new entry."
            .to_owned(),
        "What sheets cannot say (bonuses, levers, the record) travels in a hidden sheet and is not lost.".to_owned(),
    ];
    if view.case.points.len() > COLUMNS_OF_POINTS_MAX {
        lines.push(
            "The offers of this case are too wide for a sheet: look at them in the program."
                .to_owned(),
        );
    }
    lines
}
