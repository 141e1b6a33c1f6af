//! What `winset talks` is told.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Subcommand, ValueEnum};
use winset::play::session::{Clock, NoDealScore, TalksOnly};

use super::sealed::TalksSealedArgs;
use super::shared::{CaseArgs, OverwriteArgs};
use super::shuttle::TalksShuttleArgs;
use super::values::duration;

/// Hold talks under rules: between programs, with a person, and again from a trace.
#[derive(Debug, clap::Args)]
#[command(after_help = TALKS_AFTER)]
pub(crate) struct TalksArgs {
    #[command(subcommand)]
    pub(crate) what: TalksCommand,
}

/// What to do with talks.
#[derive(Debug, Subcommand)]
pub(crate) enum TalksCommand {
    Run(Box<TalksRunArgs>),
    Play(Box<TalksPlayArgs>),
    Shuttle(Box<TalksShuttleArgs>),
    Sealed(Box<TalksSealedArgs>),
    Resume(TalksResumeArgs),
    Replay(TalksReplayArgs),
    Strategies(TalksStrategiesArgs),
}

/// Hold talks between programs, and tell their course.
#[derive(Debug, clap::Args)]
#[command(after_help = RUN_AFTER)]
pub(crate) struct TalksRunArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    #[command(flatten)]
    pub(crate) rules: TalksRulesArgs,
    #[command(flatten)]
    pub(crate) shown: TalksShownArgs,
}

/// Take a party's seat yourself, in the terminal. `--as` says whose: you see what that party sees.
#[derive(Debug, clap::Args)]
#[command(after_help = PLAY_AFTER)]
pub(crate) struct TalksPlayArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    #[command(flatten)]
    pub(crate) rules: TalksRulesArgs,
    #[command(flatten)]
    pub(crate) shown: TalksShownArgs,
}

/// Go on with talks that were stopped, from their trace.
#[derive(Debug, clap::Args)]
#[command(after_help = RESUME_AFTER)]
pub(crate) struct TalksResumeArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Trace of the talks, to which what follows is added.
    #[arg(value_name = "TRACE")]
    pub(crate) trace: PathBuf,
    #[command(flatten)]
    pub(crate) shown: TalksShownArgs,
}

/// Play a trace again, act by act: by the rules, and by the programs that took part.
#[derive(Debug, clap::Args)]
#[command(after_help = REPLAY_AFTER)]
pub(crate) struct TalksReplayArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Trace of the talks.
    #[arg(value_name = "TRACE")]
    pub(crate) trace: PathBuf,
    #[command(flatten)]
    pub(crate) shown: TalksShownArgs,
}

/// List the strategies, acceptance rules and models that can be named.
#[derive(Debug, clap::Args)]
#[command(after_help = STRATEGIES_AFTER)]
pub(crate) struct TalksStrategiesArgs {
    /// Print them as one line of JSON: a list.
    #[arg(long)]
    pub(crate) json: bool,
}

/// The rules of talks, and who sits at the table.
#[derive(Debug, clap::Args)]
pub(crate) struct TalksRulesArgs {
    /// Who plays for a party: a strategy by name, or `program:COMMAND`.
    #[arg(long = "seat", value_name = "PARTY=WHO")]
    pub(crate) seats: Vec<String>,
    /// The strategy of parties without a `--seat`.
    #[arg(long, value_name = "STRATEGY", default_value = "boulware")]
    pub(crate) others: String,
    /// The parties at the table, in the order of turns [default: all with preferences].
    #[arg(long, value_name = "PARTY,..", value_delimiter = ',')]
    pub(crate) order: Vec<String>,
    /// Give a mediator the first seat, for `person` or `program:COMMAND`: three-way talks, in which turns
    /// may be passed.
    #[arg(long, value_name = "WHO")]
    pub(crate) mediator: Option<String>,
    /// Who may table packages in three-way talks.
    #[arg(long, value_enum, value_name = "WHO", requires = "mediator")]
    pub(crate) may_table: Option<MayTableArg>,
    /// End after so many rounds, in each of which everybody has a turn [default: 100, without --time].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) rounds: Option<u32>,
    /// How long an outside program may take for a turn.
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "10s")]
    pub(crate) turn_time: Duration,
    /// Whose conventions count time over rounds.
    #[arg(long, value_enum, value_name = "PROGRAM", default_value = "negmas")]
    pub(crate) clock: ClockArg,
    /// Which packages may be tabled and accepted: `lawful`, within the laws that everybody sees; `ratified`, of
    /// those, by each party, what the bodies that ratify for it pass.
    #[arg(
        long,
        value_enum,
        value_name = "WHICH",
        default_value = "anything",
        hide_possible_values = true
    )]
    pub(crate) only: OnlyArg,
    #[command(flatten)]
    pub(crate) held: TalksHeldArgs,
}

/// What is said of all talks that are held, under whatever rules.
#[derive(Debug, clap::Args)]
pub(crate) struct TalksHeldArgs {
    /// End after so long: 90s, 10m.
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub(crate) time: Option<Duration>,
    /// What no deal counts: `value`, what each party has without one, or `zero`.
    #[arg(
        long,
        value_enum,
        value_name = "SCORE",
        default_value = "value",
        hide_possible_values = true
    )]
    pub(crate) no_deal: NoDealArg,
    /// What draws come from; the same talks for the same number.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Write the course to this file as it goes, to play it again or to go on another day.
    #[arg(long, value_name = "FILE")]
    pub(crate) trace: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) overwrite: OverwriteArgs,
}

/// How a course is shown.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct TalksShownArgs {
    /// Show every turn, not only the last.
    #[arg(long)]
    pub(crate) all: bool,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
}

/// Who may table packages, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MayTableArg {
    /// Everybody at the table.
    All,
    /// The mediator alone.
    Mediator,
    /// The parties alone.
    Parties,
}

/// Whose conventions count time, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ClockArg {
    Genius,
    Negmas,
    Negolog,
}

impl From<ClockArg> for Clock {
    fn from(arg: ClockArg) -> Self {
        match arg {
            ClockArg::Genius => Self::Genius,
            ClockArg::Negmas => Self::Negmas,
            ClockArg::Negolog => Self::Negolog,
        }
    }
}

/// Which packages may be tabled, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnlyArg {
    Anything,
    Lawful,
    Ratified,
}

impl From<OnlyArg> for TalksOnly {
    fn from(arg: OnlyArg) -> Self {
        match arg {
            OnlyArg::Anything => Self::Anything,
            OnlyArg::Lawful => Self::Lawful,
            OnlyArg::Ratified => Self::Ratified,
        }
    }
}

/// What no deal counts, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NoDealArg {
    Value,
    Zero,
}

impl From<NoDealArg> for NoDealScore {
    fn from(arg: NoDealArg) -> Self {
        match arg {
            NoDealArg::Value => Self::Value,
            NoDealArg::Zero => Self::Zero,
        }
    }
}

const TALKS_AFTER: &str = "\
Examples:
  winset talks run talks.yaml --seat north=conceder --seat south=micro
  winset talks play talks.yaml --as north --trace first-day.talks
  winset talks shuttle talks.yaml
  winset talks sealed talks.yaml --offer 4 --offer 5
  winset talks resume talks.yaml first-day.talks
  winset talks replay talks.yaml first-day.talks --all
  winset talks strategies";

const RUN_AFTER: &str = "\
Strategies have names, some with parameters, and combine: `boulware`,
`time(e=0.2)`, `offer=boulware,accept=next,model=frequency`. `winset talks
strategies` lists them.

`program:COMMAND` is a program of your own that speaks JSON in lines.

Examples:
  winset talks run talks.yaml
  winset talks run talks.yaml --seat north=conceder --seat south=micro --all
  winset talks run talks.yaml --others linear --rounds 500 --seed 7
  winset talks run talks.yaml --seat 'north=program:python3 agent.py'
  winset talks run talks.yaml --json | jq .end.agreed

Exit codes:
  0  the talks ended, with a deal or without
  2  bad input or usage
  3  interrupted; with --trace they can go on

Shows sealed values; it is for the mediator's own desk.";

const PLAY_AFTER: &str = "\
The party sees its own scores, what is tabled, and nothing of the others. Type
`help` at the table to see what can be said there; `stop` ends the day, and
`winset talks resume` goes on.

Examples:
  winset talks play talks.yaml --as north
  winset talks play talks.yaml --as north --seat south=micro --rounds 20
  winset talks play talks.yaml --as north --trace first-day.talks

Exit codes:
  0  the talks ended, with a deal or without
  2  bad input or usage
  3  stopped; with --trace they can go on";

const RESUME_AFTER: &str = "\
Programs first live through all turns again, and must do what is written; who is
no program hears what was said. Then the talks go on, and the trace grows.

Examples:
  winset talks resume talks.yaml first-day.talks

Exit codes:
  0  the talks ended, with a deal or without
  2  bad input or usage
  3  stopped again";

const REPLAY_AFTER: &str = "\
Every line has to follow from those before it, and the last line must be what
comes out, byte for byte.

Examples:
  winset talks replay talks.yaml first-day.talks
  winset talks replay talks.yaml first-day.talks --all
  winset talks replay talks.yaml first-day.talks --json | jq '.course[-1]'

Exit codes:
  0  all follows
  1  a program would not do again what is written: it is of another version
  2  bad input or usage, or a line that does not follow

Shows sealed values; it is for the mediator's own desk.";

const STRATEGIES_AFTER: &str = "\
Examples:
  winset talks strategies
  winset talks strategies --json | jq -r '.[].name'";
