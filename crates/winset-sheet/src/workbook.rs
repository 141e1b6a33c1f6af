//! A workbook as plain data.

/// Sheets in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// What stands above each printed page: the title of the case, and its day where it has one.
    pub heading: String,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, at most 31 characters.
    pub name: String,
    /// Cells, row by row from the first one; rows may differ in length.
    pub rows: Vec<Vec<SheetCell>>,
    /// Rows at the top that stay in sight.
    pub frozen_rows: usize,
    /// Columns at the left that stay in sight.
    pub frozen_columns: usize,
    /// Whether it is hidden from whoever does not ask for it.
    pub hidden: bool,
    /// Widths of columns, in characters.
    pub widths: Vec<u16>,
    /// Lists to choose from.
    pub choices: Vec<ChoiceList>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetCell {
    /// What stands in it.
    pub value: SheetCellValue,
    /// How it looks, and whether it may be changed.
    pub look: CellLook,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SheetCellValue {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number, as its exact decimal.
    Number(String),
}

/// How a cell looks. Only cells to fill in are unlocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellLook {
    /// The name of the sheet.
    Title,
    /// How to fill the sheet.
    Note,
    /// The head of a column.
    Heading,
    /// A code, small and grey.
    Code,
    /// Words that are told and not changed here.
    Told,
    /// To be filled in.
    Free,
    /// To be filled in, and the reader's own.
    Own,
}

/// Words to choose from in a block of cells; other words may be typed all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceList {
    /// First and last row, counted from 0.
    pub rows: (usize, usize),
    /// The column, counted from 0.
    pub column: usize,
    /// The words, at most 255 characters together.
    pub words: Vec<String>,
    /// What to type, for whoever stands on such a cell.
    pub help: String,
}

impl CellLook {
    /// Whether the cell cannot be changed in a protected sheet.
    pub fn is_locked(self) -> bool {
        !matches!(self, Self::Free | Self::Own)
    }
}

impl SheetCell {
    /// A cell with a text; an empty text leaves it empty.
    pub(crate) fn text(text: impl Into<String>, look: CellLook) -> Self {
        let text = text.into();
        let value = if text.is_empty() {
            SheetCellValue::Empty
        } else {
            SheetCellValue::Text(text)
        };
        Self { value, look }
    }

    /// A cell with a number, or with the fraction where no decimal is exact.
    pub(crate) fn number(words: String, look: CellLook) -> Self {
        let value = if words.contains('/') {
            SheetCellValue::Text(words)
        } else {
            SheetCellValue::Number(words)
        };
        Self { value, look }
    }

    /// An empty cell.
    pub(crate) fn empty(look: CellLook) -> Self {
        let value = SheetCellValue::Empty;
        Self { value, look }
    }
}

impl SheetCellValue {
    /// What stands in the cell, as it is written.
    pub fn as_text(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Text(text) | Self::Number(text) => text,
        }
    }

    /// Whether nothing stands in it but spaces.
    pub fn is_blank(&self) -> bool {
        self.as_text().trim().is_empty()
    }
}
