//! Dates of a report as days of the calendar.

use super::expression::{Part, Turn, Unit, When, expression};
use super::tense::is_future;
use crate::civil::CivilDate;
use crate::text::Prose;

/// In how many paragraphs from the start the report's own date is looked for.
const HEAD_PARAGRAPHS: usize = 8;

/// Where in a long paragraph a dateline can stand.
const DATELINE_TOKENS_MAX: usize = 14;

/// How many words before "on X" a "since" is looked for.
const SINCE_REACH: usize = 7;

/// How many words after "by X" a "had" is looked for.
const BY_REACH: usize = 6;

/// Paragraphs of more words are no headings.
const HEADING_TOKENS_MAX: usize = 30;

/// A date as a range of tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FoundDate {
    /// The first token.
    pub(crate) first: usize,
    /// The token after the last.
    pub(crate) end: usize,
    /// The first day; none if open or unresolved.
    pub(crate) from: Option<CivilDate>,
    /// The last day; none if open or unresolved.
    pub(crate) to: Option<CivilDate>,
    /// The days of the words themselves, without "since" or "until".
    pub(crate) days: Option<(CivilDate, CivilDate)>,
}

/// The day in the head of the report, and its tokens.
pub(crate) fn report_date(prose: &Prose<'_>) -> Option<(CivilDate, usize, usize)> {
    let mut at = 0;
    while at < prose.tokens.len() && prose.tokens[at].paragraph < HEAD_PARAGRAPHS {
        let paragraph = prose.tokens[at].paragraph;
        let end = (at..prose.tokens.len())
            .take_while(|at| prose.tokens[*at].paragraph == paragraph)
            .take(HEADING_TOKENS_MAX + 1)
            .count()
            + at;
        let reach = if end - at <= HEADING_TOKENS_MAX {
            end
        } else {
            at + DATELINE_TOKENS_MAX
        };
        for first in at..reach {
            let Some((
                When::Day {
                    day,
                    month,
                    year: Some(year),
                },
                last,
            )) = expression(prose, first)
            else {
                continue;
            };
            if let Some(date) = CivilDate::new(year, month, day) {
                return Some((date, first, last));
            }
        }
        at = (end..prose.tokens.len())
            .find(|at| prose.tokens[*at].paragraph != paragraph)
            .unwrap_or(prose.tokens.len());
    }
    None
}

/// All dates, in order, the report's own left out.
pub(crate) fn dates(
    prose: &Prose<'_>,
    today: Option<CivilDate>,
    own: Option<(usize, usize)>,
) -> Vec<FoundDate> {
    let mut found = Vec::new();
    let mut named = today;
    let mut at = 0;
    while at < prose.tokens.len() {
        let Some((when, end)) = expression(prose, at) else {
            at += 1;
            continue;
        };
        let is_own = own.is_some_and(|(first, last)| at < last && first < end);
        let is_part = when_is_name(prose, at, end);
        if !is_own && !is_part && !is_publication(prose, at, end, when, today) {
            let context = Context {
                today,
                named,
                future: is_future(prose, at, end),
            };
            let days = resolve(when, context);
            if let Some((from, to)) = days
                && from == to
                && !since(prose, at)
            {
                named = Some(from);
            }
            let (from, to) = if prose.possessive(end - 1) || matches!(when, When::Span { .. }) {
                days.unzip()
            } else {
                opened(prose, at, days)
            };
            found.push(FoundDate {
                first: at,
                end,
                from,
                to,
                days,
            });
        }
        at = end;
    }
    found
}

/// "Wed 21 Jan, by X" in the head: the report's own day without a year.
fn is_publication(
    prose: &Prose<'_>,
    first: usize,
    end: usize,
    when: When,
    today: Option<CivilDate>,
) -> bool {
    let When::Day { day, month, .. } = when else {
        return false;
    };
    let same = today.is_some_and(|today| today.month() == month && today.day() == day);
    let paragraph = prose.tokens[first].paragraph;
    if !same || paragraph >= HEAD_PARAGRAPHS {
        return false;
    }
    let inside = |at: &usize| {
        prose
            .tokens
            .get(*at)
            .is_some_and(|t| t.paragraph == paragraph)
    };
    let before = (0..first)
        .rev()
        .take_while(inside)
        .take(HEADING_TOKENS_MAX)
        .count();
    let after = (end..prose.tokens.len())
        .take_while(inside)
        .take(HEADING_TOKENS_MAX)
        .count();
    before + after <= DATELINE_TOKENS_MAX
        && !(first - before..end + after).any(|at| crate::words::is_past_verb(prose.lower(at)))
}

/// Whether the words are part of a name: "the March Accord".
fn when_is_name(prose: &Prose<'_>, first: usize, end: usize) -> bool {
    let next = prose.capital(end)
        && prose
            .token(end)
            .is_some_and(|token| token.paragraph == prose.tokens[first].paragraph);
    end == first + 1
        && next
        && !crate::words::is_function_word(prose.lower(end))
        && crate::words::is_body(prose.lower(end))
}

/// "since X" has no end, "until X" no beginning.
fn opened(
    prose: &Prose<'_>,
    first: usize,
    days: Option<(CivilDate, CivilDate)>,
) -> (Option<CivilDate>, Option<CivilDate>) {
    let Some((from, to)) = days else {
        return (None, None);
    };
    let the = usize::from(prose.lower_before(first) == "the");
    if since(prose, first) {
        return (Some(from), None);
    }
    match prose.lower_before(first - the) {
        "since" | "from" => (Some(from), None),
        "than" if prose.lower_before((first - the).saturating_sub(1)) == "later" => {
            (None, Some(to))
        }
        // "By yesterday evening 27 had been moved."
        "by" if (first..first + BY_REACH).any(|at| prose.lower(at) == "had") => {
            (Some(from), Some(to))
        }
        "until" | "till" | "by" => (None, Some(to)),
        "before" if prose.lower(first + 2) == "is" && prose.lower(first + 3) == "out" => {
            (None, Some(to))
        }
        _ => (Some(from), Some(to)),
    }
}

/// "since X", "since the line reopened on X".
fn since(prose: &Prose<'_>, first: usize) -> bool {
    let before = prose.lower_before(first);
    before == "since"
        || (before == "on"
            && (first.saturating_sub(SINCE_REACH)..first)
                .rev()
                .take_while(|at| prose.word(*at))
                .any(|at| prose.lower(at) == "since"))
}

/// What dates are counted from.
#[derive(Clone, Copy)]
struct Context {
    today: Option<CivilDate>,
    named: Option<CivilDate>,
    future: bool,
}

fn resolve(when: When, context: Context) -> Option<(CivilDate, CivilDate)> {
    let single = |day: Option<CivilDate>| day.map(|day| (day, day));
    match when {
        When::Day { day, month, year } => single(day_of(day, month, year, context)),
        When::Span {
            from,
            to,
            month,
            year,
        } => {
            let last = day_of(to, month, year, context)?;
            Some((CivilDate::new(last.year(), month, from)?, last))
        }
        When::Month { month, year, part } => {
            let year = year.or_else(|| year_of_month(month, context))?;
            month_part(CivilDate::new(year, month, 1)?, part)
        }
        When::Weekday(day, turn) => single(weekday(day, turn, context)),
        When::Day0(days) => single(context.today?.plus_days(days)),
        When::Named(days) => single(context.named?.plus_days(days)),
        When::Past(days) => Some((context.today?.plus_days(-days)?, context.today?)),
        When::Year(year) => Some((CivilDate::new(year, 1, 1)?, CivilDate::new(year, 12, 31)?)),
        When::Period(unit, turn, part) => period(unit, turn, part, context),
        When::WeekOf { week, month } => {
            let first = CivilDate::new(year_of_month(month, context)?, month, 1)?;
            let last = first.month_end();
            if week > 4 {
                return Some((last.plus_days(-6)?, last));
            }
            let from = first.plus_days(i64::from(week - 1) * 7)?;
            Some((from, from.plus_days(6)?))
        }
    }
}

/// A day without year is the nearest to the report's day.
fn day_of(day: u8, month: u8, year: Option<i32>, context: Context) -> Option<CivilDate> {
    if let Some(year) = year {
        return CivilDate::new(year, month, day);
    }
    let today = context.today?;
    (-1..=1)
        .filter_map(|offset| CivilDate::new(today.year() + offset, month, day))
        .min_by_key(|date| date.days_since(today).abs())
}

/// A month without year is the last past, or the next to come.
fn year_of_month(month: u8, context: Context) -> Option<i32> {
    let today = context.today?;
    let (year, later) = (today.year(), month > today.month());
    Some(match (context.future, later) {
        (false, true) => year - 1,
        (true, false) if month < today.month() => year + 1,
        _ => year,
    })
}

fn month_part(first: CivilDate, part: Part) -> Option<(CivilDate, CivilDate)> {
    let last = first.month_end();
    Some(match part {
        Part::Whole => (first, last),
        Part::Start => (first, first),
        Part::Early => (first, first.plus_days(9)?),
        Part::Middle => (first.plus_days(13)?, first.plus_days(13)?),
        Part::Late => (first.plus_days(20)?, last),
        Part::End => (last, last),
    })
}

fn weekday(day: u8, turn: Turn, context: Context) -> Option<CivilDate> {
    let today = context.today?;
    let back = (i64::from(today.weekday()) - i64::from(day)).rem_euclid(7);
    let forward = (7 - back) % 7;
    let days = match turn {
        Turn::Last if back == 0 => -7,
        Turn::Next if forward == 0 => 7,
        Turn::Plain | Turn::This | Turn::Next if turn != Turn::Plain || context.future => forward,
        _ => -back,
    };
    today.plus_days(days)
}

fn period(unit: Unit, turn: Turn, part: Part, context: Context) -> Option<(CivilDate, CivilDate)> {
    let today = context.today?;
    let steps: i32 = match turn {
        Turn::Last => -1,
        Turn::Next => 1,
        Turn::This | Turn::Plain => 0,
    };
    let monday = today.plus_days(i64::from(steps) * 7 - i64::from(today.weekday()))?;
    let (first, last) = match unit {
        Unit::Week => (monday, monday.plus_days(6)?),
        Unit::Weekend => {
            let past = turn == Turn::Plain && !context.future && today.weekday() < 5;
            let saturday = monday.plus_days(if past { -2 } else { 5 })?;
            (saturday, saturday.plus_days(1)?)
        }
        Unit::Month => {
            let first = today.month_start(steps)?;
            return month_part(first, part);
        }
        Unit::Year => (
            CivilDate::new(today.year() + steps, 1, 1)?,
            CivilDate::new(today.year() + steps, 12, 31)?,
        ),
    };
    Some(match part {
        Part::Start => (first, first),
        Part::End => (last, last),
        _ => (first, last),
    })
}
