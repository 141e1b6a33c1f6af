//! What `winset settle` is told.

use super::{CaseArgs, LimitArgs};

/// Say which packages settlement rules pick, such as Nash's.
#[derive(Debug, clap::Args)]
#[command(after_help = SETTLE_AFTER)]
pub(crate) struct SettleArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Only these parties bargain [default: all with preferences]; of the others nothing counts but
    /// their demands and no-deal values.
    #[arg(long, value_name = "PARTY,..", value_delimiter = ',')]
    pub(crate) parties: Vec<String>,
    /// Scores of different parties may be added up, which the utilitarian rule needs; as if the case
    /// said `comparable: true`.
    #[arg(long)]
    pub(crate) comparable: bool,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

const SETTLE_AFTER: &str = "\
Each rule picks among the packages that are acceptable at the declared
positions. Gains are counted from each party's impasse value, else from its
no-deal value, else from 0.

  Nash               the largest product of gains; where not all can gain, of
                     those who can
  Kalai-Smorodinsky  gains as shares of each party's best gain: the worst-off
                     as well off as can be, then the next
  Egalitarian        the same with gains themselves, which compares scales
  Utilitarian        the largest sum of scores, which adds up scales

All packages that are as good are counted, and the first is shown; --json lists
up to 1,000. That nothing is better is proven and checked.

Examples:
  winset settle talks.yaml
  winset settle talks.yaml --parties north,south
  winset settle talks.yaml --comparable --json | jq .settlements.nash

Exit codes:
  0  answered: settlements, or proven that there are none
  2  bad input or usage
  3  stopped before all was known, or interrupted; what is known is printed

Shows sealed values; it is for the mediator's own desk.";
