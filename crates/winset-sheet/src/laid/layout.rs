//! A sheet that is being laid out.

use super::kind::{HEAD_ROWS, Kind, SPARE_ROWS};
use crate::workbook::{CellLook, Sheet, SheetCell};

/// A sheet, and what its rows and columns are about.
#[derive(Debug, Clone)]
pub(crate) struct Laid {
    pub(crate) kind: Kind,
    pub(crate) sheet: Sheet,
    /// Codes of the columns.
    pub(crate) columns: Vec<String>,
    /// What each row is about; none for heads and empty rows.
    pub(crate) keys: Vec<Option<Vec<String>>>,
}

/// A column: its code, its heading and its width.
pub(crate) struct Column {
    pub(crate) code: String,
    pub(crate) heading: String,
    pub(crate) width: u16,
}

impl Column {
    pub(crate) fn new(code: &str, heading: &str, width: u16) -> Self {
        Self {
            code: code.to_owned(),
            heading: heading.to_owned(),
            width,
        }
    }
}

impl Laid {
    /// A sheet with its head.
    pub(crate) fn new(kind: Kind, note: &str, columns: Vec<Column>, frozen_columns: usize) -> Self {
        let heading = |c: &Column| SheetCell::text(&*c.heading, CellLook::Heading);
        let code = |c: &Column| SheetCell::text(&*c.code, CellLook::Code);
        let rows = vec![
            vec![
                SheetCell::text(kind.title(), CellLook::Title),
                SheetCell::empty(CellLook::Note),
                SheetCell::text(note, CellLook::Note),
            ],
            columns.iter().map(heading).collect(),
            columns.iter().map(code).collect(),
        ];
        Self {
            kind,
            sheet: Sheet {
                name: kind.title().to_owned(),
                rows,
                frozen_rows: HEAD_ROWS,
                frozen_columns,
                hidden: false,
                widths: columns.iter().map(|c| c.width).collect(),
                choices: Vec::new(),
            },
            columns: columns.into_iter().map(|c| c.code).collect(),
            keys: vec![None; HEAD_ROWS],
        }
    }

    pub(crate) fn push(&mut self, key: &[&str], cells: Vec<SheetCell>) {
        let key = key.iter().map(|part| (*part).to_owned()).collect();
        self.keys.push(Some(key));
        self.sheet.rows.push(cells);
    }

    /// Empty rows to fill in.
    pub(crate) fn spare(&mut self, look: CellLook) {
        for _ in 0..SPARE_ROWS {
            self.keys.push(None);
            let row = vec![SheetCell::empty(look); self.columns.len()];
            self.sheet.rows.push(row);
        }
    }
}
