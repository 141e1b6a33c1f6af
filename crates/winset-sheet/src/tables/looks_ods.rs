//! The looks of cells in an ODS file.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::BytesStart;

use super::archive::Archive;
use super::cursor::{Step, attribute, step};
use super::looks::Looks;
use crate::colours::parse_colour;
use crate::findings::SheetFinding;

/// The looks of cells by the names of their styles.
pub(super) type NamedLooks = BTreeMap<String, Looks>;

/// The looks of cells by the names of their styles: those that people named, and those of single cells.
pub(super) fn looks_ods(archive: &mut Archive<'_>) -> Result<NamedLooks, SheetFinding> {
    let mut looks = NamedLooks::new();
    for part in ["styles.xml", "content.xml"] {
        if let Some(xml) = archive.part(part)? {
            styles(xml, part, &mut looks)?;
        }
    }
    Ok(looks)
}

fn styles(xml: impl BufRead, part: &str, looks: &mut NamedLooks) -> Result<(), SheetFinding> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut open: Option<(String, Looks)> = None;
    loop {
        match step(&mut reader, &mut buffer, part)? {
            Step::Start(element) | Step::Empty(element) => match element.local_name().as_ref() {
                "style" => {
                    close(&mut open, looks);
                    open = begun(&element, looks);
                }
                "table" => break,
                name => {
                    if let Some((_, looks)) = &mut open {
                        property(name, &element, looks);
                    }
                }
            },
            Step::End(name) if name == "style" => close(&mut open, looks),
            Step::Finish => break,
            Step::End(_) | Step::Text(_) | Step::Other => {}
        }
    }
    close(&mut open, looks);
    Ok(())
}

/// A style of cells, with what it takes over from the style that it is made of.
fn begun(element: &BytesStart<'_>, looks: &NamedLooks) -> Option<(String, Looks)> {
    let is_cell = attribute(element, "family").as_deref() == Some("table-cell");
    let name = attribute(element, "name").filter(|_| is_cell)?;
    let parent = attribute(element, "parent-style-name");
    let parent = parent.and_then(|parent| looks.get(&parent).copied());
    Some((name, parent.unwrap_or_default()))
}

fn close(open: &mut Option<(String, Looks)>, looks: &mut NamedLooks) {
    looks.extend(open.take());
}

fn property(name: &str, element: &BytesStart<'_>, looks: &mut Looks) {
    match name {
        "table-cell-properties" => {
            let ground = attribute(element, "background-color");
            if let Some(colour) = ground.and_then(|colour| parse_colour(&colour)) {
                looks.ground(colour);
            }
        }
        "text-properties" => {
            // Letters in the colour of the program's window have one as well, which does not count.
            let own = attribute(element, "use-window-font-color").as_deref() != Some("true");
            let ink = attribute(element, "color").filter(|_| own);
            if let Some(colour) = ink.and_then(|colour| parse_colour(&colour)) {
                looks.ink(colour);
            }
            let line = attribute(element, "text-line-through-style");
            looks.struck |= line.is_some_and(|line| line != "none");
        }
        _ => {}
    }
}
