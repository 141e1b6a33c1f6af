//! Which options new rows on the sheets of positions and scores are about.

use winset_model::case::Case;

use super::compare::normal;
use super::draft::{Change, Changes, Draft, NewRow};
use crate::laid::kind::Kind;
use crate::workbook::SheetCellValue;

/// Rows of options that were not in the workbook as changed cells.
pub(super) fn rows_to_cells(draft: &mut Draft<'_>, case: &Case, changes: &mut Changes) {
    let mut cells = Vec::new();
    for row in &changes.rows {
        if !matches!(row.kind, Kind::Positions | Kind::Scores) {
            continue;
        }
        let Some(key) = option_of(case, row) else {
            let message = "this row is about no option of the case";
            let remedy = "type the codes of a point and of one of its options, as on the sheet Points; \
                          a new option is entered there first";
            draft.told.finding(&row.place, message, remedy);
            continue;
        };
        for (column, (value, place)) in &row.cells {
            if !["point", "title", "option", "label"].contains(&column.as_str()) {
                cells.push(Change {
                    kind: row.kind,
                    key: key.to_vec(),
                    column: column.clone(),
                    value: value.clone(),
                    was: SheetCellValue::Empty,
                    text_only: row.text_only,
                    place: place.clone(),
                });
            }
        }
    }
    changes.cells.extend(cells);
}

/// The option that a row names by codes or by words.
fn option_of(case: &Case, row: &NewRow) -> Option<[String; 2]> {
    let (code, title) = (row.text("point"), normal(row.text("title")));
    let point = if code.is_empty() {
        case.points.iter().find(|p| normal(&p.title) == title)?
    } else {
        &case.points[case.point_named(code)?.index()]
    };
    let (code, label) = (row.text("option"), normal(row.text("label")));
    let mut options = point.options.iter();
    let option = options.find(|o| {
        if code.is_empty() {
            normal(&o.label) == label
        } else {
            o.id == code
        }
    })?;
    Some([point.id.clone(), option.id.clone()])
}
