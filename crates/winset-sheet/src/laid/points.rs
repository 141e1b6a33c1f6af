//! The sheet of points and options.

use super::kind::{HEAD_ROWS, Kind};
use super::layout::{Column, Laid};
use super::options::option_rows;
use super::view::View;
use crate::workbook::{CellLook, SheetCell};

const NOTE: &str = "What must be settled, and the ways to settle it. Titles, labels and texts may be changed. \
     A new option: in an empty row below, type the code or title of its point, and a label.";

pub(super) fn points(view: &View<'_>) -> Laid {
    let look = view.look_of_mediator();
    let text = Column::new("text", "Text of the clause", 70);
    let mut laid = option_rows(view, Kind::Points, NOTE, vec![text], |p, o| {
        let (text, whole) = view.wording(p, o);
        let free = whole && view.is_listed(p);
        vec![SheetCell::text(
            text,
            if free { look } else { CellLook::Told },
        )]
    });
    let mut row = HEAD_ROWS;
    for (p, point) in view.case.points.iter().enumerate() {
        for _ in &point.options {
            let cells = &mut laid.sheet.rows[row];
            cells[1].look = look;
            cells[3].look = if view.is_listed(p) {
                look
            } else {
                CellLook::Told
            };
            row += 1;
        }
    }
    if view.own.is_none() {
        laid.spare(look);
    }
    laid
}
