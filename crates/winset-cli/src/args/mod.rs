//! What the command is told.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use clap::{ColorChoice, Parser, Subcommand, ValueEnum};
use winset::model::document::Syntax;
use winset::model::number::{self, Exact, NumberFault};

mod clashes;
mod convert;
mod desk;
mod export;
mod files;
mod frontier;
mod improve;
mod journal;
mod offer;
mod open;
mod pressure;
mod report;
mod settle;
mod solve;
mod stats;
mod status;
mod text;
mod what_if;

pub(crate) use clashes::{ClashesArgs, FloorsArg};
pub(crate) use convert::{ConvertArgs, FormatArg, LintArgs, SemanticsArg};
pub(crate) use desk::DeskArgs;
pub(crate) use export::{ExportArgs, WhatArg};
pub(crate) use files::{CheckArgs, SchemaArgs, ShowArgs, VerifyArgs};
pub(crate) use frontier::{EngineArg, FrontierArgs};
pub(crate) use improve::ImproveArgs;
pub(crate) use journal::{JournalArgs, JournalCommand, JournalShowArgs, JournalVerifyArgs};
pub(crate) use offer::{OfferAddArgs, OfferArgs, OfferCommand, OfferListArgs};
pub(crate) use open::{OpenArgs, VotesArg};
pub(crate) use pressure::PressureArgs;
pub(crate) use report::{FormArg, ReportArgs};
pub(crate) use settle::SettleArgs;
pub(crate) use solve::SolveArgs;
pub(crate) use stats::StatsArgs;
pub(crate) use status::StatusArgs;
pub(crate) use text::{
    ActArgs, AnswerArgs, ClauseArgs, DraftArgs, ModeArg, TextArgs, TextCommand, WordingArgs,
};
pub(crate) use what_if::WhatIfArgs;

/// Exact answers for mediated negotiations: is there a package that every party accepts, or a
/// checked proof that there is none.
#[derive(Debug, Parser)]
#[command(name = "winset", version, term_width = 80, after_help = AFTER)]
pub(crate) struct Args {
    /// When to use colour; the environment variable `NO_COLOR` turns `auto` off.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const AFTER: &str = "\
Examples:
  winset check talks.yaml          find every mistake in a case file
  winset show talks.yaml           read it back in words
  winset solve talks.yaml          is there an overlap?
  winset clashes talks.yaml        which demands defeat each other?
  winset pressure talks.yaml       whose no-deal value has to move?
  winset open talks.yaml           what is the least to give up?
  winset what-if talks.yaml --drop LINK
                                   what would that change?
  winset improve talks.yaml --offer 5
                                   what would be better for all?
  winset settle talks.yaml         what would be a fair settlement?
  winset frontier talks.yaml       what can nobody improve for all?
  winset stats scenario/           the figures of NegMAS, GENIUS and NegoLog
  winset status talks.yaml         what is agreed, bracketed, blocked?
  winset text talks.yaml           what does the single text say, what moved?
  winset report talks.yaml -o report.html
                                   all of it, on one page and annexes
  winset desk talks.yaml --open    all of it, in a browser
  winset offer add talks.yaml --by PARTY --set POINT=OPTION
                                   write an offer to the journal
  winset journal show talks.yaml   what was offered and answered so far
  winset export talks.yaml matrix -o matrix.csv
                                   tables and calendars, for any reader

Exit codes:
  0  answered: an overlap, or proven that there is none
  1  with --exit-code: proven that there is none; verify: refused; journal
     verify: does not hold
  2  bad input or usage, or a file that cannot be read or written
  3  stopped before it was decided, or interrupted";

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Solve(SolveArgs),
    Clashes(ClashesArgs),
    Pressure(PressureArgs),
    Open(OpenArgs),
    WhatIf(Box<WhatIfArgs>),
    Improve(ImproveArgs),
    Settle(SettleArgs),
    Frontier(FrontierArgs),
    Stats(StatsArgs),
    Status(StatusArgs),
    Text(Box<TextArgs>),
    Report(ReportArgs),
    Desk(DeskArgs),
    Offer(OfferArgs),
    Journal(JournalArgs),
    Export(ExportArgs),
    Check(CheckArgs),
    Convert(ConvertArgs),
    Lint(LintArgs),
    Show(ShowArgs),
    Verify(VerifyArgs),
    Schema(SchemaArgs),
}

/// A case file.
#[derive(Debug, clap::Args)]
pub(crate) struct CaseArgs {
    /// Case file, or a folder with a scenario of GENIUS, GeniusWeb, NegMAS or NegoLog; `-` reads
    /// standard input.
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,
    /// Syntax of the case [default: by the file's extension; standard input: yaml].
    #[arg(long, value_enum, value_name = "SYNTAX")]
    pub(crate) syntax: Option<SyntaxArg>,
    /// Of a folder: what the numbers of GENIUS files mean [default: genius].
    #[arg(long, value_enum, value_name = "READING", hide_possible_values = true)]
    pub(crate) semantics: Option<SemanticsArg>,
    /// Of a folder: take the numbers of real issues in steps of this.
    #[arg(long, value_name = "STEP", value_parser = convert::step)]
    pub(crate) real_step: Option<Exact>,
}

/// A syntax, as it is written on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SyntaxArg {
    Yaml,
    Json,
    Toml,
}

impl From<SyntaxArg> for Syntax {
    fn from(arg: SyntaxArg) -> Self {
        match arg {
            SyntaxArg::Yaml => Self::Yaml,
            SyntaxArg::Json => Self::Json,
            SyntaxArg::Toml => Self::Toml,
        }
    }
}

/// A package on the table.
#[derive(Debug, clap::Args)]
pub(crate) struct TableArgs {
    /// File with a package: a mapping from every point to an option; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) package: Option<PathBuf>,
    /// Number of an offer in the case.
    #[arg(long, value_name = "N")]
    pub(crate) offer: Option<u64>,
}

/// How long a question may run.
#[derive(Debug, clap::Args)]
pub(crate) struct LimitArgs {
    /// Stop after so long: 2s, 500ms, 1m, or plain seconds.
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub(crate) time_limit: Option<Duration>,
    /// Stop each search after so many nodes.
    #[arg(long, value_name = "N")]
    pub(crate) node_limit: Option<u64>,
    /// Threads to search with [default: one for each core]; the answer does not depend on it.
    #[arg(long, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<NonZeroUsize>,
}

/// Reads a number of threads.
fn threads(text: &str) -> Result<NonZeroUsize, String> {
    text.parse()
        .map_err(|_| "expected a whole number from 1".to_owned())
}

/// Reads a duration exactly: a number and `ms`, `s`, `m` or `h`; seconds without a unit.
fn duration(text: &str) -> Result<Duration, String> {
    const EXPECTED: &str = "expected a number and ms, s, m or h, such as 500ms, 2s or 1.5m";
    let digits = text
        .find(|c: char| c.is_ascii_alphabetic())
        .unwrap_or(text.len());
    let (amount, unit) = text.split_at(digits);
    let (unit_ns, name) = match unit {
        "ms" => (1_000_000, "ms"),
        "" | "s" => (1_000_000_000, "s"),
        "m" => (60 * 1_000_000_000, "m"),
        "h" => (3_600 * 1_000_000_000, "h"),
        other => return Err(format!("unknown unit `{other}`; {EXPECTED}")),
    };
    let plain = |c: char| c.is_ascii_digit() || c == '.';
    if !amount.chars().all(plain) {
        return Err(EXPECTED.to_owned());
    }
    let amount = number::parse(amount).map_err(|fault| match fault {
        NumberFault::NotANumber | NumberFault::DividesByZero => EXPECTED.to_owned(),
        NumberFault::TooLarge => "the number is too large".to_owned(),
    })?;
    let ns = number::mul(amount, Exact::from_integer(unit_ns)).ok_or("the number is too large")?;
    if !ns.is_integer() {
        return Err(format!("finer than a nanosecond, in {name}"));
    }
    u64::try_from(ns.to_integer())
        .map(Duration::from_nanos)
        .map_err(|_| "the number is too large".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_exactly() {
        let ms = Duration::from_millis;
        for (text, value) in [
            ("2s", ms(2_000)),
            ("500ms", ms(500)),
            ("1m", ms(60_000)),
            ("1.5m", ms(90_000)),
            ("7", ms(7_000)),
            ("0.001", ms(1)),
            ("0", ms(0)),
            ("2h", ms(7_200_000)),
        ] {
            assert_eq!(duration(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in [
            "",
            "s",
            "2 s",
            "-1s",
            "2x",
            "2S",
            "1e3s",
            "1/2s",
            "0.0000000001s",
            "1.2.3",
        ] {
            assert!(duration(text).is_err(), "{text}");
        }
        assert!(
            duration("99999999999999h")
                .unwrap_err()
                .contains("too large")
        );
    }

    #[test]
    fn the_description_is_consistent() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }
}
