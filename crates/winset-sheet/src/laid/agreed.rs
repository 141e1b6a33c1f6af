//! The sheet of what is agreed on each point, for reading.

use winset_model::case::Case;
use winset_model::document::Node;
use winset_model::options::{OptionId, PointId};
use winset_solve::{PointStanding, PointStatus, status};

use super::kind::Kind;
use super::layout::{Column, Laid};
use super::view::fitting;
use crate::workbook::{CellLook, SheetCell};

const NOTE: &str = "What is agreed on each point by the offers so far, for reading: all who must agree say the same, \
     inside every declared line. It changes by offers, which are made in the program.";

/// What the columns are: code, heading, width, and whether it holds codes.
const COLUMNS: [(&str, &str, u16, bool); 6] = [
    ("title", "Point", 34, false),
    ("point", "", 10, true),
    ("standing", "How it stands", 14, false),
    ("label", "What is agreed", 44, false),
    ("option", "", 8, true),
    ("said", "What each party says now", 70, false),
];

/// A row of it: what stands in each column.
pub(crate) type AgreedRow = Vec<String>;

/// What is agreed on each point of a case, by [`winset_solve::status`].
pub(crate) fn agreed_rows(case: &Case) -> Vec<AgreedRow> {
    let status = status(case);
    let points = status.points.iter().enumerate();
    points
        .map(|(p, point)| agreed_row(case, p, point))
        .collect()
}

fn agreed_row(case: &Case, p: usize, point: &PointStatus) -> AgreedRow {
    let PointStatus {
        standing,
        allowed: _,
        offers,
    } = point;
    let asked = &case.points[PointId::at(p).index()];
    let option = |option: OptionId| &asked.options[option.index()];
    let (standing, label, code) = match standing {
        PointStanding::Agreed(on) => {
            let on = option(*on);
            ("agreed", on.label.clone(), on.id.clone())
        }
        PointStanding::Bracketed => ("bracketed", String::new(), String::new()),
        PointStanding::Blocked => {
            let blocked = "no option is inside every declared line";
            ("blocked", blocked.to_owned(), String::new())
        }
    };
    let said = case.parties.iter().zip(offers).filter_map(|(party, said)| {
        let said = option((*said)?);
        Some(format!("{}: {}", party.name, said.label))
    });
    let said: Vec<String> = said.collect();
    vec![
        fitting(asked.title.clone()),
        asked.id.clone(),
        standing.to_owned(),
        fitting(label),
        code,
        fitting(said.join("; ")),
    ]
}

/// The sheet of these rows.
pub(crate) fn agreed(rows: &[AgreedRow]) -> Laid {
    let columns = COLUMNS.iter();
    let columns = columns.map(|(code, heading, width, _)| Column::new(code, heading, *width));
    let mut laid = Laid::new(Kind::Agreed, NOTE, columns.collect(), 2);
    for row in rows {
        let cells = row.iter().zip(COLUMNS).map(|(text, (.., is_code))| {
            let look = if is_code {
                CellLook::Code
            } else {
                CellLook::Told
            };
            SheetCell::text(&**text, look)
        });
        let key = row.get(1).map_or("", String::as_str);
        laid.push(&[key], cells.collect());
    }
    laid
}

/// The rows as they are kept in the hidden sheet.
pub(crate) fn kept(rows: &[AgreedRow]) -> Node {
    let row = |row: &AgreedRow| Node::of_list(row.iter().map(Node::of_text).collect());
    Node::of_list(rows.iter().map(row).collect())
}

/// The rows that a hidden sheet keeps.
pub(crate) fn rows_of(kept: &Node) -> Vec<AgreedRow> {
    let row = |row: &Node| {
        let cells = row.members().iter();
        cells
            .map(|cell| cell.written().unwrap_or_default().to_owned())
            .collect()
    };
    kept.members().iter().map(row).collect()
}
