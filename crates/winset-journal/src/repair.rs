//! Undoing what programs did to the bytes of a journal on its way.

use std::fs;
use std::path::Path;

use crate::error::{JournalError, io_error};
use crate::file::{opened, whole};
use crate::lock;
use crate::note;
use crate::transport::{self, Transport};

/// What a repair did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repaired {
    /// What was undone; nothing where the bytes were as written.
    pub undone: Transport,
    /// Bytes before.
    pub before: usize,
    /// Bytes after.
    pub after: usize,
}

/// Undoes what programs did to a journal's bytes on its way: a byte order mark, CR LF, empty lines. No
/// act is touched: what was changed in a line, moved or taken out stays, and is found as before. The
/// file is replaced as a whole, or not at all.
///
/// # Errors
/// When there is no journal, when another program holds it, and when the system refuses.
pub fn repair(journal: &Path) -> Result<Repaired, JournalError> {
    fs::metadata(journal).map_err(io_error(journal, "read"))?;
    let mut file = opened(journal)?;
    lock::for_writing(&file).map_err(io_error(journal, "write to"))?;
    let bytes = whole(&mut file, journal)?;
    let (written, undone) = transport::undone(&bytes);
    if !undone.is_none() {
        // Of a link, the file that it leads to: the link stays one.
        let place = fs::canonicalize(journal);
        let replaced = place.and_then(|place| note::replace(&place, &written));
        replaced.map_err(io_error(journal, "write to"))?;
    }
    Ok(Repaired {
        undone,
        before: bytes.len(),
        after: written.len(),
    })
}
