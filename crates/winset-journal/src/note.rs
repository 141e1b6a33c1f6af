//! The note beside a journal: how many lines there are, and the hash of the last.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use crate::chain::ChainFault;
use crate::lock;
use crate::place::{head_path, with_ending};

/// Most bytes of a note that are looked at.
const BYTES_MAX: u64 = 200;

/// What the note beside a journal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// There is none: whether lines at the end were taken away cannot be known.
    Missing,
    /// It is not readable as one.
    Unreadable,
    /// So many lines, and the hash of the last.
    Says {
        /// The lines.
        lines: usize,
        /// The hash of the last.
        hash: String,
    },
}

impl Note {
    /// The lines and the hash.
    pub(crate) fn said(&self) -> Option<(usize, &str)> {
        match self {
            Self::Says { lines, hash } => Some((*lines, hash)),
            Self::Missing | Self::Unreadable => None,
        }
    }

    /// That it is not readable, after so many lines that hold.
    pub(crate) fn readable(&self, lines: usize) -> Result<(), ChainFault> {
        match self {
            Self::Unreadable => Err(ChainFault {
                line: lines + 1,
                what: "the note of the journal's end is not readable".to_owned(),
            }),
            Self::Missing | Self::Says { .. } => Ok(()),
        }
    }
}

/// The note beside a journal.
pub(crate) fn read(journal: &Path) -> io::Result<Note> {
    lock::check_kind(&head_path(journal))?;
    let file = match File::open(head_path(journal)) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Note::Missing),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(BYTES_MAX).read_to_end(&mut bytes)?;
    let said = std::str::from_utf8(&bytes).ok().and_then(|text| {
        // An editor leaves a mark in front and other ends of lines: what is noted is the same.
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim_end();
        let (lines, hash) = text.split_once(' ')?;
        let lines: usize = lines.parse().ok()?;
        let whole = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
        whole.then(|| (lines, hash.to_owned()))
    });
    Ok(said.map_or(Note::Unreadable, |(lines, hash)| Note::Says { lines, hash }))
}

/// Notes the end of the journal.
pub(crate) fn write(journal: &Path, lines: usize, hash: &str) -> io::Result<()> {
    replace(&head_path(journal), format!("{lines} {hash}\n").as_bytes())
}

/// Puts bytes in the place of a file: in a file beside it, which then takes its name. Where anything
/// fails, the file is as it was.
pub(crate) fn replace(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = with_ending(place, ".part");
    // Whatever stands there was left by a writer that was stopped, or put there by somebody: it goes, and
    // nothing that it leads to is touched.
    match fs::remove_file(&part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    let mut file = lock::private(&mut options).open(&part)?;
    // Who was let read the file before may read it still.
    if let Ok(before) = fs::metadata(place) {
        file.set_permissions(before.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_data()?;
    fs::rename(&part, place)?;
    sync_folder(place)
}

/// Makes names in the folder of a file last. Where a system does not let folders be opened, it
/// keeps names by itself.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    match File::open(folder.unwrap_or(Path::new("."))) {
        Ok(folder) => folder.sync_all(),
        Err(_) => Ok(()),
    }
}
