//! What `winset open` is told.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::ValueEnum;

use super::shared::{CaseArgs, LimitArgs, OverwriteArgs};

/// Find the cheapest steps and drops after which an overlap exists, and the next cheapest.
#[derive(Debug, clap::Args)]
#[command(after_help = OPEN_AFTER)]
pub(crate) struct OpenArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Only this party's demands may move: what can it do alone?
    #[arg(long, value_name = "PARTY", conflicts_with = "nobody_alone")]
    pub(crate) party: Option<String>,
    /// Leave nobody alone: make the cost of the party that bears most as small as possible, then
    /// the sum.
    #[arg(long)]
    pub(crate) nobody_alone: bool,
    /// This line, link or vote rule stays; may be given several times.
    #[arg(long, value_name = "DEMAND")]
    pub(crate) keep: Vec<String>,
    /// This party bears at most so much, by its own estimate; may be given several times.
    #[arg(long, value_name = "PARTY=COST")]
    pub(crate) max_cost: Vec<String>,
    /// Whether vote rules may be set aside. They carry no estimate: that costs nothing here.
    #[arg(long, value_enum, value_name = "WHETHER", default_value = "stay")]
    pub(crate) votes: VotesArg,
    /// How many openings to list; all that cost the same as the last are listed too.
    #[arg(short = 'k', long, value_name = "K", default_value = "3", value_parser = count)]
    pub(crate) next: NonZeroUsize,
    /// List all minimal openings.
    #[arg(long, conflicts_with = "next")]
    pub(crate) all: bool,
    /// Write the derived cases and the proofs to a folder, which is made when it is not there.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) export: Option<PathBuf>,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Whether vote rules may be set aside, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum VotesArg {
    Stay,
    MayDrop,
}

/// Reads how many.
fn count(text: &str) -> Result<NonZeroUsize, String> {
    text.parse()
        .map_err(|_| "expected a whole number from 1".to_owned())
}

const OPEN_AFTER: &str = "\
An opening is a set of steps on ladders and dropped links after which an overlap
exists, with all laws, vote rules and no-deal values kept. It is minimal: no
part of it opens. That no cheaper one exists is proven before it is printed.
Costs are each party's own estimates, on scales of their own.

The proof of opening N is about a derived case, with a choice for each demand
that may go; --export writes both, and winset verify takes them:
opening-N.case.json and opening-N.proof (nothing but earlier ones is cheaper),
others.* (there is no other up to the last cost), and with --nobody-alone
level-N.* (nothing but earlier ones has a lower largest cost).

Examples:
  winset open talks.yaml
  winset open talks.yaml --party lethia
  winset open talks.yaml --nobody-alone
  winset open talks.yaml --keep ORV-territory --max-cost lethia=5 -k 10
  winset open talks.yaml --all --json | jq '.openings[].steps'
  winset open talks.yaml --export proofs &&
    winset verify proofs/opening-1.case.json proofs/opening-1.proof

Exit codes:
  0  answered: the list is as long as asked for, or nothing opens
  2  bad input or usage, or a file that cannot be written
  3  stopped before that, or interrupted; what is known is printed

Shows sealed values; it is for the mediator's own desk.";
