//! What the sheets of a file hold.

use crate::findings::SheetRemark;
use crate::workbook::SheetCellValue;

/// Most bytes of a file.
pub const BYTES_MAX: usize = 32 << 20;
/// Most rows of a sheet that hold anything.
pub const ROWS_MAX: usize = 25_000;
/// Most columns of a sheet that hold anything.
pub const COLUMNS_MAX: usize = 300;
/// Most cells of the block that all used cells of a sheet lie in.
pub(crate) const AREA_MAX: usize = 1_500_000;

/// What the sheets of a file hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    /// The sheets, in the file's order.
    pub tables: Vec<ReadTable>,
    /// What is not plain in them.
    pub remarks: Vec<SheetRemark>,
}

/// What one sheet holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadTable {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Whether a cell can hold nothing but text, as in CSV, so that a number as text means nothing.
    pub text_only: bool,
    /// Its cells, row by row from the first one; rows differ in length.
    pub rows: Vec<Vec<SheetCellValue>>,
    /// Blocks of cells that are shown as one.
    pub merged: Vec<MergedCells>,
    /// Cells (row and column, from 0) whose value is not known: errors, and formulas without a value.
    pub unread: Vec<(usize, usize)>,
}

/// Cells that are shown as one: the first and the last, each row and column from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergedCells {
    /// The first.
    pub first: (usize, usize),
    /// The last.
    pub last: (usize, usize),
}

impl ReadTable {
    /// What stands in a cell.
    pub(crate) fn cell(&self, row: usize, column: usize) -> &SheetCellValue {
        const NOTHING: &SheetCellValue = &SheetCellValue::Empty;
        let cells = self.rows.get(row);
        cells.and_then(|cells| cells.get(column)).unwrap_or(NOTHING)
    }

    /// What stands in a cell, without spaces around it.
    pub(crate) fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).as_text().trim()
    }

    /// The name of a cell: `Positions!C4`.
    pub(crate) fn place(&self, row: usize, column: usize) -> String {
        crate::place::cell_place(&self.name, row, column)
    }
}
