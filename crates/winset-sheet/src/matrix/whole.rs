//! A matrix as a case.

use winset_model::case_from_document;
use winset_model::document::Node;

use super::grid::{Grid, grid};
use super::made::{Across, Made, Matrix};
use super::words::slug;
use super::{stances, worths};
use crate::findings::{SheetFinding, SheetReading, Told, finding};
use crate::place::sheet_place;
use crate::tables::table::{ReadTable, Tables};
use crate::tree::map_node;

/// Reads a matrix as a case. Everything that it does not say itself is a guess, and listed.
pub(crate) fn matrix(tables: &Tables, mut told: Told) -> Result<SheetReading, Vec<SheetFinding>> {
    let table = chosen(tables, &mut told)?;
    let grid = grid(table, &mut told)?;
    for (r, row) in table.rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            told.unseen(&table.place(r, c), cell.as_text());
        }
    }
    let mut made = Made::default();
    let parties: Vec<(Across, String)> = grid
        .parties
        .iter()
        .map(|(column, name)| {
            let id = made.names.party(name);
            let place = table.place(grid.head, *column);
            let message = format!("the column `{name}` is taken for a party, and called `{id}`");
            told.guess(&place, message, "delete the column if it is none");
            (
                Across {
                    column: *column,
                    id,
                },
                name.clone(),
            )
        })
        .collect();
    let across: Vec<Across> = parties
        .iter()
        .map(|(across, _)| Across {
            column: across.column,
            id: across.id.clone(),
        })
        .collect();
    let matrix = Matrix {
        grid: &grid,
        table,
        parties: &across,
    };
    if worths::fits(&matrix) {
        worths::make(&matrix, &mut made, &mut told);
    } else {
        stances::make(&matrix, &mut made, &mut told);
    }
    told.check()?;
    if made.points.is_empty() {
        let message = "no row says what any party wants";
        let remedy = "write points down, parties across, and in each cell what the party wants";
        return Err(vec![finding(&table.place(grid.head, 0), message, remedy)]);
    }
    let document = document(&grid, table, &parties, made, &mut told);
    case_from_document(&document).map_err(|found| {
        let told = found.iter().map(|d| {
            let message = format!("{}: {}", d.path, d.message);
            let remedy = d
                .expected
                .clone()
                .unwrap_or_else(|| "change the matrix".to_owned());
            finding(&table.place(grid.head, 0), message, &remedy)
        });
        told.collect::<Vec<SheetFinding>>()
    })?;
    let Told {
        remarks, guesses, ..
    } = told;
    Ok(SheetReading {
        document,
        own: None,
        remarks,
        guesses,
    })
}

/// The first sheet in sight that holds a table.
fn chosen<'t>(tables: &'t Tables, told: &mut Told) -> Result<&'t ReadTable, Vec<SheetFinding>> {
    let filled = |row: &Vec<crate::workbook::SheetCellValue>| {
        row.iter().filter(|cell| !cell.is_blank()).count() >= 2
    };
    let holds = |table: &&ReadTable| table.rows.iter().filter(|row| filled(row)).count() >= 2;
    let seen = tables.tables.iter().filter(|table| !table.hidden);
    let mut found = seen.filter(holds);
    let Some(first) = found.next() else {
        let message = "no sheet holds a table of at least two rows and two columns";
        let remedy = "write points down, parties across, and in each cell what the party wants";
        return Err(vec![finding("workbook", message, remedy)]);
    };
    for other in found {
        let message = format!("this sheet is not read; `{}` is", first.name);
        told.remark(
            sheet_place(&other.name),
            message,
            "move it to the front, if it is the one that is meant",
        );
    }
    Ok(first)
}

fn document(
    grid: &Grid,
    table: &ReadTable,
    parties: &[(Across, String)],
    made: Made,
    told: &mut Told,
) -> Node {
    let title = match &grid.title {
        None => {
            let message = "the matrix has no title: the name of the sheet is taken";
            told.guess(
                &table.place(0, 0),
                message,
                "write a title into the first row",
            );
            table.name.clone()
        }
        Some((title, row)) => {
            let message = format!("`{title}` is taken for the title of the case");
            told.guess(
                &table.place(*row, 0),
                message,
                "delete the row, if it is none",
            );
            title.clone()
        }
    };
    let party = |(across, name): &(Across, String)| {
        let mut entry = vec![
            ("id", Node::of_text(&*across.id)),
            ("name", Node::of_text(&**name)),
        ];
        let no_deal = made.no_deal.iter().find(|(id, _)| *id == across.id);
        entry.extend(no_deal.map(|(_, node)| ("no_deal", node.clone())));
        map_node(entry)
    };
    let mut entries = vec![
        ("format", Node::of_text("winset-case/1")),
        ("id", Node::of_text(slug(&title, "case"))),
        ("title", Node::of_text(title)),
        (
            "parties",
            Node::of_list(parties.iter().map(party).collect()),
        ),
        ("points", Node::of_list(made.points)),
    ];
    if !made.preferences.is_empty() {
        let preferences = made
            .preferences
            .iter()
            .map(|(id, node)| (id.as_str(), node.clone()));
        entries.push(("preferences", map_node(preferences.collect())));
    }
    if !made.lines.is_empty() {
        entries.push(("lines", Node::of_list(made.lines)));
    }
    map_node(entries)
}
