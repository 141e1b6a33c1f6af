//! The looks of cells in an XLSX file.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::BytesStart;

use super::archive::Archive;
use super::cursor::{Step, attribute, count, step};
use super::looks::{Looks, Shown, shown_by};
use crate::colours::parse_colour;
use crate::findings::SheetFinding;

const PART: &str = "xl/styles.xml";

/// The looks of cells, by the number that a cell names.
pub(super) fn looks_xlsx(archive: &mut Archive<'_>) -> Result<Vec<Looks>, SheetFinding> {
    match archive.part(PART)? {
        Some(xml) => styles(xml),
        None => Ok(Vec::new()),
    }
}

/// Most looks of cells that the format has.
const LOOKS_MAX: usize = 1 << 16;

/// What was read of the styles so far.
#[derive(Default)]
struct Styles {
    /// The list that is being read.
    list: String,
    formats: BTreeMap<usize, Shown>,
    inks: Vec<Looks>,
    grounds: Vec<Looks>,
    patterned: bool,
    cells: Vec<Looks>,
}

fn styles(xml: impl BufRead) -> Result<Vec<Looks>, SheetFinding> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut styles = Styles::default();
    loop {
        match step(&mut reader, &mut buffer, PART)? {
            Step::Start(element) => {
                let name = element.local_name();
                let name: &str = name.as_ref();
                if [
                    "numFmts",
                    "fonts",
                    "fills",
                    "cellXfs",
                    "cellStyleXfs",
                    "dxfs",
                ]
                .contains(&name)
                {
                    name.clone_into(&mut styles.list);
                }
                styles.element(&element);
            }
            Step::Empty(element) => styles.element(&element),
            Step::End(name) if name == styles.list => styles.list.clear(),
            Step::Finish => return Ok(styles.cells),
            Step::End(_) | Step::Text(_) | Step::Other => {}
        }
    }
}

impl Styles {
    fn element(&mut self, element: &BytesStart<'_>) {
        match (self.list.as_str(), element.local_name().as_ref()) {
            ("numFmts", "numFmt") => {
                let code = attribute(element, "formatCode").unwrap_or_default();
                if let Some(id) = count(element, "numFmtId") {
                    self.formats.insert(id, shown_by(&code));
                }
            }
            ("fonts", "font") => self.inks.push(Looks::default()),
            ("fonts", "color") => {
                if let (Some(looks), Some(colour)) = (self.inks.last_mut(), ink(element)) {
                    looks.ink(colour);
                }
            }
            ("fonts", "strike") => {
                let off = matches!(attribute(element, "val").as_deref(), Some("0" | "false"));
                self.inks
                    .last_mut()
                    .into_iter()
                    .for_each(|l| l.struck = !off);
            }
            ("fills", "fill") => self.grounds.push(Looks::default()),
            ("fills", "patternFill") => {
                let pattern = attribute(element, "patternType");
                self.patterned = pattern.is_some_and(|pattern| pattern != "none");
            }
            ("fills", "fgColor") if self.patterned => {
                if let (Some(looks), Some(colour)) = (self.grounds.last_mut(), ground(element)) {
                    looks.ground(colour);
                }
            }
            ("cellXfs", "xf") if self.cells.len() < LOOKS_MAX => {
                self.cells.push(self.cell(element));
            }
            _ => {}
        }
    }

    fn cell(&self, element: &BytesStart<'_>) -> Looks {
        let of = |list: &[Looks], name| {
            let place = count(element, name);
            place
                .and_then(|place| list.get(place).copied())
                .unwrap_or_default()
        };
        let (ink, ground) = (of(&self.inks, "fontId"), of(&self.grounds, "fillId"));
        let shown = match count(element, "numFmtId") {
            Some(9 | 10) => Shown::Percent,
            Some(5..=8 | 42 | 44) => Shown::Unit,
            Some(id) => self.formats.get(&id).copied().unwrap_or_default(),
            None => Shown::Bare,
        };
        Looks {
            coloured: ink.coloured || ground.coloured,
            struck: ink.struck,
            shown,
        }
    }
}

/// A colour that stands for none of the plain ones.
const OTHER: u32 = 0x00ff_0000;

/// The colour of letters; none where it is the program's own.
fn ink(element: &BytesStart<'_>) -> Option<u32> {
    if let Some(rgb) = attribute(element, "rgb") {
        return parse_colour(&rgb);
    }
    // The first two of a theme are for letters and ground; 10 and 11 for links.
    match (count(element, "theme"), count(element, "indexed")) {
        (Some(0 | 1 | 10 | 11), _) | (None, None | Some(0 | 8 | 64..)) => None,
        _ => Some(OTHER),
    }
}

/// The colour behind a cell; none where it is the program's own.
fn ground(element: &BytesStart<'_>) -> Option<u32> {
    if let Some(rgb) = attribute(element, "rgb") {
        return parse_colour(&rgb);
    }
    let tinted = attribute(element, "tint").is_some_and(|tint| tint.trim() != "0");
    match (count(element, "theme"), count(element, "indexed")) {
        (Some(0), _) if !tinted => None,
        (None, None | Some(1 | 9 | 64..)) => None,
        _ => Some(OTHER),
    }
}
