//! The subject of a verb: the words before it, or after it where the order is turned round.

use super::inverted::APPOSITION_TOKENS_MAX;
pub(crate) use super::inverted::after;
use crate::text::Prose;
use crate::words;

/// Longer subjects are misread sentences.
pub(super) const SUBJECT_TOKENS_MAX: usize = 30;

/// How far a relative clause without commas reaches.
const RELATIVE_TOKENS_MAX: usize = 12;

/// A subject: its head, and what stands beside it between commas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The first token of the head.
    pub(crate) first: usize,
    /// The token after the head.
    pub(crate) end: usize,
    /// The apposition.
    pub(crate) apposed: Option<(usize, usize)>,
}

/// The subject before the verb at `verb`, looked for from `from` on.
pub(crate) fn before(prose: &Prose<'_>, verb: usize, from: usize) -> Option<Subject> {
    let mut end = verb;
    while end > from && is_between(prose, end - 1) {
        end -= 1;
    }
    if end <= from || prose.quote_at(end - 1).is_some() {
        return None;
    }
    match prose.lower(end - 1) {
        ")" => {
            let open = (from..end)
                .rev()
                .take(10)
                .find(|at| prose.lower(*at) == "(")?;
            head_before(prose, open, from, None)
        }
        "," => {
            let close = end - 1;
            let open = (from..close)
                .rev()
                .take(APPOSITION_TOKENS_MAX)
                .take_while(|at| {
                    prose.quote_at(*at).is_none() && !matches!(prose.lower(*at), ";" | ":")
                })
                .find(|at| prose.lower(*at) == "," && !is_age(prose, *at, from))?;
            head_before(prose, open, from, Some((open + 1, close)))
        }
        _ => head_before(prose, end, from, None),
    }
}

/// Auxiliaries and adverbs between a subject and its verb.
fn is_between(prose: &Prose<'_>, at: usize) -> bool {
    let lower = prose.lower(at);
    words::is_auxiliary(lower) || (words::is_adverb(lower) && !prose.capital(at))
}

/// Whether the comma at `comma` ends an age: "X, 58, who".
fn is_age(prose: &Prose<'_>, comma: usize, from: usize) -> bool {
    comma >= from + 2
        && prose.lower(comma - 2) == ","
        && prose.lower(comma - 1).bytes().all(|b| b.is_ascii_digit())
}

fn head_before(
    prose: &Prose<'_>,
    end: usize,
    from: usize,
    apposed: Option<(usize, usize)>,
) -> Option<Subject> {
    let mut end = end;
    if prose.lower_before(end) == ")" {
        end = (from..end)
            .rev()
            .take(10)
            .find(|at| prose.lower(*at) == "(")?;
    }
    let end = without_day(prose, end, from);
    let mut first = end;
    while first > from && end - first < SUBJECT_TOKENS_MAX && belongs(prose, first - 1, from) {
        first -= 1;
    }
    let first = with_relative(prose, first, from);
    // "told the radio she had": the pronoun is a subject of its own.
    let pronoun = (first + 1..end)
        .rev()
        .find(|at| matches!(prose.lower(*at), "he" | "she" | "it" | "they" | "we" | "i"))
        .filter(|at| *at + 1 == end);
    let first = pronoun.unwrap_or(first);
    let first = without_opener(prose, first, end);
    let words = (first..end).any(|at| prose.word(at));
    words.then_some(Subject {
        first,
        end,
        apposed,
    })
}

/// "X, who described Y": the subject X of the verb after "who".
pub(crate) fn of_relative(prose: &Prose<'_>, verb: usize, from: usize) -> Option<Subject> {
    let mut who = verb;
    while who > from && is_between(prose, who - 1) {
        who -= 1;
    }
    let who = who.checked_sub(1).filter(|who| *who > from)?;
    if prose.lower(who) != "who" {
        return None;
    }
    let end = if prose.lower(who - 1) == "," {
        who - 1
    } else {
        who
    };
    let mut first = end;
    while first > from && prose.word(first - 1) && belongs(prose, first - 1, from) {
        let lower = prose.lower(first - 1);
        if words::is_preposition(lower) && lower != "of" || words::is_past_verb(lower) {
            break;
        }
        first -= 1;
    }
    (first < end).then_some(Subject {
        first,
        end,
        apposed: None,
    })
}

/// "a person who was on board": where a subject begins whose relative clause has no commas.
fn with_relative(prose: &Prose<'_>, first: usize, from: usize) -> usize {
    let who = (from + 1..first)
        .rev()
        .take(RELATIVE_TOKENS_MAX)
        .take_while(|at| prose.word(*at) && prose.quote_at(*at).is_none())
        .find(|at| prose.lower(*at) == "who");
    let Some(who) = who else {
        return first;
    };
    let noun = prose.lower(who - 1);
    if prose.lower(who) != "who" || !(words::is_nameless(noun) || words::is_role(noun)) {
        return first;
    }
    let mut start = who;
    while start > from && who - start < SUBJECT_TOKENS_MAX && belongs(prose, start - 1, from) {
        start -= 1;
    }
    start
}

/// The end of a subject without "on Sunday", "yesterday" after it.
fn without_day(prose: &Prose<'_>, end: usize, from: usize) -> usize {
    let last = prose.lower_before(end);
    let day = words::weekday(last).is_some() || matches!(last, "yesterday" | "today" | "tonight");
    if !day || end <= from + 2 {
        return end;
    }
    let on = prose.lower(end - 2) == "on";
    end - if on { 2 } else { 1 }
}

/// Whether the token at `at` can be part of a subject that ends after it.
fn belongs(prose: &Prose<'_>, at: usize, from: usize) -> bool {
    let lower = prose.lower(at);
    if prose.quote_at(at).is_some() {
        return false;
    }
    if !prose.word(at) {
        return match lower {
            "." => {
                at > 0
                    && (words::is_short_title(prose.lower(at - 1)) || is_short(prose.lower(at - 1)))
            }
            "-" | "/" | "*" | "&" => true,
            "'" | "’" => prose.token(at).is_some_and(|mark| mark.adjacent),
            _ => false,
        };
    }
    if words::is_clause_start(lower) {
        return false;
    }
    // "was postponed after the leader": no part of "the leader", unless it opens the sentence.
    if matches!(lower, "after" | "before" | "until" | "because" | "since")
        && at > from
        && prose.word(at - 1)
    {
        return false;
    }
    let verb = matches!(
        lower,
        "was" | "were" | "is" | "are" | "had" | "has" | "have" | "will" | "would" | "and" | "or"
    );
    if matches!(lower, "and" | "or") {
        return !has_verb_before(prose, at, from);
    }
    if verb || prose.capital(at) {
        return !verb;
    }
    if words::refuses(lower) || matches!(lower, "accepts" | "accepted" | "agrees") {
        return false;
    }
    !matches!(
        lower,
        "said"
            | "told"
            | "says"
            | "saying"
            | "added"
            | "adding"
            | "denied"
            | "claimed"
            | "insisted"
            | "met"
    )
}

/// Whether a stop after the word belongs to it: initials, "U.N.".
pub(super) fn is_short(lower: &str) -> bool {
    lower.chars().count() == 1 || lower.contains('.')
}

/// Whether a verb stands between the start of the clause and `at`.
fn has_verb_before(prose: &Prose<'_>, at: usize, from: usize) -> bool {
    (from..at)
        .rev()
        .take(SUBJECT_TOKENS_MAX)
        .take_while(|at| !matches!(prose.lower(*at), ";" | ":"))
        .any(|at| {
            let lower = prose.lower(at);
            prose.quote_at(at).is_some()
                || words::is_past_verb(lower)
                || words::saying(lower).is_some()
                || matches!(lower, "will" | "would")
        })
}

/// Skips "On Monday", "In Brenn", "But", "Last week" before the subject proper.
fn without_opener(prose: &Prose<'_>, first: usize, end: usize) -> usize {
    let mut first = first;
    while first < end {
        let lower = prose.lower(first);
        let next = prose.lower(first + 1);
        let timed = matches!(lower, "last" | "next" | "this" | "earlier" | "later")
            && (words::weekday(next).is_some()
                || matches!(next, "week" | "month" | "year" | "night" | "morning"));
        if timed {
            first += 2;
        } else if matches!(
            lower,
            "and"
                | "but"
                | "or"
                | "then"
                | "meanwhile"
                | "however"
                | "also"
                | "still"
                | "later"
                | "earlier"
                | "even"
                | "only"
                | "perhaps"
                | "yesterday"
                | "today"
                | "tomorrow"
                | "tonight"
                | "so"
                | "yet"
                | "-"
                | "*"
                | "."
                | "again"
                | "nevertheless"
                | "separately"
                | "afterwards"
        ) || words::weekday(lower).is_some()
        {
            first += 1;
        } else if words::is_preposition(lower) {
            return after_phrase(prose, first, end);
        } else {
            break;
        }
    }
    first
}

/// Where the subject begins after a phrase with a preposition.
fn after_phrase(prose: &Prose<'_>, first: usize, end: usize) -> usize {
    let starts = |at: &usize| {
        let lower = prose.lower(*at);
        let before = prose.lower(*at - 1);
        let free =
            !words::is_preposition(before) && !words::is_determiner(before) && before != "and";
        let name = prose.capital(*at) && !prose.capital(*at - 1) && words::month(lower).is_none();
        let name_after_date = prose.capital(*at) && words::weekday(before).is_some();
        let somebody = matches!(
            lower,
            "somebody" | "someone" | "everyone" | "everybody" | "nobody"
        );
        let pronoun = matches!(before, "her" | "him" | "them" | "it");
        (free || pronoun) && somebody
            || free
                && (words::is_determiner(lower)
                    || words::is_pronoun(lower)
                    || name
                    || name_after_date)
    };
    (first + 2..end).find(starts).unwrap_or(end)
}
