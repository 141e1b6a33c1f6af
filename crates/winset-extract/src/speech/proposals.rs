//! Proposals, refusals and acceptances.

use super::attribution;
use super::discourse::{Discourse, Who};
use super::subject::{self, Subject};
use super::{answers, listed};
use crate::reading::ProposalKind;
use crate::text::Sentence;
use crate::words;

/// So many verbs of one sentence are looked at.
const VERBS_MAX: usize = 8;

/// How far after a verb "that" or "to" is looked for.
const CLAUSE_REACH: usize = 10;

/// A proposal as a range of tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FoundProposal {
    /// The first token.
    pub(crate) first: usize,
    /// The token after the last.
    pub(crate) end: usize,
    /// Who proposes or answers.
    pub(crate) by: Who,
    /// Which of the three it is.
    pub(crate) answer: ProposalKind,
}

/// All proposals, refusals and acceptances, in order.
pub(crate) fn proposals(discourse: &Discourse<'_>) -> Vec<FoundProposal> {
    let prose = discourse.prose;
    let mut found: Vec<FoundProposal> = Vec::new();
    for (index, sentence) in prose.sentences.iter().enumerate() {
        let verbs = (sentence.first..sentence.end)
            .filter(|at| prose.quote_at(*at).is_none() && !prose.capital(*at))
            .filter(|at| answers::kind(discourse, *at).is_some())
            .take(VERBS_MAX);
        for verb in verbs {
            let Some(proposal) = proposal(discourse, index, *sentence, verb) else {
                continue;
            };
            if found.last().is_none_or(|last| last.end <= proposal.first) {
                found.push(proposal);
            }
        }
        listed::listed(discourse, index, &mut found);
    }
    found.sort_by_key(|proposal| (proposal.first, proposal.end));
    found
}

fn proposal(
    discourse: &Discourse<'_>,
    index: usize,
    sentence: Sentence,
    verb: usize,
) -> Option<FoundProposal> {
    let prose = discourse.prose;
    let answer = answers::kind(discourse, verb)?;
    if attribution::is_passive(discourse, verb) && !is_state(prose.lower(verb)) {
        return answered(discourse, index, sentence, verb, answer);
    }
    if is_other(discourse, verb) {
        return None;
    }
    let relative = subject::of_relative(prose, verb, sentence.first);
    let subject = relative.or_else(|| subject::before(prose, verb, sentence.first));
    let hypothetical = subject.is_some_and(|subject| {
        matches!(
            prose.lower_before(subject.first),
            "which" | "whom" | "if" | "whether" | "unless" | "until" | "once"
        )
    });
    if hypothetical {
        return None;
    }
    let by = match subject {
        Some(subject) => discourse.who(subject),
        None => *discourse.subjects(index).first()?,
    };
    let start = subject.map_or(verb, |subject| subject.first);
    let (first, end) = if answer == ProposalKind::Proposal {
        let first = if is_exchange(discourse, verb, sentence) {
            start
        } else {
            content(discourse, sentence, verb)?
        };
        (first, content_end(discourse, first, sentence))
    } else {
        let end = content_end(discourse, verb + 1, sentence);
        let split = (verb + 1..end).find(|at| {
            answer == ProposalKind::Acceptance
                && prose.lower(*at) == "that"
                && words::is_proposal_noun(prose.lower_before(*at))
        });
        (start, split.unwrap_or(end))
    };
    (end > first).then_some(FoundProposal {
        first,
        end,
        by,
        answer,
    })
}

/// Forms that are no passive after "is": "is agreed", "is ready".
fn is_state(lower: &str) -> bool {
    matches!(lower, "ready" | "willing" | "prepared")
}

/// Whether the verb brings nothing: a noun, a part of another verb's content.
fn is_other(discourse: &Discourse<'_>, verb: usize) -> bool {
    let prose = discourse.prose;
    let (before, lower) = (prose.lower_before(verb), prose.lower(verb));
    let noun = words::is_proposal_noun(lower) && prose.lower(verb + 1) == "that";
    let content = before == "to"
        && !words::is_auxiliary(prose.lower_before(verb - 1))
        && !matches!(
            prose.lower_before(verb - 1),
            "ready" | "willing" | "prepared" | "refused" | "likely" | "due" | "set" | "expected"
        );
    let owned = verb > 0 && prose.possessive(verb - 1) && words::is_offered(lower);
    before == "having"
        || owned
        || (!noun && words::is_determiner(before))
        || matches!(before, "of" | "for")
        || content
}

/// "The request was refused", "declined by both": an answer whose verb is passive.
fn answered(
    discourse: &Discourse<'_>,
    index: usize,
    sentence: Sentence,
    verb: usize,
    answer: ProposalKind,
) -> Option<FoundProposal> {
    let prose = discourse.prose;
    let before = prose.lower_before(verb);
    let denied = (sentence.first..verb).any(|at| matches!(prose.lower(at), "not" | "never" | "if"));
    if answer == ProposalKind::Proposal || denied || before == "be" || prose.lower(verb) == "agreed"
    {
        return None;
    }
    let opening = sentence.first;
    let subject = match prose.lower(opening) {
        "that" | "this" if words::is_auxiliary(prose.lower(opening + 1)) => Subject {
            first: opening,
            end: opening + 1,
            apposed: None,
        },
        _ => subject::before(prose, verb, opening)?,
    };
    let asked = prose.lower(subject.end - 1);
    let points = subject.end == subject.first + 1
        && matches!(asked, "that" | "this" | "it" | "both" | "they" | "which");
    let names = (subject.first..subject.end).any(|at| words::is_offered(prose.lower(at)));
    if !points && !names {
        return None;
    }
    let agent = (prose.lower(verb + 1) == "by")
        .then(|| subject::after(prose, verb + 2, sentence.end))
        .flatten();
    let by = match agent {
        Some(agent) => discourse.who(agent),
        None => discourse
            .subjects(index)
            .first()
            .copied()
            .unwrap_or_else(|| discourse.who(subject)),
    };
    Some(FoundProposal {
        first: subject.first,
        end: content_end(discourse, verb + 1, sentence),
        by,
        answer,
    })
}

/// "would reopen the road if": a step for a step.
fn is_exchange(discourse: &Discourse<'_>, verb: usize, sentence: Sentence) -> bool {
    let prose = discourse.prose;
    let step = matches!(prose.lower(verb), "would" | "will")
        && (verb + 1..verb + 4).any(|at| words::is_concession(prose.lower(at)))
        && prose.lower(verb + 1) != "not";
    step && (verb + 2..sentence.end)
        .take_while(|at| prose.quote_at(*at).is_none())
        .any(|at| {
            let (lower, next) = (prose.lower(at), prose.lower(at + 1));
            matches!(lower, "if" | "provided")
                || (lower == "in" && matches!(next, "return" | "exchange"))
                || (lower == "as" && next == "soon")
        })
}

/// Whether nothing is proposed to the other side: somebody asks leave, refuses, or speaks to the public.
fn asks_for_nothing(discourse: &Discourse<'_>, verb: usize, wants: bool) -> bool {
    let prose = discourse.prose;
    let (lower, next) = (prose.lower(verb), prose.lower(verb + 1));
    let asks_leave = next == "to"
        && (wants || matches!(lower, "asked" | "asks" | "ask" | "demanded" | "demands"));
    let public = matches!(
        next,
        "donors" | "readers" | "viewers" | "listeners" | "editors" | "residents" | "anyone"
    );
    let nameless = (verb + 1..verb + 4).any(|at| matches!(prose.lower(at), "name" | "named"));
    asks_leave || next == "not" || public || nameless
}

/// Where what is proposed begins.
fn content(discourse: &Discourse<'_>, sentence: Sentence, verb: usize) -> Option<usize> {
    let prose = discourse.prose;
    let lower = prose.lower(verb);
    if prose.lower(verb + 1) == ":" {
        return None;
    }
    let reach = (verb + 1 + CLAUSE_REACH).min(sentence.end);
    let inside = |at: &usize| {
        prose.quote_at(*at).is_none()
            && !matches!(
                prose.lower(*at),
                "," | ";" | ":" | "." | "who" | "whether" | "if"
            )
    };
    let wants = matches!(lower, "wants" | "want" | "wanted");
    if asks_for_nothing(discourse, verb, wants) {
        return None;
    }
    if prose.lower(verb + 1) == "for" {
        let what = prose.lower(verb + 2);
        let aid = matches!(
            what,
            "time" | "help" | "comment" | "more" | "money" | "volunteers"
        );
        return (!aid && verb + 2 < sentence.end).then_some(verb + 2);
    }
    let wide = words::asks_others(lower);
    let opens = words::is_determiner(prose.lower(verb + 1)) && !wide;
    let clause = (verb + 1..reach)
        .take_while(inside)
        .find(|at| matches!(prose.lower(*at), "that" | "to"))
        .filter(|at| !opens || !matches!(prose.lower_before(*at), "and" | "or"))
        .filter(|at| !(opens && prose.lower(*at) == "that" && *at > verb + 4));
    if let Some(clause) = clause {
        let next = prose.lower(clause + 1);
        let plain = prose.lower(clause) == "to"
            && (words::is_determiner(next)
                || prose.capital(clause + 1)
                || words::weekday(next).is_some());
        let told = matches!(
            next,
            "say" | "tell" | "know" | "hear" | "explain" | "comment" | "think" | "believe"
        );
        let fact = prose.lower(clause) == "that"
            && matches!(lower, "suggested" | "suggests" | "suggest" | "suggesting")
            && is_fact(discourse, clause + 1, sentence);
        if told || fact {
            return None;
        }
        if !plain {
            return (clause + 1 < sentence.end).then_some(clause + 1);
        }
        if wide {
            return None;
        }
    }
    let noun = words::is_determiner(prose.lower(verb + 1)) || wants;
    (noun && !wide).then_some(verb + 1)
}

/// Whether a clause after "suggested that" tells of a fact, not of what should be.
fn is_fact(discourse: &Discourse<'_>, from: usize, sentence: Sentence) -> bool {
    (from..sentence.end)
        .take(CLAUSE_REACH)
        .map(|at| discourse.prose.lower(at))
        .take_while(|word| !matches!(*word, "," | ";" | "be" | "should"))
        .any(|word| {
            matches!(
                word,
                "was"
                    | "were"
                    | "is"
                    | "are"
                    | "had"
                    | "has"
                    | "have"
                    | "could"
                    | "would"
                    | "might"
                    | "may"
                    | "will"
            )
        })
}

/// Where what is proposed ends.
pub(super) fn content_end(discourse: &Discourse<'_>, first: usize, sentence: Sentence) -> usize {
    let prose = discourse.prose;
    let stop = (first..sentence.end)
        .find(|at| match prose.lower(*at) {
            ";" | "?" | "while" => true,
            ":" => !prose.token(at + 1).is_some_and(|token| token.adjacent),
            "," => {
                matches!(
                    prose.lower(at + 1),
                    "citing"
                        | "but"
                        | "adding"
                        | "saying"
                        | "though"
                        | "although"
                        | "according"
                        | "which"
                        | "while"
                        | "down"
                        | "up"
                        | "warning"
                        | "arguing"
                        | "calling"
                        | "insisting"
                ) || prose.lower(at + 1) == "and" && words::saying(prose.lower(at + 2)).is_some()
                    || (words::is_determiner(prose.lower(at + 1))
                        && words::is_offered(prose.lower(at + 2)))
                    || (*at > first + 1 && answers::kind(discourse, at + 1).is_some())
                    || prose.quote_at(at + 1).is_none() && says_so(discourse, *at + 1, sentence)
            }
            "and" => {
                *at > first
                    && (words::saying(prose.lower(at + 1)).is_some()
                        || (prose.lower(at + 1) == "that"
                            && words::is_determiner(prose.lower(first))))
            }
            _ => false,
        })
        .unwrap_or(sentence.end);
    let mut end = stop;
    while end > first && !prose.word(end - 1) && prose.quote_at(end - 1).is_none() {
        end -= 1;
    }
    end
}

/// ", the mayor's office reports,": whether the words up to the next comma tell who says so.
fn says_so(discourse: &Discourse<'_>, from: usize, sentence: Sentence) -> bool {
    let prose = discourse.prose;
    let end = (from..sentence.end)
        .take(CLAUSE_REACH)
        .find(|at| matches!(prose.lower(*at), "," | "." | ";"))
        .unwrap_or(sentence.end);
    let last = end.saturating_sub(1);
    end > from + 1
        && words::saying(prose.lower(last)).is_some()
        && !words::is_participle(prose.lower(last))
}
