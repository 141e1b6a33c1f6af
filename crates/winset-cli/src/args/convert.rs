//! What `winset convert` and `winset lint` are told.

use std::path::PathBuf;

use clap::ValueEnum;
use winset::model::formats::peer::PeerFormat;
use winset::model::number::Exact;

use super::shared::{FilesArgs, LimitArgs, ReaderArgs};
use super::values::{SemanticsArg, step};

/// Turn a scenario of another program into a case file, or a case into files for that program.
#[derive(Debug, clap::Args)]
#[command(after_help = CONVERT_AFTER)]
pub(crate) struct ConvertArgs {
    /// Folder with a scenario, the file of its domain, or a case file.
    #[arg(value_name = "IN")]
    pub(crate) from_path: PathBuf,
    /// Case file to write, `.json`, `.yaml` or `.yml`, or a folder for files of another program;
    /// `-` writes a case to standard output.
    #[arg(value_name = "OUT")]
    pub(crate) to_path: PathBuf,
    /// Format of the folder [default: by the content of its files].
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) from: Option<FormatArg>,
    /// Format to write [default: a case].
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) to: Option<FormatArg>,
    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
    #[command(flatten)]
    pub(crate) reader: ReaderArgs,
    /// Round scores to multiples of this, such as 1e-12, the finest that always has a scale.
    #[arg(long, value_name = "STEP", value_parser = step)]
    pub(crate) round_scores: Option<Exact>,
    /// Write what can be said, though something is lost.
    #[arg(long)]
    pub(crate) lossy: bool,
    /// Overwrite files that are there.
    #[arg(long)]
    pub(crate) force: bool,
    /// Print what was read, written and lost as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// How files of other programs are read.
#[derive(Debug, clap::Args)]
pub(crate) struct ReadingArgs {
    /// What the numbers of GENIUS files mean.
    #[arg(long, value_enum, value_name = "READING", default_value = "genius")]
    pub(crate) semantics: SemanticsArg,
    #[command(flatten)]
    pub(crate) files: FilesArgs,
}

/// A format, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub(crate) enum FormatArg {
    Case,
    Genius,
    GeniusWeb,
    Negmas,
    Negolog,
}

impl FormatArg {
    /// The format of another program; `None` for a case.
    pub(crate) fn peer(self) -> Option<PeerFormat> {
        match self {
            Self::Case => None,
            Self::Genius => Some(PeerFormat::Genius),
            Self::GeniusWeb => Some(PeerFormat::GeniusWeb),
            Self::Negmas => Some(PeerFormat::Negmas),
            Self::Negolog => Some(PeerFormat::Negolog),
        }
    }
}

const CONVERT_AFTER: &str = "\
Examples:
  winset convert laptop/ laptop.json --round-scores 1e-12
  winset convert laptop/ - --semantics negmas --round-scores 1e-12
  winset convert talks.yaml talks-genius/ --to genius --lossy

What a file says and the case does not hold (discounts, weights that do not sum
to 1) is told, and what would be lost is listed: without --lossy nothing is
written then.

Exit codes:
  0  written
  2  bad input or usage, or something would be lost";

/// Say what programs would read differently in a scenario, and what comes of it.
#[derive(Debug, clap::Args)]
#[command(after_help = LINT_AFTER)]
pub(crate) struct LintArgs {
    /// Folder with a scenario of GENIUS, GeniusWeb, NegMAS or NegoLog, or the file of its domain.
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) files: FilesArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

const LINT_AFTER: &str = "\
For each reading: how many packages give every party at least its reservation,
the frontier and what is on it that is not on that of the first reading, and
which packages have the largest product of gains (Nash). Gains count from the
reservation; as NegMAS has it, from the least that a package gives where that is
more. A reading that takes more work than a share of it is told as far as it
came.

Examples:
  winset lint laptop/
  winset lint laptop/ --json | jq .readings[].made.acceptable

Exit codes:
  0  told
  2  bad input or usage
  3  stopped before all was known, or interrupted";
