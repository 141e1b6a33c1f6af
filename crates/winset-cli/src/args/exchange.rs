//! What `winset exchange` is told.

use std::path::PathBuf;

use winset::model::calendar::Day;

use super::shared::{CaseArgs, LimitArgs, OverwriteArgs, StampArgs};

/// Work out an exchange of prisoners: lists, who is released when, which runs carry them.
#[derive(Debug, clap::Args)]
#[command(after_help = EXCHANGE_AFTER)]
pub(crate) struct ExchangeArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Runs that do not take place; what that does to the rest is said.
    #[arg(long = "miss", value_name = "CARRIER@YYYY-MM-DD", value_parser = missed)]
    pub(crate) missed: Vec<MissedArg>,
    /// Lists of persons in the place of claims: whose people, who holds them, the list of their own side
    /// and that of the holder. Files are CSV or workbooks with columns `id`, `category` and `status` (held,
    /// dead or unknown), plain or as `winset persons encrypt` wrote them. Persons are told by row only, never
    /// by what identifies them.
    #[arg(long = "lists", value_name = "OF@HELD_BY=OWN,HELD", value_parser = lists)]
    pub(crate) lists: Vec<ListArg>,
    /// A key that opens encrypted lists; may be repeated. What is decrypted stays in memory.
    #[arg(long, value_name = "KEYFILE", requires = "lists")]
    pub(crate) persons_key: Vec<PathBuf>,
    /// Write the runs, too: a table (.csv) or a calendar (.ics).
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) stamp: StampArgs,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// A run that does not take place.
#[derive(Debug, Clone)]
pub(crate) struct MissedArg {
    /// The carrier.
    pub(crate) carrier: String,
    /// The day.
    pub(crate) day: Day,
}

/// Two lists of one side's people.
#[derive(Debug, Clone)]
pub(crate) struct ListArg {
    /// Whose people they are.
    pub(crate) of: String,
    /// Who holds them.
    pub(crate) held_by: String,
    /// The list of their own side.
    pub(crate) owner: PathBuf,
    /// The list of who holds them.
    pub(crate) holder: PathBuf,
}

fn lists(text: &str) -> Result<ListArg, String> {
    let expected = "two parties and two files, such as lethia@orvane=claimed.csv,held.csv";
    let (pair, files) = text.split_once('=').ok_or(expected)?;
    let (of, held_by) = pair.split_once('@').ok_or(expected)?;
    let (owner, holder) = files.split_once(',').ok_or(expected)?;
    Ok(ListArg {
        of: of.to_owned(),
        held_by: held_by.to_owned(),
        owner: owner.into(),
        holder: holder.into(),
    })
}

fn missed(text: &str) -> Result<MissedArg, String> {
    let expected = "a carrier and a day, such as flight@2031-04-12";
    let (carrier, day) = text.rsplit_once('@').ok_or(expected)?;
    let day = Day::read(day).ok_or(expected)?;
    Ok(MissedArg {
        carrier: carrier.to_owned(),
        day,
    })
}

const EXCHANGE_AFTER: &str = "\
Lists come first: what each side claims and what its holder acknowledges. Only
who is acknowledged is released; who is in dispute stands in no phase.

Of all ways that keep the rules (ratios after each phase, parity, what carriers
can carry) the one is taken that comes first in this order, which is the same
for everybody and fixed before any number is known:
  1  most released in the first category, then in the second, and so on
  2  most through third states
  3  the larger of the lesser shares: the side that gets fewer of its people
     back gets as many as can be
  4  earliest in the first category, then in the second, and so on
  5  the first side's people earliest
That nothing comes before it is proven, and checked. Runs are loaded in the
order of their days; both sides go home at the same pace.

Examples:
  winset exchange talks.yaml
  winset exchange talks.yaml --miss flight@2031-04-12
  winset exchange talks.yaml --lists lethia@orvane=claimed.csv,held.csv
  winset exchange talks.yaml --lists lethia@orvane=claimed.age,held.age \\
    --persons-key mediator.key
  winset exchange talks.yaml -o runs.ics
  winset exchange talks.yaml --json | jq '.plan.phases'

Exit codes:
  0  answered
  2  bad input or usage
  3  stopped before it was decided";
