//! What a rule reports, and why a run can fail.

use std::fmt;
use std::path::PathBuf;

/// One breach of one rule; ordered by path, then line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path from the root of the repository, with `/` between folders.
    pub path: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Name of the rule.
    pub rule: &'static str,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Finding {
    /// A finding of `rule` at `path:line`.
    pub fn new(rule: &'static str, path: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            rule,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: [{}] {}",
            self.path, self.line, self.rule, self.message
        )
    }
}

/// Why tidy could not look at the repository at all.
#[derive(Debug, thiserror::Error)]
pub enum TidyError {
    /// A program could not be started.
    #[error("start `{program}`: {source}")]
    Start {
        /// The program.
        program: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// A program ran and failed.
    #[error("run `{command}`: {stderr}")]
    Failed {
        /// The program and its arguments.
        command: String,
        /// What it printed.
        stderr: String,
    },
    /// A file or folder could not be read.
    #[error("read {path}: {source}", path = path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The answer of `cargo metadata` is not JSON.
    #[error("read the answer of `cargo metadata`: {0}")]
    Json(#[from] serde_json::Error),
    /// The answer of `cargo metadata` lacks something.
    #[error("find {0} in the answer of `cargo metadata`")]
    Lacks(&'static str),
}
