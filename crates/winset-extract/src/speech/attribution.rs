//! Who is said to speak words in quotation marks: after them, before them, or between two parts.

use super::discourse::{Discourse, Who};
use super::subject::{self, Subject};
use crate::words;

/// How far from a quotation its verb of saying is looked for.
const REACH: usize = 40;

/// How many words may stand between a quotation and the subject that follows it, if no comma stands there.
const SUBJECT_OFFSET_MAX: usize = 3;

/// How far after "was quoted" its "as saying" is looked for.
const PASSED_ON_REACH: usize = 9;

/// How far before "to say" the verb that governs it is looked for.
const GOVERNING_REACH: usize = 8;

/// A verb of saying and its subject.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attribution {
    /// The verb; the word "according" for "according to", "words" for "in the words of".
    pub(crate) verb: usize,
    /// The subject.
    pub(crate) who: Who,
}

/// The attribution in `from..limit`, which begins right after a quotation.
pub(crate) fn after(discourse: &Discourse<'_>, from: usize, limit: usize) -> Option<Attribution> {
    let prose = discourse.prose;
    let mut at = from;
    while at < limit && matches!(prose.lower(at), "," | "—" | "–" | "-" | "as" | "...") {
        at += 1;
    }
    let lower = prose.lower(at);
    if words::is_clause_start(lower) && lower != "as" || matches!(lower, "and" | "or") {
        return None;
    }
    let says = words::saying(lower).is_some() || words::voices(lower);
    if says && !words::is_participle(lower) && !prose.capital(at) && !is_noun(discourse, at) {
        let subject = subject::after(prose, at + 1, limit)?;
        return Some(attribution(discourse, at, subject));
    }
    let verb = (at..limit)
        .take(REACH)
        .take_while(|at| !matches!(prose.lower(*at), ";" | ":"))
        .find(|verb| {
            is_verb(discourse, *verb)
                || is_according(discourse, *verb)
                || lets_speak(discourse, *verb)
                || (words::voices(prose.lower(*verb)) && ends_clause(discourse, verb + 1, limit))
        })?;
    if is_according(discourse, verb) {
        return according(discourse, verb, limit);
    }
    let subject = subject::before(prose, verb, at);
    let near = subject.filter(|subject| {
        subject.first <= at + SUBJECT_OFFSET_MAX && !words::is_preposition(prose.lower(at))
    });
    if let Some(subject) = near {
        return Some(attribution(discourse, verb, subject));
    }
    // "Words" on Monday, said X.
    if prose.lower_before(verb) == "," && opens_subject(discourse, verb + 1) {
        let subject = subject::after(prose, verb + 1, limit)?;
        return Some(attribution(discourse, verb, subject));
    }
    let apart = |subject: &Subject| {
        subject.first <= at + SUBJECT_OFFSET_MAX || prose.lower_before(subject.first) == ","
    };
    subject
        .filter(apart)
        .map(|subject| attribution(discourse, verb, subject))
}

fn attribution(discourse: &Discourse<'_>, verb: usize, subject: Subject) -> Attribution {
    Attribution {
        verb,
        who: discourse.who(subject),
    }
}

/// Whether a clause ends at `at`, or goes on with a time, a place or a comma.
fn ends_clause(discourse: &Discourse<'_>, at: usize, limit: usize) -> bool {
    let lower = discourse.prose.lower(at);
    at >= limit || !discourse.prose.word(at) || words::is_preposition(lower)
}

/// Whether a subject can begin at `at`, as after a verb that stands before it.
fn opens_subject(discourse: &Discourse<'_>, at: usize) -> bool {
    let lower = discourse.prose.lower(at);
    discourse.prose.capital(at)
        || words::is_determiner(lower) && lower != "that"
        || words::is_pronoun(lower)
        || words::is_role(lower)
}

/// Whether the verb at `at` is passive and lets its subject speak: "was quoted as saying", "is said to
/// have replied".
pub(crate) fn lets_speak(discourse: &Discourse<'_>, at: usize) -> bool {
    let prose = discourse.prose;
    let passes_on = matches!(
        prose.lower(at),
        "quoted" | "said" | "reported" | "heard" | "cited" | "overheard" | "recorded" | "believed"
    );
    if !passes_on || prose.quote_at(at).is_some() || !after_being(discourse, at) {
        return false;
    }
    (at + 1..at + PASSED_ON_REACH)
        .take_while(|next| prose.word(*next) && prose.quote_at(*next).is_none())
        .any(|next| {
            let lower = prose.lower(next);
            let linked = matches!(prose.lower_before(next), "as" | "to" | "have" | "heard")
                || words::is_participle(lower);
            linked && (words::saying(lower).is_some() || words::voices(lower))
        })
}

/// Whether a form of "be" stands before the verb.
fn after_being(discourse: &Discourse<'_>, verb: usize) -> bool {
    let prose = discourse.prose;
    let mut before = verb;
    while before > 0 && prose.lower(before - 1).ends_with("ly") {
        before -= 1;
    }
    matches!(
        prose.lower_before(before),
        "was" | "were" | "been" | "being" | "is" | "are" | "be"
    )
}

/// The attribution in `from..limit`, which ends right before a quotation.
pub(crate) fn before(
    discourse: &Discourse<'_>,
    from: usize,
    limit: usize,
    sentence: usize,
) -> Option<Attribution> {
    let prose = discourse.prose;
    let near = |at: &usize| prose.quote_at(*at).is_none() && !prose.capital(*at);
    let says = |at: &usize| {
        (words::saying(prose.lower(*at)).is_some()
            && (!is_passive(discourse, *at) || lets_speak(discourse, *at))
            && (!is_noun(discourse, *at) || prose.lower(at + 1) == "by"))
            || is_according(discourse, *at)
    };
    let judges = |at: &usize| {
        words::judges(prose.lower(*at)) && !is_passive(discourse, *at) && !is_noun(discourse, *at)
    };
    let reach = || (from..limit).rev().take(REACH);
    let verb = reach()
        .find(|at| (near(at) || is_according(discourse, *at)) && says(at))
        .or_else(|| reach().filter(near).find(judges))?;
    if is_according(discourse, verb) {
        return according(discourse, verb, limit);
    }
    if prose.lower(verb + 1) == "by" && is_noun(discourse, verb) {
        let subject = subject::after(prose, verb + 2, limit)?;
        return Some(attribution(discourse, verb, subject));
    }
    attributed(discourse, verb, sentence)
}

/// The verb at `verb` with its subject; a participle and a verb after "and" take the sentence's.
pub(crate) fn attributed(
    discourse: &Discourse<'_>,
    verb: usize,
    sentence: usize,
) -> Option<Attribution> {
    let prose = discourse.prose;
    let first = prose.sentences.get(sentence)?.first;
    if let Some(subject) = quoted_as(discourse, verb, first) {
        return Some(attribution(discourse, verb, subject));
    }
    if prose.lower_before(verb) == "to"
        && let Some(governing) = governing(discourse, verb, first)
    {
        let subject = subject::before(prose, governing, first)?;
        return Some(attribution(discourse, verb, subject));
    }
    if let Some(subject) = subject::of_relative(prose, verb, first) {
        return Some(attribution(discourse, verb, subject));
    }
    let borrowed = words::is_participle(prose.lower(verb))
        || matches!(
            prose.lower_before(verb),
            "and" | "but" | "to" | "then" | "as"
        );
    if !borrowed && let Some(subject) = subject::before(prose, verb, first) {
        return Some(attribution(discourse, verb, subject));
    }
    let who = discourse
        .subjects(sentence)
        .iter()
        .find(|who| who.named.1 <= verb)?;
    Some(Attribution { verb, who: *who })
}

/// Whom "quoted X as saying" or "X was quoted as saying" lets speak.
fn quoted_as(discourse: &Discourse<'_>, verb: usize, first: usize) -> Option<Subject> {
    let prose = discourse.prose;
    if prose.lower_before(verb) != "as" {
        return None;
    }
    let quoted = (first..verb).rev().take(PASSED_ON_REACH).find(|at| {
        matches!(
            prose.lower(*at),
            "quoted" | "cited" | "quotes" | "cites" | "quoting"
        )
    })?;
    if after_being(discourse, quoted) {
        subject::before(prose, quoted, first)
    } else {
        subject::after(prose, quoted + 1, verb - 1)
    }
}

/// The verb that governs "to say" at `verb`: "asked us to say"; none after "is to say".
fn governing(discourse: &Discourse<'_>, verb: usize, first: usize) -> Option<usize> {
    let prose = discourse.prose;
    let to = verb - 1;
    if words::is_auxiliary(prose.lower_before(to)) {
        return None;
    }
    (first..to)
        .rev()
        .take(GOVERNING_REACH)
        .take_while(|at| prose.quote_at(*at).is_none())
        .find(|at| {
            let lower = prose.lower(*at);
            !prose.capital(*at)
                && (words::is_past_verb(lower) || words::saying(lower).is_some())
                && !words::is_participle(lower)
        })
}

/// Whether a verb of saying stands at `at`, with a subject of its own.
fn is_verb(discourse: &Discourse<'_>, at: usize) -> bool {
    let prose = discourse.prose;
    let lower = prose.lower(at);
    words::saying(lower).is_some()
        && !words::is_participle(lower)
        && !prose.capital(at)
        && prose.quote_at(at).is_none()
        && !is_passive(discourse, at)
        && !is_noun(discourse, at)
}

/// Whether somebody is told rather than tells.
pub(crate) fn is_passive(discourse: &Discourse<'_>, verb: usize) -> bool {
    let prose = discourse.prose;
    let auxiliary = matches!(
        prose.lower_before(verb),
        "was" | "were" | "been" | "being" | "is" | "are" | "be"
    );
    auxiliary && !words::is_participle(prose.lower(verb))
}

/// Whether the form at `at` is a noun there: "the reports", "press claims of".
pub(crate) fn is_noun(discourse: &Discourse<'_>, at: usize) -> bool {
    let prose = discourse.prose;
    let before = prose.lower_before(at);
    let next = prose.lower(at + 1);
    if prose.lower(at) == "report" {
        let many = before.strip_suffix('s').is_some_and(words::is_role);
        return !(many || words::is_nameless(before) || matches!(before, "police" | "agencies"));
    }
    words::is_noun_form(prose.lower(at))
        && (words::is_determiner(before)
            || words::is_preposition(before)
            || (at > 0 && prose.possessive(at - 1))
            || matches!(
                before,
                "an" | "press" | "media" | "earlier" | "such" | "official" | "new"
            )
            || matches!(
                next,
                "of" | "by" | "are" | "were" | "is" | "was" | "about" | "from"
            ))
}

/// Whether "according to" begins at `at`, or "words of" in "in the words of".
pub(crate) fn is_according(discourse: &Discourse<'_>, at: usize) -> bool {
    let prose = discourse.prose;
    let (lower, next) = (prose.lower(at), prose.lower(at + 1));
    (lower == "according" && next == "to")
        || (lower == "words"
            && next == "of"
            && prose.lower_before(at) == "the"
            && prose.lower_before(at - 1) == "in")
}

/// The attribution of "according to" at `at`.
pub(crate) fn according(discourse: &Discourse<'_>, at: usize, limit: usize) -> Option<Attribution> {
    let subject = subject::after(discourse.prose, at + 2, limit)?;
    Some(attribution(discourse, at, subject))
}
