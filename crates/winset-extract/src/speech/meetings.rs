//! Meetings that took place, are planned, were cancelled, or are said not to have been.

use super::discourse::Discourse;
use super::subject::{self, Subject};
use crate::reading::MeetingStatus;
use crate::text::Sentence;
use crate::words;

/// A meeting as a range of tokens.
#[derive(Debug, Clone)]
pub(crate) struct FoundMeeting {
    /// The first token.
    pub(crate) first: usize,
    /// The token after the last.
    pub(crate) end: usize,
    /// Who met.
    pub(crate) who: Vec<String>,
    /// Whom they met.
    pub(crate) whom: Vec<String>,
    /// Where.
    pub(crate) at: Option<String>,
    /// What became of it.
    pub(crate) status: MeetingStatus,
}

/// All meetings, one for each sentence at most. A meeting that names nobody is of those who met before.
pub(crate) fn meetings(discourse: &Discourse<'_>) -> Vec<FoundMeeting> {
    let mut found: Vec<FoundMeeting> = Vec::new();
    for sentence in &discourse.prose.sentences {
        let meeting = by_verb(discourse, *sentence).or_else(|| by_noun(discourse, *sentence));
        let Some(mut meeting) = meeting else { continue };
        if meeting.who.is_empty()
            && let Some(last) = found.last()
        {
            meeting.who = last.who.iter().chain(&last.whom).cloned().collect();
        }
        found.push(meeting);
    }
    found
}

/// "X met Y", "X held talks with Y", "X received Y", "X and Y sat down".
fn by_verb(discourse: &Discourse<'_>, sentence: Sentence) -> Option<FoundMeeting> {
    let prose = discourse.prose;
    let (verb, after) = (sentence.first..sentence.end)
        .filter(|at| prose.quote_at(*at).is_none())
        .find_map(|at| verb(discourse, at).map(|after| (at, after)))?;
    let modal = (sentence.first..verb)
        .rev()
        .take(5)
        .any(|at| matches!(prose.lower(at), "to" | "will" | "would"));
    let subject = subject::before(
        prose,
        meeting_subject_end(discourse, verb, sentence),
        sentence.first,
    )?;
    let whom = whom(discourse, after, sentence);
    let planned = modal && !is_over(discourse, sentence, verb);
    let status = status(
        discourse,
        sentence,
        if planned {
            MeetingStatus::Planned
        } else {
            MeetingStatus::Held
        },
    );
    Some(FoundMeeting {
        first: clause_start(discourse, subject, sentence),
        end: clause_end(discourse, after, sentence),
        who: names(discourse, subject),
        whom: whom
            .map(|subject| names(discourse, subject))
            .unwrap_or_default(),
        at: place(discourse, after, sentence),
        status,
    })
}

fn is_over(discourse: &Discourse<'_>, sentence: Sentence, verb: usize) -> bool {
    let prose = discourse.prose;
    prose.lower(verb) == "met" && prose.lower_before(verb) == "had"
        || prose.lower(sentence.first) == "no"
}

/// Where the subject of "is due to meet" ends: before its auxiliaries.
fn meeting_subject_end(discourse: &Discourse<'_>, verb: usize, sentence: Sentence) -> usize {
    let prose = discourse.prose;
    let mut end = verb;
    while end > sentence.first {
        let lower = prose.lower(end - 1);
        let skipped = words::is_auxiliary(lower)
            || matches!(
                lower,
                "due"
                    | "expected"
                    | "scheduled"
                    | "set"
                    | "planning"
                    | "plans"
                    | "wants"
                    | "hopes"
                    | "agreed"
                    | "ready"
                    | "secretly"
            );
        if !skipped {
            break;
        }
        end -= 1;
    }
    end
}

/// The token after a verb of meeting at `at`; none if there is none.
fn verb(discourse: &Discourse<'_>, at: usize) -> Option<usize> {
    let prose = discourse.prose;
    let next = prose.lower(at + 1);
    match prose.lower(at) {
        "met" | "meets" | "conferred" => Some(at + 1),
        "meet" if words::is_auxiliary(prose.lower_before(at)) || prose.lower_before(at) == "to" => {
            Some(at + 1)
        }
        "held" | "hold" | "holds" | "holding" | "had" | "opened" | "began" | "resumed" => (at + 1
            ..at + 4)
            .find(|at| matches!(prose.lower(*at), "talks" | "consultations" | "negotiations"))
            .map(|at| at + 1),
        "sat" if next == "down" => Some(at + 2),
        "received" | "receive" | "receives" if is_somebody(discourse, at + 1) => Some(at + 1),
        "flew" | "arrived" | "travelled" | "traveled" => {
            let sentence = prose.sentence_at(at);
            (at..sentence.end)
                .any(|at| {
                    prose.lower(at) == "for" && (at..at + 9).any(|at| prose.lower(at) == "talks")
                })
                .then_some(at + 1)
        }
        _ => None,
    }
}

fn is_somebody(discourse: &Discourse<'_>, at: usize) -> bool {
    (at..at + 6)
        .take_while(|at| discourse.prose.word(*at))
        .any(|at| words::is_role(discourse.prose.lower(at)) || discourse.people.at(at).is_some())
}

/// "A second session ... has been called off", "The next round will be held".
fn by_noun(discourse: &Discourse<'_>, sentence: Sentence) -> Option<FoundMeeting> {
    let prose = discourse.prose;
    let outside = |at: &usize| prose.quote_at(*at).is_none();
    let noun = (sentence.first..sentence.end)
        .filter(outside)
        .find(|at| words::is_meeting_noun(prose.lower(*at)) && prose.lower_before(*at) != "such")?;
    let happens = (noun..sentence.end).filter(outside).any(|at| {
        let next = prose.lower(at + 1);
        match prose.lower(at) {
            "held" | "cancelled" | "canceled" | "postponed" | "planned" | "scheduled"
            | "happened" | "adjourned" | "hosted" | "resume" | "resumed" | "convened"
            | "foreseen" => true,
            "called" => next == "off",
            "take" | "takes" | "took" | "taken" => next == "place",
            "was" | "is" => noun + 6 > at && prose.lower(noun) != "talks",
            "set" => next == "for",
            _ => false,
        }
    }) || (sentence.first..noun).any(|at| {
        matches!(
            prose.lower(at),
            "host" | "hosts" | "hosted" | "attend" | "attended" | "convene" | "no"
        )
    });
    let dated = (sentence.first..sentence.end).any(|at| {
        words::weekday(prose.lower(at)).is_some()
            || words::month(prose.lower(at)).is_some() && prose.capital(at)
            || matches!(
                prose.lower(at),
                "today" | "yesterday" | "tomorrow" | "week" | "morning"
            )
    });
    let cancelled = status(discourse, sentence, MeetingStatus::Held) != MeetingStatus::Held;
    if !happens || !(dated || cancelled) {
        return None;
    }
    let planned = (sentence.first..sentence.end).filter(outside).any(|at| {
        matches!(
            prose.lower(at),
            "will" | "planned" | "due" | "scheduled" | "set" | "expected" | "resume"
        )
    });
    let first = (sentence.first..sentence.end).find(|at| prose.word(*at))?;
    Some(FoundMeeting {
        first,
        end: clause_end(discourse, noun, sentence),
        who: participants(discourse, noun, sentence),
        whom: Vec::new(),
        at: place(discourse, noun, sentence),
        status: status(
            discourse,
            sentence,
            if planned {
                MeetingStatus::Planned
            } else {
                MeetingStatus::Held
            },
        ),
    })
}

/// Who takes part: "of both sides", "between X and Y", "by X", "the commanders' meeting"; otherwise those
/// who met in the sentences before.
fn participants(discourse: &Discourse<'_>, noun: usize, sentence: Sentence) -> Vec<String> {
    let prose = discourse.prose;
    let owner = (sentence.first..noun).find(|at| prose.possessive(*at));
    if let Some(owner) = owner {
        return vec![prose.words(sentence.first, owner + 1)];
    }
    let link = (noun + 1..sentence.end.min(noun + 8)).find(|at| {
        matches!(prose.lower(*at), "of" | "between" | "by" | "with")
            && !words::is_meeting_noun(prose.lower(at + 1))
    });
    let Some(link) = link else { return Vec::new() };
    let Some(subject) = subject::after(prose, link + 1, sentence.end) else {
        return Vec::new();
    };
    let mut who = vec![name(discourse, subject)];
    if prose.lower(link) == "between" && prose.lower(subject.end) == "and" {
        let other = subject::after(prose, subject.end + 1, sentence.end);
        who.extend(other.map(|other| name(discourse, other)));
    }
    let points = matches!(who[0].as_str(), "the two" | "them" | "both");
    if points { Vec::new() } else { who }
}

/// Whom they met, after the verb.
fn whom(discourse: &Discourse<'_>, after: usize, sentence: Sentence) -> Option<Subject> {
    let prose = discourse.prose;
    let first = if matches!(prose.lower(after), "with" | "again" | "for") {
        after + 1
    } else {
        after
    };
    let with = (after..sentence.end.min(after + 6)).find(|at| prose.lower(*at) == "with");
    let first = with.map_or(first, |with| with + 1);
    let lower = prose.lower(first);
    let time = words::is_preposition(lower)
        || words::weekday(lower).is_some()
        || matches!(lower, "again" | "secretly" | "here" | "there" | "");
    if time || !prose.word(first) {
        return None;
    }
    subject::after(prose, first, sentence.end)
}

/// The names of a subject, each of "X and the Y" apart.
fn names(discourse: &Discourse<'_>, subject: Subject) -> Vec<String> {
    let prose = discourse.prose;
    let splits = |at: &usize| {
        prose.lower(*at) == "and"
            && (words::is_determiner(prose.lower(at + 1))
                || words::is_pronoun(prose.lower_before(*at))
                || discourse.people.at(at - 1).is_some())
    };
    match (subject.first + 1..subject.end).find(splits) {
        Some(and) => {
            let left = Subject {
                first: subject.first,
                end: and,
                apposed: None,
            };
            let right = Subject {
                first: and + 1,
                ..subject
            };
            vec![name(discourse, left), name(discourse, right)]
        }
        None => vec![name(discourse, subject)],
    }
}

/// The person that the words name or a pronoun stands for; the words themselves otherwise.
fn name(discourse: &Discourse<'_>, subject: Subject) -> String {
    let who = discourse.who(subject);
    let named = who.named != (subject.first, subject.end)
        || (subject.first..subject.end).any(|at| discourse.people.at(at).is_some());
    let pronoun = subject.end == subject.first + 1;
    match who.person.filter(|_| named || pronoun) {
        Some(person) => discourse.people.persons[person].name.clone(),
        None if pronoun => discourse.prose.words(who.full.0, who.full.1),
        None => discourse.prose.words(subject.first, subject.end),
    }
}

/// Where the clause of a subject begins: with "On Monday" before it.
fn clause_start(discourse: &Discourse<'_>, subject: Subject, sentence: Sentence) -> usize {
    let prose = discourse.prose;
    let opener =
        (sentence.first..subject.first).all(|at| !matches!(prose.lower(at), "that" | ":" | ";"));
    let short = subject.first - sentence.first <= 8;
    let first = if opener && short {
        sentence.first
    } else {
        subject.first
    };
    (first..subject.first)
        .find(|at| prose.word(*at))
        .unwrap_or(subject.first)
}

fn clause_end(discourse: &Discourse<'_>, from: usize, sentence: Sentence) -> usize {
    let prose = discourse.prose;
    let mut end = (from..sentence.end)
        .find(|at| {
            matches!(prose.lower(*at), ";" | ":")
                || prose.quote_at(*at).is_some()
                || (prose.lower(*at) == "," && matches!(prose.lower(at + 1), "but" | "officials"))
        })
        .unwrap_or(sentence.end);
    while end > from && !prose.word(end - 1) {
        end -= 1;
    }
    end
}

/// The first "in X" or "at X" after the verb.
fn place(discourse: &Discourse<'_>, from: usize, sentence: Sentence) -> Option<String> {
    let prose = discourse.prose;
    let at = (sentence.first..sentence.end)
        .filter(|at| prose.quote_at(*at).is_none() && (*at >= from || *at == sentence.first))
        .find(|at| {
            matches!(prose.lower(*at), "in" | "at" | "In" | "At" | "to" | "into")
                && (prose.capital(at + 1) || words::is_determiner(prose.lower(at + 1)))
                && words::month(prose.lower(at + 1)).is_none()
        })?;
    let subject = subject::after(prose, at + 1, sentence.end)?;
    Some(prose.words(subject.first, subject.end))
}

fn status(
    discourse: &Discourse<'_>,
    sentence: Sentence,
    otherwise: MeetingStatus,
) -> MeetingStatus {
    let prose = discourse.prose;
    let has = |wanted: &[&str]| {
        (sentence.first..sentence.end).any(|at| {
            prose.quote_at(at).is_none()
                && wanted
                    .iter()
                    .enumerate()
                    .all(|(offset, word)| prose.lower(at + offset) == *word)
        })
    };
    if has(&["cancelled"])
        || has(&["canceled"])
        || has(&["called", "off"])
        || has(&["indefinitely"])
    {
        return MeetingStatus::Cancelled;
    }
    let planned = has(&["planned"]) || has(&["scheduled"]) || has(&["set", "for"]);
    if has(&["not", "take", "place"]) {
        return if planned {
            MeetingStatus::Cancelled
        } else {
            MeetingStatus::Denied
        };
    }
    let denied = [
        &["not", "meet"][..],
        &["never", "met"],
        &["never", "happened"],
        &["untrue"],
        &["no", "such", "meeting"],
        &["no", "meeting"],
        &["denied"],
        &["denies"],
        &["not", "met"],
    ];
    if denied.iter().any(|words| has(words)) {
        return MeetingStatus::Denied;
    }
    otherwise
}
