//! What was changed in a workbook, and a document that is being changed.

use std::collections::BTreeMap;

use winset_model::document::Node;

use crate::findings::Told;
use crate::laid::kind::Kind;
use crate::workbook::SheetCellValue;

/// A cell that was changed.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) kind: Kind,
    /// What its row is about.
    pub(crate) key: Vec<String>,
    /// The code of its column.
    pub(crate) column: String,
    pub(crate) value: SheetCellValue,
    pub(crate) was: SheetCellValue,
    /// Whether a cell can hold nothing but text, as in CSV.
    pub(crate) text_only: bool,
    pub(crate) place: String,
}

impl Change {
    /// What was typed, without spaces around it.
    pub(super) fn text(&self) -> &str {
        self.value.as_text().trim()
    }
}

/// A row that was not there.
#[derive(Debug, Clone)]
pub(crate) struct NewRow {
    pub(crate) kind: Kind,
    /// What was typed, and where, by the codes of columns; what is empty is left out.
    pub(crate) cells: BTreeMap<String, (SheetCellValue, String)>,
    /// Whether a cell can hold nothing but text, as in CSV.
    pub(crate) text_only: bool,
    /// What the row above is about.
    pub(crate) above: Option<Vec<String>>,
    pub(crate) place: String,
}

impl NewRow {
    pub(super) fn text(&self, column: &str) -> &str {
        let cell = self.cells.get(column);
        cell.map_or("", |(value, _)| value.as_text().trim())
    }

    pub(super) fn place_of(&self, column: &str) -> &str {
        self.cells
            .get(column)
            .map_or(&self.place, |(_, place)| place)
    }
}

/// All that was changed.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub(crate) cells: Vec<Change>,
    pub(crate) rows: Vec<NewRow>,
}

impl Changes {
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Change> {
        self.cells.iter().filter(move |change| change.kind == kind)
    }

    pub(super) fn rows_of(&self, kind: Kind) -> impl Iterator<Item = &NewRow> {
        self.rows.iter().filter(move |row| row.kind == kind)
    }
}

/// A document that is being changed.
pub(crate) struct Draft<'a> {
    pub(crate) tree: Node,
    /// Whose workbook it is; none: the mediator's.
    pub(crate) own: Option<&'a str>,
    /// Which cells the parts of the document come from, by their paths.
    pub(crate) touched: Vec<(String, String)>,
    pub(crate) told: &'a mut Told,
}

impl Draft<'_> {
    pub(super) fn touch(&mut self, path: String, place: &str) {
        self.touched.push((path, place.to_owned()));
    }
}
