//! Lists of persons from files, plain or encrypted. Whatever is wrong with them is told by row and column:
//! what stands in a cell may name somebody.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use winset::model::document::limits::FILE_BYTES_MAX;
use winset::plan::lists::{ListStatus, PersonEntry, PersonId};
use winset::sheet::{ReadTable, SheetFinding, read_tables};

use super::cipher::{decrypted, is_encrypted};
use super::keys::PersonsKeys;
use crate::failure::Failure;
use crate::flags::{Flags, WHOLE_FILE};

/// The columns of a list, by their heads.
const HEADS: [&str; 3] = ["id", "category", "status"];
/// Most characters of the name of a category.
const CATEGORY_MAX: usize = 60;
/// Most categories of a list: one with more has something else in that column.
const CATEGORIES_MAX: usize = 60;
/// Most bytes of a list.
const LIST_BYTES_MAX: usize = FILE_BYTES_MAX;
/// Most bytes of an encrypted list: those of one, what the format adds, and a third more as text.
const ENCRYPTED_BYTES_MAX: usize = LIST_BYTES_MAX / 2 * 3;

/// A list.
#[derive(Debug, Default)]
pub(super) struct PersonsList {
    /// Its entries, in the order of the rows.
    pub(super) entries: Vec<PersonEntry>,
    /// How many columns with a head it has beside those that are needed.
    pub(super) further_columns: usize,
}

/// The entries of a list, decrypted in memory where it is encrypted; none where something is wrong.
pub(crate) fn read_list(
    path: &Path,
    keys: &PersonsKeys,
    wrong: &mut Flags,
) -> Result<Vec<PersonEntry>, Failure> {
    let bytes = read_bytes(path)?;
    let read = plain_of(path, bytes, keys).and_then(|plain| list_of(&plain));
    Ok(match read {
        Ok(list) => list.entries,
        Err(found) => {
            wrong.file(path, &found);
            Vec::new()
        }
    })
}

/// All bytes of a file, or one more than are allowed.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let unread = |source| Failure::Read {
        name: path.display().to_string(),
        source,
    };
    let file = File::open(path).map_err(unread)?;
    winset::read_limited(file, ENCRYPTED_BYTES_MAX).map_err(unread)
}

/// The bytes of a list: decrypted where they are encrypted, which a file that is called `.age` has to be.
fn plain_of(path: &Path, bytes: Vec<u8>, keys: &PersonsKeys) -> Result<Vec<u8>, Vec<SheetFinding>> {
    let ending = path.extension();
    let named = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("age"));
    if !named && !is_encrypted(&bytes) {
        return Ok(bytes);
    }
    decrypted_list(&bytes, keys)
}

/// What an encrypted file holds.
pub(super) fn decrypted_list(
    bytes: &[u8],
    keys: &PersonsKeys,
) -> Result<Vec<u8>, Vec<SheetFinding>> {
    let found = if bytes.len() > ENCRYPTED_BYTES_MAX {
        too_large("at most 12 MiB of an encrypted list are read")
    } else if is_encrypted(bytes) && keys.each().is_empty() {
        let remedy = "give a key that opens it with --persons-key";
        finding(WHOLE_FILE, "this list is encrypted", remedy)
    } else {
        match decrypted(bytes, keys.each()) {
            Ok(plain) => return Ok(plain),
            Err(why) => why.finding(),
        }
    };
    Err(vec![found])
}

/// The list in the bytes of a plain file.
pub(super) fn list_of(bytes: &[u8]) -> Result<PersonsList, Vec<SheetFinding>> {
    if bytes.len() > LIST_BYTES_MAX {
        return Err(vec![too_large("at most 8 MiB of a list are read")]);
    }
    let tables = read_tables(bytes)?;
    let table = tables.tables.first().ok_or_else(|| {
        let remedy = "write the list on a sheet";
        vec![finding("workbook", "it has no sheet", remedy)]
    })?;
    let places = columns(table)?;
    let head = table.rows.first().map_or(&[][..], Vec::as_slice);
    let heads = head.iter().filter(|cell| !cell.as_text().trim().is_empty());
    Ok(PersonsList {
        entries: entries(table, places)?,
        further_columns: heads.count().saturating_sub(HEADS.len()),
    })
}

fn text(table: &ReadTable, row: usize, column: usize) -> &str {
    let cells = table.rows.get(row);
    let cell = cells.and_then(|cells| cells.get(column));
    cell.map_or("", |cell| cell.as_text().trim())
}

/// Where the columns are that are needed.
fn columns(table: &ReadTable) -> Result<[usize; 3], Vec<SheetFinding>> {
    let columns = table.rows.first().map_or(0, Vec::len);
    let column =
        |head: &str| (0..columns).find(|at| text(table, 0, *at).eq_ignore_ascii_case(head));
    let mut found = Vec::new();
    let places = HEADS.map(|head| {
        let column = column(head);
        if column.is_none() {
            let message = format!("no column is called `{head}`");
            let remedy = "name the columns id, category and status in the first row";
            found.push(finding("row 1", &message, remedy));
        }
        column.unwrap_or(0)
    });
    if found.is_empty() {
        Ok(places)
    } else {
        Err(found)
    }
}

fn entries(table: &ReadTable, places: [usize; 3]) -> Result<Vec<PersonEntry>, Vec<SheetFinding>> {
    let mut found = Vec::new();
    let mut entries = Vec::new();
    for row in 1..table.rows.len() {
        let [id, category, status] = places.map(|column| text(table, row, column));
        if [id, category, status] == ["", "", ""] {
            continue;
        }
        let mut wrong = |head: &str, message: &str, remedy: &str| {
            let place = format!("row {}, column {head}", row + 1);
            found.push(finding(&place, message, remedy));
        };
        let id = PersonId::read(id);
        if id.is_none() {
            wrong("id", "it names nobody", "write an identifier");
        }
        let named = !category.is_empty() && category.chars().count() <= CATEGORY_MAX;
        if !named {
            let remedy = "write up to 60 characters";
            wrong("category", "it is no name of a category", remedy);
        }
        let status = ListStatus::read(status);
        if status.is_none() {
            wrong("status", "it is no status", "write held, dead or unknown");
        }
        if let (Some(id), true, Some(status)) = (id, named, status) {
            entries.push(PersonEntry {
                id,
                category: category.to_owned(),
                status,
                row: row + 1,
            });
        }
    }
    found.extend(mistaken(&entries));
    if found.is_empty() {
        Ok(entries)
    } else {
        Err(found)
    }
}

/// Whether something else than categories stands in their column, such as identifiers: categories are told.
fn mistaken(entries: &[PersonEntry]) -> Option<SheetFinding> {
    let categories: BTreeSet<&str> = entries.iter().map(|e| e.category.as_str()).collect();
    let ids: BTreeSet<&PersonId> = entries.iter().map(|entry| &entry.id).collect();
    let names = categories.iter().filter_map(|name| PersonId::read(name));
    let message = if categories.len() > CATEGORIES_MAX {
        "more than 60 categories stand there"
    } else if categories.len() > ids.len().max(2) {
        "more categories than persons stand there"
    } else if names.into_iter().any(|name| ids.contains(&name)) {
        "an identifier stands there"
    } else {
        return None;
    };
    let remedy = "see whether its columns are named right";
    Some(finding("column category", message, remedy))
}

fn too_large(remedy: &str) -> SheetFinding {
    finding(WHOLE_FILE, "this file is too large", remedy)
}

/// A finding without anything of a file in it.
pub(super) fn finding(place: &str, message: &str, remedy: &str) -> SheetFinding {
    SheetFinding {
        place: place.to_owned(),
        message: message.to_owned(),
        remedy: remedy.to_owned(),
    }
}
