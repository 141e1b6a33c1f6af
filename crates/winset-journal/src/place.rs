//! Where the journal of a case is: beside the file, or beside the file that a link leads to; and
//! journals that were begun for the same case under another name.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use crate::chain::beginning;
use crate::form;
use crate::lock;

const ENDING: &str = ".journal";
/// Most names of a folder that are looked at.
const NAMES_MAX: usize = 10_000;
/// Most bytes of a first line that are looked at.
const FIRST_BYTES_MAX: u64 = 1 << 20;

/// The journal of a case file: `CASE.journal` beside it. Of a link, the one beside the file that it
/// leads to, unless the link has one of its own.
pub fn path_of(case: &Path) -> PathBuf {
    let own = with_ending(case, ENDING);
    let is_link = fs::symlink_metadata(case).is_ok_and(|found| found.is_symlink());
    if !is_link || fs::symlink_metadata(&own).is_ok() {
        return own;
    }
    match fs::canonicalize(case) {
        Ok(real) => with_ending(&real, ENDING),
        Err(_) => own,
    }
}

/// The file that keeps the number of lines and the hash of the last.
pub fn head_path(journal: &Path) -> PathBuf {
    with_ending(journal, ".head")
}

pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Journals that begin with the case of this id and stand under another name, in the folder of the
/// journal or the one above it; in the order of their names. Their first line proves it.
///
/// Linear in the number of files of both folders; 10,000 of each at most are looked at.
pub fn elsewhere(journal: &Path, case_id: &str) -> Vec<PathBuf> {
    let start = beginning(case_id);
    let folder = folder_of(journal);
    let above = folder.join("..");
    let mut found = begun_with(&folder, &start);
    found.retain(|path| path.file_name() != journal.file_name());
    // A file that was moved down leaves its journal behind.
    let left = begun_with(&above, &start);
    found.extend(left.into_iter().filter(|path| !has_case(path)));
    found
}

/// Whether the case file is there that a journal stands beside.
pub fn has_case(journal: &Path) -> bool {
    let name = journal.to_string_lossy();
    name.strip_suffix(ENDING)
        .is_some_and(|case| Path::new(case).exists())
}

fn folder_of(path: &Path) -> PathBuf {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).to_owned()
}

fn begun_with(folder: &Path, start: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = entries.take(NAMES_MAX).flatten();
    let journals = names.filter(|entry| is_journal(&entry.file_name()));
    let paths = journals.map(|entry| entry.path());
    let mut found: Vec<PathBuf> = paths.filter(|path| begins(path, start)).collect();
    found.sort();
    found
}

fn is_journal(name: &OsStr) -> bool {
    name.to_string_lossy().ends_with(ENDING)
}

/// Whether the first line of a journal follows this hash. One that cannot be read does not.
fn begins(journal: &Path, start: &str) -> bool {
    let Some(file) = lock::check_kind(journal)
        .ok()
        .and_then(|()| File::open(journal).ok())
    else {
        return false;
    };
    let mut line = Vec::new();
    let read = BufReader::new(file.take(FIRST_BYTES_MAX)).read_until(b'\n', &mut line);
    let text = String::from_utf8_lossy(&line);
    let text = text.trim_start_matches('\u{FEFF}').trim_end();
    read.is_ok() && form::line(text).is_ok_and(|first| first.before == start)
}
