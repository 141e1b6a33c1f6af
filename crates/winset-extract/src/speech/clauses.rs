//! Where reported clauses begin and end.

use super::attribution::{self, Attribution};
use super::discourse::Discourse;
use super::subject;
use crate::numbers::number;
use crate::text::Sentence;
use crate::words;

/// Where the clause after a verb of saying begins.
pub(super) fn clause_after(
    discourse: &Discourse<'_>,
    sentence: Sentence,
    verb: usize,
) -> Option<usize> {
    let prose = discourse.prose;
    let lower = prose.lower(verb);
    if prose.lower(verb + 1) == ":"
        && prose.quote_at(verb + 2).is_none()
        && has_verb(discourse, verb + 2, sentence.end)
    {
        return Some(verb + 2);
    }
    let reach = (verb + 1 + THAT_REACH).min(sentence.end);
    let inside = |at: &usize| {
        prose.quote_at(*at).is_none()
            && !matches!(prose.lower(*at), ";" | ":" | "." | "who" | "which")
    };
    let that = (verb + 1..reach)
        .take_while(inside)
        .find(|at| prose.lower(*at) == "that")
        .filter(|that| {
            // "announced on Tuesday, a step that leaves": no clause of the verb.
            let commas = (verb + 1..*that)
                .filter(|at| prose.lower(*at) == ",")
                .count();
            commas == 0 || commas == 2 || prose.lower(that - 1) == ","
        })
        .map(|that| that + 1);
    let pronoun = that.is_some_and(|at| {
        matches!(
            prose.lower(at),
            "," | "was"
                | "is"
                | "by"
                | "and"
                | "."
                | "will"
                | "would"
                | "had"
                | "has"
                | "can"
                | "could"
                | "may"
                | "might"
                | "should"
        )
    });
    // "said he knew that the road was shut": the clause begins before.
    let before = that
        .filter(|that| has_verb(discourse, verb + 1, that - 1))
        .and_then(|_| bare_clause(discourse, sentence, verb));
    if before.is_some() {
        return before;
    }
    let direct = prose.lower(verb + 1) == "that" && lower.starts_with("report");
    if let Some(first) = that.filter(|_| !pronoun && (may_follow(lower) || direct)) {
        return (first < sentence.end).then_some(first);
    }
    bare_clause(discourse, sentence, verb)
}

/// "said at least twelve had been held", "denied holding anybody".
fn bare_clause(discourse: &Discourse<'_>, sentence: Sentence, verb: usize) -> Option<usize> {
    let prose = discourse.prose;
    let lower = prose.lower(verb);
    let gerund = prose.lower(verb + 1).len() > 5 && prose.lower(verb + 1).ends_with("ing");
    if gerund
        && matches!(
            lower,
            "denied" | "denies" | "admitted" | "admits" | "acknowledged"
        )
    {
        return Some(verb + 1);
    }
    if matches!(
        lower,
        "told" | "tells" | "reminded" | "assured" | "informed"
    ) {
        return told_clause(discourse, sentence, verb);
    }
    let direct = words::takes_bare_clause(lower);
    let relative = matches!(prose.lower_before(verb), "which" | "who");
    if !direct || relative || !prose.word(verb + 1) {
        return None;
    }
    let admitted = lower.starts_with("admit") && number(prose, verb + 1).is_some();
    if admitted {
        return None;
    }
    let mut first = verb + 1;
    if prose.lower(first) == "on" && words::weekday(prose.lower(first + 1)).is_some()
        || matches!(prose.lower(first), "yesterday" | "today")
    {
        first += if prose.lower(first) == "on" { 2 } else { 1 };
    }
    if let Some(after) = after_occasion(discourse, first, sentence) {
        first = after;
    }
    let start = prose.lower(first);
    let refused = words::is_preposition(start)
        && !matches!(start, "about" | "between" | "around" | "over")
        && !(matches!(start, "at" | "up")
            && matches!(prose.lower(first + 1), "least" | "most" | "to"))
        || words::opens_no_clause(start);
    let comma = (first..sentence.end)
        .find(|at| matches!(prose.lower(*at), "," | ";") || prose.quote_at(*at).is_some())
        .unwrap_or(sentence.end);
    let pronoun =
        matches!(start, "he" | "she" | "it" | "they" | "we" | "there") && prose.word(first + 1);
    let needs_verb = pronoun
        || has_verb(discourse, first + 1, comma.max(first + 1))
        || has_verb(discourse, first + 1, sentence.end) && comma < first + 8;
    (!refused && needs_verb && first + CLAUSE_WORDS_MIN <= sentence.end).then_some(first)
}

/// "told reporters the road was shut": the clause after whoever is told.
fn told_clause(discourse: &Discourse<'_>, sentence: Sentence, verb: usize) -> Option<usize> {
    let prose = discourse.prose;
    let told = if matches!(
        prose.lower(verb + 1),
        "me" | "us"
            | "him"
            | "her"
            | "them"
            | "reporters"
            | "journalists"
            | "parliament"
            | "viewers"
            | "listeners"
            | "residents"
            | "diplomats"
            | "everyone"
            | "people"
    ) {
        verb + 2
    } else {
        subject::after(prose, verb + 1, sentence.end)?.end
    };
    let mut first = told;
    if prose.lower(first) == "on" && words::weekday(prose.lower(first + 1)).is_some() {
        first += 2;
    }
    let lower = prose.lower(first);
    let opens = words::is_determiner(lower)
        || words::is_pronoun(lower)
        || matches!(lower, "there" | "at" | "more" | "about" | "nearly");
    let comma = (first..sentence.end)
        .find(|at| matches!(prose.lower(*at), "," | ";") || prose.quote_at(*at).is_some())
        .unwrap_or(sentence.end);
    (opens && lower != "that" && has_verb(discourse, first + 1, comma)).then_some(first)
}

/// "said in a statement it had": the token after the occasion, where a clause with a pronoun follows.
fn after_occasion(discourse: &Discourse<'_>, first: usize, sentence: Sentence) -> Option<usize> {
    let prose = discourse.prose;
    if !matches!(
        prose.lower(first),
        "in" | "on" | "at" | "through" | "by" | "from"
    ) {
        return None;
    }
    (first + 2..sentence.end.min(first + THAT_REACH))
        .take_while(|at| prose.word(*at) && prose.quote_at(*at).is_none())
        .find(|at| {
            matches!(
                prose.lower(*at),
                "he" | "she" | "it" | "they" | "we" | "there" | "no" | "nobody"
            )
        })
}

/// Where a clause that begins at `first` ends.
pub(super) fn clause_end(
    discourse: &Discourse<'_>,
    first: usize,
    sentence: Sentence,
    attribution: &Attribution,
) -> usize {
    let prose = discourse.prose;
    let gerund = first == attribution.verb + 1 && prose.lower(first).ends_with("ing");
    (first..sentence.end)
        .find(|at| {
            let next = prose.lower(at + 1);
            match prose.lower(*at) {
                "," if gerund => true,
                "," => {
                    matches!(next, "adding" | "though" | "but" | "although" | "saying")
                        || (next == "according" && prose.lower(at + 2) == "to")
                }
                ";" => true,
                "and" | "but" => {
                    words::saying(next).is_some()
                        && *at > attribution.verb
                        && !words::is_participle(next)
                        && !attribution::is_passive(discourse, at + 1)
                }
                _ => false,
            }
        })
        .unwrap_or(sentence.end)
}

/// Where a clause begins that follows "VESPER, March 6 (Agency) —".
pub(super) fn after_dateline(discourse: &Discourse<'_>, first: usize, end: usize) -> usize {
    let prose = discourse.prose;
    let sentence = prose.sentence_at(first).first == first;
    let dash = (first..end)
        .take(DATELINE_TOKENS_MAX)
        .find(|at| matches!(prose.lower(*at), "—" | "–" | "-"))
        .filter(|dash| !prose.token(*dash).is_some_and(|token| token.adjacent));
    let verb = dash.is_some_and(|dash| has_verb(discourse, first, dash));
    dash.filter(|dash| sentence && !verb && dash + 1 < end && prose.capital(first))
        .map_or(first, |dash| dash + 1)
}

pub(super) fn has_verb(discourse: &Discourse<'_>, first: usize, end: usize) -> bool {
    (first..end).any(|at| {
        let lower = discourse.prose.lower(at);
        words::is_past_verb(lower)
            || matches!(
                lower,
                "will"
                    | "would"
                    | "may"
                    | "might"
                    | "can"
                    | "could"
                    | "must"
                    | "remain"
                    | "remains"
                    | "need"
                    | "needs"
            )
    })
}

pub(super) fn may_follow(lower: &str) -> bool {
    !matches!(
        lower,
        "suggested"
            | "recommended"
            | "called"
            | "calls"
            | "described"
            | "describes"
            | "accused"
            | "put"
            | "asked"
            | "asks"
            | "urged"
            | "went"
            | "began"
            | "reports"
            | "estimate"
            | "blamed"
            | "disputed"
            | "demanded"
            | "read"
            | "praised"
            | "condemned"
            | "denounced"
            | "promised"
            | "quoted"
            | "felt"
    )
}

/// How far after a verb "that" is looked for: "informed the mediator in writing that".
pub(super) const THAT_REACH: usize = 9;

/// Shorter clauses before a comma are openers, no speech.
pub(super) const CLAUSE_WORDS_MIN: usize = 3;

/// Longer openings are no datelines.
const DATELINE_TOKENS_MAX: usize = 18;
