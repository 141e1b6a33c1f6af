//! Writing files whole, or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use winset::journal::{head_path, path_of};

use crate::failure::Failure;
use crate::output::{self, is_dash};

/// What a command reads, and where it may therefore write nothing.
#[derive(Debug, Clone)]
pub(crate) struct Places<'a> {
    inputs: Vec<&'a Path>,
    force: bool,
}

/// What is written, in messages ("the certificate"), and the endings that name files of its kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    pub(crate) what: &'static str,
    /// In lower case; none where a file of any name will do that names no other kind.
    pub(crate) endings: &'static [&'static str],
}

/// Endings that name a kind of file: what is of another kind does not go under such a name.
const KINDS: &[&str] = &[
    "age", "csv", "docx", "htm", "html", "ics", "journal", "json", "markdown", "md", "ods", "odt",
    "parquet", "pdf", "png", "svg", "txt", "xls", "xlsx", "xml", "yaml", "yml",
];

impl<'a> Places<'a> {
    /// Of a command that reads these; `force` lets it write over other files.
    pub(crate) fn new(inputs: impl IntoIterator<Item = &'a Path>, force: bool) -> Self {
        let inputs = inputs.into_iter().filter(|path| !is_dash(path));
        Self {
            inputs: inputs.collect(),
            force,
        }
    }

    /// Checks, before any work is done, that something can be written to this place: its folder
    /// exists, nothing but a file stands there, which is no input of the command, and nothing at all
    /// unless it may be written over; and its ending names no other kind of file. Standard output will
    /// always do.
    pub(crate) fn look_ahead(&self, path: &Path, written: Written) -> Result<(), Failure> {
        if is_dash(path) {
            return Ok(());
        }
        let Written { what, endings } = written;
        let checked = placed(path)
            .and_then(|()| self.no_input(path))
            .and_then(|()| named_for(path, endings))
            .and_then(|()| self.free(path));
        checked.map_err(|source| failure(path, what, source))
    }

    fn no_input(&self, path: &Path) -> io::Result<()> {
        for input in &self.inputs {
            let journal = path_of(input);
            let note = head_path(&journal);
            let taken = if same(path, input) {
                "the command reads it"
            } else if same(path, &journal) {
                "it is the journal of the case"
            } else if same(path, &note) {
                "it is the note of the journal of the case"
            } else if input.is_dir() && same(folder(path), input) && path.exists() {
                "it stands in the folder that the command reads"
            } else {
                continue;
            };
            return Err(io::Error::other(taken));
        }
        Ok(())
    }

    fn free(&self, path: &Path) -> io::Result<()> {
        if self.force || fs::symlink_metadata(path).is_err() {
            return Ok(());
        }
        Err(io::Error::other("it exists already; --force overwrites it"))
    }
}

/// Whether two paths lead to the same file, by whatever names and links.
fn same(one: &Path, other: &Path) -> bool {
    // What is not there yet is the same by its name in the same folder.
    let place = |path: &Path| {
        let there = fs::canonicalize(path);
        there.or_else(|_| {
            Ok(fs::canonicalize(folder(path))?.join(path.file_name().unwrap_or_default()))
        })
    };
    let named: [io::Result<PathBuf>; 2] = [place(one), place(other)];
    let is_named_so = matches!(&named, [Ok(one), Ok(other)] if one == other);
    is_named_so || is_linked(one, other)
}

/// Whether two names are links to one file.
#[cfg(unix)]
fn is_linked(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let file = |path: &Path| fs::metadata(path).map(|found| (found.dev(), found.ino()));
    matches!((file(one), file(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
fn is_linked(_: &Path, _: &Path) -> bool {
    false
}

/// An ending that names another kind of file misleads whoever opens it.
fn named_for(path: &Path, endings: &[&str]) -> io::Result<()> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_ascii_lowercase).unwrap_or_default();
    let ending = ending.as_str();
    if endings.contains(&ending) || !KINDS.contains(&ending) {
        return Ok(());
    }
    let said = match endings {
        [] => format!("`.{ending}` names another kind of file"),
        [only] => format!("`.{ending}` names another kind of file; end it with .{only}"),
        [first, ..] => format!("`.{ending}` names another kind of file; end it with .{first}, say"),
    };
    Err(io::Error::other(said))
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

/// Writes a file whole, or to standard output where its name says so.
pub(crate) fn put(path: &Path, bytes: &[u8], what: &'static str) -> Result<(), Failure> {
    if is_dash(path) {
        output::bytes(bytes)
    } else {
        write(path, bytes, what)
    }
}

/// Whether a file is to be a calendar, by its name.
pub(crate) fn is_calendar(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("ics"))
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

/// The same where nothing stands, and where nothing may be written over that comes there meanwhile.
pub(crate) fn create(path: &Path, bytes: &[u8], what: &'static str) -> Result<(), Failure> {
    let part = beside(path);
    let made = fill(&part, bytes).and_then(|()| match fs::hard_link(&part, path) {
        // Some file systems give a file no second name.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => fill(path, bytes),
        linked => linked,
    });
    // Whether it is gone adds nothing to what is told.
    let _ = fs::remove_file(&part);
    made.map_err(|source| failure(path, what, source))
}

/// Makes a folder where it is not there.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|source| failure(folder, "the folder", source))
}

/// The files of a folder with one of these endings (in lower case), in the order of their names.
pub(crate) fn files_in(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    let unread = |source| Failure::Read {
        name: folder.display().to_string(),
        source,
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if ending.is_some_and(|ending| endings.contains(&ending.to_ascii_lowercase().as_str())) {
            paths.push(path);
        }
    }
    paths.sort_unstable();
    Ok(paths)
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
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        // What is written holds sealed values, more often than not: it is for whoever asked for it.
        options.mode(0o600);
    }
    let mut file: File = options.open(part)?;
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
    fn what_stands_there_is_never_written_over() {
        let folder = std::env::temp_dir().join(format!("winset-create-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("a.yaml");
        assert!(create(&file, b"first", "the file").is_ok());
        assert!(create(&file, b"second", "the file").is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "first");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }

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
