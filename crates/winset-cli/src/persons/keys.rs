//! Keys, and the files that hold them. What stands in such a file is never told.

use std::fs::File;
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret as _;
use age::x25519::{Identity, Recipient};
use winset::sheet::SheetFinding;

use super::cipher::is_encrypted;
use super::finding::{WHOLE_FILE, finding};
use crate::failure::Failure;
use crate::flags::Flags;
use crate::output::Output;
use crate::page::Page;

/// Most bytes of a file of keys.
const KEYS_BYTES_MAX: usize = 64 << 10;

/// Keys that open encrypted lists.
pub(crate) struct PersonsKeys(Vec<Identity>);

impl std::fmt::Debug for PersonsKeys {
    /// Never the keys.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonsKeys(..)")
    }
}

impl PersonsKeys {
    /// The keys.
    pub(super) fn each(&self) -> &[Identity] {
        &self.0
    }

    /// Whom lists are encrypted for that they open.
    pub(super) fn recipients(&self) -> impl Iterator<Item = Recipient> + '_ {
        self.0.iter().map(Identity::to_public)
    }
}

/// A new key: its recipient, and what its file holds.
pub(super) fn new_key() -> (Recipient, String) {
    let key = Identity::generate();
    let recipient = key.to_public();
    let secret = key.to_string();
    let text = format!("# public key: {recipient}\n{}\n", secret.expose_secret());
    (recipient, text)
}

/// The keys of files; what is wrong with these is told by line. Files that others can read are told of.
pub(crate) fn read_keys(
    paths: &[PathBuf],
    wrong: &mut Flags,
    output: Output,
) -> Result<PersonsKeys, Failure> {
    let mut keys = Vec::new();
    let mut remarks = Page::default();
    for path in paths {
        let unread = |source| Failure::Read {
            name: path.display().to_string(),
            source,
        };
        let file = File::open(path).map_err(unread)?;
        let shared = is_shared(&file);
        let bytes = winset::read_limited(file, KEYS_BYTES_MAX).map_err(unread)?;
        match keys_in(&bytes) {
            Ok(read) => keys.extend(read),
            Err(found) => wrong.workbook(path, &found),
        }
        if shared {
            note_shared(&mut remarks, path);
        }
    }
    output.remark(&remarks)?;
    Ok(PersonsKeys(keys))
}

/// The keys in a file as [`new_key`] and other programs of the format write it: a line each, and remarks.
pub(super) fn keys_in(bytes: &[u8]) -> Result<Vec<Identity>, Vec<SheetFinding>> {
    let whole = |message, remedy| Err(vec![finding(WHOLE_FILE, message, remedy)]);
    if bytes.len() > KEYS_BYTES_MAX {
        return whole("this is too large for a file of keys", MADE);
    }
    if is_encrypted(bytes) {
        let remedy = "decrypt it first, or give a key that is not encrypted";
        return whole("this file is encrypted itself", remedy);
    }
    let (mut keys, mut found) = (Vec::new(), Vec::new());
    for (place, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let line = line.trim_ascii();
        if line.is_empty() || line.starts_with(b"#") {
            continue;
        }
        let text = std::str::from_utf8(line).unwrap_or_default();
        if let Ok(key) = text.parse::<Identity>() {
            keys.push(key);
        } else {
            let (message, remedy) = no_key(text);
            found.push(finding(&format!("line {}", place + 1), message, remedy));
        }
    }
    match (keys.as_slice(), found.as_slice()) {
        ([], []) => whole("it holds no key", MADE),
        (_, []) => Ok(keys),
        _ => Err(found),
    }
}

/// Where files of keys come from.
const MADE: &str = "give a file that `winset persons key` made";

/// What is said of a line that is no key.
fn no_key(line: &str) -> (&'static str, &'static str) {
    if line.parse::<Recipient>().is_ok() {
        let message = "this is a recipient, which encrypts and opens nothing";
        return (message, "give the key that belongs to it");
    }
    let upper = line.to_ascii_uppercase();
    if upper.starts_with("AGE-PLUGIN-") || upper.starts_with("AGE-SECRET-KEY-PQ-") {
        let message = "this is a key of a kind that is not read here";
        return (message, "use a key that begins with AGE-SECRET-KEY-1");
    }
    ("this line is no key", MADE)
}

/// Recipients as they stand on the command line. One that is none may be a key, so it is not repeated.
pub(super) fn recipients(texts: &[String]) -> Result<Vec<Recipient>, Failure> {
    let read = texts.iter().map(|text| text.trim().parse::<Recipient>());
    let read: Result<Vec<Recipient>, _> = read.collect();
    read.map_err(|_| {
        Failure::Misuse("--to names no recipient: a line that begins with age1, as `winset persons key` prints it")
    })
}

#[cfg(unix)]
fn is_shared(file: &File) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let found = file.metadata();
    found.is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_shared(_: &File) -> bool {
    false
}

fn note_shared(page: &mut Page, path: &Path) {
    page.paragraph(&format!(
        "Note: others than its owner can get at the key {}: chmod 600.",
        path.display()
    ));
}
