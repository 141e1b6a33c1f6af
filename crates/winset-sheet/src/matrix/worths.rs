//! Options down, parties across, and in each cell a score, or whether the option is accepted.

use winset_model::document::Node;
use winset_model::number::{Exact, to_words};

use super::grid::Grid;
use super::made::{Across, Made, Matrix};
use super::words::{is_no_deal, is_silent, verdict};
use crate::findings::Told;
use crate::numbers::{NumberDoubt, typed};
use crate::tables::table::ReadTable;
use crate::tree::map_node;
use crate::workbook::SheetCellValue;

/// A point, and the rows of its options.
struct Group {
    title: String,
    place: String,
    rows: Vec<usize>,
}

/// Whether most cells of parties are numbers or words of acceptance.
pub(super) fn fits(matrix: &Matrix<'_>) -> bool {
    let Matrix {
        grid,
        table,
        parties,
    } = *matrix;
    let cells = grid
        .rows
        .iter()
        .flat_map(|row| parties.iter().map(|p| (*row, p.column)));
    let (mut all, mut fit) = (0_usize, 0_usize);
    for (row, column) in cells {
        let cell = grid.cell(row, column);
        let known = !table.unread.contains(&(row, column));
        if known && !is_silent(cell.as_text()) {
            all += 1;
            fit += usize::from(
                typed(cell) != Err(NumberDoubt::None) || verdict(cell.as_text()).is_some(),
            );
        }
    }
    // Numbers alone, one row a point, are what parties want: a price, a date.
    let worths = grid.option.is_some() || sections(grid, parties) || any_verdict(grid, parties);
    worths && fit * 5 >= all * 4
}

fn any_verdict(grid: &Grid, parties: &[Across]) -> bool {
    let cells = grid
        .rows
        .iter()
        .flat_map(|row| parties.iter().map(|p| (*row, p.column)));
    cells
        .into_iter()
        .any(|(row, column)| verdict(grid.text(row, column)).is_some())
}

/// Whether rows with a label alone head the rows below them.
fn sections(grid: &Grid, parties: &[Across]) -> bool {
    let first = grid.rows.first();
    first.is_some_and(|row| parties.iter().all(|p| grid.cell(*row, p.column).is_blank()))
}

/// Makes points, options, scores and lines.
pub(super) fn make(matrix: &Matrix<'_>, made: &mut Made, told: &mut Told) {
    let Matrix {
        grid,
        table,
        parties,
    } = *matrix;
    let mut sheets: Vec<Vec<(String, Node)>> = vec![Vec::new(); parties.len()];
    for group in groups(matrix, made, told) {
        let id = made.names.point(&group.title);
        let labels: Vec<&str> = group.rows.iter().map(|row| label(grid, *row)).collect();
        let message = format!(
            "`{}` is taken for a point (`{id}`) with the options: {}",
            group.title,
            labels.join("; ")
        );
        told.guess(
            &group.place,
            message,
            "write the point beside each of its options, if it is not so",
        );
        for (party, sheet) in parties.iter().zip(&mut sheets) {
            let cells: Vec<(usize, &SheetCellValue)> = group
                .rows
                .iter()
                .map(|row| (*row, grid.cell(*row, party.column)))
                .collect();
            if cells.iter().any(|(_, cell)| typed(cell).is_ok()) {
                let values = scores(table, party, &cells, told);
                let values = values.iter().map(|score| Node::of_number(&to_words(score)));
                let entry = map_node(vec![("values", Node::of_list(values.collect()))]);
                sheet.push((id.clone(), entry));
            } else {
                line(table, party, &id, &cells, made, told);
            }
        }
        let options = labels.iter().enumerate().map(|(o, label)| {
            map_node(vec![
                ("id", Node::of_text(format!("o{}", o + 1))),
                ("label", Node::of_text(*label)),
            ])
        });
        made.points.push(map_node(vec![
            ("id", Node::of_text(id)),
            ("title", Node::of_text(group.title)),
            ("options", Node::of_list(options.collect())),
        ]));
    }
    for (party, sheet) in parties.iter().zip(sheets) {
        if !sheet.is_empty() {
            let entries = sheet.iter().map(|(id, node)| (id.as_str(), node.clone()));
            made.preferences
                .push((party.id.clone(), map_node(entries.collect())));
        }
    }
    let scored = |id: &str| made.preferences.iter().any(|(party, _)| party == id);
    let kept: Vec<_> = made
        .no_deal
        .iter()
        .filter(|(id, _)| scored(id))
        .cloned()
        .collect();
    made.no_deal = kept;
}

fn label(grid: &Grid, row: usize) -> &str {
    grid.text(row, grid.option.unwrap_or(grid.label))
}

/// Rows by the points that they are options of.
fn groups(matrix: &Matrix<'_>, made: &mut Made, told: &mut Told) -> Vec<Group> {
    let Matrix {
        grid,
        table,
        parties,
    } = *matrix;
    let mut groups: Vec<Group> = Vec::new();
    for row in &grid.rows {
        let place = table.place(*row, grid.label);
        let first = grid.text(*row, grid.label);
        let silent = parties.iter().all(|p| grid.cell(*row, p.column).is_blank());
        if is_no_deal(first) || is_no_deal(label(grid, *row)) {
            no_deal(matrix, *row, made, told);
            continue;
        }
        if grid.option.is_none() && silent {
            groups.push(Group {
                title: first.to_owned(),
                place,
                rows: Vec::new(),
            });
            continue;
        }
        let begins = grid.option.is_some()
            && !first.is_empty()
            && groups.last().is_none_or(|group| group.title != first);
        if begins || groups.is_empty() {
            let title = if begins {
                first
            } else {
                grid.text(grid.head, grid.label)
            };
            let title = if title.is_empty() {
                "What is to be settled"
            } else {
                title
            };
            groups.push(Group {
                title: title.to_owned(),
                place: place.clone(),
                rows: Vec::new(),
            });
        }
        if label(grid, *row).is_empty() {
            told.remark(
                &place,
                "this row names no option, and is not read",
                "write the option into it",
            );
        } else if let Some(group) = groups.last_mut() {
            group.rows.push(*row);
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn no_deal(matrix: &Matrix<'_>, row: usize, made: &mut Made, told: &mut Told) {
    let Matrix {
        grid,
        table,
        parties,
    } = *matrix;
    let place = table.place(row, grid.label);
    told.guess(
        &place,
        "this row is taken for the no-deal values of the parties",
        "rename it, if it is not",
    );
    for party in parties {
        if let Some(value) = number(
            grid.cell(row, party.column),
            &table.place(row, party.column),
            table.text_only,
            told,
        ) {
            made.no_deal
                .push((party.id.clone(), Node::of_number(&to_words(&value))));
        }
    }
}

fn number(cell: &SheetCellValue, place: &str, text_only: bool, told: &mut Told) -> Option<Exact> {
    match typed(cell) {
        Ok(number) => {
            if number.comma {
                let message = format!(
                    "`{}` is read as {}",
                    cell.as_text().trim(),
                    to_words(&number.value)
                );
                told.guess(place, message, "type a decimal point, if this is not meant");
            } else if number.as_text && !text_only {
                let message = format!("the text `{}` is read as a number", cell.as_text().trim());
                told.guess(place, message, "write words around it, if it is none");
            }
            Some(number.value)
        }
        Err(NumberDoubt::None) if is_silent(cell.as_text()) => None,
        Err(doubt) => {
            let (message, remedy) = doubt.told(cell.as_text());
            told.finding(place, message, remedy);
            None
        }
    }
}

fn scores(
    table: &ReadTable,
    party: &Across,
    cells: &[(usize, &SheetCellValue)],
    told: &mut Told,
) -> Vec<Exact> {
    let mut scores = Vec::new();
    for (row, cell) in cells {
        let place = table.place(*row, party.column);
        if table.unread.contains(&(*row, party.column)) {
            let message =
                "the value of this cell is not known: it is an error, or a formula without a value";
            told.finding(&place, message, "type the score");
        } else {
            if is_silent(cell.as_text()) {
                told.guess(
                    &place,
                    "an empty cell among scores is taken as 0",
                    "type the score",
                );
            }
            scores.push(
                number(cell, &place, table.text_only, told)
                    .unwrap_or_else(|| Exact::from_integer(0)),
            );
        }
    }
    scores
}

/// What a party accepts, of cells that say so.
fn line(
    table: &ReadTable,
    party: &Across,
    point: &str,
    cells: &[(usize, &SheetCellValue)],
    made: &mut Made,
    told: &mut Told,
) {
    let mut accept = Vec::new();
    let mut silent = true;
    for (o, (row, cell)) in cells.iter().enumerate() {
        let place = table.place(*row, party.column);
        if is_silent(cell.as_text()) {
            continue;
        }
        silent = false;
        match verdict(cell.as_text()) {
            Some(true) => accept.push(Node::of_text(format!("o{}", o + 1))),
            Some(false) => {}
            None => {
                let message = format!(
                    "`{}` is neither a score nor says whether the option is accepted",
                    cell.as_text().trim()
                );
                told.finding(&place, message, "type a number, `yes` or `no`");
            }
        }
    }
    let place = cells
        .first()
        .map_or_else(String::new, |(row, _)| table.place(*row, party.column));
    if silent {
        told.guess(
            &place,
            "the party says nothing on this point",
            "type scores, or `yes` and `no`",
        );
        return;
    }
    if accept.is_empty() {
        told.finding(
            &place,
            "the party accepts no option of this point",
            "type `yes` for one at least",
        );
        return;
    }
    let message = format!(
        "`{}` accepts the options that say so, and no others; it is seen by the party and the mediator",
        party.id
    );
    told.guess(&place, message, "type `yes` or `no` for each option");
    let step = map_node(vec![
        ("accept", Node::of_list(accept)),
        ("cost", Node::of_number("0")),
    ]);
    made.lines.push(map_node(vec![
        ("id", Node::of_text(format!("{}.{point}", party.id))),
        ("owner", Node::of_text(&*party.id)),
        ("point", Node::of_text(point)),
        ("visibility", Node::of_text("mediator")),
        ("ladder", Node::of_list(vec![step])),
    ]));
}
