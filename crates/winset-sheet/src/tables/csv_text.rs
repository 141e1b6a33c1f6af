//! CSV as people and programs write it.

use super::facts::too_large;
use super::table::{AREA_MAX, COLUMNS_MAX, ROWS_MAX, ReadTable};
use crate::findings::{SheetFinding, finding};
use crate::workbook::SheetCellValue;
use crate::write_csv::GUARDED;

/// Records that are looked at to find out what stands between cells.
const PROBED: usize = 60;

/// The table in the text of a CSV file.
pub(crate) fn csv_table(name: &str, bytes: &[u8]) -> Result<ReadTable, SheetFinding> {
    let text = decoded(name, bytes)?;
    let delimiter = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|delimiter| evenness(text, *delimiter))
        .unwrap_or(b',');
    let mut rows = Vec::new();
    let mut cells = 0;
    let mut next_line = 1;
    for record in reader(text, delimiter).into_records() {
        let record = record.map_err(|_| {
            let place = format!("{name}!A{}", rows.len() + 1);
            finding(
                &place,
                "this line is no CSV",
                "save the sheet as CSV in UTF-8 again",
            )
        })?;
        let row: Vec<SheetCellValue> = record.iter().map(cell).collect();
        cells += row.len();
        if rows.len() >= ROWS_MAX || row.len() > COLUMNS_MAX || cells > AREA_MAX {
            let place = format!("{name}!A{}", rows.len() + 1);
            return Err(too_large(&place));
        }
        // The reader of records leaves empty lines out; in a spreadsheet they are rows.
        let line = record.position().map_or(next_line, csv::Position::line);
        for _ in next_line..line {
            rows.push(Vec::new());
        }
        next_line = line + lines_of(&record);
        rows.push(row);
    }
    let mut table = ReadTable {
        name: name.to_owned(),
        text_only: true,
        rows,
        ..ReadTable::default()
    };
    if let Some(kind) = crate::known::kind_of(&table) {
        kind.title().clone_into(&mut table.name);
    }
    Ok(table)
}

/// How many lines of the file a record takes.
fn lines_of(record: &csv::StringRecord) -> u64 {
    let breaks = record.as_slice().bytes().filter(|b| *b == b'\n').count();
    1 + u64::try_from(breaks).unwrap_or(0)
}

fn decoded<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, SheetFinding> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.split(|b| *b == b'\n').count();
        let place = format!("{name}!A{line}");
        let message = "this line is not text in UTF-8";
        finding(
            &place,
            message,
            "save the sheet as CSV in UTF-8, or as XLSX",
        )
    })
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// How many cells lie in records of the most usual length, among the first ones.
fn evenness(text: &str, delimiter: u8) -> usize {
    let records = reader(text, delimiter).into_records().take(PROBED);
    let mut lengths: Vec<usize> = records.filter_map(|r| r.ok().map(|r| r.len())).collect();
    lengths.sort_unstable();
    let runs = lengths.chunk_by(|a, b| a == b);
    let cells = |run: &[usize]| run.first().map_or(0, |length| (length - 1) * run.len());
    runs.map(cells).max().unwrap_or(0)
}

fn cell(text: &str) -> SheetCellValue {
    let text = match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(GUARDED) => rest,
        _ => text,
    };
    if text.is_empty() {
        SheetCellValue::Empty
    } else {
        SheetCellValue::Text(text.to_owned())
    }
}
