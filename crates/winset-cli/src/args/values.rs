//! Values that several commands take, read from their words.

use std::num::NonZeroUsize;
use std::time::Duration;

use clap::ValueEnum;
use winset::journal::JournalUntil;
use winset::journal::is_time;
use winset::model::calendar::Day;
use winset::model::case::Visibility;
use winset::model::document::Syntax;
use winset::model::formats::peer::Semantics;
use winset::model::number::{self, Exact, NumberFault};

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

/// A reading, as it is written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SemanticsArg {
    /// Evaluations divided by the largest of their issue; sums of at most 1.
    Genius,
    /// As NegMAS loads the files without discounting: evaluations times weights.
    Negmas,
    /// Evaluations times weights, nothing else.
    Raw,
}

impl From<SemanticsArg> for Semantics {
    fn from(arg: SemanticsArg) -> Self {
        match arg {
            SemanticsArg::Genius => Self::Genius,
            SemanticsArg::Negmas => Self::Negmas,
            SemanticsArg::Raw => Self::Raw,
        }
    }
}

/// Up to where a journal is read: a line, or a day.
pub(crate) fn until(text: &str) -> Result<JournalUntil, String> {
    let line = text.parse().ok().map(JournalUntil::Line);
    let until = line.or_else(|| Day::read(text).map(JournalUntil::Day));
    until.ok_or_else(|| "expected the line of an act, or a day such as 2031-03-14".to_owned())
}

/// Who may see an act, as it is written on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum VisibilityArg {
    Public,
    Mediator,
    Sealed,
}

impl From<VisibilityArg> for Visibility {
    fn from(arg: VisibilityArg) -> Self {
        match arg {
            VisibilityArg::Public => Self::Public,
            VisibilityArg::Mediator => Self::Mediator,
            VisibilityArg::Sealed => Self::Sealed,
        }
    }
}

/// Reads a step: a number above 0.
pub(super) fn step(text: &str) -> Result<Exact, String> {
    let above_zero = |step: &Exact| *step > Exact::from_integer(0);
    number::parse(text)
        .ok()
        .filter(above_zero)
        .ok_or_else(|| "expected a number above 0, such as 0.5 or 1e-12".to_owned())
}

/// Reads a day, and gives it back as it was written.
pub(super) fn day(text: &str) -> Result<String, String> {
    match Day::read(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err("expected a day such as 2031-03-14 that exists".to_owned()),
    }
}

/// Reads a time in UTC, and gives it back as it was written.
pub(super) fn time(text: &str) -> Result<String, String> {
    if is_time(text) {
        return Ok(text.to_owned());
    }
    Err("expected a time in UTC such as 2031-03-14T09:30:00Z".to_owned())
}

/// Reads a number of threads.
pub(super) fn threads(text: &str) -> Result<NonZeroUsize, String> {
    text.parse()
        .map_err(|_| "expected a whole number from 1".to_owned())
}

/// Reads a duration exactly: a number and `ms`, `s`, `m` or `h`; seconds without a unit.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
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

/// Reads a name and a whole number: `pause=14`.
pub(super) fn named_number(text: &str) -> Result<(String, u64), String> {
    let read = text.split_once('=').and_then(|(name, number)| {
        let number = number.trim().parse().ok()?;
        (!name.trim().is_empty()).then(|| (name.trim().to_owned(), number))
    });
    read.ok_or_else(|| "expected a name and a whole number, such as pause=14".to_owned())
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
}
