//! A workbook as CSV, a file for each sheet.

use crate::workbook::{Sheet, SheetCellValue, Workbook};

/// The sheets as CSV with commas, by their names; the hidden one too.
///
/// A text that a program could take for a formula begins with an apostrophe, which the reader takes away.
pub fn to_csv(workbook: &Workbook) -> Vec<(String, String)> {
    let sheets = workbook.sheets.iter();
    sheets
        .map(|sheet| (sheet.name.clone(), written(sheet)))
        .collect()
}

/// Characters that make a formula of a text, and the apostrophe itself.
pub(crate) const GUARDED: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

fn written(sheet: &Sheet) -> String {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in &sheet.rows {
        let cells = row.iter().map(|cell| match &cell.value {
            SheetCellValue::Text(text) if text.starts_with(GUARDED) => format!("'{text}"),
            value => value.as_text().to_owned(),
        });
        // Writing to memory cannot fail.
        let _ = writer.write_record(cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
