//! What `winset solve` is told.

use std::path::PathBuf;

use super::shared::{CaseArgs, LimitArgs, OverwriteArgs};

/// Decide whether there is a package that every party accepts.
#[derive(Debug, clap::Args)]
#[command(after_help = SOLVE_AFTER)]
pub(crate) struct SolveArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    /// The verdict alone: without clashes, cheapest opening and settlements.
    #[arg(long)]
    pub(crate) brief: bool,
    #[command(flatten)]
    pub(crate) plan: PlanCutArgs,
    /// Exit with 1 when it is proven that there is no overlap.
    #[arg(long)]
    pub(crate) exit_code: bool,
    /// Write the proof that there is no overlap to FILE; it holds no-deal values. `-` is standard
    /// output, and the report then goes to standard error.
    #[arg(long, value_name = "FILE")]
    pub(crate) certificate: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// What the plan of a case leaves out.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct PlanCutArgs {
    /// Leave out packages whose plan cannot be carried out: no schedule keeps its dates and bounds.
    #[arg(long, conflicts_with = "certificate")]
    pub(crate) schedulable: bool,
}

const SOLVE_AFTER: &str = "\
The question is asked at the declared positions: every line at step 0 of its
ladder, every link, every vote rule, every no-deal value as a floor; then once
more without the no-deal values. \"No overlap\" is said only after a check of the
proof that shares nothing with the search.

Where there is no overlap, the clashes and the cheapest opening follow; where
there is one, the settlements: each with a small share of work of its own. The
commands clashes, open and settle go on where that does not do.

A plan (`winset phases`) takes from a package which of its items are to be
delivered. Of a case with a plan the answer says whether the package that is
shown can be carried out; --schedulable leaves out all that cannot.

Examples:
  winset solve talks.yaml
  winset solve talks.yaml --brief
  winset solve talks.yaml --certificate talks.proof --time-limit 2m
  winset solve talks.yaml --schedulable
  winset solve talks.yaml --json | jq .verdict

Exit codes:
  0  answered: an overlap, or proven that there is none
  1  with --exit-code: proven that there is none
  2  bad input or usage
  3  stopped before it was decided, or interrupted by Ctrl-C; what is known is
     printed, a second Ctrl-C ends at once";
