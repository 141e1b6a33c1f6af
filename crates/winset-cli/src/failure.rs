//! How a command can end: outcomes, and failures with their messages.

use std::io;

use thiserror::Error;
use winset::ask::NotSeated;
use winset::journal::JournalError;
use winset::model::characters::{look_alike, spelled_out};
use winset::model::diagnostic::Diagnostic;
use winset::play::space::NotKept;
use winset::play::trace::TraceFault;
use winset::{LoadError, SourceText};

use crate::theory::TermFault;

/// Exit code of a process that a second Ctrl-C ended.
pub(crate) const KILLED: i32 = 130;

/// Why a build of the command without the feature `parquet` refuses to write such files.
pub(crate) const NO_PARQUET: &str = "this build of the command writes no Parquet files; \
    `cargo build --release -p winset-cli --features parquet` makes one that does";

/// How a command ended that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The question is answered.
    Answered,
    /// Proven that there is none, where that is to be told by the exit code.
    No,
    /// Stopped undecided, or interrupted.
    Stopped,
    /// The file cannot be used; the findings are already printed.
    Unusable,
}

/// Why a command could not do its work.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Usage(#[from] clap::Error),
    #[error("{0}; see --help")]
    Misuse(&'static str),
    #[error("`{flag}` names `{}`, which is not there; expected {expected}{}", shown(.found, .nearest.as_deref()), meant(.nearest.as_deref()))]
    UnknownName {
        flag: &'static str,
        found: String,
        expected: String,
        nearest: Option<String>,
    },
    #[error("`{flag}` names `{found}`, which states no preferences; expected {expected}")]
    WithoutPreferences {
        flag: &'static str,
        found: String,
        expected: String,
    },
    #[error("`{flag}` says `{found}`; expected {expected}{}", meant(.nearest.as_deref()))]
    BadValue {
        flag: &'static str,
        found: String,
        expected: String,
        nearest: Option<String>,
    },
    #[error("failed to count the offer among those of the case: {0}")]
    NotCounted(String),
    #[error("failed to add the act to the text: {0}")]
    Unfit(String),
    #[error(
        "failed to make a clean text: no words for {0} are the mediator's own or shared by all, or its \
         readers do not see the option; give a package, or words with `winset text wording --by mediator`"
    )]
    NotClean(String),
    #[error("failed to {0}")]
    Workbook(String),
    #[error("failed to {0}")]
    Talks(String),
    #[error("failed to hold the tournament: {0}")]
    Tournament(String),
    #[error("failed to read the trace {name}: lines that do not follow: {}", .faults.len())]
    Trace {
        name: String,
        faults: Vec<TraceFault>,
    },
    #[error("failed to measure scores: {0}")]
    Scale(String),
    #[error("failed to {0}")]
    Load(Box<LoadError>),
    #[error("failed to use the changes: texts with findings: {}", .0.len())]
    Changes(Vec<(SourceText, Vec<Diagnostic>)>),
    #[error("failed to use the numbers: values with faults: {}", .0.len())]
    Terms(Vec<TermFault>),
    #[error("failed to read {name}: {source}")]
    Read { name: String, source: io::Error },
    #[error("failed to write {what} to {name}: {source}")]
    Write {
        what: &'static str,
        name: String,
        source: io::Error,
    },
    #[error("failed to write the output: {source}")]
    Output { source: io::Error },
    #[error("failed to listen for Ctrl-C: {0}")]
    Interrupts(#[from] ctrlc::Error),
    #[error("failed to write the answer as JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("failed to {doing}: {source}")]
    Desk {
        doing: &'static str,
        source: io::Error,
    },
    #[error("failed to lay out the report: {0}")]
    Report(askama::Error),
    #[error("failed to lay out the whole case: {0}")]
    WholeCase(askama::Error),
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        LoadError::Journal(error).into()
    }
}

impl From<NotSeated> for Failure {
    fn from(why: NotSeated) -> Self {
        Self::Talks(why.to_string())
    }
}

impl From<NotKept> for Failure {
    fn from(why: NotKept) -> Self {
        Self::Talks(why.to_string())
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Load(Box::new(error))
    }
}

/// A name that was not found: by the characters in which it differs from one that looks the same.
fn shown(found: &str, nearest: Option<&str>) -> String {
    if nearest.is_some_and(|nearest| look_alike(found, nearest)) {
        spelled_out(found)
    } else {
        found.to_owned()
    }
}

/// The name that may have been meant.
fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}
