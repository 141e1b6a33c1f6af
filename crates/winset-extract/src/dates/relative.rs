//! Days and periods that are counted from another day: weekdays, "two days ago", "last week".

use super::expression::{
    Part, Turn, Unit, When, day_month, month_day, month_name, ordinal_of_month,
};
use super::expression::{unit, year};
use crate::numbers::number;
use crate::text::Prose;
use crate::words::{ordinal, weekday};

/// "Monday", "Monday night", "Monday, 24 March".
pub(super) fn day_of_week(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let day = prose
        .capital(at)
        .then(|| weekday(prose.lower(at)))
        .flatten()?;
    let after = at + 1 + usize::from(prose.lower(at + 1) == ",");
    let full = day_month(prose, after)
        .or_else(|| month_day(prose, after))
        .or_else(|| ordinal_of_month(prose, after));
    if let Some((when @ When::Day { .. }, end)) = full {
        return Some((when, end));
    }
    Some((When::Weekday(day, Turn::Plain), part_of_day(prose, at + 1)))
}

/// "two days earlier", "three weeks ago", "a day later".
pub(super) fn counted_days(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let (count, next) = match number(prose, at) {
        Some(number) if !number.open => (i64::try_from(number.value).ok()?, number.end),
        _ if matches!(prose.lower(at), "a" | "an") => (1, at + 1),
        _ => return None,
    };
    let days = count.checked_mul(match prose.lower(next) {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        "fortnight" => 14,
        _ => return None,
    })?;
    Some(match prose.lower(next + 1) {
        "ago" => (When::Day0(-days), next + 2),
        "earlier" | "before" if !prose.word(next + 2) || prose.lower(next + 1) == "earlier" => {
            (When::Named(-days), next + 2)
        }
        "later" => (When::Named(days), next + 2),
        _ => return None,
    })
}

/// "last week", "next Tuesday", "this afternoon", "past two weeks".
pub(super) fn turned(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let turn = match prose.lower(at) {
        "last" | "past" => Turn::Last,
        "this" => Turn::This,
        "next" | "coming" => Turn::Next,
        "the" => return same_day(prose, at),
        _ => return None,
    };
    let next = prose.lower(at + 1);
    if let Some(day) = weekday(next) {
        return Some((When::Weekday(day, turn), part_of_day(prose, at + 2)));
    }
    if turn == Turn::Last
        && let Some(past) = past(prose, at)
    {
        return Some(past);
    }
    if let Some((month, end)) = month_name(prose, at + 1) {
        let digit = prose.lower(end).starts_with(|c: char| c.is_ascii_digit());
        return (!digit).then_some((
            When::Month {
                month,
                year: None,
                part: Part::Whole,
            },
            end,
        ));
    }
    if let Some(unit) = unit(next) {
        return Some((When::Period(unit, turn, Part::Whole), at + 2));
    }
    match (turn, next) {
        (Turn::This, "morning" | "afternoon" | "evening") => Some((When::Day0(0), at + 2)),
        (Turn::Last, "night") => Some((When::Day0(-1), at + 2)),
        _ => None,
    }
}

/// "last two weeks", "past week".
fn past(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let counted = number(prose, at + 1).filter(|number| !number.open);
    let (count, next) = match counted {
        Some(number) => (i64::try_from(number.value).ok()?, number.end),
        // The day itself is one of the week's seven.
        None if prose.lower(at) == "past" && prose.lower(at + 1) == "week" => {
            return Some((When::Past(6), at + 2));
        }
        None if prose.lower(at) == "past" => (1, at + 1),
        None => return None,
    };
    let days = match prose.lower(next) {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        "fortnight" => 14,
        _ => return None,
    };
    Some((When::Past(count.checked_mul(days)?), next + 1))
}

/// "the same day", "the next morning", "the previous day".
fn same_day(prose: &Prose<'_>, the: usize) -> Option<(When, usize)> {
    let day = matches!(
        prose.lower(the + 2),
        "day" | "morning" | "afternoon" | "evening" | "night"
    );
    let whole = prose.lower(the + 2) == "day";
    match prose.lower(the + 1) {
        "same" if day => Some((When::Named(0), the + 3)),
        "next" | "following" if day => Some((When::Named(1), the + 3)),
        "previous" if day => Some((When::Named(-1), the + 3)),
        "day" if prose.lower(the + 2) == "before" && !prose.word(the + 3) => {
            Some((When::Named(-1), the + 3))
        }
        "day" if prose.lower(the + 2) == "after" && !prose.word(the + 3) => {
            Some((When::Named(1), the + 3))
        }
        _ if whole => None,
        _ => None,
    }
}

/// "yesterday", "weekend", a year after "in" or "since".
pub(super) fn single(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let offset = match prose.lower(at) {
        "yesterday" | "yesterday's" => Some(-1),
        "today" | "tonight" | "today's" | "tonight's" => Some(0),
        "tomorrow" | "tomorrow's" => Some(1),
        _ => None,
    };
    if let Some(offset) = offset {
        return Some((When::Day0(offset), part_of_day(prose, at + 1)));
    }
    if let Some((when, end)) = feast(prose, at) {
        return Some((when, end));
    }
    // "before the month is out"
    let unit_ends = prose.lower(at + 1) == "is" && matches!(prose.lower(at + 2), "out" | "over");
    if prose.lower(at) == "the" && prose.lower(at + 2) == "is" && prose.lower(at + 3) == "out" {
        return unit(prose.lower(at + 1))
            .map(|unit| (When::Period(unit, Turn::This, Part::Whole), at + 2));
    }
    if unit_ends {
        return None;
    }
    if prose.lower(at) == "weekend" && prose.lower_before(at) == "the" {
        return Some((
            When::Period(Unit::Weekend, Turn::Plain, Part::Whole),
            at + 1,
        ));
    }
    let timed = matches!(
        prose.lower_before(at),
        "in" | "since" | "until" | "by" | "from" | "during" | "of" | "before" | "after" | "to"
    );
    let year = year(prose, at).filter(|year| timed && (1500..=2199).contains(year))?;
    let next = prose.lower(at + 1);
    let noun =
        prose.word(at + 1) && next.ends_with('s') && !matches!(next, "was" | "is" | "has" | "as");
    (!noun).then_some((When::Year(year), at + 1))
}

/// "Christmas", "New Year's Eve".
fn feast(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    if !prose.capital(at) {
        return None;
    }
    let next = prose.lower(at + 1);
    let eve = usize::from(matches!(next, "day" | "eve") && prose.capital(at + 1));
    let (day, month, end) = match prose.lower(at) {
        "christmas" if next == "eve" => (24, 12, at + 2),
        "christmas" if !prose.capital(at + 1) || eve == 1 => (25, 12, at + 1 + eve),
        "new" if next == "year" && !prose.capital(at + 2) => (1, 1, at + 2),
        "new" if next == "year's" && prose.lower(at + 2) == "day" => (1, 1, at + 3),
        "new" if next == "year's" && prose.lower(at + 2) == "eve" => (31, 12, at + 3),
        _ => return None,
    };
    let year = None;
    Some((When::Day { day, month, year }, end))
}

/// "the first week of July", "the last week of the month" is left to the month.
pub(super) fn week_of_month(prose: &Prose<'_>, at: usize) -> Option<(When, usize)> {
    let week = match prose.lower(at) {
        "first" | "second" | "third" | "fourth" => ordinal(prose.lower(at))?,
        "last" => 5,
        _ => return None,
    };
    if prose.lower(at + 1) != "week" || prose.lower(at + 2) != "of" {
        return None;
    }
    let (month, end) = month_name(prose, at + 3)?;
    Some((When::WeekOf { week, month }, end))
}

/// The token after a part of the day: "Monday night".
fn part_of_day(prose: &Prose<'_>, at: usize) -> usize {
    at + usize::from(matches!(
        prose.lower(at),
        "morning" | "afternoon" | "evening" | "night"
    ))
}
