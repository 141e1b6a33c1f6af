//! Which numbers count nothing: ages, shares, durations, distances, weights, money, years, times, numbers of
//! documents, names.

use crate::counts::Range;
use crate::numbers::number;
use crate::text::Prose;
use crate::words;

/// Whether a number or range counts people or things.
pub(crate) fn is_count(prose: &Prose<'_>, range: &Range) -> bool {
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
        || is_name(prose, range)
        || is_second_measure(prose, range)
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
    let starts = |at: usize| {
        prose
            .token(at)
            .is_some_and(|token| at == 0 || prose.tokens[at - 1].paragraph != token.paragraph)
    };
    let paragraph_start =
        starts(first) || (first > 0 && prose.lower(first - 1) == "(" && starts(first - 1));
    let numbered =
        paragraph_start && matches!(prose.lower(range.end), "." | ")") && range.low.digits;
    let before = prose.lower_before(first);
    let stop = before == "."
        && range.low.digits
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
    let day = words::month(prose.lower(range.end)).is_some() && prose.capital(range.end);
    numbered || named || hour || parenthesised || day
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

/// "the Two Banks Treaty": a number that is part of a name.
fn is_name(prose: &Prose<'_>, range: &Range) -> bool {
    let opens = prose.sentence_at(range.first).first == range.first
        || !prose.word(range.first.wrapping_sub(1));
    let next = prose.capital(range.end) && words::month(prose.lower(range.end)).is_none();
    prose.capital(range.first) && !range.low.digits && !opens && next
}

/// "six days, perhaps seven": a number whose measure stands before it.
fn is_second_measure(prose: &Prose<'_>, range: &Range) -> bool {
    let before = |back: usize| {
        range
            .first
            .checked_sub(back)
            .map_or("", |at| prose.lower(at))
    };
    let guess = matches!(before(1), "perhaps" | "maybe" | "possibly" | "or");
    let comma = usize::from(before(2) == ",");
    guess && words::is_measure(before(2 + comma)) && !prose.word(range.end)
}

/// "X, 43, said", "aged 12", "she is four", "the under 15s".
fn is_age(prose: &Prose<'_>, range: &Range) -> bool {
    let closed = matches!(prose.lower(range.end), "," | "." | ")" | ";" | "");
    let between_commas = matches!(prose.lower_before(range.first), "," | "(") && closed;
    let named = (range.first.saturating_sub(4)..range.first.saturating_sub(1)).any(|at| {
        prose.capital(at) && (words::is_given_name(prose.lower(at)) || at + 2 == range.first)
    });
    let before = |back: usize| {
        range
            .first
            .checked_sub(back)
            .map_or("", |at| prose.lower(at))
    };
    let being = matches!(before(1), "is" | "was" | "turned" | "turns" | "am");
    let somebody = matches!(before(2), "he" | "she" | "i" | "who")
        || words::is_role(before(2))
        || range.first >= 2 && prose.capital(range.first - 2) && before(2).len() > 2;
    let alone = !prose.word(range.end) || matches!(prose.lower(range.end), "and" | "when" | "now");
    let limit = matches!(before(1), "under" | "over")
        && (words::is_auxiliary(before(2)) || matches!(before(2), "children" | "those" | "people"))
        && alone;
    (between_commas && named && range.low.digits && range.low.value < 120)
        || matches!(before(1), "aged" | "age" | "ages")
        || (being && somebody && alone && range.low.value < 120)
        || (limit && range.low.value < 120)
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
    if range.low.digits || prose.lower(range.first) == "single" {
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
        "thirds" | "quarters" | "fifths" | "sets" | "halves"
    );
    // "the two agreed", "the two principals": both were named before.
    let both = range.low.value == 2
        && prose.lower_before(range.first) == "the"
        && (!prose.word(range.end)
            || words::is_auxiliary(prose.lower(range.end))
            || words::is_past_verb(prose.lower(range.end))
            || matches!(prose.lower(range.end), "principals" | "rivals"));
    fractions
        || both
        || (range.low.value <= 5 && points && noun.is_some() && prose.lower(range.end) != "of")
}
