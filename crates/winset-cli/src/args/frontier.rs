//! What `winset frontier` is told.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::ValueEnum;

use super::shared::{CaseArgs, CsvForArg, LimitArgs, OverwriteArgs};

/// List every combination of scores that no acceptable package beats.
#[derive(Debug, clap::Args)]
#[command(after_help = FRONTIER_AFTER)]
pub(crate) struct FrontierArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// In the eyes of these parties only [default: all with preferences]; of the others nothing
    /// counts but their demands and no-deal values.
    #[arg(long, value_name = "PARTY,..", value_delimiter = ',')]
    pub(crate) parties: Vec<String>,
    /// List at most so many points, which stand for all, and say what is missing at most [default:
    /// all; of a frontier too large for that, 100].
    #[arg(long, value_name = "N", conflicts_with = "engine")]
    pub(crate) at_most: Option<NonZeroUsize>,
    /// Use this way of finding it only and find all of it [default: point by point,
    /// else boxes, else bounded].
    #[arg(long, value_enum, value_name = "WAY")]
    pub(crate) engine: Option<EngineArg>,
    /// Say how it was found, and what its certificate holds.
    #[arg(long)]
    pub(crate) explain: bool,
    /// List all packages of every point, up to 1,000 of each.
    #[arg(long)]
    pub(crate) packages: bool,
    /// Write the points as a table (CSV): scores as decimals and exactly, number of packages, one package.
    #[arg(long, value_name = "FILE")]
    pub(crate) csv: Option<PathBuf>,
    /// The program that the table is for.
    #[arg(long, value_enum, value_name = "PROGRAM", default_value_t = CsvForArg::Any, requires = "csv")]
    pub(crate) csv_for: CsvForArg,
    /// The same as a Parquet file, where the command was built with the feature `parquet`.
    #[arg(long, value_name = "FILE")]
    pub(crate) parquet: Option<PathBuf>,
    /// Draw two parties' scores (SVG): the points, what rules pick, no-deal lines, offers.
    #[arg(long, value_name = "FILE")]
    pub(crate) plot: Option<PathBuf>,
    /// The two parties on the axes of the drawing [default: the first two].
    #[arg(
        long,
        value_name = "PARTY,PARTY",
        value_delimiter = ',',
        requires = "plot"
    )]
    pub(crate) axes: Vec<String>,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// A way of finding a frontier, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EngineArg {
    /// Point by point: sums of sets of score vectors.
    Sums,
    /// Boxes of score vectors, each searched for a package.
    Boxes,
}

const FRONTIER_AFTER: &str = "\
A package beats another if it gives no party less and some party more. The
frontier is every combination of scores that no acceptable package beats, each
with the number of packages that have it and the first of them. That none is
missing and none is beaten is checked before it is printed.

Points can stand for a frontier that is too large to list: whatever package is
acceptable, one of them gives each party as much but for a gap that is stated,
and checked as well.

Examples:
  winset frontier talks.yaml
  winset frontier talks.yaml --parties north,south --plot frontier.svg
  winset frontier talks.yaml --at-most 20
  winset frontier talks.yaml --csv frontier.csv --parquet frontier.parquet
  winset frontier talks.yaml --json | jq .frontier.points

Exit codes:
  0  answered: the whole frontier, points that stand for it with the gap that
     they leave, or proven that nothing is acceptable
  2  bad input or usage, or a file that cannot be written
  3  stopped before it was complete, or interrupted; what is known is printed

Shows sealed values; it is for the mediator's own desk.";
