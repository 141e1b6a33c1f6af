//! What `winset talks sealed` is told.

use std::path::PathBuf;

use super::shared::CaseArgs;

/// Sealed acceptance: each party marks in secret what it accepts; only what enough accept is shown.
#[derive(Debug, clap::Args)]
#[command(after_help = SEALED_AFTER)]
#[command(group(clap::ArgGroup::new("tabled").required(true).multiple(true).args(["package", "offer"])))]
pub(crate) struct TalksSealedArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// File with a package to put on the table; may be given again.
    #[arg(long, value_name = "FILE")]
    pub(crate) package: Vec<PathBuf>,
    /// Number of an offer to put on the table; may be given again.
    #[arg(long, value_name = "N")]
    pub(crate) offer: Vec<u64>,
    /// The parties that are asked [default: all that must agree].
    #[arg(long, value_name = "PARTY,..", value_delimiter = ',')]
    pub(crate) order: Vec<String>,
    /// What is enough: `all`, a number of those who are asked, or parties by name.
    #[arg(long, value_name = "all|N|PARTY,..", default_value = "all")]
    pub(crate) need: String,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

const SEALED_AFTER: &str = "\
Packages come from files and from whole offers of the case, and are tabled
without a word of where they come from. A program marks what its party would
sign; with `--as PARTY` you mark for that party yourself. What was marked by
whom is forgotten when it closes: nothing is written, and no trace kept.

Examples:
  winset talks sealed talks.yaml --offer 4 --offer 5
  winset talks sealed talks.yaml --package draft.yaml --as north
  winset talks sealed talks.yaml --offer 4 --offer 5 --need 2
  winset talks sealed talks.yaml --offer 5 --need north,south --json

Exit codes:
  0  it closed, with packages that enough accept or without
  2  bad input or usage
  3  stopped: nothing is kept";
