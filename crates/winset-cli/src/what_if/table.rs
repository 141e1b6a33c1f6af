//! Rows of answers that stand below each other, as many columns at once as a line holds.

use crate::page::{Page, WIDTH, columns};

use winset::told::compared::Row;

/// Columns of the labels of rows, at least.
const LABEL: usize = 26;
/// Columns between two cells.
const GAP: usize = 2;

/// Writes rows under a head. The first cell of every row, the base, is repeated where the columns
/// have to be parted.
pub(super) fn write(page: &mut Page, indent: usize, head: &[String], rows: &[Row]) {
    let cells = |row: &'_ Row, column: usize| row.1.get(column).map_or(0, |cell| columns(cell));
    let width = |column: usize| {
        let of_head = head.get(column).map_or(0, |cell| columns(cell));
        let of_rows = rows.iter().map(|row| cells(row, column)).max().unwrap_or(0);
        of_head.max(of_rows) + GAP
    };
    let room = WIDTH.saturating_sub(indent + LABEL + width(0));
    let mut from = 1;
    loop {
        let mut used = 0;
        let mut to = from;
        while to < head.len() && (to == from || used + width(to) <= room) {
            used += width(to);
            to += 1;
        }
        part(page, indent, head, rows, from..to);
        if to >= head.len() {
            return;
        }
        page.blank();
        from = to;
    }
}

/// Writes the base and the columns of a range.
fn part(
    page: &mut Page,
    indent: usize,
    head: &[String],
    rows: &[Row],
    range: std::ops::Range<usize>,
) {
    let chosen = |cells: &[String]| -> Vec<String> {
        let others = cells.get(range.clone()).unwrap_or_default();
        cells.first().into_iter().chain(others).cloned().collect()
    };
    let line = |label: &str, cells: &[String]| {
        std::iter::once(label.to_owned())
            .chain(chosen(cells))
            .collect::<Vec<String>>()
    };
    let mut table = vec![line("", head)];
    table.extend(rows.iter().map(|(label, cells)| line(label, cells)));
    page.table(indent, &table);
}
