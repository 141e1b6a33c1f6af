//! What `winset export` is told.

use std::path::PathBuf;

use clap::ValueEnum;
use winset::model::calendar::Day;

use super::shared::{CaseArgs, CsvForArg, LimitArgs, OverwriteArgs, StampArgs};

/// Write a table for a spreadsheet, or a calendar, for the mediator, a party or the public.
#[derive(Debug, clap::Args)]
#[command(after_help = EXPORT_AFTER)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// What to write.
    #[arg(value_enum, value_name = "WHAT")]
    pub(crate) what: WhatArg,
    /// File to write; `-` writes to standard output.
    #[arg(short, long, alias = "out", value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Of a calendar: the day of signature, from which the phases count.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) signed: Option<Day>,
    #[command(flatten)]
    pub(crate) stamp: StampArgs,
    /// Of a table: the program that it is for.
    #[arg(long, value_enum, value_name = "PROGRAM", default_value_t = CsvForArg::Any)]
    pub(crate) csv_for: CsvForArg,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// What to write, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum WhatArg {
    /// CSV: the points, how they stand, each party's latest offer and declared line, clashes.
    Matrix,
    /// CSV: the clashes, with their members, owners, points and sentences.
    Clashes,
    /// CSV: the offers.
    Offers,
    /// ICS: offers, sessions, statements and issued texts by their days.
    Calendar,
    /// SVG: offers, statements, sessions and incidents on one axis of days.
    Timeline,
    /// HTML: everything that the desk shows, in one file that loads nothing.
    Case,
}

fn day(text: &str) -> Result<Day, String> {
    Day::read(text).ok_or_else(|| "expected a day such as 2031-03-14 that exists".to_owned())
}

const EXPORT_AFTER: &str = "\
Every record of a table, and every calendar, says for whom it is, of which case
it was made (the hash of what the audience sees of the case file) and the last
day of which it tells. For the mediator it also names the end of the journal, as
LINES:HASH: on paper that is a witness of all acts up to it (see winset journal
verify --head).

Clashes are those of `winset clashes`, without no-deal values, among the demands
that the audience sees. The limits are for finding them.

Examples:
  winset export talks.yaml matrix -o matrix.csv
  winset export talks.yaml clashes -o clashes.csv --as public
  winset export talks.yaml calendar -o talks.ics --signed 2031-04-01
  winset export talks.yaml offers -o - --as north
  winset export talks.yaml offers -o offers.csv --csv-for excel
  winset export talks.yaml timeline -o talks.svg --as public
  winset export talks.yaml case -o talks.html --as north

Exit codes:
  0  written
  2  bad input or usage, or a file that cannot be read or written
  3  written, but stopped before all clashes were found";
