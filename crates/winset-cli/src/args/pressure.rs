//! What `winset pressure` is told.

use super::shared::{CaseArgs, LimitArgs};

/// Say how far no-deal values must fall to open an overlap, by what and when.
#[derive(Debug, clap::Args)]
#[command(after_help = PRESSURE_AFTER)]
pub(crate) struct PressureArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Show, step by step, how the packages and the Nash package change with this party's no-deal
    /// value.
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: Option<String>,
    /// Look for at most so many ways of lowering several values together, and so many sets of
    /// levers.
    #[arg(long, value_name = "K", default_value_t = AT_MOST)]
    pub(crate) at_most: usize,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Ways and sets that are looked for unless told.
const AT_MOST: usize = 200;

const PRESSURE_AFTER: &str = "\
For each party alone: how far its value must fall, or may rise before an overlap
closes; where the rest already clashes, that no value would do. For several
together: all the least ways of lowering them. Levers of the case: the cheapest
sets that open it, with cost and delay. Trends: the first day on which they open
or close it by themselves. Uncertain values: whether the verdict depends on
them. Each figure is proven: by a package and by checked refutations.

Examples:
  winset pressure talks.yaml
  winset pressure talks.yaml --party north
  winset pressure talks.yaml --json | jq .joint

Exit codes:
  0  answered: lists are complete, or as long as asked for
  2  bad input or usage
  3  stopped before all was decided; what was found is printed

Shows sealed values; it is for the mediator's own desk.";
