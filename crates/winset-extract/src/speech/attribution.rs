//! Who is said to speak words in quotation marks: after them, before them, or between two parts.

use super::discourse::{Discourse, Who};
use super::subject;
use crate::words;

/// How far from a quotation its verb of saying is looked for.
const REACH: usize = 40;

/// How many words may stand between a quotation and the subject that follows it.
const SUBJECT_OFFSET_MAX: usize = 3;

/// A verb of saying and its subject.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attribution {
    /// The verb; the word "according" for "according to".
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
    if is_according(discourse, at) {
        return according(discourse, at, limit);
    }
    if words::saying(lower).is_some() && !words::is_participle(lower) && !prose.capital(at) {
        let subject = subject::after(prose, at + 1, limit)?;
        return Some(Attribution {
            verb: at,
            who: discourse.who(subject),
        });
    }
    let verb = (at..limit)
        .take(REACH)
        .take_while(|at| !matches!(prose.lower(*at), ";" | ":"))
        .find(|at| is_verb(discourse, *at))?;
    let subject = subject::before(prose, verb, at)?;
    if subject.first > at + SUBJECT_OFFSET_MAX {
        return None;
    }
    Some(Attribution {
        verb,
        who: discourse.who(subject),
    })
}

/// The attribution in `from..limit`, which ends right before a quotation.
pub(crate) fn before(
    discourse: &Discourse<'_>,
    from: usize,
    limit: usize,
    sentence: usize,
) -> Option<Attribution> {
    let prose = discourse.prose;
    let near = |at: &usize| prose.quote_at(*at).is_none();
    let verb = (from..limit).rev().take(REACH).filter(near).find(|at| {
        (words::saying(prose.lower(*at)).is_some()
            && !prose.capital(*at)
            && !is_passive(discourse, *at)
            && (!is_noun(discourse, *at) || prose.lower(at + 1) == "by"))
            || is_according(discourse, *at)
    })?;
    if is_according(discourse, verb) {
        return according(discourse, verb, limit);
    }
    if prose.lower(verb + 1) == "by" && matches!(prose.lower(verb), "claim" | "reports" | "claims")
    {
        let subject = subject::after(prose, verb + 2, limit)?;
        return Some(Attribution {
            verb,
            who: discourse.who(subject),
        });
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
    let borrowed = words::is_participle(prose.lower(verb))
        || matches!(
            prose.lower_before(verb),
            "and" | "but" | "to" | "then" | "as"
        );
    if !borrowed && let Some(subject) = subject::before(prose, verb, first) {
        return Some(Attribution {
            verb,
            who: discourse.who(subject),
        });
    }
    let who = discourse
        .subjects(sentence)
        .iter()
        .find(|who| who.full.1 <= verb || who.named.1 <= verb)?;
    Some(Attribution { verb, who: *who })
}

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

/// Whether "according to" begins at `at`.
pub(crate) fn is_according(discourse: &Discourse<'_>, at: usize) -> bool {
    discourse.prose.lower(at) == "according" && discourse.prose.lower(at + 1) == "to"
}

fn according(discourse: &Discourse<'_>, at: usize, limit: usize) -> Option<Attribution> {
    let subject = subject::after(discourse.prose, at + 2, limit)?;
    Some(Attribution {
        verb: at,
        who: discourse.who(subject),
    })
}
