//! What `winset improve` is told.

use super::shared::{CaseArgs, LimitArgs, TableArgs};

/// Say how a package on the table fares, and what would be better.
#[derive(Debug, clap::Args)]
#[command(after_help = IMPROVE_AFTER)]
#[command(group(clap::ArgGroup::new("table").required(true).args(["package", "offer"])))]
pub(crate) struct ImproveArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    #[command(flatten)]
    pub(crate) table: TableArgs,
    /// Most points that a trade may change.
    #[arg(long, value_name = "K", default_value = "3")]
    pub(crate) change: usize,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

const IMPROVE_AFTER: &str = "\
It says what each party gets, which demands the package breaks, and how far it
is from the frontier: the most that each party can have while nobody gets less.
Then the smallest change that makes a refused package acceptable; the best
package that nobody likes less (the Nash product of what parties gain over the
package on the table: Raiffa's post-settlement settlement); and the best trade
that changes at most K points, with who gives what. Each is proven.

Examples:
  winset improve talks.yaml --offer 5
  winset improve talks.yaml --package draft.yaml --change 2
  winset improve talks.yaml --package draft.yaml --json | jq .improve.trade

A package file settles every point:
  territory: t3
  ceasefire: c2

Exit codes:
  0  answered: what would be better, or proven that nothing would
  2  bad input or usage
  3  stopped before all was known, or interrupted; what is known is printed

Shows sealed values; it is for the mediator's own desk.";
