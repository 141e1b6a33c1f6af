//! Reported speech: clauses that a verb of saying or "according to" gives to somebody.

use super::attribution::{self, Attribution};
use super::discourse::Discourse;
use super::subject;
use crate::text::Sentence;
use crate::words;

/// How far after a verb "that" is looked for: "informed the mediator in writing that".
const THAT_REACH: usize = 9;

/// So many verbs of one sentence are looked at.
const VERBS_MAX: usize = 12;

/// Longer quotations inside of a clause make it a quotation.
const QUOTED_WORDS_MAX: usize = 2;

/// Shorter clauses before a comma are openers, no speech.
const CLAUSE_WORDS_MIN: usize = 3;

/// A clause and who says it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FoundReported {
    /// The first token.
    pub(crate) first: usize,
    /// The token after the last.
    pub(crate) end: usize,
    /// Who says so, with which verb.
    pub(crate) attribution: Attribution,
}

/// All clauses of reported speech, in order.
pub(crate) fn reported(discourse: &Discourse<'_>) -> Vec<FoundReported> {
    let mut found: Vec<FoundReported> = Vec::new();
    for (index, sentence) in discourse.prose.sentences.iter().enumerate() {
        let verbs = (sentence.first..sentence.end)
            .filter(|at| discourse.prose.quote_at(*at).is_none())
            .filter(|at| {
                words::saying(discourse.prose.lower(*at)).is_some()
                    || attribution::is_according(discourse, *at)
            })
            .take(VERBS_MAX);
        for verb in verbs {
            let clause = if attribution::is_according(discourse, verb) {
                according(discourse, *sentence, verb)
            } else {
                spoken(discourse, *sentence, index, verb)
            };
            let Some(clause) = clause.and_then(|clause| trimmed(discourse, clause)) else {
                continue;
            };
            if found.last().is_none_or(|last| last.end <= clause.first) {
                found.push(clause);
            }
        }
    }
    found
}

/// "According to X, clause" and "clause, according to X".
fn according(discourse: &Discourse<'_>, sentence: Sentence, at: usize) -> Option<FoundReported> {
    let prose = discourse.prose;
    let subject = subject::after(prose, at + 2, sentence.end)?;
    let attribution = Attribution {
        verb: at,
        who: discourse.who(subject),
    };
    let after = subject.apposed.map_or(subject.end, |(_, end)| end);
    let (first, end) = if at == sentence.first || prose.lower(subject.end) == ":" {
        let start = if prose.lower(subject.end) == ":" {
            subject.end
        } else {
            comma_after(discourse, subject.end, sentence)?
        };
        (start + 1, sentence.end)
    } else {
        (sentence.first, at)
    };
    (after <= sentence.end).then_some(FoundReported {
        first,
        end,
        attribution,
    })
}

fn comma_after(discourse: &Discourse<'_>, from: usize, sentence: Sentence) -> Option<usize> {
    (from..sentence.end).find(|at| discourse.prose.lower(*at) == ",")
}

/// The clause of a verb of saying: after it, or before its subject.
fn spoken(
    discourse: &Discourse<'_>,
    sentence: Sentence,
    index: usize,
    verb: usize,
) -> Option<FoundReported> {
    let prose = discourse.prose;
    let lower = prose.lower(verb);
    if prose.capital(verb)
        || attribution::is_passive(discourse, verb)
        || attribution::is_noun(discourse, verb)
    {
        return None;
    }
    let beside = verb
        .checked_sub(1)
        .is_some_and(|before| prose.quote_at(before).is_some());
    if beside {
        return None;
    }
    if let Some(first) = clause_after(discourse, sentence, verb) {
        let attribution = attribution::attributed(discourse, verb, index)?;
        return Some(FoundReported {
            first,
            end: clause_end(discourse, first, sentence, &attribution),
            attribution,
        });
    }
    // "Clause, X said on Tuesday."
    if words::is_participle(lower) || !may_follow(lower) {
        return None;
    }
    let subject = subject::before(prose, verb, sentence.first)?;
    let comma = subject
        .first
        .checked_sub(1)
        .filter(|at| *at > sentence.first && prose.lower(*at) == ",")?;
    let opener = words::is_preposition(prose.lower(sentence.first))
        && !has_verb(discourse, sentence.first, comma);
    let asks = prose.lower(sentence.first) == "asked";
    let attribution = Attribution {
        verb,
        who: discourse.who(subject),
    };
    let ok = !opener && !asks && has_verb(discourse, sentence.first, comma);
    ok.then_some(FoundReported {
        first: sentence.first,
        end: comma,
        attribution,
    })
}

fn may_follow(lower: &str) -> bool {
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

fn has_verb(discourse: &Discourse<'_>, first: usize, end: usize) -> bool {
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

/// Where the clause after a verb of saying begins.
fn clause_after(discourse: &Discourse<'_>, sentence: Sentence, verb: usize) -> Option<usize> {
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
        .map(|that| that + 1);
    let pronoun =
        that.is_some_and(|at| matches!(prose.lower(at), "," | "was" | "is" | "by" | "and" | "."));
    if let Some(first) = that.filter(|_| !pronoun && may_follow(lower)) {
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
    let direct = words::takes_bare_clause(lower);
    let relative = matches!(prose.lower_before(verb), "which" | "who");
    if !direct || relative || !prose.word(verb + 1) {
        return None;
    }
    let mut first = verb + 1;
    if prose.lower(first) == "on" && words::weekday(prose.lower(first + 1)).is_some()
        || matches!(prose.lower(first), "yesterday" | "today")
    {
        first += if prose.lower(first) == "on" { 2 } else { 1 };
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
    let needs_verb = has_verb(discourse, first + 1, comma.max(first + 1))
        || has_verb(discourse, first + 1, sentence.end) && comma < first + 8;
    (!refused && needs_verb && first + CLAUSE_WORDS_MIN <= sentence.end).then_some(first)
}

/// Where a clause that begins at `first` ends.
fn clause_end(
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
                "and" => {
                    words::saying(next).is_some()
                        && *at > attribution.verb
                        && !words::is_participle(next)
                }
                _ => false,
            }
        })
        .unwrap_or(sentence.end)
}

/// The clause without stops and bullets around it; none if it is a quotation rather.
fn trimmed(discourse: &Discourse<'_>, clause: FoundReported) -> Option<FoundReported> {
    let prose = discourse.prose;
    let FoundReported {
        mut first,
        mut end,
        attribution,
    } = clause;
    let quoted = |first: usize, end: usize| {
        let mut longest = None;
        let mut at = first;
        while at < end {
            if let Some(index) = prose.quote_at(at) {
                let quote = prose.quotes[index];
                if (quote.open..quote.close)
                    .filter(|at| prose.word(*at))
                    .count()
                    > QUOTED_WORDS_MAX
                {
                    longest = Some(quote.close + 1);
                }
                at = quote.close.max(at);
            }
            at += 1;
        }
        longest
    };
    if let Some(after) = quoted(first, end) {
        let and =
            (after..end).find(|at| prose.lower(*at) == "and" && prose.lower(at + 1) == "that")?;
        first = and + 2;
    }
    while first < end && !prose.word(first) && prose.quote_at(first).is_none() {
        first += 1;
    }
    while end > first
        && !prose.word(end - 1)
        && !(prose.quote_at(end - 1).is_some() || prose.lower(end - 1) == ")")
    {
        end -= 1;
    }
    let words = (first..end).filter(|at| prose.word(*at)).count();
    (words >= CLAUSE_WORDS_MIN).then_some(FoundReported {
        first,
        end,
        attribution,
    })
}
