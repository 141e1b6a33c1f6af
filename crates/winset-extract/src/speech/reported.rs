//! Reported speech: clauses that a verb of saying or "according to" gives to somebody.

use super::attribution::{self, Attribution};
use super::clauses::{
    CLAUSE_WORDS_MIN, THAT_REACH, after_dateline, clause_after, clause_end, has_verb, may_follow,
};
use super::discourse::Discourse;
use super::subject;
use crate::text::Sentence;
use crate::words;

/// So many verbs of one sentence are looked at.
const VERBS_MAX: usize = 12;

/// Longer quotations inside of a clause make it a quotation.
const QUOTED_WORDS_MAX: usize = 2;

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
            let clauses = if attribution::is_according(discourse, verb) {
                [according(discourse, *sentence, verb), None]
            } else {
                spoken(discourse, *sentence, index, verb)
            };
            for clause in clauses.into_iter().flatten() {
                let Some(clause) = trimmed(discourse, clause) else {
                    continue;
                };
                if found.last().is_none_or(|last| last.end <= clause.first) {
                    found.push(clause);
                }
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

/// The clauses of a verb of saying: after it, before its subject, or around both.
fn spoken(
    discourse: &Discourse<'_>,
    sentence: Sentence,
    index: usize,
    verb: usize,
) -> [Option<FoundReported>; 2] {
    let prose = discourse.prose;
    let lower = prose.lower(verb);
    let beside = verb
        .checked_sub(1)
        .is_some_and(|before| prose.quote_at(before).is_some());
    if prose.capital(verb)
        || beside
        || attribution::is_passive(discourse, verb)
        || attribution::is_noun(discourse, verb)
    {
        return [None, None];
    }
    if let Some(clause) = inverted(discourse, sentence, verb) {
        return [Some(clause), None];
    }
    if let Some(first) = clause_after(discourse, sentence, verb) {
        let clause =
            attribution::attributed(discourse, verb, index).map(|attribution| FoundReported {
                first,
                end: clause_end(discourse, first, sentence, &attribution),
                attribution,
            });
        return [clause, None];
    }
    if words::is_participle(lower) || !(may_follow(lower) || ends_attribution(discourse, verb)) {
        return [None, None];
    }
    around(discourse, sentence, verb).unwrap_or([None, None])
}

/// "Clause, said X.": the subject after its verb.
fn inverted(discourse: &Discourse<'_>, sentence: Sentence, verb: usize) -> Option<FoundReported> {
    let prose = discourse.prose;
    let comma = verb.checked_sub(1).filter(|at| prose.lower(*at) == ",")?;
    let opens = prose.capital(verb + 1)
        || words::is_determiner(prose.lower(verb + 1)) && prose.lower(verb + 1) != "that";
    let closes = (verb + 1..sentence.end)
        .find(|at| matches!(prose.lower(*at), "," | ";" | "." | "who"))
        .unwrap_or(sentence.end);
    let quoted = (sentence.first..sentence.end).any(|at| prose.quote_at(at).is_some());
    if !opens
        || quoted
        || has_verb(discourse, verb + 1, closes)
        || !has_verb(discourse, sentence.first, comma)
        || words::is_participle(prose.lower(verb))
    {
        return None;
    }
    let apposed = subject::before(prose, verb, sentence.first)
        .is_some_and(|subject| subject.first == sentence.first && subject.apposed.is_some())
        && !has_verb(discourse, sentence.first, comma);
    let subject = subject::after(prose, verb + 1, sentence.end)?;
    (!apposed).then(|| FoundReported {
        first: sentence.first,
        end: comma,
        attribution: Attribution {
            verb,
            who: discourse.who(subject),
        },
    })
}

/// Whether an attribution ends with the verb: ", monitors report,".
fn ends_attribution(discourse: &Discourse<'_>, verb: usize) -> bool {
    matches!(discourse.prose.lower(verb + 1), "," | "." | "")
        && matches!(
            discourse.prose.lower(verb),
            "report" | "reports" | "estimate"
        )
}

/// "Clause, X said on Tuesday." and "Opener, X said, clause."
fn around(
    discourse: &Discourse<'_>,
    sentence: Sentence,
    verb: usize,
) -> Option<[Option<FoundReported>; 2]> {
    let prose = discourse.prose;
    let subject = subject::before(prose, verb, sentence.first)?;
    let comma = subject
        .first
        .checked_sub(1)
        .filter(|at| *at > sentence.first && prose.lower(*at) == ",")?;
    if matches!(
        prose.lower(subject.first),
        "nobody" | "none" | "neither" | "few"
    ) {
        return None;
    }
    if words::is_preposition(prose.lower(subject.first)) || prose.lower(subject.first) == "out" {
        return None;
    }
    let asks = prose.lower(sentence.first) == "asked";
    let attribution = Attribution {
        verb,
        who: discourse.who(subject),
    };
    let quoted = |first: usize| (first..sentence.end).any(|at| prose.quote_at(at).is_some());
    let clause = |first: usize, end: usize| FoundReported {
        first,
        end,
        attribution,
    };
    let before = !asks && has_verb(discourse, sentence.first, comma);
    let next = (verb + 1..sentence.end)
        .take(THAT_REACH)
        .find(|at| prose.lower(*at) == ",");
    let after = next
        .filter(|next| !quoted(*next) && !matches!(prose.lower(next + 1), "adding" | "who" | "up"))
        .map(|next| {
            let and = matches!(prose.lower(next + 1), "and" | "but" | "or");
            next + 1 + usize::from(and)
        })
        .filter(|first| has_verb(discourse, first + 1, sentence.end))
        .filter(|first| {
            !words::is_participle(prose.lower(*first))
                && !words::is_preposition(prose.lower(*first))
        });
    if next.is_some_and(quoted) {
        return None;
    }
    Some([
        before.then(|| clause(sentence.first, comma)),
        after.map(|first| clause(first, clause_end(discourse, first, sentence, &attribution))),
    ])
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
    first = after_dateline(discourse, first, end);
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
