//! Verbs and nouns of meeting.

use super::discourse::Discourse;
use crate::text::Sentence;
use crate::words;

/// How far after "held" its "talks" are looked for: "held seven hours of talks".
const TALKS_REACH: usize = 7;

/// How far after a journey its purpose is looked for.
const PURPOSE_REACH: usize = 14;

/// A verb of meeting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Encounter {
    /// The token after the verb and its object: where those who are met are named.
    pub(super) after: usize,
    /// Whether it is to come by its own meaning: "flew in for talks".
    pub(super) planned: bool,
}

/// The verb of meeting at `at`.
pub(super) fn verb(discourse: &Discourse<'_>, at: usize, sentence: Sentence) -> Option<Encounter> {
    let prose = discourse.prose;
    let next = prose.lower(at + 1);
    let held = |after: usize| {
        Some(Encounter {
            after,
            planned: false,
        })
    };
    match prose.lower(at) {
        "met" | "meets" | "meet" | "meeting" if is_other_meeting(discourse, at) => None,
        "met" | "meets" | "conferred" | "confers" => held(at + 1),
        "meet" | "confer" if infinitive(discourse, at) => held(at + 1),
        "held" | "hold" | "holds" | "holding" | "had" | "opened" | "began" | "begin"
        | "resumed" | "resume" | "started" | "start" | "concluded" | "ended" | "continued"
        | "completed" | "conducted" | "attended" | "attend" | "joined" | "join" => {
            talks(discourse, at, sentence).and_then(held)
        }
        "sat" | "sit" | "sits" if next == "down" && prose.lower(at + 2) != "to" => held(at + 2),
        "received" | "receive" | "receives" if is_somebody(discourse, at + 1) => {
            let by = usize::from(next == "by");
            held(at + 1 + by)
        }
        "hosted" | "hosts" | "host" if is_somebody(discourse, at + 1) => held(at + 1),
        "called" | "call" if next == "on" && is_visit(discourse, at + 2, sentence) => held(at + 2),
        "dined" | "lunched" | "breakfasted" | "supped" | "dine" | "lunch"
            if matches!(next, "with" | "together" | "at" | "in") =>
        {
            held(at + 1)
        }
        "seen"
            if matches!(prose.lower_before(at), "were")
                && matches!(
                    next,
                    "entering" | "going" | "leaving" | "arriving" | "talking"
                ) =>
        {
            held(at + 1)
        }
        lower if travels(lower) => journey(discourse, at, sentence),
        _ => None,
    }
}

/// "met the deadline", "was met with silence", "were met by a crowd": no meeting.
fn is_other_meeting(discourse: &Discourse<'_>, at: usize) -> bool {
    let prose = discourse.prose;
    let passive = matches!(
        prose.lower_before(at),
        "was" | "were" | "been" | "be" | "being" | "is" | "are"
    ) && matches!(prose.lower(at), "met");
    let object = (at + 1..at + 5)
        .take_while(|at| prose.word(*at))
        .take_while(|at| !words::is_preposition(prose.lower(*at)))
        .any(|at| is_met_thing(prose.lower(at)));
    let open = matches!(prose.lower_before(at), "not" | "yet" | "never")
        && (at.saturating_sub(4)..at).any(|at| matches!(prose.lower(at), "have" | "has"));
    passive || object || open || prose.lower(at) == "meeting"
}

/// What is met without a meeting.
fn is_met_thing(lower: &str) -> bool {
    matches!(
        lower,
        "demand"
            | "demands"
            | "deadline"
            | "deadlines"
            | "condition"
            | "conditions"
            | "need"
            | "needs"
            | "target"
            | "targets"
            | "requirements"
            | "criteria"
            | "costs"
            | "cost"
            | "standards"
            | "obligations"
            | "resistance"
            | "opposition"
            | "expectations"
            | "goal"
            | "goals"
            | "death"
            | "fate"
            | "eye"
            | "challenge"
            | "requests"
            | "bill"
            | "payments"
    )
}

fn infinitive(discourse: &Discourse<'_>, at: usize) -> bool {
    let before = discourse.prose.lower_before(at);
    words::is_auxiliary(before) || words::is_adverb(before) || matches!(before, "shall" | "they")
}

/// The token after "talks", "a meeting" or "hours of talks" that follow the verb at `at`.
fn talks(discourse: &Discourse<'_>, at: usize, sentence: Sentence) -> Option<usize> {
    let prose = discourse.prose;
    let attends = prose.lower(at).starts_with("attend") || prose.lower(at).starts_with("join");
    let end = sentence.end.min(at + 1 + TALKS_REACH);
    let noun = (at + 1..end)
        .take_while(|at| prose.quote_at(*at).is_none())
        .take_while(|at| prose.word(*at) || prose.lower(*at) == "-")
        .take_while(|at| !matches!(prose.lower(*at), "that" | "in" | "at" | "on" | "after"))
        .find(|at| {
            let lower = prose.lower(*at);
            matches!(
                lower,
                "talks"
                    | "consultations"
                    | "negotiations"
                    | "discussions"
                    | "conversation"
                    | "conversations"
            ) || matches!(
                lower,
                "meeting" | "session" | "round" | "meetings" | "summit"
            )
        })?;
    let of_noun = matches!(prose.lower(noun), "round" | "session") && prose.lower(noun + 1) == "of";
    let after = if of_noun { noun + 3 } else { noun + 1 };
    let press = matches!(
        prose.lower_before(noun),
        "press" | "news" | "public" | "cabinet"
    );
    (!press && (!attends || words::is_determiner(prose.lower(at + 1)))).then_some(after)
}

fn is_somebody(discourse: &Discourse<'_>, at: usize) -> bool {
    let prose = discourse.prose;
    let end = prose.sentence_at(at).end;
    (at..end.min(at + 6))
        .take_while(|at| prose.word(*at))
        .any(|at| {
            let lower = prose.lower(at);
            words::is_role(lower)
                || words::is_delegation(lower)
                || discourse.people.at(at).is_some()
        })
}

/// "called on the commissioner": a visit, if nobody is called on to do something.
fn is_visit(discourse: &Discourse<'_>, at: usize, sentence: Sentence) -> bool {
    let prose = discourse.prose;
    let asked = (at..sentence.end)
        .take(PURPOSE_REACH)
        .any(|at| prose.lower(at) == "to" || prose.quote_at(at).is_some());
    is_somebody(discourse, at) && !asked
}

/// Verbs of going somewhere.
pub(super) fn travels(lower: &str) -> bool {
    matches!(
        lower,
        "flew"
            | "fly"
            | "flies"
            | "flying"
            | "arrived"
            | "arrive"
            | "arrives"
            | "travelled"
            | "traveled"
            | "travel"
            | "travels"
            | "drove"
            | "drives"
            | "drive"
            | "sailed"
            | "returned"
            | "return"
            | "journeyed"
            | "visit"
            | "crossed"
    )
}

/// A journey for talks, or one that is to come: "is to travel to X next week".
fn journey(discourse: &Discourse<'_>, at: usize, sentence: Sentence) -> Option<Encounter> {
    let prose = discourse.prose;
    let reach = || {
        (at + 1..sentence.end)
            .take(PURPOSE_REACH)
            .take_while(|at| !matches!(prose.lower(*at), ";" | ":"))
    };
    let talks = reach().any(|at| {
        prose.lower(at) == "for"
            && (at + 1..at + 9)
                .take_while(|at| prose.lower(*at) != ".")
                .any(|at| words::is_meeting_noun(prose.lower(at)) || prose.lower(at) == "audience")
    });
    // "drives to X, where he will sit down with Y": the verb of meeting says it.
    let told = reach().any(|at| {
        let lower = prose.lower(at);
        matches!(lower, "meet" | "met" | "sit" | "hold" | "held" | "receive")
    });
    if told {
        return None;
    }
    if talks {
        return Some(Encounter {
            after: at + 1,
            planned: true,
        });
    }
    let coming = prose.lower_before(at) == "to"
        && matches!(
            prose.lower_before(at - 1),
            "is" | "are" | "due" | "expected" | "scheduled" | "was" | "plans" | "were" | "set"
        )
        || matches!(prose.lower_before(at), "will" | "shall");
    let visits = prose.lower(at) == "visit" || prose.lower(at + 1) == "to";
    let dated = reach().any(|at| super::outcome::is_dated(prose, at));
    let who = discourse
        .subjects(prose.sentence_index(at))
        .iter()
        .any(|who| who.somebody && who.full.1 <= at);
    (coming && visits && dated && who && prose.lower(at) != "return").then_some(Encounter {
        after: at + 1,
        planned: true,
    })
}

/// Words between a subject and "to meet": "due", "hopes", "agreed".
pub(super) fn leads_to(lower: &str) -> bool {
    matches!(
        lower,
        "due"
            | "expected"
            | "scheduled"
            | "set"
            | "planning"
            | "plans"
            | "planned"
            | "plan"
            | "wants"
            | "want"
            | "hopes"
            | "hope"
            | "hoped"
            | "agreed"
            | "agree"
            | "ready"
            | "secretly"
            | "likely"
            | "intends"
            | "intend"
            | "promised"
            | "believed"
            | "thought"
            | "said"
            | "reported"
            | "supposed"
            | "meant"
            | "slated"
            | "able"
            | "shall"
            | "all"
            | "both"
            | "each"
            | "last"
            | "next"
            | "briefly"
            | "finally"
    )
}

/// Whether the noun at `at` is a meeting of the sentence: "session", "visit", "round", "talks".
pub(super) fn is_meeting(discourse: &Discourse<'_>, at: usize, sentence: Sentence) -> bool {
    let prose = discourse.prose;
    let (before, lower) = (prose.lower_before(at), prose.lower(at));
    let noun = words::is_meeting_noun(lower)
        || matches!(lower, "trip" | "audience" | "discussions")
        || (lower == "dinner" && prose.lower(at + 1) == "with");
    let other = matches!(
        before,
        "such"
            | "press"
            | "news"
            | "cabinet"
            | "emergency"
            | "hospital"
            | "parliamentary"
            | "to"
            | "board"
            | "party"
            | "prayer"
    ) || (lower == "round"
        && !matches!(
            prose.lower(at + 1),
            "of" | ","
                | "will"
                | "is"
                | "was"
                | "has"
                | "had"
                | "in"
                | "on"
                | "between"
                | "planned"
                | "scheduled"
                | "set"
                | "took"
                | "ended"
                | "began"
        ))
        || (lower == "visit" && prose.lower(at + 1) == "them");
    noun && !other && at < sentence.end
}
