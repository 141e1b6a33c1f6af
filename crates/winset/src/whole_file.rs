//! Writing files whole, or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::exit::Failure;

/// Checks, before any work is done, that something can be written to this place: its folder
/// exists, and nothing but a file stands there. `what` is it in a message: "the certificate".
pub(crate) fn look_ahead(path: &Path, what: &'static str) -> Result<(), Failure> {
    placed(path).map_err(|source| failure(path, what, source))
}

fn placed(path: &Path) -> io::Result<()> {
    if path.file_name().is_none() {
        return Err(io::Error::other("not the name of a file"));
    }
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => return Err(io::Error::other("not a file")),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    if fs::metadata(folder(path))?.is_dir() {
        Ok(())
    } else {
        Err(io::Error::other("its folder is not a folder"))
    }
}

/// The same where nothing at all may stand there yet.
pub(crate) fn look_ahead_new(path: &Path, what: &'static str) -> Result<(), Failure> {
    look_ahead(path, what)?;
    match fs::symlink_metadata(path) {
        Ok(_) => {
            let source = io::Error::other("it exists already; --force overwrites it");
            Err(failure(path, what, source))
        }
        Err(_) => Ok(()),
    }
}

/// Writes it: first to a file beside the place, which then takes its name.
pub(crate) fn write(path: &Path, bytes: &[u8], what: &'static str) -> Result<(), Failure> {
    let part = beside(path);
    let written = fill(&part, bytes).and_then(|()| fs::rename(&part, path));
    written.map_err(|source| {
        // The failure is told; a part that cannot be removed either adds nothing to it.
        let _ = fs::remove_file(&part);
        failure(path, what, source)
    })
}

fn fill(part: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file: File = OpenOptions::new().write(true).create_new(true).open(part)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A hidden name in the same folder that no other process uses.
fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    folder(path).join(name)
}

fn failure(path: &Path, what: &'static str, source: io::Error) -> Failure {
    Failure::Write {
        what,
        name: path.display().to_string(),
        source,
    }
}
