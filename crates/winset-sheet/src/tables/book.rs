//! XLSX and ODS files.

use std::io::{Cursor, Read, Seek};

use calamine::{Data, Ods, Range, Reader, SheetVisible, Xlsx};

use super::archive::Archive;
use super::facts::Facts;
use super::scan_ods::scan_ods;
use super::scan_xlsx::scan_xlsx;
use super::table::{COLUMNS_MAX, ReadTable, Tables};
use crate::findings::{SheetFinding, finding, remark};
use crate::laid::kind::HIDDEN;
use crate::numbers::shortest;
use crate::place::{cell_place, sheet_place};
use crate::workbook::SheetCellValue;

/// Most UTF-16 units that spreadsheet programs keep in a cell.
const CELL_MAX: usize = 32_767;

/// Reads an XLSX or ODS file.
pub(super) fn read_book(bytes: &[u8]) -> Result<Tables, Vec<SheetFinding>> {
    let one = |found| vec![found];
    let mut archive = Archive::open(bytes).map_err(one)?;
    if archive.has("xl/workbook.xml") {
        let facts = scan_xlsx(&mut archive).map_err(one)?;
        archive.check_sizes().map_err(one)?;
        let book: Xlsx<_> = Reader::new(Cursor::new(bytes)).map_err(|e| unread(&e))?;
        tables(book, &facts)
    } else if archive.has("content.xml") {
        let facts = scan_ods(&mut archive).map_err(one)?;
        archive.check_sizes().map_err(one)?;
        let book: Ods<_> = Reader::new(Cursor::new(bytes)).map_err(|e| unread(&e))?;
        tables(book, &facts)
    } else {
        let message = if archive.has("word/document.xml") {
            "this is a text document (DOCX), and no workbook"
        } else {
            "this is an archive, but no workbook: it has neither `xl/workbook.xml` nor `content.xml`"
        };
        let remedy = "save it from a spreadsheet program as XLSX or ODS";
        Err(one(finding("workbook", message, remedy)))
    }
}

fn unread(error: &dyn std::fmt::Display) -> Vec<SheetFinding> {
    let message = format!("the workbook cannot be read: {error}");
    let remedy = "open it in a spreadsheet program and save it again as XLSX";
    vec![finding("workbook", message, remedy)]
}

fn tables<S, R>(mut book: R, facts: &[Facts]) -> Result<Tables, Vec<SheetFinding>>
where
    S: Read + Seek,
    R: Reader<S>,
    R::Error: std::fmt::Display,
{
    let mut read = Tables {
        tables: Vec::new(),
        remarks: Vec::new(),
    };
    for sheet in book.sheets_metadata().to_vec() {
        let range = book.worksheet_range(&sheet.name);
        let range = range.map_err(|error| {
            let message = format!("the sheet cannot be read: {error}");
            let remedy = "open the file in a spreadsheet program and save it again as XLSX";
            vec![finding(sheet_place(&sheet.name), message, remedy)]
        })?;
        let mut table = ReadTable {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
            ..ReadTable::default()
        };
        fill(&mut table, &range, &mut read);
        if let Some(facts) = facts.iter().find(|facts| facts.name == sheet.name) {
            take_facts(&mut table, facts, &mut read);
        }
        if table.hidden && table.name != HIDDEN {
            let message = "this sheet is hidden";
            let remedy =
                "show it and look at it before anything is taken from the file, or delete it";
            let place = sheet_place(&table.name);
            read.remarks.push(remark(place, message, remedy));
        }
        read.tables.push(table);
    }
    Ok(read)
}

/// The cells of a sheet, at their places.
fn fill(table: &mut ReadTable, range: &Range<Data>, read: &mut Tables) {
    let Some((first_row, first_column)) = range.start() else {
        return;
    };
    let (first_row, first_column) = (first_row as usize, first_column as usize);
    for (row, column, data) in range.used_cells() {
        let (row, column) = (first_row + row, first_column + column);
        let value = value(data);
        if let Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) = data {
            let place = cell_place(&table.name, row, column);
            let message = format!(
                "a date or time stands here; it is read as `{}`",
                value.as_text()
            );
            let remedy = "format the cell as text and type what is meant, if it is no date";
            read.remarks.push(remark(&place, message, remedy));
        }
        if let Data::Bool(truth) = data {
            let place = cell_place(&table.name, row, column);
            let message = format!("a truth value stands here; it is read as the word `{truth}`");
            let remedy = "type the word that is meant, such as `yes` or `never`";
            read.remarks.push(remark(&place, message, remedy));
        }
        if value.as_text().encode_utf16().count() >= CELL_MAX {
            let place = cell_place(&table.name, row, column);
            let message =
                "this cell is as full as a cell can be: the end of its text may be missing";
            let remedy = "compare it with its source, and type less into one cell";
            read.remarks.push(remark(&place, message, remedy));
        }
        if let Data::Error(_) = data {
            table.unread.push((row, column));
        }
        if table.rows.len() <= row {
            table.rows.resize(row + 1, Vec::new());
        }
        if let Some(cells) = table.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, SheetCellValue::Empty);
            }
            cells[column] = value;
        }
    }
}

fn take_facts(table: &mut ReadTable, facts: &Facts, read: &mut Tables) {
    read.remarks.extend(facts.remarks());
    table.merged.clone_from(&facts.merged);
    table.unread.extend(&facts.without_value);
    table.unread.extend(&facts.errors);
    table.unread.sort_unstable();
    table.unread.dedup();
    for block in &facts.merged {
        let used = table.rows.len().saturating_sub(1);
        for row in block.first.0..=block.last.0.min(used) {
            for column in block.first.1..=block.last.1.min(COLUMNS_MAX) {
                if (row, column) != block.first && !table.cell(row, column).is_blank() {
                    let place = table.place(row, column);
                    let message = "this cell lies under a merged one, which hides it; it is read all the same";
                    let remedy = "undo the merging, and delete what is not meant";
                    read.remarks.push(remark(&place, message, remedy));
                }
            }
        }
    }
}

fn value(data: &Data) -> SheetCellValue {
    match data {
        Data::Empty => SheetCellValue::Empty,
        Data::Int(whole) => SheetCellValue::Number(whole.to_string()),
        Data::Float(float) => SheetCellValue::Number(shortest(*float)),
        Data::String(text) if text.is_empty() => SheetCellValue::Empty,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            SheetCellValue::Text(text.clone())
        }
        Data::Bool(value) => SheetCellValue::Text(value.to_string()),
        Data::DateTime(date) => {
            let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
            let time = if (hour, minute) == (0, 0) {
                String::new()
            } else {
                format!(" {hour:02}:{minute:02}")
            };
            SheetCellValue::Text(format!("{year:04}-{month:02}-{day:02}{time}"))
        }
        Data::Error(error) => SheetCellValue::Text(error.to_string()),
    }
}
