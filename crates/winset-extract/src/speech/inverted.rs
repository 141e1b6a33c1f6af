//! Subjects after their verb, and whatever else is named from its first word on.

use super::subject::{SUBJECT_TOKENS_MAX, Subject, is_short};
use crate::text::Prose;
use crate::words;

/// The subject after a verb at `at - 1`: "said Colonel X of the guard, ...". Ends before `limit`.
pub(crate) fn after(prose: &Prose<'_>, at: usize, limit: usize) -> Option<Subject> {
    if words::is_pronoun(prose.lower(at)) {
        return Some(Subject {
            first: at,
            end: at + 1,
            apposed: None,
        });
    }
    let named = prose.capital(at);
    let mut end = at;
    while end < limit && goes_on(prose, at, end, named) {
        end += 1;
    }
    if !(at..end).any(|at| prose.word(at)) {
        return None;
    }
    let end = extended(prose, at, end, limit);
    let apposed =
        (prose.lower(end) == "," && end + 1 < limit).then(|| apposition(prose, end + 1, limit));
    Some(Subject {
        first: at,
        end,
        apposed: apposed.flatten(),
    })
}

fn goes_on(prose: &Prose<'_>, first: usize, at: usize, named: bool) -> bool {
    let lower = prose.lower(at);
    if prose.quote_at(at).is_some() || at - first > SUBJECT_TOKENS_MAX {
        return false;
    }
    if !prose.word(at) {
        return match lower {
            "." => {
                words::is_short_title(prose.lower_before(at)) || is_short(prose.lower_before(at))
            }
            "-" => prose.token(at).is_some_and(|mark| mark.adjacent),
            "'" | "’" => prose.token(at).is_some_and(|mark| mark.adjacent),
            _ => false,
        };
    }
    if at == first {
        return !words::is_preposition(lower) && !words::is_clause_start(lower);
    }
    let of = lower == "of" || (lower == "for" && !named);
    let small = !prose.capital(at) && !words::is_particle(lower) && !of;
    let ends_name = prose.capital(at - 1)
        && small
        && !prose.possessive(at - 1)
        && prose.capital(at - 1)
        && !words::is_body(lower)
        && !words::is_role(lower)
        && !words::is_nameless(lower)
        && !words::is_delegation(lower)
        && !words::is_place_noun(lower);
    let ends = (words::is_preposition(lower) && !of)
        || words::is_clause_start(lower)
        || words::weekday(lower).is_some()
        || matches!(
            lower,
            "and"
                | "or"
                | "will"
                | "would"
                | "shall"
                | "can"
                | "could"
                | "must"
                | "yesterday"
                | "today"
                | "last"
                | "earlier"
                | "later"
                | "seen"
                | "quoted"
                | "given"
                | "shown"
        )
        || words::saying(lower).is_some()
            && !prose.capital(at)
            && !(words::is_noun_form(lower) && words::is_determiner(prose.lower_before(at)))
        || words::is_past_verb(lower) && !prose.capital(at);
    !ends && !ends_name
}

/// "a man in the crowd", "a statement by the command", "people close to the talks": where a nameless
/// subject ends with what tells it from others.
fn extended(prose: &Prose<'_>, first: usize, end: usize, limit: usize) -> usize {
    let close = matches!(
        prose.lower_before(end),
        "close" | "familiar" | "briefed" | "loyal"
    ) && end > first + 1;
    let end = end - usize::from(close);
    let head = prose.lower_before(end);
    let document = words::is_document(head);
    let nameless = words::is_nameless(head) || (words::is_role(head) && !prose.capital(end - 1));
    if !(document || nameless) || (first..end).any(|at| prose.capital(at) && at > first) {
        return end;
    }
    let mut link = end;
    if matches!(
        prose.lower(link),
        "close"
            | "familiar"
            | "briefed"
            | "loyal"
            | "published"
            | "issued"
            | "compiled"
            | "working"
    ) {
        link += 1;
    }
    let linked = match prose.lower(link) {
        "by" | "from" => document || prose.lower(link) == "from",
        "in" | "at" | "near" | "with" | "on" | "to" | "outside" | "behind" => {
            nameless && (link > end || !matches!(prose.lower(link), "on" | "to"))
        }
        _ => false,
    };
    let opens = words::is_determiner(prose.lower(link + 1)) || prose.capital(link + 1);
    let timed = words::weekday(prose.lower(link + 1)).is_some()
        || words::month(prose.lower(link + 1)).is_some();
    if !linked || !opens || timed {
        return end + usize::from(close);
    }
    let mut last = link + 1;
    while last < limit && goes_on(prose, link + 1, last, prose.capital(link + 1)) {
        last += 1;
    }
    let medium = (link + 1..last)
        .any(|at| words::is_utterance(prose.lower(at)) || words::is_medium(prose.lower(at)));
    if medium && !document { end } else { last }
}

fn apposition(prose: &Prose<'_>, first: usize, limit: usize) -> Option<(usize, usize)> {
    if matches!(
        prose.lower(first),
        "who" | "whose" | "which" | "where" | "and" | "but" | "as" | "adding" | "in" | "on" | "at"
    ) {
        return None;
    }
    let end = (first..limit)
        .take(APPOSITION_TOKENS_MAX)
        .find(|at| {
            prose.quote_at(*at).is_some()
                || matches!(prose.lower(*at), "," | ";" | ":")
                || (prose.lower(*at) == "." && !words::is_short_title(prose.lower_before(*at)))
        })
        .unwrap_or(limit);
    (end > first).then_some((first, end))
}

/// How far an apposition reaches: "X, who was not authorized to speak, said".
pub(super) const APPOSITION_TOKENS_MAX: usize = 40;
