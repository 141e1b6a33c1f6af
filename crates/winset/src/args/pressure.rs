//! What `winset pressure` is told.

use super::{CaseArgs, LimitArgs};

/// Say how far each party's no-deal value must fall, all else fixed, to open an overlap.
#[derive(Debug, clap::Args)]
#[command(after_help = PRESSURE_AFTER)]
pub(crate) struct PressureArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

const PRESSURE_AFTER: &str = "\
Where there is an overlap, it says how far each value may rise before it closes.
Where the rest already clashes, no value would do, and it says so. Each figure
is proven: by a package that reaches it and a checked refutation of the next.

Examples:
  winset pressure talks.yaml
  winset pressure talks.yaml --json | jq .pressure

Shows sealed values; it is for the mediator's own desk.";
