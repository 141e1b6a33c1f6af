//! A look at the sheets of an ODS file, before its values are read.

use quick_xml::Reader;
use quick_xml::events::BytesStart;

use super::archive::Archive;
use super::cursor::{Step, attribute, count, step};
use super::facts::{Facts, Held, add_to};
use super::looks::{Looks, Shown};
use super::looks_ods::{NamedLooks, looks_ods};
use super::table::MergedCells;
use super::texts::Texts;
use crate::findings::SheetFinding;

const PART: &str = "content.xml";

/// What there is to tell of each sheet, in the file's order.
pub(super) fn scan_ods(archive: &mut Archive<'_>) -> Result<Vec<Facts>, SheetFinding> {
    let looks = looks_ods(archive)?;
    let Some(xml) = archive.part(PART)? else {
        return Ok(Vec::new());
    };
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut walk = Walk {
        looks,
        // A damaged file has cells outside of rows.
        row_repeats: 1,
        ..Walk::default()
    };
    loop {
        match step(&mut reader, &mut buffer, PART)? {
            Step::Start(element) => walk.begin(&element),
            Step::Empty(element) => {
                walk.begin(&element);
                walk.end(element.local_name().as_ref())?;
            }
            Step::End(name) => walk.end(&name)?,
            Step::Text(text) => walk.text(&text),
            Step::Other => {}
            Step::Finish => return Ok(walk.found),
        }
    }
}

/// Where a walk through the tables is.
#[derive(Default)]
struct Walk {
    looks: NamedLooks,
    /// The looks of cells that name none, by the last column of each range.
    of_columns: Vec<(usize, Looks)>,
    of_row: Looks,
    found: Vec<Facts>,
    row: usize,
    row_repeats: usize,
    column: usize,
    column_repeats: usize,
    definition: usize,
    /// Elements of cells that are open: 0 or 1, as tables within cells are not looked into.
    cell_depth: usize,
    held: Held,
    /// Bytes of text in the cell that is open.
    bytes: usize,
    texts: Texts,
    in_comment: bool,
}

impl Walk {
    fn begin(&mut self, element: &BytesStart<'_>) {
        let repeats = |name| count(element, name).unwrap_or(1).max(1);
        let hidden = || {
            let seen = attribute(element, "visibility");
            matches!(seen.as_deref(), Some("collapse" | "filter"))
        };
        match element.local_name().as_ref() {
            "table" if self.cell_depth == 0 => {
                let name = attribute(element, "name").unwrap_or_default();
                self.found.push(Facts::new(&name));
                (self.row, self.definition) = (0, 0);
                self.of_columns.clear();
            }
            "table-column" => {
                let count = repeats("number-columns-repeated");
                if let Some(facts) = self.found.last_mut().filter(|_| hidden()) {
                    add_to(
                        &mut facts.hidden_columns,
                        self.definition,
                        self.definition.saturating_add(count - 1),
                    );
                }
                self.definition = self.definition.saturating_add(count);
                let looks = self.named(element, "default-cell-style-name");
                self.of_columns
                    .push((self.definition, looks.unwrap_or_default()));
            }
            "table-row" => {
                self.row_repeats = repeats("number-rows-repeated");
                self.column = 0;
                let looks = self.named(element, "default-cell-style-name");
                self.of_row = looks.unwrap_or_default();
                if let Some(facts) = self.found.last_mut().filter(|_| hidden()) {
                    let last = self.row.saturating_add(self.row_repeats - 1);
                    add_to(&mut facts.hidden_rows, self.row, last);
                }
            }
            "table-cell" | "covered-table-cell" if self.cell_depth == 0 => self.cell(element),
            "shapes" | "frame" if self.cell_depth == 0 || !self.in_comment => {
                self.found
                    .last_mut()
                    .into_iter()
                    .for_each(|f| f.pictures = true);
            }
            // Spaces in a row are one element with their number.
            "s" if self.cell_depth > 0 => {
                self.bytes = self.bytes.saturating_add(count(element, "c").unwrap_or(1));
            }
            "annotation" if self.cell_depth > 0 => {
                self.in_comment = true;
                let place = (self.row, self.column);
                self.found
                    .last_mut()
                    .into_iter()
                    .for_each(|f| f.comments.push(place));
            }
            _ => {}
        }
    }

    fn named(&self, element: &BytesStart<'_>, name: &str) -> Option<Looks> {
        self.looks.get(&attribute(element, name)?).copied()
    }

    /// How a cell looks: as it says, or its row or column.
    fn looks_of(&self, element: &BytesStart<'_>) -> Looks {
        if attribute(element, "style-name").is_some() {
            return self.named(element, "style-name").unwrap_or_default();
        }
        let mut columns = self.of_columns.iter();
        let column = columns.find(|(end, _)| self.column < *end);
        let column = column.map_or(Looks::default(), |(_, looks)| *looks);
        Looks {
            coloured: column.coloured || self.of_row.coloured,
            struck: column.struck || self.of_row.struck,
            shown: Shown::Bare,
        }
    }

    fn text(&mut self, text: &str) {
        if self.cell_depth > 0 {
            self.bytes = self.bytes.saturating_add(text.len());
            self.held.value |= !self.in_comment && !text.trim().is_empty();
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>) {
        self.cell_depth = 1;
        self.bytes = attribute(element, "string-value").map_or(0, |text| text.len());
        let kind = attribute(element, "value-type");
        let looks = Looks {
            shown: match kind.as_deref() {
                Some("percentage") => Shown::Percent,
                Some("currency") => Shown::Unit,
                _ => Shown::Bare,
            },
            ..self.looks_of(element)
        };
        self.column_repeats = count(element, "number-columns-repeated")
            .unwrap_or(1)
            .max(1);
        let has = |name: &str| attribute(element, name).is_some_and(|value| !value.is_empty());
        let values = [
            "value",
            "string-value",
            "date-value",
            "time-value",
            "boolean-value",
        ];
        let mut attributes = element.attributes().flatten();
        self.held = Held {
            error: attributes.any(|a| {
                let key: &str = a.key.as_ref();
                key == "calcext:value-type" && &*a.value == "error"
            }),
            formula: has("formula"),
            value: values.iter().any(|name| has(name)),
            looks,
        };
        let span = |name| count(element, name).unwrap_or(1).max(1);
        let (rows, columns) = (span("number-rows-spanned"), span("number-columns-spanned"));
        if (rows > 1 || columns > 1)
            && let Some(facts) = self.found.last_mut()
        {
            let first = (self.row, self.column);
            let last = (
                self.row.saturating_add(rows - 1),
                self.column.saturating_add(columns - 1),
            );
            facts.merged.push(MergedCells { first, last });
        }
    }

    fn end(&mut self, name: &str) -> Result<(), SheetFinding> {
        match name {
            "annotation" => self.in_comment = false,
            "table-cell" | "covered-table-cell" if self.cell_depth > 0 => {
                self.cell_depth = 0;
                let place = (self.row, self.column);
                let last_row = self.row.saturating_add(self.row_repeats - 1);
                let last_column = self.column.saturating_add(self.column_repeats - 1);
                self.column = last_column.saturating_add(1);
                let cells = self.row_repeats.saturating_mul(self.column_repeats);
                if let Some(facts) = self.found.last_mut() {
                    facts.note(place, (last_row, last_column), self.held)?;
                }
                self.texts.add(self.bytes, cells)?;
            }
            "table-row" => self.row = self.row.saturating_add(self.row_repeats),
            _ => {}
        }
        Ok(())
    }
}
