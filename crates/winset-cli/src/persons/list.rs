//! Lists of persons from files, plain or encrypted. Whatever is wrong with them is told by row and column:
//! what stands in a cell may name somebody.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use winset::model::document::limits::FILE_BYTES_MAX;
use winset::plan::lists::{ListStatus, PersonEntry, PersonId};
use winset::sheet::SheetFinding;

use super::cipher::{decrypted, is_encrypted};
use super::finding::{WHOLE_FILE, finding};
use super::keys::PersonsKeys;
use super::table::{PersonRow, PersonTable};
use crate::failure::Failure;
use crate::flags::Flags;

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
    let table = person_table(path, keys, &HEADS, &[])?;
    Ok(match list_in(table) {
        Ok(list) => list.entries,
        Err(found) => {
            wrong.workbook(path, &found);
            Vec::new()
        }
    })
}

/// A table of persons from a file, decrypted in memory where it is encrypted, with what is wrong in it.
pub(crate) fn person_table(
    path: &Path,
    keys: &PersonsKeys,
    heads: &[&'static str],
    optional: &[&'static str],
) -> Result<PersonTable, Failure> {
    let bytes = read_bytes(path)?;
    Ok(match plain_of(path, bytes, keys) {
        Ok(plain) => plain_table(&plain, heads, optional),
        Err(found) => PersonTable::refused(found),
    })
}

/// The table in the bytes of a plain file.
pub(crate) fn plain_table(
    bytes: &[u8],
    heads: &[&'static str],
    optional: &[&'static str],
) -> PersonTable {
    if bytes.len() > LIST_BYTES_MAX {
        let found = too_large("at most 8 MiB of a list are read");
        return PersonTable::refused(vec![found]);
    }
    PersonTable::of(bytes, heads, optional)
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
    list_in(plain_table(bytes, &HEADS, &[]))
}

fn list_in(mut table: PersonTable) -> Result<PersonsList, Vec<SheetFinding>> {
    let mut entries = Vec::new();
    for row in table.rows() {
        entries.extend(entry(&row, &mut table));
    }
    if let Some(mistaken) = mistaken(&entries) {
        table.add(mistaken);
    }
    let further_columns = table.heads().saturating_sub(HEADS.len());
    table.checked()?;
    Ok(PersonsList {
        entries,
        further_columns,
    })
}

fn entry(row: &PersonRow, table: &mut PersonTable) -> Option<PersonEntry> {
    let id = PersonId::read(row.text("id"));
    if id.is_none() {
        table.wrong(row, "id", "it names nobody", "write an identifier");
    }
    let category = row.text("category");
    let named = !category.is_empty() && category.chars().count() <= CATEGORY_MAX;
    if !named {
        let message = "it is no name of a category";
        table.wrong(row, "category", message, "write up to 60 characters");
    }
    let status = ListStatus::read(row.text("status"));
    if status.is_none() {
        let remedy = "write held, dead or unknown";
        table.wrong(row, "status", "it is no status", remedy);
    }
    Some(PersonEntry {
        id: id.filter(|_| named)?,
        category: category.to_owned(),
        status: status?,
        row: row.number,
    })
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
