//! Why a journal cannot be read or written.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::chain::ChainFault;
use crate::place::head_path;
use crate::transport::Transport;

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
        fault: ChainFault,
    },
    /// Programs on its way changed bytes that carry no meaning; acts are added after it is repaired.
    #[error(
        "write to the journal {}: {touched}; the acts are unchanged, and `winset journal repair` puts it right",
        .path.display()
    )]
    Touched {
        /// The journal.
        path: PathBuf,
        /// What was changed.
        touched: Transport,
    },
    /// There is none here, but one of the same case under another name.
    #[error(
        "find the journal {}: it is not there, but {} begins with this case: if it is its journal, give it \
         that name{}; if this case is to have a new one, say --new-journal",
        .path.display(), list(.found), note_too(.found)
    )]
    Elsewhere {
        /// The journal that is not there.
        path: PathBuf,
        /// Those that begin with the same case; at least one.
        found: Vec<PathBuf>,
    },
    /// A limit is passed.
    #[error("write to the journal {}: {what}", .path.display())]
    Limit {
        /// The journal.
        path: PathBuf,
        /// Which.
        what: String,
    },
    /// The writer's own word stands on another act already.
    #[error(
        "write to the journal {}: `{once}` stands on another act of the same author, in line {line}",
        .path.display()
    )]
    Once {
        /// The journal.
        path: PathBuf,
        /// The word.
        once: String,
        /// The line of the other act.
        line: usize,
    },
    /// The act cannot be written as JSON.
    #[error("write an act as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// A system error, with what was being done to the journal.
pub(crate) fn io_error(
    journal: &Path,
    doing: &'static str,
) -> impl Fn(io::Error) -> JournalError + use<> {
    let path = journal.to_owned();
    move |source| JournalError::Io {
        doing,
        path: path.clone(),
        source,
    }
}

fn list(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    names.join(" and ")
}

/// The note that belongs to a journal goes with it.
fn note_too(found: &[PathBuf]) -> String {
    match found {
        [one] if head_path(one).exists() => {
            format!(" (and {} the same with .head)", head_path(one).display())
        }
        _ => String::new(),
    }
}
