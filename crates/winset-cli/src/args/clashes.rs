//! What `winset clashes` is told.

use clap::ValueEnum;

use super::shared::{CaseArgs, LimitArgs};

/// List the sets of demands that defeat each other, and what giving up would restore an overlap.
#[derive(Debug, clap::Args)]
#[command(after_help = CLASHES_AFTER)]
pub(crate) struct ClashesArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// What no-deal values are: left out, background that stays, or demands like any other.
    #[arg(long, value_enum, value_name = "HOW", default_value = "ignore")]
    pub(crate) floors: FloorsArg,
    /// Stop after so many clashes: the smallest where that can be known, else those found first;
    /// the answer says which. Of loops, the shortest.
    #[arg(long, value_name = "K")]
    pub(crate) at_most: Option<usize>,
    /// Also list conditions that wait for each other: "this only if that" against "that only if
    /// this", and the exchange in one act that would end the waiting.
    #[arg(long)]
    pub(crate) loops: bool,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// What no-deal values are, as it is written on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FloorsArg {
    Ignore,
    Keep,
    Members,
}

const CLASHES_AFTER: &str = "\
A clash is a set of demands that cannot all hold, while any of them could be
left out and the rest would hold. A correction is a set of demands without which
an overlap exists, none of which could be kept. Laws are background. Every clash
is proven in both directions before it is printed, and told in one sentence with
the laws that it needs.

Clashes of equal size that are left out by --at-most are those found last. Large
clashes are not always known to be the smallest: then the page says that others
may be smaller, and `clashes.smallest` in JSON is false.

Loops are made of links that say \"if\" and \"then\" of sets of options, of two to
six of them and of more than one owner.

No-deal values are left out unless asked for: clashes that hold them are long,
and tell of sealed values. Never show those to a party.

Examples:
  winset clashes talks.yaml
  winset clashes talks.yaml --at-most 5
  winset clashes talks.yaml --loops
  winset clashes talks.yaml --json | jq -r '.clashes.told[].sentence'
  winset clashes talks.yaml --floors members --json

Exit codes:
  0  answered: the lists are complete, or as long as asked for
  2  bad input or usage
  3  stopped before the lists were complete; what was found is printed";
