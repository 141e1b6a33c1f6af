//! The file of a trace, which grows as talks go.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::args::TalksHeldArgs;
use crate::failure::Failure;
use crate::whole_file::{Places, Written};

const WHAT: &str = "the trace";

/// A trace being written: each line is on its way to the disk before the next act.
#[derive(Debug)]
pub(super) struct TraceFile {
    file: Option<File>,
    path: PathBuf,
    /// What went wrong first.
    wrong: Option<io::Error>,
}

impl TraceFile {
    /// A new trace of talks about a case; nothing is written where none is asked for.
    pub(super) fn asked(args: &TalksHeldArgs, case: &Path) -> Result<Self, Failure> {
        let Some(path) = &args.trace else {
            return Ok(Self {
                file: None,
                path: PathBuf::new(),
                wrong: None,
            });
        };
        let written = Written {
            what: WHAT,
            endings: &["talks", "jsonl"],
        };
        Places::new([case], args.overwrite.force).look_ahead(path, written)?;
        Self::open(
            path,
            OpenOptions::new().write(true).create(true).truncate(true),
        )
    }

    /// A trace that is there, to be gone on with.
    pub(super) fn go_on(path: &Path) -> Result<Self, Failure> {
        Self::open(path, OpenOptions::new().append(true))
    }

    fn open(path: &Path, options: &mut OpenOptions) -> Result<Self, Failure> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            // It holds sealed values.
            options.mode(0o600);
        }
        let file = options.open(path).map_err(|source| failure(path, source))?;
        Ok(Self {
            file: Some(file),
            path: path.to_owned(),
            wrong: None,
        })
    }

    /// Adds lines. What goes wrong is told in the end.
    pub(super) fn add(&mut self, lines: &str) {
        if let (Some(file), None) = (&mut self.file, &self.wrong) {
            self.wrong = file.write_all(lines.as_bytes()).err();
        }
    }

    /// Everything lasts; else why not.
    pub(super) fn close(self) -> Result<(), Failure> {
        let synced = self.file.as_ref().map_or(Ok(()), File::sync_all);
        match self.wrong.map_or(synced, Err) {
            Ok(()) => Ok(()),
            Err(source) => Err(failure(&self.path, source)),
        }
    }
}

fn failure(path: &Path, source: io::Error) -> Failure {
    Failure::Write {
        what: WHAT,
        name: path.display().to_string(),
        source,
    }
}
