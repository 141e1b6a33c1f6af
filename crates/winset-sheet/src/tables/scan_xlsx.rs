//! A look at the sheets of an XLSX file, before its values are read.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::BytesStart;

use super::archive::Archive;
use super::cursor::{Step, attribute, count, is_set, step};
use super::facts::{Facts, Held, add_to};
use super::table::MergedCells;
use crate::findings::SheetFinding;
use crate::place::parse_cell;

/// What there is to tell of each sheet, in the file's order.
pub(super) fn scan_xlsx(archive: &mut Archive<'_>) -> Result<Vec<Facts>, SheetFinding> {
    let sheets = sheets(archive)?;
    let targets = relations(archive, "xl/_rels/workbook.xml.rels", "xl/")?;
    let mut found = Vec::new();
    for (name, relation) in sheets {
        let Some(part) = targets.get(&relation) else {
            continue;
        };
        let mut facts = Facts::new(&name);
        if let Some(xml) = archive.part(part)? {
            scan_sheet(xml, part, &mut facts)?;
        }
        if let Some((folder, file)) = part.rsplit_once('/') {
            let relations = relations(archive, &format!("{folder}/_rels/{file}.rels"), folder)?;
            for target in relations.values().filter(|t| t.contains("comments")) {
                if let Some(xml) = archive.part(target)? {
                    scan_comments(xml, target, &mut facts)?;
                }
            }
        }
        found.push(facts);
    }
    Ok(found)
}

/// Names of sheets, and the relations under which their parts are found.
fn sheets(archive: &mut Archive<'_>) -> Result<Vec<(String, String)>, SheetFinding> {
    const PART: &str = "xl/workbook.xml";
    let mut sheets = Vec::new();
    each_element(archive, PART, |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (
                attribute(element, "name"),
                element.attributes().flatten().find_map(|a| {
                    let key: &str = a.key.as_ref();
                    key.ends_with(":id").then(|| a.value.clone().into_owned())
                }),
            )
        {
            sheets.push((name, id));
        }
    })?;
    Ok(sheets)
}

/// The parts that relations lead to.
fn relations(
    archive: &mut Archive<'_>,
    part: &str,
    folder: &str,
) -> Result<BTreeMap<String, String>, SheetFinding> {
    let mut targets = BTreeMap::new();
    each_element(archive, part, |element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
            targets.insert(id, resolved(folder, &target));
        }
    })?;
    Ok(targets)
}

/// The part that a target names, seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            part => path.push(part),
        }
    }
    path.join("/")
}

fn each_element(
    archive: &mut Archive<'_>,
    part: &str,
    mut look: impl FnMut(&BytesStart<'_>),
) -> Result<(), SheetFinding> {
    let Some(xml) = archive.part(part)? else {
        return Ok(());
    };
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        match step(&mut reader, &mut buffer, part)? {
            Step::Start(element) | Step::Empty(element) => look(&element),
            Step::Finish => return Ok(()),
            Step::End(_) | Step::Text | Step::Other => {}
        }
    }
}

/// Where a walk through the cells is.
#[derive(Default)]
struct Walk {
    row: usize,
    next_row: usize,
    next_column: usize,
    cell: Option<(usize, usize)>,
    held: Held,
    in_value: bool,
}

fn scan_sheet(xml: impl BufRead, part: &str, facts: &mut Facts) -> Result<(), SheetFinding> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut walk = Walk::default();
    loop {
        match step(&mut reader, &mut buffer, part)? {
            Step::Start(element) => walk.begin(&element, facts),
            Step::Empty(element) => {
                walk.begin(&element, facts);
                walk.end(element.local_name().as_ref(), facts)?;
            }
            Step::End(name) => walk.end(&name, facts)?,
            Step::Text => walk.held.value |= walk.in_value,
            Step::Other => {}
            Step::Finish => return Ok(()),
        }
    }
}

impl Walk {
    fn begin(&mut self, element: &BytesStart<'_>, facts: &mut Facts) {
        match element.local_name().as_ref() {
            "row" => {
                let stated = count(element, "r").and_then(|r| r.checked_sub(1));
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
            "c" => {
                let stated = attribute(element, "r").and_then(|r| parse_cell(&r));
                let place = stated.unwrap_or((self.row, self.next_column));
                self.next_column = place.1.saturating_add(1);
                self.cell = Some(place);
                self.held = Held {
                    error: attribute(element, "t").as_deref() == Some("e"),
                    ..Held::default()
                };
            }
            "f" => self.held.formula = true,
            "v" | "t" => self.in_value = true,
            "mergeCell" => {
                let block = attribute(element, "ref");
                let bounds = block.as_deref().and_then(|block| block.split_once(':'));
                let bounds = bounds.and_then(|(a, b)| parse_cell(a).zip(parse_cell(b)));
                if let Some((first, last)) = bounds {
                    facts.merged.push(MergedCells { first, last });
                }
            }
            _ => {}
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

fn scan_comments(xml: impl BufRead, part: &str, facts: &mut Facts) -> Result<(), SheetFinding> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        match step(&mut reader, &mut buffer, part)? {
            Step::Start(element) | Step::Empty(element)
                if matches!(element.local_name().as_ref(), "comment" | "threadedComment") =>
            {
                let place = attribute(&element, "ref").and_then(|r| parse_cell(&r));
                let news = place.filter(|place| !facts.comments.contains(place));
                facts.comments.extend(news);
            }
            Step::Finish => return Ok(()),
            _ => {}
        }
    }
}
