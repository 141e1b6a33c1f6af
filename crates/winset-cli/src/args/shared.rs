//! Flags that several commands take.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use winset::model::number::Exact;

use super::values::{SemanticsArg, SyntaxArg, duration, step, threads, time};

/// A case file.
#[derive(Debug, clap::Args)]
pub(crate) struct CaseArgs {
    /// Case file, or a folder with a scenario of GENIUS, GeniusWeb, NegMAS or NegoLog; `-` reads
    /// standard input.
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,
    /// Syntax of the case [default: by the file's extension; standard input: yaml].
    #[arg(long, value_enum, value_name = "SYNTAX")]
    pub(crate) syntax: Option<SyntaxArg>,
    /// Of a folder: what the numbers of GENIUS files mean [default: genius].
    #[arg(long, value_enum, value_name = "READING", hide_possible_values = true)]
    pub(crate) semantics: Option<SemanticsArg>,
    /// Of a folder: take the numbers of real issues in steps of this.
    #[arg(long, value_name = "STEP", value_parser = step)]
    pub(crate) real_step: Option<Exact>,
    /// The case has no journal yet: leave alone those of the same case under other names.
    #[arg(long)]
    pub(crate) new_journal: bool,
}

/// A package on the table.
#[derive(Debug, clap::Args)]
pub(crate) struct TableArgs {
    /// File with a package: a mapping from every point to an option; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) package: Option<PathBuf>,
    /// Number of an offer in the case.
    #[arg(long, value_name = "N")]
    pub(crate) offer: Option<u64>,
}

/// How long a question may run.
#[derive(Debug, clap::Args)]
pub(crate) struct LimitArgs {
    /// Stop after so long: 2s, 500ms, 1m, or plain seconds.
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub(crate) time_limit: Option<Duration>,
    /// Stop each search after so many nodes.
    #[arg(long, value_name = "N")]
    pub(crate) node_limit: Option<u64>,
    /// Threads to search with [default: one for each core]; the answer does not depend on it.
    #[arg(long, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<NonZeroUsize>,
}

/// Whether files may be written over.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct OverwriteArgs {
    /// Overwrite files that are there; never the case, its journal or what else is read.
    #[arg(long)]
    pub(crate) force: bool,
}

/// Who reads.
#[derive(Debug, clap::Args)]
pub(crate) struct ReaderArgs {
    /// Who reads: `mediator`, `public`, or a party. What they may not see is left out.
    #[arg(long = "as", value_name = "AUDIENCE", default_value = "mediator")]
    pub(crate) audience: String,
}

/// How an act is written down and told.
#[derive(Debug, clap::Args)]
pub(crate) struct WritingArgs {
    /// Say all of it, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// When the act is written down, in UTC [default: now].
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<String>,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}
