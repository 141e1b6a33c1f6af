//! Tables in which a row is a person. Whatever is wrong with them is told by row and column: what stands in a
//! cell may name somebody.

use winset::sheet::{ReadTable, SheetFinding, read_tables};

use super::finding::finding;

/// A table of persons, with what is found wrong in it.
pub(crate) struct PersonTable {
    table: ReadTable,
    /// Columns by their heads; those that are not there are left out.
    columns: Vec<(&'static str, usize)>,
    found: Vec<SheetFinding>,
}

/// A row of it.
pub(crate) struct PersonRow {
    /// The row of the file, from 1.
    pub(crate) number: usize,
    cells: Vec<(&'static str, String)>,
}

impl PersonRow {
    /// What stands in a column, without space around it; nothing where there is no such column.
    pub(crate) fn text(&self, head: &str) -> &str {
        let cell = self.cells.iter().find(|(known, _)| *known == head);
        cell.map_or("", |(_, text)| text)
    }
}

impl PersonTable {
    /// The first table in the bytes of a file, with columns that have to be there and others that may be.
    pub(super) fn of(bytes: &[u8], heads: &[&'static str], optional: &[&'static str]) -> Self {
        let mut read = match read_tables(bytes).map(|tables| tables.tables.into_iter().next()) {
            Ok(Some(table)) => Self {
                table,
                columns: Vec::new(),
                found: Vec::new(),
            },
            Ok(None) => {
                let remedy = "write the list on a sheet";
                return Self::refused(vec![finding("workbook", "it has no sheet", remedy)]);
            }
            Err(found) => return Self::refused(found),
        };
        let columns = read.table.rows.first().map_or(0, Vec::len);
        for head in heads.iter().chain(optional) {
            let named = |at: &usize| read.cell(0, *at).eq_ignore_ascii_case(head);
            match (0..columns).find(named) {
                Some(at) => read.columns.push((head, at)),
                None if optional.contains(head) => {}
                None => {
                    let message = format!("no column is called `{head}`");
                    let remedy = format!("name the columns {} in the first row", heads.join(", "));
                    read.add(finding("row 1", &message, &remedy));
                }
            }
        }
        read
    }

    /// A file that holds no table that can be read.
    pub(super) fn refused(found: Vec<SheetFinding>) -> Self {
        Self {
            table: ReadTable::default(),
            columns: Vec::new(),
            found,
        }
    }

    /// Whether a column of this head is there.
    pub(crate) fn has(&self, head: &str) -> bool {
        self.columns.iter().any(|(known, _)| *known == head)
    }

    /// How many columns have a head.
    pub(super) fn heads(&self) -> usize {
        let head = self.table.rows.first().map_or(0, Vec::len);
        (0..head).filter(|at| !self.cell(0, *at).is_empty()).count()
    }

    /// The rows below the heads that say something; none where a column is missing.
    pub(crate) fn rows(&self) -> Vec<PersonRow> {
        if !self.found.is_empty() {
            return Vec::new();
        }
        let rows = (1..self.table.rows.len()).map(|row| PersonRow {
            number: row + 1,
            cells: self
                .columns
                .iter()
                .map(|(head, at)| (*head, self.cell(row, *at).to_owned()))
                .collect(),
        });
        let says = |row: &PersonRow| row.cells.iter().any(|(_, text)| !text.is_empty());
        rows.filter(says).collect()
    }

    /// Something is wrong with a cell.
    pub(crate) fn wrong(&mut self, row: &PersonRow, head: &str, message: &str, remedy: &str) {
        let place = format!("row {}, column {head}", row.number);
        self.add(finding(&place, message, remedy));
    }

    /// Something is wrong with it.
    pub(super) fn add(&mut self, found: SheetFinding) {
        self.found.push(found);
    }

    /// Nothing, where nothing is wrong.
    pub(crate) fn checked(self) -> Result<(), Vec<SheetFinding>> {
        if self.found.is_empty() {
            Ok(())
        } else {
            Err(self.found)
        }
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        let cells = self.table.rows.get(row);
        let cell = cells.and_then(|cells| cells.get(column));
        cell.map_or("", |cell| cell.as_text().trim())
    }
}
