//! What `winset report` is told.

use std::path::PathBuf;

use clap::ValueEnum;

use super::shared::{CaseArgs, LimitArgs, OverwriteArgs};

/// Write a report: one page to decide by, and annexes to check it by.
#[derive(Debug, clap::Args)]
#[command(after_help = REPORT_AFTER)]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// File to write; `-` writes Markdown to standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Form of the report [default: by the file's name: .md or .html].
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) form: Option<FormArg>,
    /// Print the sentences, the decisions and the checks as one line of JSON (winset-answer/1), too.
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// A form of reports, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormArg {
    Md,
    Html,
}

const REPORT_AFTER: &str = "\
The page says in three sentences how things stand, shows every point, and asks
for three decisions. The annexes hold the clashes, the openings, the
fair packages, pressure and time, and the talks so far. Each says which commands
check it, and what they print.

HTML is one file that loads nothing; it prints on A4 with the page first.
Each part has a share of work; --time-limit and --node-limit set limits of their
own. What was not finished is said, and ends with exit code 3.

Examples:
  winset report talks.yaml -o report.html
  winset report talks.yaml -o report.md --time-limit 2m
  winset report talks.yaml -o - | less

Shows sealed values; it is for the mediator's own desk.";
