//! The journal on disk: reading it, and adding a line that lasts.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::act::{Act, Alternative, Clause, Deed, Draft, TEXT_BYTES_MAX};
use crate::chain::{self, Chain, Fault};

/// Most bytes of a journal.
pub const BYTES_MAX: u64 = 64 << 20;
/// Most lines of a journal.
pub const LINES_MAX: usize = 100_000;

/// Why a journal cannot be read or written.
#[derive(Debug, Error)]
pub enum JournalError {
    /// The system refuses.
    #[error("{doing} {}: {source}", .path.display())]
    Io {
        /// What was being done: "read", "write".
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It does not hold together.
    #[error("use the journal {}: line {}: {}", .path.display(), .fault.line, .fault.what)]
    Broken {
        /// The journal.
        path: PathBuf,
        /// Where, and what is wrong.
        fault: Fault,
    },
    /// A limit is passed.
    #[error("write to the journal {}: {what}", .path.display())]
    Limit {
        /// The journal.
        path: PathBuf,
        /// Which.
        what: String,
    },
    /// The act cannot be written as JSON.
    #[error("write an act as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// A journal that was read.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its lines.
    pub chain: Chain,
    /// The first line that does not hold, where there is one; `chain` ends before it.
    pub fault: Option<Fault>,
}

/// An act that was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// Its line.
    pub line: usize,
    /// The hash of its line, which is that of the whole journal so far.
    pub head: String,
    /// How many bytes of a torn line were cut off before it.
    pub cut: usize,
    /// Whether it had been written before, under the same word of the writer's.
    pub known: bool,
}

/// The journal of a case file: `CASE.journal` beside it.
pub fn path_of(case: &Path) -> PathBuf {
    with_ending(case, ".journal")
}

/// The file that keeps the number of lines and the hash of the last.
pub fn head_path(journal: &Path) -> PathBuf {
    with_ending(journal, ".head")
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Reads the journal of a case; none where there is no file. Waits while somebody writes to it.
///
/// # Errors
/// When the file cannot be read or is too large. That it does not hold is no error here: what holds
/// can be looked at, and the fault stands beside it.
pub fn load(journal: &Path, case_id: &str) -> Result<Option<Kept>, JournalError> {
    let io = |doing| {
        move |source| JournalError::Io {
            doing,
            path: journal.to_owned(),
            source,
        }
    };
    let mut file = match File::open(journal) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return match noted(journal).map_err(io("read"))? {
                Some((lines, _)) if lines > 0 => Ok(Some(gone(case_id, lines))),
                _ => Ok(None),
            };
        }
        Err(error) => return Err(io("read")(error)),
    };
    file.lock_shared().map_err(io("wait for"))?;
    let bytes = whole(&mut file, journal)?;
    let noted = noted(journal).map_err(io("read"))?;
    let (chain, mut fault) = chain::read(&bytes, case_id);
    if fault.is_none() {
        let head = noted.as_ref().map(|(lines, hash)| (*lines, hash.as_str()));
        fault = chain::verify(&bytes, case_id, head).err();
    }
    Ok(Some(Kept { chain, fault }))
}

/// What is left of a journal that was taken away.
fn gone(case_id: &str, lines: usize) -> Kept {
    let (chain, _) = chain::read(&[], case_id);
    let what = format!("the journal is gone; it had {lines} lines");
    Kept {
        chain,
        fault: Some(Fault { line: 1, what }),
    }
}

/// Adds an act. When this returns, the line is on disk; where it fails, or the machine does, the
/// line is there whole or not at all. Several writers take turns.
///
/// # Errors
/// When the journal does not hold, when a limit is passed, and when the system refuses.
pub fn append(journal: &Path, case_id: &str, act: &Act) -> Result<Appended, JournalError> {
    let io = |doing| {
        move |source| JournalError::Io {
            doing,
            path: journal.to_owned(),
            source,
        }
    };
    within_limits(act).map_err(|what| limit(journal, what))?;
    let fresh = !journal.exists();
    let mut file = OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .open(journal)
        .map_err(io("open"))?;
    file.lock().map_err(io("wait for"))?;
    let bytes = whole(&mut file, journal)?;
    let noted = noted(journal).map_err(io("read"))?;
    let head = noted.as_ref().map(|(lines, hash)| (*lines, hash.as_str()));
    let chain = chain::verify(&bytes, case_id, head).map_err(|fault| JournalError::Broken {
        path: journal.to_owned(),
        fault,
    })?;
    if let Some(known) = sent_before(&chain, &bytes, act) {
        return Ok(known);
    }
    let line = chain.entries.len() + 1;
    let (text, hash) = chain::line(act, line, &chain.head)?;
    let kept = bytes.len() - chain.torn;
    if line > LINES_MAX || (kept + text.len()) as u64 > BYTES_MAX {
        return Err(limit(journal, "it is full".to_owned()));
    }
    if chain.torn > 0 {
        file.set_len(kept as u64).map_err(io("cut"))?;
    }
    // A last line that is whole but for its end gets it.
    let end = if kept > 0 && bytes[kept - 1] != b'\n' {
        "\n"
    } else {
        ""
    };
    let written = file.write_all(format!("{end}{text}").as_bytes());
    let written = written.and_then(|()| file.sync_data());
    if let Err(source) = written {
        // What was begun is taken back, so that it cannot come to count later on.
        let _ = file.set_len(kept as u64).and_then(|()| file.sync_data());
        return Err(io("write to")(source));
    }
    if fresh {
        sync_folder(journal).map_err(io("keep"))?;
    }
    note(journal, line, &hash).map_err(io("note the end of"))?;
    Ok(Appended {
        line,
        head: hash,
        cut: chain.torn,
        known: false,
    })
}

/// The same act of the same author, written before.
fn sent_before(chain: &Chain, bytes: &[u8], act: &Act) -> Option<Appended> {
    let once = act.once.as_ref()?;
    let same = |entry: &&crate::act::Entry| {
        entry.act.once.as_ref() == Some(once) && entry.act.by == act.by
    };
    let line = chain.entries.iter().find(same)?.line;
    Some(Appended {
        line,
        head: chain::hash_of_line(bytes, line)?,
        cut: 0,
        known: true,
    })
}

fn limit(journal: &Path, what: String) -> JournalError {
    JournalError::Limit {
        path: journal.to_owned(),
        what,
    }
}

/// All bytes, from the beginning.
fn whole(file: &mut File, journal: &Path) -> Result<Vec<u8>, JournalError> {
    let io = |source| JournalError::Io {
        doing: "read",
        path: journal.to_owned(),
        source,
    };
    file.seek(SeekFrom::Start(0)).map_err(io)?;
    let mut bytes = Vec::new();
    file.take(BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(io)?;
    if bytes.len() as u64 > BYTES_MAX {
        return Err(limit(journal, format!("more than {BYTES_MAX} bytes")));
    }
    Ok(bytes)
}

/// How many lines there were, and the hash of the last, as noted beside the journal.
fn noted(journal: &Path) -> io::Result<Option<(usize, String)>> {
    let text = match fs::read_to_string(head_path(journal)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let said = text.trim_end().split_once(' ');
    let said = said.and_then(|(lines, hash)| Some((lines.parse().ok()?, hash.to_owned())));
    said.map(Some)
        .ok_or_else(|| io::Error::other("the note of its end is not readable"))
}

/// Notes the end of the journal: to a file beside it, which then takes the note's name.
fn note(journal: &Path, lines: usize, hash: &str) -> io::Result<()> {
    let head = head_path(journal);
    let part = with_ending(&head, ".part");
    let mut file = File::create(&part)?;
    file.write_all(format!("{lines} {hash}\n").as_bytes())?;
    file.sync_data()?;
    fs::rename(&part, &head)?;
    sync_folder(journal)
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

/// Whether every text of an act is within the limit.
fn within_limits(act: &Act) -> Result<(), String> {
    let texts: Vec<&str> = match &act.deed {
        Deed::Offer { package, note, .. } => {
            let names = package.iter().flat_map(|(p, o)| [p.as_str(), o.as_str()]);
            names.chain(note.as_deref()).collect()
        }
        Deed::Draft(Draft {
            version, clauses, ..
        }) => clauses
            .iter()
            .flat_map(texts_of)
            .chain([version.as_str()])
            .collect(),
        Deed::Answer {
            version,
            clause,
            words,
            ..
        } => [version.as_str(), clause.as_str()]
            .into_iter()
            .chain(words.as_deref())
            .collect(),
        Deed::Wording { clause, text, .. } => [clause.as_str()]
            .into_iter()
            .chain(text.as_deref())
            .collect(),
        Deed::Clause {
            id, title, text, ..
        } => [id.as_str(), title.as_str()]
            .into_iter()
            .chain(text.as_deref())
            .collect(),
    };
    if texts.iter().any(|text| text.len() > TEXT_BYTES_MAX) {
        return Err(format!("a text of more than {TEXT_BYTES_MAX} bytes"));
    }
    Ok(())
}

fn texts_of(clause: &Clause) -> Vec<&str> {
    let Clause {
        id,
        place: _,
        title,
        alternatives,
    } = clause;
    let texts = alternatives.iter().map(|a: &Alternative| a.text.as_str());
    [id.as_str(), title.as_str()]
        .into_iter()
        .chain(texts)
        .collect()
}
