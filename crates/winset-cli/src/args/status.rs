//! What `winset status` is told.

use super::shared::{CaseArgs, LimitArgs};

/// Say where the talks stand: points agreed, bracketed or blocked, concessions, signals.
#[derive(Debug, clap::Args)]
#[command(after_help = STATUS_AFTER)]
pub(crate) struct StatusArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

const STATUS_AFTER: &str = "\
All of it is derived from declared lines, offers and statements; nothing is
typed in. A point is blocked when no option lies inside every declared line on
it (laws count as lines). It is agreed when all who must agree stand for the
same option, nobody for another, and it lies inside every declared line; else it
is bracketed. Who must agree: the parties with the role `principal`, or all
parties where none has it. A party stands for the last that it said of a point.

Signals are an offer that crosses a declared line of its own maker, a concession
taken back, a demand repeated while another party moved, and a statement that
reads wider than its maker's declared line.

The clashes that each point sits in are those of `winset clashes`, without
no-deal values; the limits are for finding them.

Examples:
  winset status talks.yaml
  winset status talks.yaml --json | jq .status.counts

Shows sealed values; it is for the mediator's own desk.

Exit codes:
  0  answered
  2  bad input or usage
  3  stopped before all clashes were counted; the rest is printed";
