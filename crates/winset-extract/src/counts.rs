//! Counts of people and things; not ages, shares, durations, distances, weights, money, years, times or
//! numbers of documents.

use crate::bounds::{Bound, bound_before, change};
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
struct Range {
    first: usize,
    end: usize,
    low: Number,
    high: Number,
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
    let low = number(prose, at)?;
    let joint = prose.lower(low.end);
    let adjacent = |at: usize| prose.token(at).is_some_and(|token| token.adjacent);
    let between = prose.lower_before(at) == "between";
    let from = prose.lower_before(at) == "from";
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

fn is_count(prose: &Prose<'_>, range: &Range) -> bool {
    let before = prose.lower_before(range.first);
    let next = prose.lower(range.end);
    let adjacent = |at: usize| prose.token(at).is_some_and(|token| token.adjacent);
    let bound_to_mark = |at: usize| {
        adjacent(at)
            && !matches!(
                prose.lower(at),
                "," | "."
                    | ";"
                    | ":"
                    | ")"
                    | "]"
                    | "?"
                    | "!"
                    | "\""
                    | "”"
                    | "’"
                    | "'"
                    | "—"
                    | "*"
                    | "…"
            )
    };
    if bound_to_mark(range.end)
        || (prose.lower(range.end) == ":" && adjacent(range.end) && adjacent(range.end + 1))
    {
        return false;
    }
    if adjacent(range.first)
        && !matches!(before, "(" | "“" | "\"" | "‘" | "'" | "[" | "—" | "*" | "+")
    {
        return false;
    }
    let plain = range.low.end == range.end;
    !(is_label(prose, range)
        || is_measured(prose, range)
        || words::is_money(before)
        || is_year(prose, range, plain)
        || is_age(prose, range)
        || (plain && range.low.value == 1 && !is_counted_one(prose, range))
        || is_reference(prose, range)
        || (before == "of" && prose.lower_before(range.first.saturating_sub(1)) == "group")
        || matches!(next, "th" | "st" | "nd" | "rd"))
}

/// "Article 4", "No. 9", a section's number at the start of a paragraph, a time after "at".
fn is_label(prose: &Prose<'_>, range: &Range) -> bool {
    let first = range.first;
    let paragraph_start = prose
        .token(first)
        .is_some_and(|token| first == 0 || prose.tokens[first - 1].paragraph != token.paragraph);
    let numbered =
        paragraph_start && matches!(prose.lower(range.end), "." | ")") && range.low.digits;
    let before = prose.lower_before(first);
    let stop = before == "."
        && words::is_unit_before(prose.lower_before(first.saturating_sub(1)))
        && prose.token(first - 1).is_some_and(|t| t.adjacent);
    let named = words::is_unit_before(before)
        && range.low.digits
        && !matches!(
            before,
            "report"
                | "line"
                | "post"
                | "day"
                | "week"
                | "year"
                | "train"
                | "figure"
                | "number"
                | "km"
        )
        || stop
        || (matches!(
            before,
            "day" | "week" | "year" | "number" | "figure" | "chapter" | "line" | "train"
        ) && range.low.digits
            && prose.capital(first - 1));
    let alone = !prose.word(range.end)
        || words::is_preposition(prose.lower(range.end))
        || matches!(prose.lower(range.end), "and" | "but" | "when" | "local");
    let stands = matches!(
        prose.lower_before(first.saturating_sub(1)),
        "stand"
            | "stands"
            | "stood"
            | "put"
            | "remained"
            | "remains"
            | "estimated"
            | "figure"
            | "toll"
            | "number"
    );
    let hour = before == "at"
        && range.low.value <= 24
        && alone
        && !stands
        && !plural_follows(prose, range.end);
    let parenthesised = before == "("
        && prose.lower(range.end) == ")"
        && range.low.digits
        && range.low.value < 100
        && paragraph_start;
    numbered || named || hour || parenthesised
}

fn plural_follows(prose: &Prose<'_>, at: usize) -> bool {
    (at..at + 3).take_while(|at| prose.word(*at)).any(|at| {
        prose.lower(at).ends_with('s')
            || matches!(prose.lower(at), "people" | "men" | "women" | "children")
    })
}

/// Durations, distances, weights, shares, money after the number, also after an adjective or "of the".
fn is_measured(prose: &Prose<'_>, range: &Range) -> bool {
    let next = prose.lower(range.end);
    if next == "%" || next == "°" {
        return true;
    }
    let mut at = range.end;
    if matches!(
        next,
        "more"
            | "further"
            | "extra"
            | "whole"
            | "full"
            | "consecutive"
            | "long"
            | "straight"
            | "nautical"
            | "metric"
            | "additional"
            | "short"
            | "working"
            | "successive"
            | "or"
            | "gold"
            | "the"
            | "past"
            | "last"
    ) {
        at += 1;
    }
    if next == "of" {
        at += 1;
        if words::is_determiner(prose.lower(at)) {
            at += 1;
        }
        if number(prose, at).is_some() {
            at += 1;
        }
    }
    let noun = prose.lower(at);
    words::is_measure(noun)
        && !(noun == "second" && at == range.end)
        && !(noun == "square" && prose.capital(at))
        || words::is_money(noun)
}

fn is_year(prose: &Prose<'_>, range: &Range, plain: bool) -> bool {
    let written = prose.token(range.first).is_some_and(|token| {
        token.text.len() == 4 && token.text.bytes().all(|b| b.is_ascii_digit())
    });
    let next = prose.lower(range.end);
    let noun = prose.word(range.end)
        && !words::is_preposition(next)
        && !words::is_clause_start(next)
        && !words::is_past_verb(next)
        && !matches!(next, "and" | "or");
    plain && written && (1500..=2199).contains(&range.low.value) && !noun
}

/// "X, 43, said", "aged 12".
fn is_age(prose: &Prose<'_>, range: &Range) -> bool {
    let between_commas = prose.lower_before(range.first) == "," && prose.lower(range.end) == ",";
    let after_name = range.first >= 2 && prose.capital(range.first - 2);
    (between_commas && after_name && range.low.digits && range.low.value < 120)
        || matches!(prose.lower_before(range.first), "aged" | "age")
}

/// "one" counts only where somebody is harmed, held or freed, or where it opens a sentence's subject.
fn is_counted_one(prose: &Prose<'_>, range: &Range) -> bool {
    const FATES: [&str; 26] = [
        "killed",
        "hurt",
        "wounded",
        "injured",
        "died",
        "dead",
        "missing",
        "detained",
        "arrested",
        "released",
        "freed",
        "held",
        "abducted",
        "kidnapped",
        "shot",
        "captured",
        "drowned",
        "destroyed",
        "damaged",
        "burned",
        "lost",
        "evacuated",
        "rescued",
        "taken",
        "hospitalised",
        "serves",
    ];
    if range.low.digits {
        return true;
    }
    let sentence = prose.sentence_at(range.first);
    let reach = (range.end + 7).min(sentence.end);
    (range.end..reach)
        .take_while(|at| {
            !matches!(
                prose.lower(*at),
                "," | ";" | "who" | "said" | "told" | "says"
            )
        })
        .any(|at| FATES.contains(&prose.lower(at)))
}

/// "the two sides": a number that only points.
fn is_reference(prose: &Prose<'_>, range: &Range) -> bool {
    let points = matches!(
        prose.lower_before(range.first),
        "the" | "these" | "those" | "our" | "their" | "its" | "both" | "between" | "other"
    );
    let noun = (range.end..range.end + 3)
        .take_while(|at| prose.word(*at))
        .map(|at| prose.lower(at))
        .find(|word| words::is_mere_reference(word));
    let fractions = matches!(
        prose.lower(range.end),
        "thirds" | "quarters" | "fifths" | "sets"
    );
    fractions
        || (range.low.value <= 5 && points && noun.is_some() && prose.lower(range.end) != "of")
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
