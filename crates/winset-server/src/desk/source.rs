//! Where the case comes from, and whether it is still the same.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use winset_journal::Kept;
use winset_model::document::Node;

/// The files that a desk is about.
#[derive(Debug, Clone)]
pub struct Files {
    /// The case file.
    pub case: PathBuf,
    /// Its journal, which need not be there yet.
    pub journal: PathBuf,
}

/// A case as it was read.
#[derive(Debug)]
pub struct Source {
    /// The case file as a tree.
    pub document: Node,
    /// Its journal, where there is one.
    pub journal: Option<Kept>,
}

/// What tells whether files are still as they were read: when each was changed, and its length.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Stamp([Option<(SystemTime, u64)>; 2]);

impl Stamp {
    /// The stamp of the files now.
    pub(super) fn of(files: &Files) -> Self {
        let one = |path: &PathBuf| {
            let about = fs::metadata(path).ok()?;
            Some((about.modified().ok()?, about.len()))
        };
        Self([one(&files.case), one(&files.journal)])
    }
}
