//! Which options new rows on the sheets of positions and scores are about, and names for new entries.

use winset_model::case::Case;

use super::compare::normal;
use super::{Change, Changes, Draft, NewRow};
use crate::laid::Kind;
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

/// A name that is none of those in use: `stem`, `stem-2`, `stem-3`.
pub(crate) fn free_name(stem: &str, used: impl Fn(&str) -> bool) -> String {
    if !used(stem) {
        return stem.to_owned();
    }
    let mut number = 2_u64;
    loop {
        let name = format!("{stem}-{number}");
        if !used(&name) {
            return name;
        }
        number += 1;
    }
}

/// The name that goes on after another: `t6` after `t5`; none where it does not end in a number.
pub(crate) fn next_name(last: &str) -> Option<String> {
    let stem = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u32 = last.get(stem.len()..)?.parse().ok()?;
    Some(format!("{stem}{}", number.checked_add(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_on() {
        assert_eq!(next_name("t5").as_deref(), Some("t6"));
        assert_eq!(next_name("9").as_deref(), Some("10"));
        assert_eq!(next_name("low"), None);
        assert_eq!(free_name("a", |name| ["a", "a-2"].contains(&name)), "a-3");
    }
}
