//! Proposals, refusals and acceptances.

use super::attribution;
use super::discourse::{Discourse, Who};
use super::subject;
use crate::reading::ProposalKind;
use crate::text::Sentence;
use crate::words;

/// So many verbs of one sentence are looked at.
const VERBS_MAX: usize = 8;

/// How far after a verb "that" or "to" is looked for.
const CLAUSE_REACH: usize = 10;

/// Longer lists are cut.
const LISTED_MAX: usize = 60;

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
            .filter(|at| kind(discourse, *at).is_some())
            .take(VERBS_MAX);
        for verb in verbs {
            let Some(proposal) = proposal(discourse, index, *sentence, verb) else {
                continue;
            };
            if found.last().is_none_or(|last| last.end <= proposal.first) {
                found.push(proposal);
            }
        }
        listed(discourse, index, &mut found);
    }
    found.sort_by_key(|proposal| (proposal.first, proposal.end));
    found
}

fn kind(discourse: &Discourse<'_>, at: usize) -> Option<ProposalKind> {
    let prose = discourse.prose;
    let lower = prose.lower(at);
    let next = prose.lower(at + 1);
    if words::is_clause_start(prose.lower_before(at)) && prose.lower_before(at) != "that" {
        return None;
    }
    if words::is_proposal_noun(lower) && next == "that" {
        return Some(ProposalKind::Proposal);
    }
    if matches!(lower, "called" | "calls" | "call" | "calling")
        && !matches!(next, "for" | "on" | "upon")
    {
        return None;
    }
    if words::refuses(lower) && !is_denial(discourse, at) {
        return Some(ProposalKind::Refusal);
    }
    if words::accepts(lower) {
        return Some(ProposalKind::Acceptance);
    }
    if words::offers(lower) {
        return Some(ProposalKind::Proposal);
    }
    match (lower, next) {
        ("turned", _) if (at + 1..at + 6).any(|at| prose.lower(at) == "down") => {
            Some(ProposalKind::Refusal)
        }
        ("would" | "will", _) if is_refused_step(discourse, at + 1) => Some(ProposalKind::Refusal),
        ("said", "yes") => Some(ProposalKind::Acceptance),
        ("said", "no") | ("ruled", "out") => Some(ProposalKind::Refusal),
        ("ready" | "willing" | "prepared", "to") => Some(ProposalKind::Proposal),
        _ => None,
    }
}

/// "not sign", "release nobody" after "would".
fn is_refused_step(discourse: &Discourse<'_>, at: usize) -> bool {
    let (first, second) = (discourse.prose.lower(at), discourse.prose.lower(at + 1));
    (first == "not" && words::is_concession(second))
        || (words::is_concession(first) && matches!(second, "nobody" | "nothing" | "none"))
}

/// "rejected the accusation": a fact is denied, no course of action refused.
fn is_denial(discourse: &Discourse<'_>, verb: usize) -> bool {
    (verb + 1..verb + 5).any(|at| words::is_assertion(discourse.prose.lower(at)))
}

fn proposal(
    discourse: &Discourse<'_>,
    index: usize,
    sentence: Sentence,
    verb: usize,
) -> Option<FoundProposal> {
    let prose = discourse.prose;
    if attribution::is_passive(discourse, verb)
        && !matches!(
            prose.lower(verb),
            "agreed" | "ready" | "willing" | "prepared"
        )
    {
        return None;
    }
    if prose.lower_before(verb) == "having" {
        return None;
    }
    let noun = words::is_proposal_noun(prose.lower(verb)) && prose.lower(verb + 1) == "that";
    if !noun && words::is_determiner(prose.lower_before(verb))
        || matches!(prose.lower_before(verb), "of" | "for")
    {
        return None;
    }
    let subject = subject::before(prose, verb, sentence.first);
    if subject.is_some_and(|subject| {
        matches!(prose.lower_before(subject.first), "which" | "who" | "whom")
    }) {
        return None;
    }
    let by = match subject {
        Some(subject) => discourse.who(subject),
        None => *discourse.subjects(index).first()?,
    };
    let answer = kind(discourse, verb)?;
    let (first, end) = if answer == ProposalKind::Proposal {
        let first = content(discourse, sentence, verb)?;
        (first, content_end(discourse, first, sentence))
    } else {
        let empty = matches!(prose.lower(verb + 1), "responsibility" | "comment")
            || prose.lower(verb + 2) == "comment";
        if empty {
            return None;
        }
        let first = subject.map_or(verb, |subject| subject.first);
        let end = content_end(discourse, verb + 1, sentence);
        let split = (verb + 1..end).find(|at| {
            answer == ProposalKind::Acceptance
                && prose.lower(*at) == "that"
                && words::is_proposal_noun(prose.lower_before(*at))
        });
        (first, split.unwrap_or(end))
    };
    (end > first).then_some(FoundProposal {
        first,
        end,
        by,
        answer,
    })
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
    let clause = (verb + 1..reach)
        .take_while(inside)
        .find(|at| matches!(prose.lower(*at), "that" | "to"));
    let wide = matches!(
        lower,
        "called"
            | "calls"
            | "call"
            | "calling"
            | "asked"
            | "asks"
            | "ask"
            | "pressed"
            | "appeal"
            | "appealed"
            | "appeals"
            | "invited"
            | "urged"
            | "urges"
            | "urge"
    );
    if let Some(clause) = clause {
        let plain = prose.lower(clause) == "to"
            && (words::is_determiner(prose.lower(clause + 1))
                || prose.capital(clause + 1)
                || words::weekday(prose.lower(clause + 1)).is_some());
        if !plain {
            return (clause + 1 < sentence.end).then_some(clause + 1);
        }
        if wide {
            return None;
        }
    }
    let noun = words::is_determiner(prose.lower(verb + 1)) || prose.lower(verb + 1) == "for";
    (noun && (!wide || prose.lower(verb + 1) == "for")).then_some(verb + 1)
}

fn content_end(discourse: &Discourse<'_>, first: usize, sentence: Sentence) -> usize {
    let prose = discourse.prose;
    let stop = (first..sentence.end)
        .find(|at| match prose.lower(*at) {
            ";" | "?" | ":" | "while" => true,
            "," => matches!(
                prose.lower(at + 1),
                "citing" | "but" | "adding" | "saying" | "though" | "although" | "according"
            ),
            _ => false,
        })
        .unwrap_or(sentence.end);
    let mut end = stop;
    while end > first && !prose.word(end - 1) && prose.quote_at(end - 1).is_none() {
        end -= 1;
    }
    end
}

/// "We propose:" with a list in the paragraphs after it.
fn listed(discourse: &Discourse<'_>, index: usize, found: &mut Vec<FoundProposal>) {
    let prose = discourse.prose;
    let sentence = prose.sentences[index];
    let Some(colon) = sentence
        .end
        .checked_sub(1)
        .filter(|at| prose.lower(*at) == ":")
    else {
        return;
    };
    let Some(verb) = (sentence.first..colon)
        .rev()
        .take(4)
        .find(|at| words::offers(prose.lower(*at)))
    else {
        return;
    };
    let Some(subject) = subject::before(prose, verb, sentence.first) else {
        return;
    };
    let by = discourse.who(subject);
    for item in prose.sentences[index + 1..].iter().take(LISTED_MAX) {
        let bullet = matches!(prose.lower(item.first), "(" | "-" | "*" | "•" | "–" | "+")
            || prose.lower(item.first + 1) == ")";
        if !bullet || prose.lower(item.end - 1) == ":" {
            break;
        }
        let mark = (item.first..item.end.min(item.first + 3))
            .find(|at| prose.lower(*at) == ")")
            .unwrap_or(item.first);
        let that = usize::from(prose.lower(mark + 1) == "that");
        let first = mark + 1 + that;
        let end = content_end(discourse, first, *item);
        if end > first {
            found.push(FoundProposal {
                first,
                end,
                by,
                answer: ProposalKind::Proposal,
            });
        }
    }
}
