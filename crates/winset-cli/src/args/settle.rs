//! What `winset settle` is told.

use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use winset::solve::{Normalise, Rule};

use super::shared::{CaseArgs, LimitArgs};

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
    /// What each party has if nothing is agreed: case, no-deal, floor, zero, or values of parties
    /// (north=12,south=0.5) [default: case].
    #[arg(long, value_name = "POINT", value_delimiter = ',')]
    pub(crate) disagreement: Vec<String>,
    /// Bring scores to a common scale first: `best`, each party's best package counts 1; `range`, its
    /// worst counts 0 besides; or `none`.
    #[arg(
        long,
        value_enum,
        value_name = "SCALE",
        default_value = "none",
        hide_possible_values = true
    )]
    pub(crate) normalise: NormaliseArg,
    /// Ask these rules too, by name, or `all`.
    #[arg(long, value_name = "RULE,..", value_delimiter = ',', hide_possible_values = true,
          value_parser = rules_parser())]
    pub(crate) rules: Vec<String>,
    /// Weights of parties for weighted-nash, whole numbers from 1 (north=2,south=1).
    #[arg(long, value_name = "PARTY=N,..", value_delimiter = ',')]
    pub(crate) weights: Vec<String>,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// A common scale, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NormaliseArg {
    /// Scores as the case states them.
    None,
    /// Each party's best package counts 1.
    Best,
    /// Each party's worst package counts 0 and its best 1.
    Range,
}

impl From<NormaliseArg> for Normalise {
    fn from(arg: NormaliseArg) -> Self {
        match arg {
            NormaliseArg::None => Self::None,
            NormaliseArg::Best => Self::Best,
            NormaliseArg::Range => Self::Range,
        }
    }
}

/// Names of rules, and `all`.
fn rules_parser() -> PossibleValuesParser {
    let names = Rule::ALL.into_iter().map(Rule::name);
    PossibleValuesParser::new(names.chain(["all"]))
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

--rules asks others, read off the complete frontier:
  weighted-nash, equal-gains, textbook-ks
  negmas-nash, negmas-kalai, negmas-modified-kalai, negmas-ks,
  negmas-modified-ks, negmas-max-welfare, negmas-max-relative-welfare
  anl-kalai, genius-nash, genius-ks, negolog-nash, negolog-kalai

--disagreement floor is that of NegMAS: the no-deal value, or the worst package
where that is better. The best and the worst are those of all packages that keep
the laws, acceptable or not.

Examples:
  winset settle talks.yaml
  winset settle talks.yaml --parties north,south
  winset settle talks.yaml --comparable --json | jq .settlements.nash
  winset settle talks.yaml --rules negmas-kalai,negmas-ks
  winset settle talks.yaml --normalise range --disagreement floor
  winset settle talks.yaml --rules weighted-nash --weights north=2,south=1

Exit codes:
  0  answered: settlements, or proven that there are none
  2  bad input or usage
  3  stopped before all was known, or interrupted; what is known is printed

Shows sealed values; it is for the mediator's own desk.";
