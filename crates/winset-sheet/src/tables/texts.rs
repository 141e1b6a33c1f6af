//! How much text the cells of a file hold together: a text may stand in many cells and take little of the file.

use std::io::BufRead;

use quick_xml::Reader;

use super::cursor::{Step, step};
use crate::findings::{SheetFinding, finding};

/// The part of an XLSX file with the texts that cells name by number.
pub(super) const STRINGS: &str = "xl/sharedStrings.xml";
/// Most texts that cells name by number.
const STRINGS_MAX: usize = 150_000;
/// Most bytes of text in all cells.
const TEXT_MAX: usize = 48 << 20;

/// How much text the cells of a file hold together.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// The bytes of each text that cells name by number.
    shared: Vec<usize>,
    all: usize,
}

/// What is said of a file with too much text.
fn too_much() -> SheetFinding {
    finding(
        "workbook",
        "the cells of this workbook hold more text than is read: 48 MiB, or 150,000 different texts",
        "take out what does not belong to the case, or save its sheets as CSV",
    )
}

impl Texts {
    /// Reads how long the texts are that cells name by number.
    pub(super) fn read(&mut self, xml: impl BufRead) -> Result<(), SheetFinding> {
        let mut reader = Reader::from_reader(xml);
        let mut buffer = Vec::new();
        let mut bytes = 0;
        loop {
            match step(&mut reader, &mut buffer, STRINGS)? {
                Step::Text(text) => bytes += text.len(),
                Step::End(name) if name == "si" => {
                    self.shared.push(bytes);
                    bytes = 0;
                }
                Step::Finish => return Ok(()),
                Step::Start(_) | Step::Empty(_) | Step::End(_) | Step::Other => {}
            }
            if self.shared.len() > STRINGS_MAX || bytes > TEXT_MAX {
                return Err(too_much());
            }
        }
    }

    /// Counts the text of a cell that names it by number.
    pub(super) fn add_shared(&mut self, number: &str) -> Result<(), SheetFinding> {
        let place = number.trim().parse::<usize>().ok();
        let bytes = place.and_then(|place| self.shared.get(place).copied());
        self.add(bytes.unwrap_or(0), 1)
    }

    /// Counts a text that stands in so many cells.
    pub(super) fn add(&mut self, bytes: usize, cells: usize) -> Result<(), SheetFinding> {
        self.all = self.all.saturating_add(bytes.saturating_mul(cells));
        if self.all > TEXT_MAX {
            return Err(too_much());
        }
        Ok(())
    }
}
