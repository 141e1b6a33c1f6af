//! Files that grow while work goes on, and take their names when they are whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::parts::failure;
use crate::failure::Failure;

/// A file of a folder under a hidden name, which goes when work ends before it is whole.
#[derive(Debug)]
pub(super) struct GrowingFile {
    path: PathBuf,
    part: PathBuf,
    to: BufWriter<File>,
}

impl GrowingFile {
    /// An empty one.
    pub(super) fn begin(folder: &Path, name: &str) -> Result<Self, Failure> {
        let part = folder.join(format!(".{name}.part"));
        let file = File::create(&part).map_err(|source| failure(&part, source))?;
        Ok(Self {
            path: folder.join(name),
            part,
            to: BufWriter::new(file),
        })
    }

    /// One with its first line.
    pub(super) fn with_head(folder: &Path, name: &str, head: &str) -> Result<Self, Failure> {
        let mut file = Self::begin(folder, name)?;
        file.add(head)?;
        Ok(file)
    }

    /// Adds lines.
    pub(super) fn add(&mut self, lines: &str) -> Result<(), Failure> {
        let written = self.to.write_all(lines.as_bytes());
        written.map_err(|source| failure(&self.path, source))
    }

    /// It is whole.
    pub(super) fn end(mut self) -> Result<(), Failure> {
        let flushed = self.to.flush();
        let named = flushed.and_then(|()| fs::rename(&self.part, &self.path));
        named.map_err(|source| failure(&self.path, source))
    }
}

impl Write for GrowingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl Drop for GrowingFile {
    fn drop(&mut self) {
        // It is not there where it took its name.
        let _ = fs::remove_file(&self.part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_half_written_is_left() {
        let folder = std::env::temp_dir().join(format!("winset-growing-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let begun = || GrowingFile::with_head(&folder, "a.csv", "head\n").unwrap();
        let names = || {
            let entries = fs::read_dir(&folder).unwrap();
            let names = entries.map(|entry| entry.unwrap().file_name());
            names.collect::<Vec<_>>()
        };
        drop(begun());
        assert!(names().is_empty(), "{:?}", names());
        begun().end().unwrap();
        assert_eq!(names(), ["a.csv"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
