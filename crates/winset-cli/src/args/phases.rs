//! What `winset phases` is told.

use super::shared::{CaseArgs, LimitArgs, TableArgs};
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

Examples:
  winset phases talks.yaml
  winset phases talks.yaml --package draft.yaml --bound north=30
  winset phases talks.yaml --late pause=14
  winset phases talks.yaml --as north
  winset phases talks.yaml --json | jq .plan.schedule.rounds

Exit codes:
  0  answered: a schedule, or proven that there is none
  2  bad input or usage
  3  stopped before it was decided, or interrupted; what is known is printed

Without --as it shows sealed values; it is for the mediator's own desk.";
