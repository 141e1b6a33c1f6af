//! Counts of people and things; not ages, shares, durations, distances, weights, money, years, times or
//! numbers of documents.

use crate::bounds::{Bound, bound_before, change};
use crate::no_counts::is_count;
use crate::numbers::{Number, number};
use crate::reading::CountChange;
use crate::text::Prose;
use crate::words;

/// A count as a range of tokens.
#[derive(Debug, Clone)]
pub(crate) struct FoundCount {
    /// The first token.
    pub(crate) first: usize,
    /// The token after the last.
    pub(crate) end: usize,
    /// See [`crate::Count`].
    pub(crate) least: Option<u64>,
    /// See [`crate::Count`].
    pub(crate) most: Option<u64>,
    /// See [`crate::Count`].
    pub(crate) approximate: bool,
    /// See [`crate::Count`].
    pub(crate) what: String,
    /// See [`crate::Count`].
    pub(crate) change: Option<CountChange>,
}

/// One number or two that bound a range.
pub(crate) struct Range {
    /// The first token.
    pub(crate) first: usize,
    /// The token after the last.
    pub(crate) end: usize,
    /// The lower number.
    pub(crate) low: Number,
    /// The higher number, the same if there is one.
    pub(crate) high: Number,
}

/// How many words are taken for what is counted.
const WHAT_WORDS_MAX: usize = 6;

/// All counts, in order. `taken` tells of each token whether it belongs to a date.
pub(crate) fn counts(prose: &Prose<'_>, taken: &[bool]) -> Vec<FoundCount> {
    let mut found: Vec<FoundCount> = Vec::new();
    let mut at = 0;
    while at < prose.tokens.len() {
        let range = (!taken.get(at).copied().unwrap_or(false))
            .then(|| range(prose, at))
            .flatten();
        let Some(range) = range else {
            at += 1;
            continue;
        };
        at = range.end;
        if is_count(prose, &range) {
            found.push(bounded(prose, &range));
        }
    }
    found
}

/// The number or range at `at`: "40 to 45", "3-5", "two or three"; after "between" also "and".
fn range(prose: &Prose<'_>, at: usize) -> Option<Range> {
    let low = number(prose, at).or_else(|| single(prose, at))?;
    let joint = prose.lower(low.end);
    let adjacent = |at: usize| prose.token(at).is_some_and(|token| token.adjacent);
    let between = prose.lower_before(at) == "between";
    let from = prose.lower_before(at) == "from";
    if let Some(range) = guessed(prose, at, low) {
        return Some(range);
    }
    let joins = match joint {
        "to" => !from,
        "or" => true,
        "and" => between,
        "-" | "–" => adjacent(low.end) && adjacent(low.end + 1),
        _ => false,
    };
    let high = joins.then(|| number(prose, low.end + 1)).flatten();
    Some(match high {
        Some(high) if high.value > low.value && !low.open => Range {
            first: at,
            end: high.end,
            low,
            high,
        },
        _ => Range {
            first: at,
            end: low.end,
            low,
            high: low,
        },
    })
}

/// "a single shell", but "not a single shell" is none.
fn single(prose: &Prose<'_>, at: usize) -> Option<Number> {
    let article = at
        .checked_sub(1)
        .filter(|before| prose.lower(*before) == "a")?;
    let not = matches!(
        prose.lower_before(article),
        "not" | "without" | "no" | "nor"
    );
    (prose.lower(at) == "single" && !not).then_some(Number {
        value: 1,
        end: at + 1,
        open: false,
        digits: false,
    })
}

/// "four, perhaps five", "four or maybe five".
fn guessed(prose: &Prose<'_>, at: usize, low: Number) -> Option<Range> {
    let joint = matches!(prose.lower(low.end), "," | "or" | "and");
    let guess = matches!(prose.lower(low.end + 1), "perhaps" | "maybe" | "possibly");
    if !(joint && guess) {
        return None;
    }
    let high = number(prose, low.end + 2).filter(|high| high.value > low.value)?;
    Some(Range {
        first: at,
        end: high.end,
        low,
        high,
    })
}

/// The count with the words that bound it.
fn bounded(prose: &Prose<'_>, range: &Range) -> FoundCount {
    let (mut bound, words) = bound_before(prose, range.first);
    let mut first = range.first - words;
    let mut end = range.end;
    if prose.lower(first) != "between"
        && prose.lower_before(first) == "between"
        && range.low != range.high
    {
        first -= 1;
    }
    if prose.lower(end) == "or" && matches!(prose.lower(end + 1), "so" | "more" | "fewer" | "less")
    {
        bound = match prose.lower(end + 1) {
            "so" => Bound::About,
            "more" => Bound::Least,
            _ => Bound::Most,
        };
        end += 2;
    }
    let (low, high) = (range.low.value, range.high.value);
    let open = range.low.open;
    FoundCount {
        first,
        end,
        least: (bound != Bound::Most).then_some(low),
        most: (bound != Bound::Least && !open).then_some(high),
        approximate: bound == Bound::About,
        what: what(prose, end),
        change: change(prose, first, end),
    }
}

/// The words after the number, up to a verb or a mark.
fn what(prose: &Prose<'_>, end: usize) -> String {
    let mut last = end;
    while last < end + WHAT_WORDS_MAX {
        let lower = prose.lower(last);
        let ends = !prose.word(last)
            || words::is_past_verb(lower)
            || words::is_clause_start(lower)
            || words::is_auxiliary(lower)
            || words::saying(lower).is_some()
            || (words::is_preposition(lower) && lower != "of")
            || matches!(lower, "and" | "or" | "no" | "later" | "last");
        if ends && !(prose.lower(last) == "-" && last > end) {
            break;
        }
        last += 1;
    }
    let first = if prose.lower(end) == "of" {
        end + 1
    } else {
        end
    };
    if first < last {
        prose.words(first, last)
    } else {
        String::new()
    }
}
