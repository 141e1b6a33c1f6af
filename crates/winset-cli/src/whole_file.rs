//! Writing files whole, or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

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

/// Writes several files: all of them first to files beside their places, so that a failure there
/// leaves nothing of any; then each takes its name.
pub(crate) fn write_all<'a>(
    files: impl Iterator<Item = (&'a Path, &'a [u8])>,
    what: &'static str,
) -> Result<(), Failure> {
    let mut parts = Parts(Vec::new());
    for (path, bytes) in files {
        let part = beside(path);
        parts.0.push((part.clone(), path));
        fill(&part, bytes).map_err(|source| failure(path, what, source))?;
    }
    for (part, path) in &parts.0 {
        fs::rename(part, path).map_err(|source| failure(path, what, source))?;
    }
    Ok(())
}

/// Files that go when it does, unless they have taken their names.
struct Parts<'a>(Vec<(PathBuf, &'a Path)>);

impl Drop for Parts<'_> {
    fn drop(&mut self) {
        for (part, _) in &self.0 {
            // It is not there where it took its name, and where it was never made.
            let _ = fs::remove_file(part);
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_files_all_are_written_or_none() {
        let folder = std::env::temp_dir().join(format!("winset-files-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let [first, last] = ["a.txt", "b.txt"].map(|name| folder.join(name));
        fs::write(&first, "old").unwrap();
        // Where the last one would be prepared, something stands in the way.
        fs::create_dir(beside(&last)).unwrap();
        let files = || [(first.as_path(), &b"new"[..]), (last.as_path(), b"new")].into_iter();
        assert!(write_all(files(), "the file").is_err());
        assert_eq!(fs::read_to_string(&first).unwrap(), "old");
        assert!(!last.exists() && !beside(&first).exists());
        fs::remove_dir(beside(&last)).unwrap();
        assert!(write_all(files(), "the file").is_ok());
        assert_eq!(fs::read_to_string(&first).unwrap(), "new");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        fs::remove_dir_all(&folder).unwrap();
    }
}
