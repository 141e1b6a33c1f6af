//! Workbooks of any make as tables of plain cells.

mod archive;
mod book;
mod csv_text;
mod cursor;
mod facts;
mod scan_ods;
mod scan_xlsx;

use crate::findings::{SheetFinding, SheetRemark, finding};
use crate::workbook::SheetCellValue;

pub(crate) use csv_text::csv_table;

/// Most bytes of a file.
pub const BYTES_MAX: usize = 32 << 20;
/// Most rows of a sheet that hold anything.
pub const ROWS_MAX: usize = 20_000;
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

/// Reads a file: XLSX or ODS, or CSV with commas, semicolons or tabs, in UTF-8.
///
/// What is not plain in it is told: formulas, errors, merged cells, hidden rows and columns, comments,
/// dates.
///
/// # Errors
/// A file that is none of these, is damaged, or is over a limit: on its bytes, packed or unpacked, on the
/// number of its parts, and on its used rows and columns. That is found before the file is unpacked into
/// memory.
pub fn read_tables(bytes: &[u8]) -> Result<Tables, Vec<SheetFinding>> {
    if bytes.len() > BYTES_MAX {
        let message = format!("the file has {} bytes", bytes.len());
        let remedy =
            "take out pictures and what does not belong to the case: at most 32 MiB are read";
        return Err(vec![finding("workbook", message, remedy)]);
    }
    if bytes.starts_with(b"PK") {
        return book::read_book(bytes);
    }
    let other = match bytes {
        [] => Some("the file is empty"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            Some("this is a workbook of an older kind (XLS), or one with a password")
        }
        [b'%', b'P', b'D', b'F', ..] => Some("this is a PDF"),
        _ if bytes.contains(&0) => Some("this is no workbook, and no CSV in UTF-8"),
        _ => None,
    };
    if let Some(message) = other {
        let remedy = "open it in a spreadsheet program and save it as XLSX, ODS, or CSV in UTF-8";
        return Err(vec![finding("workbook", message, remedy)]);
    }
    read_csv_tables(&[("CSV", bytes)])
}

/// Reads CSV files as the sheets of one workbook, by their names.
///
/// # Errors
/// As [`read_tables`].
pub fn read_csv_tables(files: &[(&str, &[u8])]) -> Result<Tables, Vec<SheetFinding>> {
    let mut tables = Vec::new();
    let mut findings = Vec::new();
    for (name, bytes) in files {
        match csv_table(name, bytes) {
            Ok(table) => tables.push(table),
            Err(found) => findings.push(found),
        }
    }
    if findings.is_empty() {
        let remarks = Vec::new();
        Ok(Tables { tables, remarks })
    } else {
        Err(findings)
    }
}
