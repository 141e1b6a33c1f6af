//! Whether a sentence speaks of what is to come.

use crate::text::Prose;
use crate::words;

/// How many words before and after a date are looked at.
const REACH: usize = 40;

/// Whether the words around the date `first..end` speak of the future.
pub(super) fn is_future(prose: &Prose<'_>, first: usize, end: usize) -> bool {
    let before = prose.lower_before(first);
    let until = |at: usize| matches!(prose.lower(at), "until" | "till");
    let later = before == "on" && (first.saturating_sub(3)..first).any(until);
    if (matches!(before, "until" | "till" | "by") || later) && !had_before(prose, first) {
        return true;
    }
    let sentence = prose.sentence_at(first);
    let start = sentence.first.max(first.saturating_sub(REACH));
    for at in (start..first).rev() {
        if ends_clause(prose, at) {
            break;
        }
        if let Some(future) = direction(prose, at) {
            return future;
        }
    }
    let stop = sentence.end.min(end + REACH);
    (end..stop)
        .take_while(|at| !ends_clause(prose, *at))
        .find_map(|at| direction(prose, at))
        .unwrap_or(before == "from")
}

fn ends_clause(prose: &Prose<'_>, at: usize) -> bool {
    matches!(prose.lower(at), "." | "?" | "!" | ";" | "“" | "”" | "\"")
}

fn had_before(prose: &Prose<'_>, at: usize) -> bool {
    let sentence = prose.sentence_at(at);
    (sentence.first.max(at.saturating_sub(REACH))..at).any(|at| {
        prose.lower(at) == "had"
            && (at + 1..at + 3).any(|at| words::saying(prose.lower(at)).is_some())
    })
}

/// Whether the word at `at` points forward or back; none if to neither.
fn direction(prose: &Prose<'_>, at: usize) -> Option<bool> {
    let lower = prose.lower(at);
    let next = prose.lower(at + 1);
    match lower {
        "will" | "shall" | "won't" | "plans" | "due" | "intends" | "hopes" | "expects" | "must"
        | "should" => Some(true),
        "would" | "could" | "might" => Some(!had_before(prose, at)),
        "expected" if matches!(prose.lower_before(at), "is" | "are" | "be") => Some(true),
        "announced" if next == "for" => Some(true),
        "planned" | "scheduled" | "expected" | "foreseen" | "slated" | "set" | "postponed"
        | "promised" => matches!(next, "for" | "to" | "until" | "on").then_some(true),
        "to" if matches!(
            prose.lower_before(at),
            "is" | "are"
                | "ready"
                | "promised"
                | "agreed"
                | "wants"
                | "want"
                | "offered"
                | "planning"
                | "prepared"
        ) =>
        {
            Some(true)
        }
        "is" | "are" | "has" | "have" => None,
        _ if lower.ends_with("'ll") => Some(true),
        "demanded" | "proposed" | "requested" | "suggested"
            if !words::is_auxiliary(prose.lower_before(at)) && prose.lower(at + 1) != "on" =>
        {
            Some(true)
        }
        _ if prose.lower_before(at) == "be" => None,
        _ if words::is_past_verb(lower) => Some(false),
        _ => None,
    }
}
