//! The journal on disk: reading it, and adding a line that lasts.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use crate::act::Act;
use crate::chain::{self, Chain, ChainFault};
use crate::error::{JournalError, io_error};
use crate::form;
use crate::limits::{self, BYTES_MAX, LINES_MAX};
use crate::lock;
use crate::note::{self, Note};
use crate::place;
use crate::transport::{self, Transport};

/// A journal that was read.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its lines.
    pub chain: Chain,
    /// The first line that does not hold, where there is one; `chain` ends before it.
    pub fault: Option<ChainFault>,
    /// The note beside it.
    pub note: Note,
    /// What programs did to its bytes on the way. The acts are read as they were written.
    pub touched: Transport,
}

/// An act that was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// Its line.
    pub line: usize,
    /// The hash of its line, which is that of the whole journal up to it.
    pub head: String,
    /// How many bytes of a torn line were cut off before it.
    pub cut: usize,
    /// Whether it had been written before, under the same word of the writer's.
    pub known: bool,
    /// Why the note beside the journal could not be brought up to date, where it could not. The act is
    /// on disk and counts; that lines are taken away after it would not be noticed.
    pub unnoted: Option<String>,
}

/// Reads the journal of a case; none where there is no file. Waits for nobody: what another writer has
/// begun and not finished is passed over.
///
/// # Errors
/// When the file cannot be read, is no file, or is too large. That it does not hold is no error here:
/// what holds can be looked at, and the fault stands beside it.
pub fn load(journal: &Path, case_id: &str) -> Result<Option<Kept>, JournalError> {
    let kept = read_once(journal, case_id)?;
    match &kept {
        // It may have been read while a writer was at its end.
        Some(Kept { fault: Some(_), .. }) => read_once(journal, case_id),
        _ => Ok(kept),
    }
}

fn read_once(journal: &Path, case_id: &str) -> Result<Option<Kept>, JournalError> {
    lock::check_kind(journal).map_err(io_error(journal, "read"))?;
    // The note first: lines that are added meanwhile are more than it says, and never fewer.
    let note = note::read(journal).map_err(io_error(journal, "read the note of"))?;
    let mut file = match File::open(journal) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(gone(case_id, &note).map(|fault| Kept {
                chain: chain::read(&[], case_id).0,
                fault: Some(fault),
                note,
                touched: Transport::default(),
            }));
        }
        Err(error) => return Err(io_error(journal, "read")(error)),
    };
    let bytes = whole(&mut file, journal)?;
    let (bytes, touched) = transport::undone(&bytes);
    let (mut chain, fault) = chain::read(&bytes, case_id);
    let fault = fault.or_else(|| noted(&chain, case_id, &note).err());
    if let Some(fault) = &fault {
        chain.cut(fault.line - 1, case_id);
    }
    Ok(Some(Kept {
        chain,
        fault,
        note,
        touched,
    }))
}

/// Whether a chain holds what is noted of it.
fn noted(chain: &Chain, case_id: &str, note: &Note) -> Result<(), ChainFault> {
    note.readable(chain.entries.len())?;
    match note.said() {
        Some((lines, hash)) => chain.held(case_id, lines, hash),
        None => Ok(()),
    }
}

/// What is wrong where there is no journal, although there was one.
fn gone(case_id: &str, note: &Note) -> Option<ChainFault> {
    if *note == Note::Missing || note.said() == Some((0, &chain::beginning(case_id))) {
        return None;
    }
    let what = match note.said() {
        Some((lines, _)) => format!("the journal is gone; it had {lines} lines"),
        None => "the journal is gone; only the note of its end is there".to_owned(),
    };
    Some(ChainFault { line: 1, what })
}

/// Adds an act. When this returns, the line is on disk; where it fails, or the machine does, the
/// line is there whole or not at all. Several writers take turns; each waits a second for the others.
///
/// # Errors
/// When another program holds the journal, when it does not hold together or its bytes were touched,
/// when there is none here but one of the same case beside it, when a limit is passed, when the act's
/// own word stands on another act of its author, and when the system refuses.
///
/// Linear in the length of the journal: all of it is checked first.
pub fn append(journal: &Path, case_id: &str, act: &Act) -> Result<Appended, JournalError> {
    limits::check_limits(act).map_err(|what| limit(journal, what))?;
    let mut file = open(journal, case_id)?;
    let bytes = whole(&mut file, journal)?;
    let note = note::read(journal).map_err(io_error(journal, "read the note of"))?;
    untouched(journal, &bytes)?;
    let (chain, fault) = chain::read(&bytes, case_id);
    let fault = fault.map_or_else(|| noted(&chain, case_id, &note), Err);
    fault.map_err(|fault| broken(journal, fault))?;
    let known = sent_before(journal, &chain, act)?;
    let appended = match known {
        Some(known) => {
            // Its writer may have been stopped before the line was safe.
            file.sync_data().map_err(io_error(journal, "keep"))?;
            known
        }
        None => add(&mut file, journal, &bytes, &chain, act)?,
    };
    let end = if appended.known {
        (chain.entries.len(), &chain.head)
    } else {
        (appended.line, &appended.head)
    };
    if note.said() == Some((end.0, end.1)) {
        return Ok(appended);
    }
    // The line is on disk whatever becomes of the note: an older note asks for less.
    let unnoted = note::write(journal, end.0, end.1).err();
    Ok(Appended {
        unnoted: unnoted.map(|error| error.to_string()),
        ..appended
    })
}

fn untouched(journal: &Path, bytes: &[u8]) -> Result<(), JournalError> {
    let touched = transport::undone(bytes).1;
    if touched.is_none() {
        return Ok(());
    }
    Err(JournalError::Touched {
        path: journal.to_owned(),
        touched,
    })
}

/// Begins a journal that has no act yet, whatever stands beside it; one that is there stays.
///
/// # Errors
/// When the system refuses, and when a note says that there was a journal.
pub fn begin(journal: &Path, case_id: &str) -> Result<(), JournalError> {
    if !journal.exists() {
        nothing_gone(journal, case_id)?;
        opened(journal)?;
    }
    Ok(())
}

fn nothing_gone(journal: &Path, case_id: &str) -> Result<(), JournalError> {
    let note = note::read(journal).map_err(io_error(journal, "read the note of"))?;
    // Another writer may have made it just now.
    match gone(case_id, &note).filter(|_| !journal.exists()) {
        Some(fault) => Err(broken(journal, fault)),
        None => Ok(()),
    }
}

/// The journal, open for this writer alone; made where there is none, none is noted, and none of the
/// same case stands under another name.
fn open(journal: &Path, case_id: &str) -> Result<File, JournalError> {
    if !journal.exists() {
        nothing_gone(journal, case_id)?;
        let found = place::elsewhere(journal, case_id);
        if !found.is_empty() && !journal.exists() {
            let path = journal.to_owned();
            return Err(JournalError::Elsewhere { path, found });
        }
    }
    loop {
        let file = opened(journal)?;
        lock::for_writing(&file).map_err(io_error(journal, "write to"))?;
        // While this one waited, a repair may have put another file in its place.
        if lock::is_at(&file, journal) {
            return Ok(file);
        }
    }
}

/// The file of a journal, made where there is none.
pub(crate) fn opened(journal: &Path) -> Result<File, JournalError> {
    lock::check_kind(journal).map_err(io_error(journal, "open"))?;
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    let file = lock::private(&mut options).open(journal);
    file.map_err(io_error(journal, "open"))
}

/// Writes the line of an act after those that are there, in place of what a crash left of one.
fn add(
    file: &mut File,
    journal: &Path,
    bytes: &[u8],
    chain: &Chain,
    act: &Act,
) -> Result<Appended, JournalError> {
    let line = chain.entries.len() + 1;
    let (text, hash) = chain::line(act, line, &chain.head)?;
    let kept = bytes.len() - chain.torn;
    // A last line that is whole but for its end gets it.
    let whole = kept == 0 || bytes[kept - 1] == b'\n';
    let end = if whole { "" } else { "\n" };
    if line > LINES_MAX || (kept + end.len() + text.len()) as u64 > BYTES_MAX {
        return Err(limit(journal, "it is full".to_owned()));
    }
    if chain.torn > 0 {
        file.set_len(kept as u64)
            .map_err(io_error(journal, "cut"))?;
    }
    let written = file.write_all(format!("{end}{text}").as_bytes());
    let written = written.and_then(|()| file.sync_data());
    if let Err(source) = written {
        // What was begun is taken back, so that it cannot come to count later on.
        let _ = file.set_len(kept as u64).and_then(|()| file.sync_data());
        return Err(io_error(journal, "write to")(source));
    }
    Ok(Appended {
        line,
        head: hash,
        cut: chain.torn,
        known: false,
        unnoted: None,
    })
}

/// The same act of the same author, written before. When it was written makes no difference.
fn sent_before(journal: &Path, chain: &Chain, act: &Act) -> Result<Option<Appended>, JournalError> {
    let Some(once) = &act.once else {
        return Ok(None);
    };
    let mut acts = chain.entries.iter().map(|entry| &entry.act);
    let Some(place) = acts.position(|a| a.once.as_ref() == Some(once) && a.by == act.by) else {
        return Ok(None);
    };
    if form::matter(&chain.entries[place].act)? != form::matter(act)? {
        return Err(JournalError::Once {
            path: journal.to_owned(),
            once: once.clone(),
            line: place + 1,
        });
    }
    Ok(Some(Appended {
        line: place + 1,
        head: chain.hashes[place].clone(),
        cut: 0,
        known: true,
        unnoted: None,
    }))
}

fn limit(journal: &Path, what: String) -> JournalError {
    JournalError::Limit {
        path: journal.to_owned(),
        what,
    }
}

fn broken(journal: &Path, fault: ChainFault) -> JournalError {
    JournalError::Broken {
        path: journal.to_owned(),
        fault,
    }
}

/// All bytes, from the beginning.
pub(crate) fn whole(file: &mut File, journal: &Path) -> Result<Vec<u8>, JournalError> {
    let io = io_error(journal, "read");
    file.seek(SeekFrom::Start(0)).map_err(&io)?;
    let mut bytes = Vec::new();
    file.take(BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(&io)?;
    if bytes.len() as u64 > BYTES_MAX {
        let what = format!("more than {BYTES_MAX} bytes");
        return Err(limit(journal, what));
    }
    Ok(bytes)
}
