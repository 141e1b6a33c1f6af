//! The columns that say which option a row is about.

use super::kind::Kind;
use super::layout::{Column, Laid};
use super::view::View;
use crate::workbook::{CellLook, SheetCell};

/// Code and title of the point, code and label of the option.
pub(super) fn option_columns() -> Vec<Column> {
    vec![
        Column::new("point", "", 10),
        Column::new("title", "Point", 30),
        Column::new("option", "", 8),
        Column::new("label", "Option", 36),
    ]
}

/// A sheet with a row for each option; `cells` gives what stands behind the first four columns.
pub(super) fn option_rows(
    view: &View<'_>,
    kind: Kind,
    note: &str,
    further: Vec<Column>,
    cells: impl Fn(usize, usize) -> Vec<SheetCell>,
) -> Laid {
    let mut columns = option_columns();
    columns.extend(further);
    let mut laid = Laid::new(kind, note, columns, 4);
    for (p, point) in view.case.points.iter().enumerate() {
        for (o, option) in point.options.iter().enumerate() {
            let mut row = vec![
                SheetCell::text(&*point.id, CellLook::Code),
                SheetCell::text(view.title(p), CellLook::Told),
                SheetCell::text(&*option.id, CellLook::Code),
                SheetCell::text(view.label(p, o), CellLook::Told),
            ];
            row.extend(cells(p, o));
            laid.push(&[&point.id, &option.id], row);
        }
    }
    laid
}
