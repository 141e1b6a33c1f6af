//! A walk through the cells of a sheet in an XLSX file.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::BytesStart;

use super::cursor::{Step, attribute, count, is_set, step};
use super::facts::{Facts, Held, add_to};
use super::looks::{Looks, Shown};
use super::table::MergedCells;
use super::texts::Texts;
use crate::findings::{SheetFinding, finding};
use crate::place::{parse_cell, sheet_place};

/// Where a walk through the cells is.
struct Walk<'l> {
    of_file: &'l mut OfFile,
    /// Whether the value of the cell is the number of a text.
    by_number: bool,
    row: usize,
    next_row: usize,
    next_column: usize,
    cell: Option<(usize, usize)>,
    held: Held,
    in_value: bool,
}

/// What the cells of all sheets of a file refer to.
#[derive(Debug)]
pub(super) struct OfFile {
    /// Looks, by the numbers that cells name.
    pub(super) looks: Vec<Looks>,
    /// Texts, and how much of them the cells so far hold.
    pub(super) texts: Texts,
}

/// Notes what there is to tell of the cells of a sheet.
pub(super) fn scan_cells(
    xml: impl BufRead,
    part: &str,
    of_file: &mut OfFile,
    facts: &mut Facts,
) -> Result<(), SheetFinding> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut walk = Walk {
        of_file,
        row: 0,
        next_row: 0,
        next_column: 0,
        cell: None,
        held: Held::default(),
        in_value: false,
        by_number: false,
    };
    loop {
        match step(&mut reader, &mut buffer, part)? {
            Step::Start(element) => walk.begin(&element, facts)?,
            Step::Empty(element) => {
                walk.begin(&element, facts)?;
                walk.end(element.local_name().as_ref(), facts)?;
            }
            Step::End(name) => walk.end(&name, facts)?,
            Step::Text(text) => walk.text(&text)?,
            Step::Other => {}
            Step::Finish => return Ok(()),
        }
    }
}

impl Walk<'_> {
    fn begin(&mut self, element: &BytesStart<'_>, facts: &mut Facts) -> Result<(), SheetFinding> {
        match element.local_name().as_ref() {
            "row" => {
                let stated = stated(element, "r", &facts.name, row_in_bounds)?;
                self.row = stated.unwrap_or(self.next_row);
                self.next_row = self.row.saturating_add(1);
                self.next_column = 0;
                if is_set(element, "hidden") {
                    add_to(&mut facts.hidden_rows, self.row, self.row);
                }
            }
            "col" if is_set(element, "hidden") => {
                let bounds = count(element, "min").zip(count(element, "max"));
                if let Some((first, last)) =
                    bounds.filter(|(first, last)| 1 <= *first && first <= last)
                {
                    add_to(&mut facts.hidden_columns, first - 1, last - 1);
                }
            }
            "c" => self.begin_cell(element, facts)?,
            "f" => {
                self.held.formula = true;
                stated(element, "ref", &facts.name, block_in_bounds)?;
            }
            "v" | "t" => self.in_value = true,
            "dimension" => drop(stated(element, "ref", &facts.name, block_in_bounds)?),
            "mergeCell" => {
                let block = stated(element, "ref", &facts.name, block_in_bounds)?;
                facts.merged.extend(block);
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>, facts: &Facts) -> Result<(), SheetFinding> {
        let stated = stated(element, "r", &facts.name, cell_in_bounds)?;
        let place = stated.unwrap_or((self.row, self.next_column));
        self.next_column = place.1.saturating_add(1);
        self.cell = Some(place);
        let kind = attribute(element, "t");
        let looks = count(element, "s").and_then(|style| self.of_file.looks.get(style));
        self.by_number = kind.as_deref() == Some("s");
        let mut looks = looks.copied().unwrap_or_default();
        if !matches!(kind.as_deref(), None | Some("n")) {
            looks.shown = Shown::Bare;
        }
        self.held = Held {
            error: kind.as_deref() == Some("e"),
            looks,
            ..Held::default()
        };
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), SheetFinding> {
        if !self.in_value {
            return Ok(());
        }
        self.held.value |= !text.trim().is_empty();
        if self.by_number {
            self.of_file.texts.add_shared(text)
        } else {
            self.of_file.texts.add(text.len(), 1)
        }
    }

    fn end(&mut self, name: &str, facts: &mut Facts) -> Result<(), SheetFinding> {
        match name {
            "v" | "t" => self.in_value = false,
            "c" => {
                if let Some(place) = self.cell.take() {
                    facts.note(place, place, self.held)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Most rows and columns that the format has.
const BOUNDS: (usize, usize) = (1 << 20, 1 << 14);

fn row_in_bounds(row: &str) -> Option<usize> {
    let row: usize = row.trim().parse().ok()?;
    row.checked_sub(1).filter(|row| *row < BOUNDS.0)
}

fn cell_in_bounds(cell: &str) -> Option<(usize, usize)> {
    let (row, column) = parse_cell(cell)?;
    (row < BOUNDS.0 && column < BOUNDS.1).then_some((row, column))
}

/// A block that ends where it begins, or after it.
fn block_in_bounds(block: &str) -> Option<MergedCells> {
    let (first, last) = block.split_once(':').unwrap_or((block, block));
    let (first, last) = (cell_in_bounds(first)?, cell_in_bounds(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some(MergedCells { first, last })
}

/// A place that an attribute states; none where it states none.
fn stated<T>(
    element: &BytesStart<'_>,
    name: &str,
    sheet: &str,
    read: fn(&str) -> Option<T>,
) -> Result<Option<T>, SheetFinding> {
    let Some(text) = attribute(element, name) else {
        return Ok(None);
    };
    let no_place = || {
        let shown: String = text.chars().take(40).collect();
        let message = format!("the sheet is damaged: `{shown}` is no place in it");
        let remedy = "open the file in a spreadsheet program and save it again as XLSX";
        finding(sheet_place(sheet), message, remedy)
    };
    read(&text).map(Some).ok_or_else(no_place)
}
