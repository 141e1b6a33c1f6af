//! What `winset talks shuttle` is told.

use clap::ValueEnum;
use winset::play::session::{AnswersTold, TextQuestion};

use super::shared::CaseArgs;
use super::talks::{TalksHeldArgs, TalksShownArgs};

/// Shuttle with a single negotiating text: a mediator proposes, each party answers in private.
#[derive(Debug, clap::Args)]
#[command(after_help = SHUTTLE_AFTER)]
pub(crate) struct TalksShuttleArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Who proposes the texts: a mediator by name, or `person`.
    #[arg(long, value_name = "WHO", default_value = "asking")]
    pub(crate) mediator: String,
    /// Who answers for a party: a program by name.
    #[arg(long = "seat", value_name = "PARTY=WHO")]
    pub(crate) seats: Vec<String>,
    /// What answers for parties without a `--seat`.
    #[arg(long, value_name = "PROGRAM", default_value = "truthful")]
    pub(crate) others: String,
    /// The parties that are asked [default: all that must agree].
    #[arg(long, value_name = "PARTY,..", value_delimiter = ',')]
    pub(crate) order: Vec<String>,
    /// What parties are asked [default: what the mediator is made for].
    #[arg(long, value_enum, value_name = "QUESTION")]
    pub(crate) ask: Option<AskArg>,
    /// What the mediator is told of answers.
    #[arg(long, value_enum, value_name = "WHAT", default_value = "one-by-one")]
    pub(crate) told: ToldArg,
    /// End after so many texts [default: 100, without --time].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) texts: Option<u32>,
    #[command(flatten)]
    pub(crate) held: TalksHeldArgs,
    #[command(flatten)]
    pub(crate) shown: TalksShownArgs,
}

/// What parties are asked, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AskArg {
    /// Yes or no to each text by itself.
    ByItself,
    /// Yes or no to each text in place of the one that stands.
    OverStanding,
    /// Better, worse or the same than the text before.
    OverLast,
}

impl From<AskArg> for TextQuestion {
    fn from(arg: AskArg) -> Self {
        match arg {
            AskArg::ByItself => Self::ByItself,
            AskArg::OverStanding => Self::OverStanding,
            AskArg::OverLast => Self::OverLast,
        }
    }
}

/// What the mediator is told of answers, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ToldArg {
    /// Who answered what.
    OneByOne,
    /// Only whether somebody was against the text.
    WhetherAll,
}

impl From<ToldArg> for AnswersTold {
    fn from(arg: ToldArg) -> Self {
        match arg {
            ToldArg::OneByOne => Self::OneByOne,
            ToldArg::WhetherAll => Self::WhetherAll,
        }
    }
}

const SHUTTLE_AFTER: &str = "\
`asking` proposes what settles most, until all accept a text or none is left
that all may accept; it then says what is proven, and what it took for granted.
`winset talks strategies` lists the other mediators, and what answers for
parties. With `--as PARTY` you answer for that party yourself: you see the texts
and your own answers; with `--mediator person` you propose the texts.

Examples:
  winset talks shuttle talks.yaml
  winset talks shuttle talks.yaml --mediator asking-orders --texts 30
  winset talks shuttle talks.yaml --mediator flip --others climber --all
  winset talks shuttle talks.yaml --as north --trace shuttle.talks
  winset talks resume talks.yaml shuttle.talks
  winset talks shuttle talks.yaml --json | jq .knows

Exit codes:
  0  the shuttle ended, with a deal or without
  2  bad input or usage
  3  stopped or interrupted; with --trace it can go on

Without --as it shows sealed values; it is for the mediator's own desk.";
