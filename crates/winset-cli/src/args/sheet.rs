//! What `winset sheet` is told.

use std::path::PathBuf;

use clap::Subcommand;

use super::shared::{CaseArgs, OverwriteArgs, ReaderArgs};
use super::text::ActArgs;

/// Write a case as a workbook for colleagues who have a spreadsheet, and read back what they filled in.
#[derive(Debug, clap::Args)]
#[command(after_help = SHEET_AFTER)]
pub(crate) struct SheetArgs {
    #[command(subcommand)]
    pub(crate) what: SheetCommand,
}

/// Which way.
#[derive(Debug, Subcommand)]
pub(crate) enum SheetCommand {
    Write(Box<SheetWriteArgs>),
    Read(Box<SheetReadArgs>),
}

/// Write a case as a workbook: points, positions, scores, conditions, bodies, offers.
#[derive(Debug, clap::Args)]
pub(crate) struct SheetWriteArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// The workbook, `.xlsx`; or a folder for its sheets as CSV.
    #[arg(short = 'o', long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
}

/// Say what a workbook that came back changes, cell by cell, and after a yes write it as a change of the
/// case.
#[derive(Debug, clap::Args)]
pub(crate) struct SheetReadArgs {
    /// The workbook: `.xlsx`, `.ods`, or the folder of its sheets as CSV.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The case that it was made of.
    #[arg(long = "onto", value_name = "CASE")]
    pub(crate) onto: PathBuf,
    #[command(flatten)]
    pub(crate) reader: ReaderArgs,
    /// Whose changes they are: `mediator`, or a party, which may change its own entries [default: whose
    /// workbook it says it is].
    #[arg(long, value_name = "WHO")]
    pub(crate) by: Option<String>,
    /// Write it without asking.
    #[arg(long)]
    pub(crate) yes: bool,
    /// Why; for the author and the mediator only.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    #[command(flatten)]
    pub(crate) act: ActArgs,
}

const SHEET_AFTER: &str = "\
A party's workbook holds what that party may see and its own columns to fill,
and nothing else. What comes back is compared with what went out: what was
changed in the case meanwhile stays. Changes are seen by their author and the
mediator, where --visibility does not say otherwise. Who sent the file is for
you to know: a workbook only says whose it is.

Every command that reads a case file reads a workbook in its place; a matrix
that nobody made for winset is read with every guess told.

Examples:
  winset sheet write talks.yaml -o talks.xlsx
  winset sheet write talks.yaml --as north -o north.xlsx
  winset sheet read north.xlsx --onto talks.yaml
  winset sheet read north.xlsx --onto talks.yaml --yes
  winset sheet write talks.yaml -o sheets/
  winset new talks.yaml --from matrix.xlsx

Exit codes:
  0  written, or nothing to write, or with --dry-run: could be written
  2  bad input or usage, or not agreed to";
