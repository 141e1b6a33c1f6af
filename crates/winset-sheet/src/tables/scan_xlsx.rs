//! A look at the sheets of an XLSX file, before its values are read.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::BytesStart;

use super::archive::Archive;
use super::cursor::{Step, attribute, step};
use super::facts::Facts;
use super::looks_xlsx::looks_xlsx;
use super::texts::{STRINGS, Texts};
use super::walk_xlsx::{OfFile, scan_cells};
use crate::findings::SheetFinding;
use crate::place::parse_cell;

/// What there is to tell of each sheet, in the file's order.
pub(super) fn scan_xlsx(archive: &mut Archive<'_>) -> Result<Vec<Facts>, SheetFinding> {
    let sheets = sheets(archive)?;
    let mut of_file = OfFile {
        looks: looks_xlsx(archive)?,
        texts: Texts::default(),
    };
    if let Some(part) = archive.part(STRINGS)? {
        of_file.texts.read(part)?;
    }
    let targets = relations(archive, "xl/_rels/workbook.xml.rels", "xl/")?;
    let mut found = Vec::new();
    for (name, relation) in sheets {
        let Some(part) = targets.get(&relation) else {
            continue;
        };
        let mut facts = Facts::new(&name);
        if let Some(xml) = archive.part(part)? {
            scan_cells(xml, part, &mut of_file, &mut facts)?;
        }
        if let Some((folder, file)) = part.rsplit_once('/') {
            let relations = relations(archive, &format!("{folder}/_rels/{file}.rels"), folder)?;
            for target in relations.values() {
                facts.pictures |= target.contains("drawings/drawing");
                if target.contains("omments")
                    && let Some(xml) = archive.part(target)?
                {
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
            Step::End(_) | Step::Text(_) | Step::Other => {}
        }
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
