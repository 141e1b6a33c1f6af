//! What is not plain in a sheet.

use super::looks::{Looks, Shown};
use super::table::{AREA_MAX, COLUMNS_MAX, MergedCells, ROWS_MAX};
use super::tally::Tally;
use crate::findings::{SheetFinding, SheetRemark, finding, remark};
use crate::place::{cell_place, column_letters, sheet_place};

/// Most remarks of one kind in one sheet that are told one by one.
const EACH_MAX: usize = 20;

/// Cells by row and column.
type Places<'f> = &'f [(usize, usize)];

/// What a cell holds, as far as a look at the file goes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Held {
    pub(super) error: bool,
    pub(super) formula: bool,
    pub(super) value: bool,
    pub(super) looks: Looks,
}

/// What a look at the parts of a file found in one sheet.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) name: String,
    pub(super) hidden_rows: Vec<(usize, usize)>,
    pub(super) hidden_columns: Vec<(usize, usize)>,
    pub(super) formulas: Vec<(usize, usize)>,
    pub(super) without_value: Vec<(usize, usize)>,
    pub(super) errors: Vec<(usize, usize)>,
    pub(super) comments: Vec<(usize, usize)>,
    pub(super) merged: Vec<MergedCells>,
    /// Whether pictures, charts or shapes lie on it.
    pub(super) pictures: bool,
    coloured: Tally,
    struck: Tally,
    percent: Tally,
    units: Tally,
    last: (usize, usize),
}

/// What is said of a sheet with too many rows or columns.
pub(super) fn too_large(place: &str) -> SheetFinding {
    let message = "the sheet is too large";
    finding(
        place,
        message,
        "take out what does not belong to the case: at most 25,000 rows and 300 columns are read",
    )
}

impl Facts {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// Notes a cell that holds something; refuses one that is too far out.
    fn used(&mut self, row: usize, column: usize) -> Result<(), SheetFinding> {
        self.last = (self.last.0.max(row), self.last.1.max(column));
        let area = (self.last.0.saturating_add(1)).saturating_mul(self.last.1.saturating_add(1));
        if row >= ROWS_MAX || column >= COLUMNS_MAX || area > AREA_MAX {
            return Err(too_large(&cell_place(&self.name, row, column)));
        }
        Ok(())
    }

    /// Notes a cell at its place; `last` is that of its last repetition.
    pub(super) fn note(
        &mut self,
        place: (usize, usize),
        last: (usize, usize),
        held: Held,
    ) -> Result<(), SheetFinding> {
        let alone = place == last || held.value;
        if held.looks.coloured && alone {
            self.coloured.add(place);
        }
        if !held.value && !held.formula {
            return Ok(());
        }
        self.note_looks(place, held);
        self.used(last.0, last.1)?;
        let list = match (held.error, held.formula, held.value) {
            (true, ..) => &mut self.errors,
            (false, true, true) => &mut self.formulas,
            (false, true, false) => &mut self.without_value,
            (false, false, _) => return Ok(()),
        };
        list.push(place);
        Ok(())
    }

    fn note_looks(&mut self, place: (usize, usize), held: Held) {
        if held.looks.struck {
            self.struck.add(place);
        }
        match held.looks.shown {
            Shown::Percent => self.percent.add(place),
            Shown::Unit => self.units.add(place),
            Shown::Bare => {}
        }
    }

    /// What is said once of all cells of a kind.
    fn tallied(&self) -> Vec<SheetRemark> {
        let name = &self.name;
        let mut told = Vec::new();
        told.extend(self.coloured.remark(
            name,
            "colours stand here that may mean something; colours are not read",
            "type what they mean into cells, in words",
        ));
        told.extend(self.struck.remark(
            name,
            "what is struck out here is read all the same",
            "delete what is not meant any more",
        ));
        told.extend(self.percent.remark(
            name,
            "a percentage is shown here; it is read as the number behind it, 50 % as 0.5",
            "type the number that is meant",
        ));
        told.extend(self.units.remark(
            name,
            "a number is shown with a unit here; the number alone is read",
            "name the unit where it matters, such as in the title of the point",
        ));
        if self.pictures {
            let message = "pictures, charts or shapes lie on this sheet; they are not read";
            told.push(remark(
                sheet_place(name),
                message,
                "type what matters of them into cells",
            ));
        }
        told
    }

    pub(super) fn remarks(&self) -> Vec<SheetRemark> {
        let mut told = Vec::new();
        let kinds: [(Places<'_>, &str, &str); 4] = [
            (
                &self.formulas,
                "a formula stands here; its last value is taken",
                "type the value itself, if the formula is not up to date",
            ),
            (
                &self.without_value,
                "a formula stands here whose value is not in the file; the cell is not read",
                "open the file in a spreadsheet program and save it, or type the value",
            ),
            (
                &self.errors,
                "an error stands here; the cell is not read",
                "type the value",
            ),
            (
                &self.comments,
                "a comment stands here; it is not read",
                "type what matters of it into a cell, or keep it elsewhere",
            ),
        ];
        for (places, message, remedy) in kinds {
            for (row, column) in places.iter().take(EACH_MAX) {
                told.push(remark(
                    &cell_place(&self.name, *row, *column),
                    message,
                    remedy,
                ));
            }
            if let Some((row, column)) = places.get(EACH_MAX) {
                let more = places.len() - EACH_MAX;
                let message = format!("{message} (and {more} such cells from here on)");
                told.push(remark(
                    &cell_place(&self.name, *row, *column),
                    message,
                    remedy,
                ));
            }
        }
        told.extend(self.tallied());
        told.extend(self.hidden());
        told
    }

    fn hidden(&self) -> Vec<SheetRemark> {
        let within = |(first, last): (usize, usize), end: usize| {
            (first <= end).then_some((first, last.min(end)))
        };
        let rows = self
            .hidden_rows
            .iter()
            .filter_map(|r| within(*r, self.last.0));
        let rows = rows.map(|(first, last)| {
            let place = cell_place(&self.name, first, 0);
            let message = format!(
                "rows {} to {} are hidden; they are read all the same",
                first + 1,
                last + 1
            );
            (place, message)
        });
        let columns = self.hidden_columns.iter();
        let columns = columns
            .filter_map(|c| within(*c, self.last.1))
            .map(|(first, last)| {
                let place = cell_place(&self.name, 0, first);
                let (first, last) = (column_letters(first), column_letters(last));
                let message =
                    format!("columns {first} to {last} are hidden; they are read all the same");
                (place, message)
            });
        let remedy = "show them, and delete what is not meant";
        let all = rows.take(EACH_MAX).chain(columns.take(EACH_MAX));
        all.map(|(place, message)| remark(&place, message, remedy))
            .collect()
    }
}

/// Adds a row or column to ranges of such.
pub(super) fn add_to(ranges: &mut Vec<(usize, usize)>, first: usize, last: usize) {
    match ranges.last_mut() {
        Some(range) if range.1.saturating_add(1) == first => range.1 = last,
        _ => ranges.push((first, last)),
    }
}
