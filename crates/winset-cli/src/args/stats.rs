//! What `winset stats` is told.

use super::shared::{CaseArgs, LimitArgs, TableArgs};

/// Describe a scenario in the figures of NegMAS, GENIUS and NegoLog, exactly.
#[derive(Debug, clap::Args)]
#[command(after_help = STATS_AFTER)]
#[command(group(clap::ArgGroup::new("table").args(["package", "offer"])))]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// In the eyes of these parties only [default: all with preferences]; of the others nothing
    /// counts but their demands and no-deal values.
    #[arg(long, value_name = "PARTY,..", value_delimiter = ',')]
    pub(crate) parties: Vec<String>,
    #[command(flatten)]
    pub(crate) table: TableArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

const STATS_AFTER: &str = "\
Of all packages that keep the laws: each party's worst and best, how many are
acceptable, how many are above every no-deal value, the efficient ones among
those that are acceptable, and what each rule picks (winset settle --help lists
the rules).

  opposition      NegMAS: the least distance of an acceptable package to where
                  everybody has its best, scores divided by the best; NegoLog
                  and ANL: the distance of negolog-kalai and of equal-gains to
                  1 for everybody, from the least to the most of ties
  conflict level  NegMAS: of two parties, the share of pairs of packages that
                  they rank in opposite order; exact, where NegMAS samples
  balance         NegoLog: the mean difference of what packages are worth

With a package, its distance to the frontier and to what each rule picks, and
NegMAS's optimality: 1 less the distance as a share of that between worst and
best. Distances are exact; they are shown to 12 digits.

Examples:
  winset stats laptop/
  winset stats laptop/ --semantics negmas
  winset stats talks.yaml --offer 5
  winset stats talks.yaml --json | jq .opposition

Exit codes:
  0  answered
  2  bad input or usage
  3  stopped before all was known, or interrupted; what is known is printed

Shows sealed values; it is for the mediator's own desk.";
