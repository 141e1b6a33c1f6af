//! What the command is told.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use clap::{ColorChoice, Parser, Subcommand, ValueEnum};
use winset::model::document::Syntax;
use winset::model::number::{self, NumberFault};

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

Exit codes:
  0  answered: an overlap, or proven that there is none
  1  with --exit-code: proven that there is none; verify: refused
  2  bad input or usage, or a file that cannot be read or written
  3  stopped before it was decided, or interrupted";

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Solve(SolveArgs),
    Clashes(ClashesArgs),
    Pressure(PressureArgs),
    Check(CheckArgs),
    Show(ShowArgs),
    Verify(VerifyArgs),
    Schema(SchemaArgs),
}

/// A case file.
#[derive(Debug, clap::Args)]
pub(crate) struct CaseArgs {
    /// Case file; `-` reads standard input.
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,
    /// Syntax of the case [default: by the file's extension; standard input: yaml].
    #[arg(long, value_enum, value_name = "SYNTAX")]
    pub(crate) syntax: Option<SyntaxArg>,
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

/// Decide whether there is a package that every party accepts.
#[derive(Debug, clap::Args)]
#[command(after_help = SOLVE_AFTER)]
pub(crate) struct SolveArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    /// Exit with 1 when it is proven that there is no overlap.
    #[arg(long)]
    pub(crate) exit_code: bool,
    /// Write the proof that there is no overlap to FILE; it holds no-deal values. `-` is standard
    /// output, and the report then goes to standard error.
    #[arg(long, value_name = "FILE")]
    pub(crate) certificate: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
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

const SOLVE_AFTER: &str = "\
The question is asked at the declared positions: every line at step 0 of its
ladder, every link, every vote rule, every no-deal value as a floor; then once
more without the no-deal values. \"No overlap\" is said only after a check of the
proof that shares nothing with the search.

Examples:
  winset solve talks.yaml
  winset solve talks.yaml --certificate talks.proof --time-limit 2m
  winset solve talks.yaml --json | jq .verdict

Exit codes:
  0  answered: an overlap, or proven that there is none
  1  with --exit-code: proven that there is none
  2  bad input or usage
  3  stopped before it was decided, or interrupted by Ctrl-C; what is known is
     printed, a second Ctrl-C ends at once";

/// List the sets of demands that defeat each other, and what giving up would restore an overlap.
#[derive(Debug, clap::Args)]
#[command(after_help = CLASHES_AFTER)]
pub(crate) struct ClashesArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// What no-deal values are: left out, background that stays, or demands like any other.
    #[arg(long, value_enum, value_name = "HOW", default_value = "ignore")]
    pub(crate) floors: FloorsArg,
    /// Stop after so many clashes: those found first, not always the smallest.
    #[arg(long, value_name = "K")]
    pub(crate) at_most: Option<usize>,
    /// Print the answer as one line of JSON (winset-answer/1).
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// What no-deal values are, as it is written on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FloorsArg {
    Ignore,
    Keep,
    Members,
}

const CLASHES_AFTER: &str = "\
A clash is a set of demands that cannot all hold, while any of them could be
left out and the rest would hold. A correction is a set of demands without which
an overlap exists, none of which could be kept. Laws are background. Every clash
is proven in both directions before it is printed.

No-deal values are left out unless asked for: clashes that hold them are long,
and tell of sealed values. Never show those to a party.

Examples:
  winset clashes talks.yaml
  winset clashes talks.yaml --at-most 5
  winset clashes talks.yaml --floors members --json

Exit codes:
  0  answered: the lists are complete, or as long as asked for
  2  bad input or usage
  3  stopped before the lists were complete; what was found is printed";

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

/// Check a case file, and report every mistake at once, with its place.
#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_AFTER)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the findings as one line of JSON: a list, empty when all is well.
    #[arg(long)]
    pub(crate) json: bool,
}

const CHECK_AFTER: &str = "\
Examples:
  winset check talks.yaml
  winset check talks.yaml --json
  generate-case | winset check - --syntax json

Exits with 0 when the case can be used, whatever the warnings, else with 2.";

/// Show a case in words: points with their options, parties, demands, ratifying bodies.
#[derive(Debug, clap::Args)]
#[command(after_help = SHOW_AFTER)]
pub(crate) struct ShowArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Print the whole file as canonical JSON: keys in order, numbers as written, no spaces. Its
    /// SHA-256 is the hash in certificates, and other verifiers read this form.
    #[arg(long)]
    pub(crate) json: bool,
}

const SHOW_AFTER: &str = "\
Examples:
  winset show talks.yaml
  winset show talks.yaml | less
  winset show talks.yaml --json > talks.canonical.json

Shows sealed values; it is for the mediator's own desk.";

/// Check a certificate: the proof that a case has no overlap.
#[derive(Debug, clap::Args)]
#[command(after_help = VERIFY_AFTER)]
pub(crate) struct VerifyArgs {
    #[command(flatten)]
    pub(crate) case: CaseArgs,
    /// Certificate that `winset solve --certificate` wrote.
    #[arg(value_name = "CERTIFICATE")]
    pub(crate) certificate: PathBuf,
}

const VERIFY_AFTER: &str = "\
The certificate says itself which positions it is about. The check needs the
case and the certificate, and trusts nothing that the search did.

Examples:
  winset solve talks.yaml --certificate talks.proof
  winset verify talks.yaml talks.proof

Exits with 0 when the certificate is accepted, with 1 when it is refused.";

/// Print the JSON Schema of case files, or of answers.
#[derive(Debug, clap::Args)]
#[command(after_help = SCHEMA_AFTER)]
pub(crate) struct SchemaArgs {
    /// The schema of what `winset solve --json` prints.
    #[arg(long)]
    pub(crate) answer: bool,
}

const SCHEMA_AFTER: &str = "\
Examples:
  winset schema > winset-case-1.schema.json
  winset schema --answer > answer.schema.json";

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
    let ns = number::mul(amount, number::Exact::from_integer(unit_ns))
        .ok_or("the number is too large")?;
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
