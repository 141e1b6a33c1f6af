//! Where heads, labels and entries of a matrix are.

use super::words::{heads_options, is_aside, is_sum};
use crate::findings::{SheetFinding, Told, finding};
use crate::numbers::typed;
use crate::tables::table::ReadTable;
use crate::workbook::SheetCellValue;

/// A matrix in parts.
pub(super) struct Grid {
    /// All cells; those under a merged one say what it says.
    pub(super) cells: Vec<Vec<SheetCellValue>>,
    /// A title above the table, and its row.
    pub(super) title: Option<(String, usize)>,
    /// The row of the names of parties.
    pub(super) head: usize,
    /// The column of points, or of options where these have no column of their own.
    pub(super) label: usize,
    /// The column of options beside that of points.
    pub(super) option: Option<usize>,
    /// Columns of parties, with their names.
    pub(super) parties: Vec<(usize, String)>,
    /// Rows of entries, without empty ones and sums.
    pub(super) rows: Vec<usize>,
}

impl Grid {
    pub(super) fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).as_text().trim()
    }

    pub(super) fn cell(&self, row: usize, column: usize) -> &SheetCellValue {
        const NOTHING: &SheetCellValue = &SheetCellValue::Empty;
        let cells = self.cells.get(row);
        cells.and_then(|cells| cells.get(column)).unwrap_or(NOTHING)
    }
}

fn is_number(cell: &SheetCellValue) -> bool {
    typed(cell).is_ok()
}

/// Finds the parts of a matrix.
pub(super) fn grid(table: &ReadTable, told: &mut Told) -> Result<Grid, Vec<SheetFinding>> {
    let filled = |row: usize| {
        let cells = table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        cells.iter().filter(|cell| !cell.is_blank()).count()
    };
    let count = table.rows.len();
    let Some(first) = (0..count).find(|row| filled(*row) >= 2) else {
        let message = "this sheet holds no table";
        let remedy = "write points down and parties across";
        return Err(vec![finding(&table.place(0, 0), message, remedy)]);
    };
    let title = (0..first).find(|row| filled(*row) == 1).map(|row| {
        let text = table.rows[row].iter().find(|cell| !cell.is_blank());
        let text = text.map_or("", |cell| cell.as_text().trim());
        (text.to_owned(), row)
    });
    let cells = unmerged(table, told);
    let mut grid = Grid {
        cells,
        title,
        head: first,
        label: 0,
        option: None,
        parties: Vec::new(),
        rows: Vec::new(),
    };
    grid.label = label_column(&grid, count);
    grid.head = head_row(&grid, table, first, count, told);
    let next = grid.label + 1;
    let headed = heads_options(grid.text(grid.head, next));
    let option = headed || labels_repeat(&grid, table, count);
    grid.option = option.then_some(next);
    if option && !headed {
        let heading = grid.text(grid.head, next);
        let message = format!(
            "the column `{heading}` is taken for the options of the points, as points have several rows"
        );
        let remedy = "write `Option` above it, or give each point one row if it is a party";
        told.guess(&table.place(grid.head, next), message, remedy);
    }
    grid.parties = parties(&grid, table, told);
    if grid.parties.is_empty() {
        let message = "no column of this table is headed by a party";
        let remedy = "write the names of the parties into the first row of the table";
        return Err(vec![finding(
            &table.place(grid.head, grid.label),
            message,
            remedy,
        )]);
    }
    grid.rows = rows(&grid, table, count, told);
    Ok(grid)
}

/// The cells, where those under a merged one say what it says.
fn unmerged(table: &ReadTable, told: &mut Told) -> Vec<Vec<SheetCellValue>> {
    let mut cells = table.rows.clone();
    let width = cells.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut cells {
        row.resize(width, SheetCellValue::Empty);
    }
    for block in &table.merged {
        let value = table.cell(block.first.0, block.first.1).clone();
        if value.is_blank() {
            continue;
        }
        let rows = cells
            .iter_mut()
            .take(block.last.0.saturating_add(1))
            .skip(block.first.0);
        for row in rows {
            let under = row
                .iter_mut()
                .take(block.last.1.saturating_add(1))
                .skip(block.first.1);
            for cell in under.filter(|cell| cell.is_blank()) {
                *cell = value.clone();
            }
        }
        let place = table.place(block.first.0, block.first.1);
        let message = format!(
            "`{}` stands in a merged cell: it is taken for all cells under it",
            value.as_text().trim()
        );
        told.guess(
            &place,
            message,
            "undo the merging and fill each cell, if it is not",
        );
    }
    cells
}

/// The first column that is no numbering.
fn label_column(grid: &Grid, count: usize) -> usize {
    let width = grid.cells.first().map_or(0, Vec::len);
    let words = |column: &usize| {
        (0..count).any(|row| {
            let cell = grid.cell(row, *column);
            !cell.is_blank() && !is_number(cell) && !is_aside(cell.as_text())
        })
    };
    (0..width).find(words).unwrap_or(0)
}

/// The row that names the parties: the last of those above the first entry in the column of labels.
fn head_row(grid: &Grid, table: &ReadTable, first: usize, count: usize, told: &mut Told) -> usize {
    let mut head = first;
    let second = first + 1;
    let label = |row: usize| table.text(row, grid.label);
    let merged_label = table
        .merged
        .iter()
        .any(|block| block.first == (first, grid.label) && block.last.0 >= second);
    let heads_again = second < count
        && (label(second).is_empty() || merged_label)
        && (grid.label + 1..grid.cells[second].len())
            .filter(|column| !grid.cell(second, *column).is_blank())
            .all(|column| !is_number(grid.cell(second, column)))
        && table.rows[second]
            .iter()
            .filter(|cell| !cell.is_blank())
            .count()
            >= 2;
    if heads_again {
        let message = "the table has two rows of headings: the lower one is taken for the names of the parties";
        told.guess(
            &table.place(second, grid.label),
            message,
            "delete the row that is not meant",
        );
        head = second;
    }
    head
}

/// Whether points have several rows each, with words in the column beside them.
fn labels_repeat(grid: &Grid, table: &ReadTable, count: usize) -> bool {
    let next = grid.label + 1;
    let rows = || grid.head + 1..count;
    let beside = rows().filter(|row| {
        let cell = grid.cell(*row, next);
        !cell.is_blank() && !is_number(cell)
    });
    let blank = beside
        .filter(|row| table.text(*row, grid.label).is_empty())
        .count();
    let mut labels: Vec<&str> = rows()
        .map(|row| grid.text(row, grid.label))
        .filter(|l| !l.is_empty())
        .collect();
    let all = labels.len();
    labels.dedup();
    blank > 0 || labels.len() < all
}

fn parties(grid: &Grid, table: &ReadTable, told: &mut Told) -> Vec<(usize, String)> {
    let mut parties: Vec<(usize, String)> = Vec::new();
    let first = grid.option.unwrap_or(grid.label) + 1;
    let width = grid.cells.get(grid.head).map_or(0, Vec::len);
    for column in first..width {
        let name = grid.text(grid.head, column);
        let place = table.place(grid.head, column);
        let filled =
            (grid.head + 1..grid.cells.len()).any(|row| !grid.cell(row, column).is_blank());
        if name.is_empty() && filled {
            let message = "this column has no heading, and is not read";
            told.remark(&place, message, "write the name of a party above it");
        } else if is_sum(name) || is_aside(name) {
            let message = format!("the column `{name}` is taken for none of a party, and not read");
            told.remark(&place, message, "rename it, if it is a party");
        } else if parties.iter().any(|(_, other)| other == name) {
            let message = format!("a second column `{name}`, which is not read");
            told.remark(&place, message, "rename it, if it is another party");
        } else if !name.is_empty() {
            parties.push((column, name.to_owned()));
        }
    }
    parties
}

fn rows(grid: &Grid, table: &ReadTable, count: usize, told: &mut Told) -> Vec<usize> {
    let mut rows = Vec::new();
    let mut blank = None;
    for row in grid.head + 1..count {
        let label = grid.text(row, grid.label);
        if grid.cells[row].iter().all(SheetCellValue::is_blank) {
            blank = blank.or(Some(row));
        } else if is_sum(label)
            || grid
                .option
                .is_some_and(|column| is_sum(grid.text(row, column)))
        {
            let message = "this row is taken for one of sums, and not read";
            told.remark(
                &table.place(row, grid.label),
                message,
                "rename it, if it is a point",
            );
        } else {
            rows.push(row);
        }
    }
    if let Some(row) = blank.filter(|row| rows.last().is_some_and(|last| last > row)) {
        let message = "empty rows are passed over";
        told.remark(
            &table.place(row, grid.label),
            message,
            "delete what is below them, if it is no part of the table",
        );
    }
    rows
}
