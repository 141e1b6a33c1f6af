//! What becomes of a meeting: held, planned, cancelled, denied.

use super::discourse::Discourse;
use crate::reading::MeetingStatus;
use crate::text::{Prose, Sentence};
use crate::words;

/// Words by which a sentence calls a meeting off.
const CANCELLED: [&[&str]; 19] = [
    &["cancelled"],
    &["canceled"],
    &["called", "off"],
    &["indefinitely"],
    &["scrapped"],
    &["shelved"],
    &["abandoned"],
    &["dropped"],
    &["suspended"],
    &["broken", "off"],
    &["broke", "off"],
    &["came", "to", "nothing"],
    &["fell", "through"],
    &["pulled", "out"],
    &["stayed", "away"],
    &["failed", "to", "appear"],
    &["yet", "to", "be", "agreed"],
    &["to", "a", "later", "date"],
    &["without", "a", "new", "date"],
];

/// Words by which a sentence says that a meeting was not.
const DENIED: [&[&str]; 17] = [
    &["not", "meet"],
    &["not", "met"],
    &["never", "met"],
    &["never", "happened"],
    &["never", "took", "place"],
    &["untrue"],
    &["false"],
    &["rumours"],
    &["rumors"],
    &["no", "such", "meeting"],
    &["no", "meeting"],
    &["no", "such", "talks"],
    &["no", "talks"],
    &["denied"],
    &["denies"],
    &["deny"],
    &["without", "foundation"],
];

/// What the words of a sentence make of its meeting.
pub(super) fn status(
    prose: &Prose<'_>,
    sentence: Sentence,
    otherwise: MeetingStatus,
) -> MeetingStatus {
    if has_any(prose, sentence, &CANCELLED) {
        return MeetingStatus::Cancelled;
    }
    if has_any(
        prose,
        sentence,
        &[&["not", "take", "place"], &["not", "go", "ahead"]],
    ) {
        let planned = [&["planned"][..], &["scheduled"], &["set", "for"]];
        return if has_any(prose, sentence, &planned) {
            MeetingStatus::Cancelled
        } else {
            MeetingStatus::Denied
        };
    }
    if has_any(prose, sentence, &DENIED) {
        return MeetingStatus::Denied;
    }
    otherwise
}

fn has_any(prose: &Prose<'_>, sentence: Sentence, phrases: &[&[&str]]) -> bool {
    (sentence.first..sentence.end)
        .filter(|at| prose.quote_at(*at).is_none())
        .any(|at| {
            phrases.iter().any(|phrase| {
                phrase
                    .iter()
                    .enumerate()
                    .all(|(offset, word)| prose.lower(at + offset) == *word)
            })
        })
}

/// Whether a sentence puts its meeting to another day.
pub(super) fn is_changed(prose: &Prose<'_>, sentence: Sentence) -> bool {
    (sentence.first..sentence.end).any(|at| {
        prose.quote_at(at).is_none()
            && matches!(
                prose.lower(at),
                "postponed" | "delayed" | "rescheduled" | "adjourned" | "moved"
            )
    })
}

/// Whether a sentence speaks of a meeting to come.
pub(super) fn is_planned(prose: &Prose<'_>, sentence: Sentence) -> bool {
    (sentence.first..sentence.end)
        .filter(|at| prose.quote_at(*at).is_none())
        .any(|at| {
            matches!(
                prose.lower(at),
                "will"
                    | "planned"
                    | "due"
                    | "scheduled"
                    | "set"
                    | "expected"
                    | "resume"
                    | "fixed"
                    | "postponed"
                    | "shall"
                    | "agreed"
                    | "foreseen"
                    | "pencilled"
            )
        })
}

/// Whether a day or a period is named at `at`.
pub(super) fn is_dated(prose: &Prose<'_>, at: usize) -> bool {
    let lower = prose.lower(at);
    words::weekday(lower).is_some()
        || words::month(lower).is_some() && prose.capital(at)
        || matches!(
            lower,
            "today"
                | "yesterday"
                | "tomorrow"
                | "tonight"
                | "week"
                | "morning"
                | "weekend"
                | "month"
        )
}

/// The last word that tells what becomes of the meeting that the noun at `noun` names.
pub(super) fn cue(discourse: &Discourse<'_>, noun: usize, sentence: Sentence) -> Option<usize> {
    let prose = discourse.prose;
    let outside = |at: &usize| prose.quote_at(*at).is_none();
    let after = (noun + 1..sentence.end).filter(outside).rfind(|at| {
        let next = prose.lower(at + 1);
        match prose.lower(*at) {
            "held" | "cancelled" | "canceled" | "postponed" | "planned" | "scheduled"
            | "happened" | "adjourned" | "hosted" | "resume" | "resumed" | "convened"
            | "foreseen" | "scrapped" | "shelved" | "dropped" | "delayed" | "rescheduled"
            | "abandoned" | "suspended" | "collapsed" | "attended" | "arranged" | "opened"
            | "lasted" | "began" | "begins" | "begin" | "ended" | "start" | "started" => true,
            "called" | "broken" => next == "off",
            "broke" => matches!(next, "up" | "off" | "down"),
            "take" | "takes" | "took" | "taken" => next == "place",
            "put" => matches!(next, "off" | "back"),
            "go" | "went" => next == "ahead",
            "was" | "is" => noun + 6 > *at && prose.lower(noun) != "talks",
            "set" | "fixed" | "due" | "expected" => matches!(next, "for" | "to" | "on" | "in"),
            _ => false,
        }
    });
    let leads = (sentence.first..noun).filter(outside).any(|at| {
        matches!(
            prose.lower(at),
            "host"
                | "hosts"
                | "hosted"
                | "attend"
                | "attended"
                | "convene"
                | "convened"
                | "no"
                | "cancelled"
                | "canceled"
                | "postponed"
                | "announced"
                | "after"
                | "following"
        )
    });
    let strong = (sentence.first..noun)
        .filter(outside)
        .any(|at| matches!(prose.lower(at), "after" | "following" | "announced"));
    after.or_else(|| (leads && !strong).then_some(noun))
}
