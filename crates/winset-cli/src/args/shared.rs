//! Flags that several commands take.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ValueEnum;
use winset::export::csv::CsvFor;
use winset::journal::JournalUntil;
use winset::model::formats::peer::RealSteps;
use winset::model::formats::{Chosen, Rounding, ScenarioOptions};
use winset::model::number::Exact;

use super::values::{SemanticsArg, SyntaxArg, duration, step, threads, time, until};

/// A case file. The group says that one is given, which flattened arguments do not say by themselves.
#[derive(Debug, clap::Args)]
#[group(args = ["case"], multiple = true)]
pub(crate) struct CaseArgs {
    /// Case file, or a folder with a scenario of GENIUS, GeniusWeb, NegMAS or NegoLog, or the file of
    /// its domain; `-` reads standard input.
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,
    /// Syntax of the case [default: by the file's extension; standard input: yaml].
    #[arg(long, value_enum, value_name = "SYNTAX", requires = "case")]
    pub(crate) syntax: Option<SyntaxArg>,
    /// Of a folder: what the numbers of GENIUS files mean [default: genius].
    #[arg(
        long,
        value_enum,
        value_name = "READING",
        hide_possible_values = true,
        requires = "case"
    )]
    pub(crate) semantics: Option<SemanticsArg>,
    #[command(flatten)]
    pub(crate) files: FilesArgs,
    /// The case has no journal yet: leave alone those of the same case under other names.
    #[arg(long, requires = "case")]
    pub(crate) new_journal: bool,
    /// The case as of an act of its journal, or of the end of a day (UTC).
    #[arg(long, value_name = "LINE|YYYY-MM-DD", value_parser = until, requires = "case")]
    pub(crate) as_of: Option<JournalUntil>,
    #[command(flatten)]
    pub(crate) reader: ReaderArgs,
}

impl CaseArgs {
    /// A case file, read as its name says.
    pub(crate) fn of_file(case: &Path) -> Self {
        Self {
            case: case.to_owned(),
            syntax: None,
            semantics: None,
            files: FilesArgs {
                domain: None,
                profiles: Vec::new(),
                real_step: None,
                real_steps: None,
            },
            new_journal: false,
            as_of: None,
            reader: ReaderArgs::default(),
        }
    }
}

/// Who reads.
#[derive(Debug, Default, Clone, clap::Args)]
pub(crate) struct ReaderArgs {
    /// Who reads: `mediator`, `public`, or a party. What they may not see is left out before anything is
    /// computed [default: all of the file; where something is made for a reader, the mediator].
    #[arg(long = "as", value_name = "AUDIENCE")]
    pub(crate) audience: Option<String>,
    /// Leave out what parties suppose of others.
    #[arg(long)]
    pub(crate) without_assumptions: bool,
}

/// Which files of a folder make a scenario, and what they leave open.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct FilesArgs {
    /// Of a folder: the file of the domain [default: the only one there].
    #[arg(long, value_name = "FILE")]
    pub(crate) domain: Option<String>,
    /// Of a folder: the files of the profiles, in the order of the parties [default: all there].
    #[arg(long, value_name = "FILE,..", value_delimiter = ',')]
    pub(crate) profiles: Vec<String>,
    /// Of a folder: take the numbers of real issues in steps of this.
    #[arg(long, value_name = "STEP", value_parser = step, conflicts_with = "real_steps")]
    pub(crate) real_step: Option<Exact>,
    /// Of a folder: take the numbers of each real issue in so many steps.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) real_steps: Option<u32>,
}

impl FilesArgs {
    /// Whether any of them is given.
    pub(crate) fn are_given(&self) -> bool {
        let Self {
            domain,
            profiles,
            real_step,
            real_steps,
        } = self;
        domain.is_some() || !profiles.is_empty() || real_step.is_some() || real_steps.is_some()
    }

    /// How files are read with them; GENIUS files as GENIUS reads them, scores rounded where they have
    /// no common scale.
    pub(crate) fn options(&self) -> ScenarioOptions {
        let step = self.real_step.map(RealSteps::Every);
        ScenarioOptions {
            real_steps: step.or(self.real_steps.map(RealSteps::Count)),
            chosen: Chosen {
                domain: self.domain.clone(),
                profiles: self.profiles.clone(),
            },
            rounding: Rounding::WhereNeeded,
            ..ScenarioOptions::default()
        }
    }
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

/// When a calendar says that it was written.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct StampArgs {
    /// Of a calendar: when it is written, in UTC, which tells calendar programs which of two is later
    /// [default: now].
    #[arg(long, value_name = "TIME", value_parser = time, requires = "output")]
    pub(crate) at: Option<String>,
}

/// Whether files may be written over.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct OverwriteArgs {
    /// Overwrite files that are there; never the case, its journal or what else is read.
    #[arg(long)]
    pub(crate) force: bool,
}

/// The program that a table is for, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CsvForArg {
    /// Commas and decimal points, UTF-8 (RFC 4180).
    Any,
    /// Excel where numbers have a decimal comma: byte order mark, semicolons.
    Excel,
}

impl From<CsvForArg> for CsvFor {
    fn from(arg: CsvForArg) -> Self {
        match arg {
            CsvForArg::Any => Self::Any,
            CsvForArg::Excel => Self::Excel,
        }
    }
}

/// How an act is written down and told.
#[derive(Debug, Clone, clap::Args)]
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
