//! What the tests share.

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::Workbook as Book;
use winset_model::document::{Node, Syntax, parse};
use winset_sheet::{
    Sheet, SheetCellValue, SheetFinding, SheetReading, Tables, Workbook, document_from,
    read_tables, to_xlsx, workbook_of,
};
use zip::write::SimpleFileOptions;

pub(crate) fn document(json: &str) -> Node {
    parse(json.as_bytes(), Syntax::Json).unwrap()
}

/// The demonstration case.
pub(crate) fn basin() -> Node {
    let text = include_str!("../../../../cases/sella-basin.yaml");
    parse(text.as_bytes(), Syntax::Yaml).unwrap()
}

pub(crate) fn sheet<'w>(workbook: &'w mut Workbook, name: &str) -> &'w mut Sheet {
    workbook.sheets.iter_mut().find(|s| s.name == name).unwrap()
}

/// The place of a row whose first cells say this, and of a column with this code.
pub(crate) fn place(sheet: &Sheet, codes: &[(&str, &str)], column: &str) -> (usize, usize) {
    let of = |code: &str| {
        let cells = &sheet.rows[2];
        cells
            .iter()
            .position(|c| c.value.as_text() == code)
            .unwrap()
    };
    let says = |row: &Vec<winset_sheet::SheetCell>| {
        codes.iter().all(|(code, text)| {
            row.get(of(code))
                .is_some_and(|c| c.value.as_text() == *text)
        })
    };
    let row = sheet.rows.iter().skip(3).position(says).unwrap();
    (row + 3, of(column))
}

pub(crate) fn type_in(sheet: &mut Sheet, codes: &[(&str, &str)], column: &str, text: &str) {
    let (row, column) = place(sheet, codes, column);
    sheet.rows[row][column].value = value(text);
}

pub(crate) fn value(text: &str) -> SheetCellValue {
    if text.is_empty() {
        SheetCellValue::Empty
    } else {
        SheetCellValue::Text(text.to_owned())
    }
}

/// Through XLSX and back.
pub(crate) fn back(workbook: &Workbook) -> Result<SheetReading, Vec<SheetFinding>> {
    back_onto(workbook, None)
}

pub(crate) fn back_onto(
    workbook: &Workbook,
    base: Option<&Node>,
) -> Result<SheetReading, Vec<SheetFinding>> {
    document_from(&read_tables(&to_xlsx(workbook).unwrap())?, base)
}

/// The document that a workbook with one edit gives.
pub(crate) fn edited(
    own: Option<&str>,
    edit: impl FnOnce(&mut Workbook),
) -> Result<SheetReading, Vec<SheetFinding>> {
    let mut workbook = workbook_of(&basin(), own).unwrap();
    edit(&mut workbook);
    back(&workbook)
}

/// A file that is made by hand.
pub(crate) fn made(write: impl FnOnce(&mut Book)) -> Vec<u8> {
    let mut book = Book::new();
    write(&mut book);
    book.save_to_buffer().unwrap()
}

/// A matrix in one sheet.
pub(crate) fn matrix(rows: &[&[&str]]) -> Tables {
    let bytes = made(|book| {
        let sheet = book.add_worksheet();
        for (r, row) in (0_u32..).zip(rows) {
            for (c, text) in (0_u16..).zip(*row) {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(r, c, number).unwrap(),
                    Err(_) => sheet.write_string(r, c, *text).unwrap(),
                };
            }
        }
    });
    read_tables(&bytes).unwrap()
}

pub(crate) fn places<'a>(of: impl IntoIterator<Item = &'a SheetFinding>) -> Vec<String> {
    of.into_iter()
        .map(|f| format!("{}: {}", f.place, f.message))
        .collect()
}

/// How many times something is tried: what the environment says, for long runs, or the usual number.
pub(crate) fn many(variable: &str, usual: u64) -> u64 {
    let said = std::env::var_os(variable);
    said.map_or(usual, |said| said.to_str().unwrap().parse().unwrap())
}

/// An archive of these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The parts of an archive.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |place: usize| {
        let mut part = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

/// The file with one of its parts rewritten, or left out.
pub(crate) fn with_part(
    bytes: &[u8],
    name: &str,
    change: impl Fn(String) -> Option<String>,
) -> Vec<u8> {
    let changed = |(path, bytes): (String, Vec<u8>)| {
        if path != name {
            return Some((path, bytes));
        }
        let text = change(String::from_utf8(bytes).unwrap())?;
        Some((path, text.into_bytes()))
    };
    let parts: Vec<(String, Vec<u8>)> = parts(bytes).into_iter().filter_map(changed).collect();
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zipped(&parts)
}
