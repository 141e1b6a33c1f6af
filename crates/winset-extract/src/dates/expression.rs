//! Words that name a day or a period.

use super::relative::{counted_days, day_of_week, single, turned, week_of_month};
use crate::text::Prose;
use crate::words::{month, ordinal};

/// What the words say, not yet counted from any day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// "24 March", "March 24, 2031".
    Day {
        day: u8,
        month: u8,
        year: Option<i32>,
    },
    /// "3-9 March", "23 and 27 June".
    Span {
        from: u8,
        to: u8,
        month: u8,
        year: Option<i32>,
    },
    /// "March", "March 2031", "mid-March".
    Month {
        month: u8,
        year: Option<i32>,
        part: Part,
    },
    /// "Monday", "last Monday".
    Weekday(u8, Turn),
    /// Days from the report's day: "yesterday".
    Day0(i64),
    /// "last week", "this month", "the end of the year".
    Period(Unit, Turn, Part),
    /// Days from the day named before: "two days earlier", "the same day".
    Named(i64),
    /// "the last two weeks": so many days up to the report's day.
    Past(i64),
    /// "2027".
    Year(i32),
    /// "the first week of July", 5 for the last.
    WeekOf { week: u8, month: u8 },
}

/// A part of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Start,
    Early,
    Middle,
    Late,
    End,
}

/// Which one is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Plain,
    Last,
    This,
    Next,
}

/// Units of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Week,
    Weekend,
    Month,
    Year,
}

/// The expression that begins at `at`, and the token after it.
pub(super) fn expression(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    iso(prose, at)
        .or_else(|| day_month(prose, at))
        .or_else(|| ordinal_of_month(prose, at))
        .or_else(|| month_day(prose, at))
        .or_else(|| part_of(prose, at))
        .or_else(|| week_of_month(prose, at))
        .or_else(|| day_of_week(prose, at))
        .or_else(|| counted_days(prose, at))
        .or_else(|| turned(prose, at))
        .or_else(|| single(prose, at))
}

/// "2031-03-04".
fn iso(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let year = year(prose, at)?;
    let dashed = |at: usize| {
        prose.lower(at) == "-"
            && prose.token(at).is_some_and(|t| t.adjacent)
            && prose.token(at + 1).is_some_and(|t| t.adjacent)
    };
    if !(dashed(at + 1) && dashed(at + 3)) {
        return None;
    }
    let month = prose
        .lower(at + 2)
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    Some((
        When::Day {
            day: day_number(prose, at + 4)?,
            month,
            year: Some(year),
        },
        at + 5,
    ))
}

/// A year in four digits.
pub(super) fn year(prose: &Prose<'_>, at: usize) -> Option<i32> {
    let text = prose.lower(at);
    if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse()
        .ok()
        .filter(|year| (1000..=2999).contains(year))
}

fn day_number(prose: &Prose<'_>, at: usize) -> Option<u8> {
    let text = prose.lower(at);
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && (1..=2).contains(&text.len());
    let value = if plain {
        text.parse().ok()
    } else if text.starts_with(|c: char| c.is_ascii_digit()) {
        ordinal(text)
    } else {
        None
    };
    value.filter(|day| (1..=31).contains(day))
}

/// A month's name, which needs its capital, and whether a stop follows: the token after it.
pub(super) fn month_name(prose: &Prose<'_>, at: usize) -> Option<(u8, usize)> {
    let month = prose
        .capital(at)
        .then(|| month(prose.lower(at)))
        .flatten()?;
    let short = prose.lower(at).len() <= 4
        && prose.lower(at + 1) == "."
        && prose.token(at + 1).is_some_and(|t| t.adjacent);
    let stop = short
        && prose
            .token(at + 2)
            .is_some_and(|t| t.text.starts_with(|c: char| c.is_ascii_digit()));
    Some((month, at + 1 + usize::from(stop)))
}

/// A year after a date, with or without comma: the year and the token after it.
fn year_after(prose: &Prose<'_>, at: usize) -> (Option<i32>, usize) {
    if let Some(year) = year(prose, at) {
        return (Some(year), at + 1);
    }
    match year(prose, at + 1).filter(|_| prose.lower(at) == ",") {
        Some(year) => (Some(year), at + 2),
        None => (None, at),
    }
}

/// "24 March 2031", "24th of March", "3-9 March", "23 and 27 June".
pub(super) fn day_month(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let from = day_number(prose, at)?;
    let mut next = at + 1;
    let mut to = None;
    let joint = matches!(prose.lower(next), "-" | "–" | "to")
        || (prose.lower(next) == "and" && prose.lower_before(at) == "between");
    if joint && let Some(day) = day_number(prose, next + 1) {
        to = Some(day);
        next += 2;
    }
    if prose.lower(next) == "of" {
        next += 1;
    }
    let (month, next) = month_name(prose, next)?;
    let (year, end) = year_after(prose, next);
    Some(match to {
        Some(to) if to > from => (
            When::Span {
                from,
                to,
                month,
                year,
            },
            end,
        ),
        Some(_) => return None,
        None => (
            When::Day {
                day: from,
                month,
                year,
            },
            end,
        ),
    })
}

/// "the second of June".
pub(super) fn ordinal_of_month(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let the = usize::from(prose.lower(at) == "the");
    let day = ordinal(prose.lower(at + the))?;
    if prose.lower(at + the + 1) != "of" {
        return None;
    }
    let (month, next) = month_name(prose, at + the + 2)?;
    let (year, end) = year_after(prose, next);
    Some((When::Day { day, month, year }, end))
}

/// "March 24, 2031", "March 3-9", "March 2031", "March".
pub(super) fn month_day(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let (month, next) = month_name(prose, at)?;
    if let Some(from) = day_number(prose, next) {
        let to = day_number(prose, next + 2)
            .filter(|to| matches!(prose.lower(next + 1), "-" | "–") && *to > from);
        let after = if to.is_some() { next + 3 } else { next + 1 };
        let (year, end) = year_after(prose, after);
        return Some(match to {
            Some(to) => (
                When::Span {
                    from,
                    to,
                    month,
                    year,
                },
                end,
            ),
            None => (
                When::Day {
                    day: from,
                    month,
                    year,
                },
                end,
            ),
        });
    }
    let (year, end) = year_after(prose, next);
    let before = prose.lower_before(at);
    let ambiguous = matches!(
        prose.lower(at),
        "may" | "march" | "august" | "mar" | "jan" | "dec" | "sep" | "jun"
    );
    let timed = matches!(
        before,
        "in" | "since"
            | "of"
            | "by"
            | "until"
            | "last"
            | "next"
            | "this"
            | "from"
            | "during"
            | "before"
            | "after"
            | "through"
    );
    // "Jan" and "Mar" are names of people, too.
    let short = matches!(prose.lower(at), "jan" | "mar" | "jun" | "dec" | "sep");
    let timed = timed || before == "for" && !short;
    let named = prose.capital(at + 1) && year.is_none();
    if (ambiguous && !timed && year.is_none())
        || named
        || prose.capital(at.saturating_sub(1)) && at > 0 && !timed
    {
        return None;
    }
    Some((
        When::Month {
            month,
            year,
            part: Part::Whole,
        },
        end,
    ))
}

/// "mid-March", "late March", "the end of the month".
fn part_of(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let part = match prose.lower(at) {
        "mid" => Part::Middle,
        "early" => Part::Early,
        "late" => Part::Late,
        "the" => return part_of_named(prose, at),
        _ => return None,
    };
    let after = at + 1 + usize::from(prose.lower(at + 1) == "-");
    let (month, next) = month_name(prose, after)?;
    let (year, end) = year_after(prose, next);
    Some((When::Month { month, year, part }, end))
}

fn part_of_named(prose: &Prose<'_>, the: usize) -> Option<(When, usize)> {
    let part = match prose.lower(the + 1) {
        "start" | "beginning" => Part::Start,
        "middle" => Part::Middle,
        "end" => Part::End,
        _ => return None,
    };
    if prose.lower(the + 2) != "of" {
        return None;
    }
    if let Some((month, next)) = month_name(prose, the + 3) {
        let (year, end) = year_after(prose, next);
        return Some((When::Month { month, year, part }, end));
    }
    let turn = match prose.lower(the + 3) {
        "the" | "this" => Turn::This,
        "last" => Turn::Last,
        "next" => Turn::Next,
        _ => return None,
    };
    let unit = unit(prose.lower(the + 4))?;
    Some((When::Period(unit, turn, part), the + 5))
}

/// The unit of the calendar that a word names.
pub(super) fn unit(lower: &str) -> Option<Unit> {
    Some(match lower {
        "week" | "week's" => Unit::Week,
        "weekend" | "weekend's" => Unit::Weekend,
        "month" | "month's" => Unit::Month,
        "year" | "year's" => Unit::Year,
        _ => return None,
    })
}
