//! A sheet as it was written and as it came back, cell by cell.

use std::collections::{BTreeMap, BTreeSet};

use winset_model::characters::composed;

use super::draft::{Change, Changes, NewRow};
use crate::findings::Told;
use crate::known::has_keys;
use crate::laid::kind::{CODE_ROW, Kind};
use crate::laid::layout::Laid;
use crate::numbers::typed;
use crate::place::sheet_place;
use crate::tables::table::ReadTable;
use crate::workbook::{CellLook, SheetCell, SheetCellValue};

/// Adds what differs to the changes.
pub(crate) fn compare(laid: &Laid, table: &ReadTable, changes: &mut Changes, told: &mut Told) {
    let codes = (0..=CODE_ROW + 3).find(|row| has_keys(table, *row, laid.kind));
    let Some(codes) = codes else {
        let message = "the row of small grey codes is missing";
        let remedy = "copy it from the workbook as it was sent: it says what each column is";
        told.finding(&table.place(CODE_ROW, 0), message, remedy);
        return;
    };
    let mut sheet = Compared {
        laid,
        table,
        columns: columns(laid, table, codes, told),
        told,
        changes,
    };
    sheet.rows(codes);
}

/// Where each column stands, by its code.
fn columns(
    laid: &Laid,
    table: &ReadTable,
    codes: usize,
    told: &mut Told,
) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let row = table.rows.get(codes).map(Vec::as_slice).unwrap_or_default();
    for (column, cell) in row.iter().enumerate() {
        let code = composed(cell.as_text().trim()).into_owned();
        let place = table.place(codes, column);
        if code.is_empty() {
            if let Some(row) =
                (codes..table.rows.len()).find(|r| !table.cell(*r, column).is_blank())
            {
                let message = "this column has no code, and is not read";
                told.remark(
                    &table.place(row, column),
                    message,
                    "write what matters into a column of the table",
                );
            }
        } else if !laid.columns.contains(&code) {
            let message = format!("`{code}` is no column of this sheet");
            let known: Vec<&str> = laid.columns.iter().map(String::as_str).collect();
            let remedy = format!(
                "take the column out, or give it one of the codes {}",
                known.join(", ")
            );
            told.finding(&place, message, &remedy);
        } else if found.insert(code.clone(), column).is_some() {
            let message = format!("a second column has the code `{code}`");
            told.finding(&place, message, "keep one of the two");
        }
    }
    for code in laid
        .columns
        .iter()
        .filter(|code| !found.contains_key(*code))
    {
        let message = format!("the column `{code}` is missing; nothing of it is changed");
        told.remark(
            &table.place(codes, 0),
            message,
            "put it back, if something was changed in it",
        );
    }
    found
}

/// What is said of a cell on the sheet *Agreed* that was changed.
const TOLD: &str = "this is told and not read: it follows from the offers";
const TOLD_REMEDY: &str = "make an offer in the program";

struct Compared<'a> {
    laid: &'a Laid,
    table: &'a ReadTable,
    columns: BTreeMap<String, usize>,
    told: &'a mut Told,
    changes: &'a mut Changes,
}

impl Compared<'_> {
    fn rows(&mut self, codes: usize) {
        let mut places = BTreeMap::new();
        for (row, key) in self.laid.keys.iter().enumerate() {
            key.iter().for_each(|key| {
                places.insert(key.clone(), row);
            });
        }
        let mut seen = BTreeSet::new();
        let mut above = None;
        for row in codes + 1..self.table.rows.len() {
            let key = self.key(row);
            match places.get(&key) {
                Some(_) if seen.contains(&key) => {
                    let message = format!("a second row has the codes `{}`", key.join(" "));
                    let remedy = "keep one of the two; for a new entry leave its code empty";
                    self.told
                        .finding(&self.table.place(row, 0), message, remedy);
                }
                Some(laid_row) => {
                    self.row(*laid_row, row, &key);
                    seen.insert(key.clone());
                    above = Some(key);
                }
                None => self.new_row(row, &key, above.clone()),
            }
        }
        let missing: Vec<String> = (self.laid.keys.iter().flatten())
            .filter(|key| !seen.contains(*key))
            .map(|key| key.join(" ").trim().to_owned())
            .collect();
        if let Some(first) = missing.first() {
            let more = match missing.len() {
                1 => String::new(),
                count => format!(" and {} more", count - 1),
            };
            let message =
                format!("the row of `{first}`{more} is missing; nothing of it is changed");
            let remedy = "put it back, if something was changed in it; nothing is taken out of a case by deleting rows";
            let place = sheet_place(&self.table.name);
            self.told.remark(place, message, remedy);
        }
    }

    fn key(&self, row: usize) -> Vec<String> {
        let part = |code: &&str| {
            let column = self.columns.get(*code);
            let text = column.map_or("", |column| self.table.text(row, *column));
            composed(text).into_owned()
        };
        self.laid.kind.keys().iter().map(part).collect()
    }

    fn row(&mut self, laid_row: usize, row: usize, key: &[String]) {
        for (place, code) in self.laid.columns.iter().enumerate() {
            let Some(column) = self.columns.get(code) else {
                continue;
            };
            let cell = self
                .laid
                .sheet
                .rows
                .get(laid_row)
                .and_then(|cells| cells.get(place));
            let Some(cell) =
                cell.filter(|cell| !self.is_same(cell, self.table.cell(row, *column), code))
            else {
                continue;
            };
            let change = Change {
                kind: self.laid.kind,
                key: key.to_vec(),
                column: code.clone(),
                value: self.table.cell(row, *column).clone(),
                was: cell.value.clone(),
                text_only: self.table.text_only,
                place: self.table.place(row, *column),
            };
            let unread = self.table.unread.contains(&(row, *column));
            self.changed(change, cell.look, unread);
        }
    }

    /// Whether a cell says what it said. Spaces and line breaks do not count: programs change them.
    fn is_same(&self, was: &SheetCell, is: &SheetCellValue, code: &str) -> bool {
        let scores = self.laid.kind == Kind::Scores && !["title", "label"].contains(&code);
        let numeric = scores || matches!(was.value, SheetCellValue::Number(_));
        if numeric
            && let (Ok(was), Ok(is)) = (typed(&was.value), typed(is))
            && was.value == is.value
        {
            return true;
        }
        normal(was.value.as_text()) == normal(is.as_text())
    }

    fn changed(&mut self, change: Change, look: CellLook, unread: bool) {
        let place = change.place.clone();
        if self.laid.kind == Kind::Agreed {
            self.told.remark(&place, TOLD, TOLD_REMEDY);
        } else if unread {
            let message =
                "the value of this cell is not known: it is an error, or a formula without a value";
            let remedy = format!("type the value; it was `{}`", change.was.as_text());
            self.told.finding(&place, message, &remedy);
        } else if look.is_locked() && matches!(change.column.as_str(), "words" | "name") {
            let message = "this is told and not read";
            self.told.remark(
                &place,
                message,
                "change what it is told of, in the cell beside it",
            );
        } else if look.is_locked() {
            let message = match (self.laid.kind, change.column.as_str()) {
                (Kind::Positions | Kind::Scores, "title" | "label") => {
                    "the words of this row are not those of its codes: rows were moved apart, or words \
                     changed here"
                }
                _ => "this cell is not to be changed",
            };
            let remedy = match (self.laid.kind, change.column.as_str()) {
                (Kind::Positions | Kind::Scores, "title" | "label") => format!(
                    "put back `{}`; titles and labels are changed on the sheet Points",
                    change.was.as_text()
                ),
                (Kind::Offers, _) => format!(
                    "put back `{}`; offers are made in the program",
                    change.was.as_text()
                ),
                _ => format!("put back `{}`", change.was.as_text()),
            };
            self.told.finding(&place, message, &remedy);
        } else {
            self.told.unseen(&place, change.value.as_text());
            self.changes.cells.push(change);
        }
    }

    fn new_row(&mut self, row: usize, key: &[String], above: Option<Vec<String>>) {
        let mut cells = BTreeMap::new();
        for (code, column) in &self.columns {
            let value = self.table.cell(row, *column);
            if !value.is_blank() {
                let place = self.table.place(row, *column);
                if self.table.unread.contains(&(row, *column)) {
                    self.told.finding(
                        &place,
                        "the value of this cell is not known",
                        "type the value",
                    );
                }
                self.told.unseen(&place, value.as_text());
                cells.insert(code.clone(), (value.clone(), place));
            }
        }
        let keyless = key.iter().all(String::is_empty);
        if cells.is_empty() || (self.laid.kind == Kind::Cover && keyless) {
            return;
        }
        if self.laid.kind == Kind::Agreed {
            self.told
                .remark(&self.table.place(row, 0), TOLD, TOLD_REMEDY);
            return;
        }
        self.changes.rows.push(NewRow {
            kind: self.laid.kind,
            cells,
            text_only: self.table.text_only,
            above,
            place: self.table.place(row, 0),
        });
    }
}

/// A text as it is compared: composed, without characters that steer, each run of spaces as one.
pub(super) fn normal(text: &str) -> String {
    let text = composed(text);
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let text: String = text.chars().map(plain).collect();
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}
