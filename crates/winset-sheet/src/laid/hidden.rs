//! The hidden sheet: the whole document, as canonical JSON with its hash.

use winset_model::document::{Node, Syntax, parse, sha256_hex};

use super::agreed::{AgreedRow, kept, rows_of};
use super::kind::HIDDEN;
use crate::tables::table::ReadTable;
use crate::workbook::{CellLook, Sheet, SheetCell};

/// What its first cell says.
const FORMAT: &str = "winset-workbook/1";
/// What stands between the document and the rows of the sheet *Agreed*. No piece of a document ends it so.
const AGREED: &str = "agreed";
/// Most UTF-16 units in a cell of it; spreadsheets hold 32,767.
const CHUNK_MAX: usize = 29_000;

/// The hidden sheet of a workbook.
pub(crate) fn hidden_sheet(document: &Node, own: Option<&str>) -> Sheet {
    let json = document.canonical_json();
    let told = |text: &str| vec![SheetCell::text(text, CellLook::Code)];
    let mut rows = vec![
        told(FORMAT),
        told(&sha256_hex(&json)),
        told(&own.map_or("mediator".to_owned(), |own| format!("party:{own}"))),
    ];
    rows.extend(chunks(&json).iter().map(|chunk| told(chunk)));
    Sheet {
        name: HIDDEN.to_owned(),
        rows,
        frozen_rows: 0,
        frozen_columns: 0,
        hidden: true,
        widths: Vec::new(),
        choices: Vec::new(),
    }
}

/// Keeps the rows of the sheet *Agreed* in a hidden sheet, so that a change of them is told.
pub(crate) fn keep_agreed(hidden: &mut Sheet, agreed: &[AgreedRow]) {
    let told = |text: &str| vec![SheetCell::text(text, CellLook::Code)];
    hidden.rows.push(told(AGREED));
    let json = kept(agreed).canonical_json();
    hidden
        .rows
        .extend(chunks(&json).iter().map(|chunk| told(chunk)));
}

/// The JSON in pieces that survive every program: programs drop spaces at the ends of cells and of several in
/// a row, and read `_x0041_` as a letter. These characters stand in texts only, and are written as escapes.
fn chunks(json: &str) -> Vec<String> {
    let mut chunks = Vec::new();
    let mut chunk = String::new();
    let mut units = 0;
    let mut chars = json.chars().peekable();
    let mut last = '[';
    while let Some(c) = chars.next() {
        let plain_space =
            c == ' ' && last.is_alphanumeric() && chars.peek().is_some_and(|n| n.is_alphanumeric());
        let escaped = match c {
            ' ' if plain_space && units < CHUNK_MAX - 20 && units > 0 => None,
            _ if c.is_whitespace() || c.is_control() => Some(escape(c)),
            '_' if chars.peek() == Some(&'x') => Some(escape(c)),
            _ => None,
        };
        if let Some(escaped) = escaped {
            units += escaped.len();
            chunk.push_str(&escaped);
        } else {
            units += c.len_utf16();
            chunk.push(c);
        }
        last = c;
        if units >= CHUNK_MAX - 12 {
            chunks.push(std::mem::take(&mut chunk));
            units = 0;
        }
    }
    chunks.push(chunk);
    chunks
}

fn escape(c: char) -> String {
    let mut units = [0_u16; 2];
    let mut escaped = String::new();
    for unit in c.encode_utf16(&mut units) {
        escaped.push_str(&format!("\\u{unit:04x}"));
    }
    escaped
}

/// What a hidden sheet holds.
#[derive(Debug)]
pub(crate) struct HiddenSheet {
    pub(crate) document: Node,
    pub(crate) own: Option<String>,
    /// The rows of the sheet *Agreed* as they went out.
    pub(crate) agreed: Vec<AgreedRow>,
    /// Whether its hash is that of what it holds.
    pub(crate) intact: bool,
}

/// Reads the hidden sheet; what is wrong with it, where it cannot be read.
pub(crate) fn read_hidden(table: &ReadTable) -> Result<HiddenSheet, String> {
    let cell = |row: usize| {
        let first = table.rows.get(row).and_then(|cells| cells.first());
        first.map_or("", |value| value.as_text())
    };
    if cell(0).trim() != FORMAT {
        return Err(format!("its first cell does not say {FORMAT}"));
    }
    let count = table.rows.len();
    let end = (3..count).find(|row| cell(*row).trim() == AGREED);
    let of_json = |json: String| {
        parse(json.as_bytes(), Syntax::Json).map_err(|found| {
            let first = found.first().map(|d| d.message.clone());
            first.unwrap_or_else(|| "it is not whole".to_owned())
        })
    };
    let document = of_json((3..end.unwrap_or(count)).map(cell).collect())?;
    let agreed = match end {
        Some(end) => rows_of(&of_json((end + 1..count).map(cell).collect())?),
        None => Vec::new(),
    };
    let intact = document.hash() == cell(1).trim();
    let own = cell(2).trim().strip_prefix("party:").map(str::to_owned);
    Ok(HiddenSheet {
        document,
        own,
        agreed,
        intact,
    })
}
