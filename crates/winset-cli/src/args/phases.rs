//! What `winset phases` is told.

use std::path::PathBuf;

use super::shared::{CaseArgs, LimitArgs, OverwriteArgs, StampArgs, TableArgs};
use super::values::named_number;

/// Plan how an agreement is carried out: rounds, days, and how much each side must dare.
#[derive(Debug, clap::Args)]
#[command(after_help = PHASES_AFTER)]
#[command(group(clap::ArgGroup::new("table").args(["package", "offer"])))]
pub(crate) struct PhasesArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    #[command(flatten)]
    pub(crate) table: TableArgs,
    /// What happens when an item of the plan is verified so many days late; may be repeated.
    #[arg(long, value_name = "ITEM=DAYS", value_parser = named_number)]
    pub(crate) late: Vec<(String, u64)>,
    /// The most that a party may have given without return, in the place of its bound in the plan; may be
    /// repeated.
    #[arg(long, value_name = "PARTY=N", value_parser = named_number)]
    pub(crate) bound: Vec<(String, u64)>,
    /// Write the schedule, too: a table (.csv), or a calendar (.ics), for which a day of signature is known.
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

const PHASES_AFTER: &str = "\
The case says under `plan` what is delivered by whom, after what and by when,
and what each item costs its owner and is worth to others. Items that are worth
something and cannot be taken back are delivered in rounds: by one party, or as
one act. A round begins when all before it are verified. What a party has given
more than it received, by its own values, is its exposure; after no round may it
be above the party's bound.

Found is the schedule with the fewest rounds, of these one with the least
largest exposure, of these one that ends first. Where there is none: the dates
that contradict each other, one by one, or proof that no order keeps the bounds.
How much trust is needed is the smallest bound with which there is an order. A
bond is what a party would have to deposit so that going on is never worse for
it than stopping.

With a package, the plan has the items whose `when` it meets; without one, all.

The table has a row for each item, the calendar its days, its verification and
the phases; both as planned, without what --late says. Without a schedule there
is nothing to write.

Examples:
  winset phases talks.yaml
  winset phases talks.yaml --package draft.yaml --bound north=30
  winset phases talks.yaml --late pause=14
  winset phases talks.yaml --as north
  winset phases talks.yaml -o schedule.ics
  winset phases talks.yaml --json | jq .plan.schedule.rounds

Exit codes:
  0  answered: a schedule, or proven that there is none
  2  bad input or usage; or with -o no schedule, and nothing is written
  3  stopped before it was decided, or interrupted; what is known is printed

Without --as it shows sealed values; it is for the mediator's own desk.";
