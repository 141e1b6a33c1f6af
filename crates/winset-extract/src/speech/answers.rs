//! Which words propose, refuse or accept.

use super::attribution;
use super::discourse::Discourse;
use crate::reading::ProposalKind;
use crate::words;

/// How far after a verb its particle or object is looked for.
const OBJECT_REACH: usize = 5;

/// What the word at `at` does; none if it does none of the three.
pub(super) fn kind(discourse: &Discourse<'_>, at: usize) -> Option<ProposalKind> {
    let prose = discourse.prose;
    let lower = prose.lower(at);
    let next = prose.lower(at + 1);
    if words::is_clause_start(prose.lower_before(at))
        && !matches!(prose.lower_before(at), "that" | "who")
    {
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
    let negated = is_negated(discourse, at);
    if words::refuses(lower) {
        return (!negated && !is_denial(discourse, at) && !is_silence(discourse, at))
            .then_some(ProposalKind::Refusal);
    }
    if words::accepts(lower) {
        return accepted(discourse, at, negated);
    }
    if words::offers(lower) {
        return (!negated).then_some(ProposalKind::Proposal);
    }
    phrase(discourse, at, negated)
}

/// "turned it down", "ruled out", "took it up", "would not sign", "ready to".
fn phrase(discourse: &Discourse<'_>, at: usize, negated: bool) -> Option<ProposalKind> {
    let prose = discourse.prose;
    let (lower, next) = (prose.lower(at), prose.lower(at + 1));
    let particle = |wanted: &str| {
        (at + 1..at + 1 + OBJECT_REACH * 2)
            .take_while(|at| prose.word(*at))
            .any(|at| prose.lower(at) == wanted)
    };
    let refusal = Some(ProposalKind::Refusal).filter(|_| !negated);
    let acceptance = Some(ProposalKind::Acceptance).filter(|_| !negated);
    match (lower, next) {
        ("turned" | "turns" | "turning" | "voted" | "shot", _) if particle("down") => refusal,
        ("threw" | "ruled" | "rules" | "ruling", "out")
        | ("said", "no")
        | ("brushed" | "waved" | "pushed", "aside" | "away" | "off")
        | ("balked" | "baulked", "at") => refusal,
        ("would" | "will", _) if is_refused_step(discourse, at + 1) => refusal,
        ("would" | "will", _) if is_step(discourse, at + 1) => Some(ProposalKind::Proposal),
        ("took" | "taken" | "take", _) if next == "up" || prose.lower(at + 2) != "up" => None,
        ("gave" | "given", "in") if prose.lower(at + 2) != "to" => None,
        ("took" | "taken" | "take", _)
        | ("gave" | "given", "in")
        | ("said" | "say" | "says", "yes")
        | ("undertook" | "undertaken" | "undertakes" | "acceded" | "bowed" | "assented", "to") => {
            acceptance
        }
        ("ready" | "willing" | "prepared", "to") if negated => Some(ProposalKind::Refusal),
        ("ready" | "willing" | "prepared", "to") => Some(ProposalKind::Proposal),
        _ => None,
    }
}

/// "cannot accept" refuses; "did not agree" does neither.
fn accepted(discourse: &Discourse<'_>, at: usize, negated: bool) -> Option<ProposalKind> {
    let prose = discourse.prose;
    let (lower, next) = (prose.lower(at), prose.lower(at + 1));
    let empty = matches!(next, "responsibility" | "blame" | "that" | "with")
        || matches!(prose.lower(at + 2), "responsibility" | "blame")
        || matches!(prose.lower(at + 3), "responsibility" | "blame");
    let accept = lower.starts_with("accept") || lower.starts_with("consent");
    let maybe = matches!(
        prose.lower_before(at),
        "could" | "might" | "may" | "should" | "must"
    );
    if empty || maybe {
        return None;
    }
    match (negated, accept) {
        (false, _) => Some(ProposalKind::Acceptance),
        (true, true) if is_unwilling(discourse, at) => Some(ProposalKind::Refusal),
        (true, _) => None,
    }
}

/// Whether "not", "never", "neither" or "nobody" stands before the verb in its clause.
fn is_negated(discourse: &Discourse<'_>, at: usize) -> bool {
    let prose = discourse.prose;
    (at.saturating_sub(OBJECT_REACH)..at)
        .rev()
        .take_while(|at| prose.word(*at) && prose.quote_at(*at).is_none())
        .take_while(|at| {
            !words::is_clause_start(prose.lower(*at)) && !words::is_preposition(prose.lower(*at))
        })
        .any(|at| {
            matches!(
                prose.lower(at),
                "not" | "never" | "neither" | "nobody" | "cannot" | "none" | "no"
            ) || prose.lower(at).ends_with("n't")
        })
        || matches!(
            prose.lower(prose.sentence_at(at).first),
            "neither" | "not" | "nobody" | "no"
        )
}

/// "cannot accept", "will not accept": not "has not accepted", which leaves it open.
fn is_unwilling(discourse: &Discourse<'_>, at: usize) -> bool {
    let prose = discourse.prose;
    (at.saturating_sub(3)..at).any(|at| {
        matches!(
            prose.lower(at),
            "cannot"
                | "can"
                | "will"
                | "would"
                | "could"
                | "won't"
                | "can't"
                | "wouldn't"
                | "never"
        )
    })
}

/// "release", "be prepared to lift" after "would".
fn is_step(discourse: &Discourse<'_>, at: usize) -> bool {
    words::is_concession(discourse.prose.lower(at))
}

/// "not sign", "release nobody" after "would".
fn is_refused_step(discourse: &Discourse<'_>, at: usize) -> bool {
    let (first, second) = (discourse.prose.lower(at), discourse.prose.lower(at + 1));
    (matches!(first, "not" | "never") && words::is_concession(second))
        || (words::is_concession(first) && matches!(second, "nobody" | "nothing" | "none"))
}

/// "rejected the accusation", "dismissed it as a tale": a fact is denied, no course of action refused.
fn is_denial(discourse: &Discourse<'_>, verb: usize) -> bool {
    let prose = discourse.prose;
    let fact = (verb + 1..verb + OBJECT_REACH).any(|at| words::is_assertion(prose.lower(at)));
    let as_such = prose.lower(verb).starts_with("dismiss")
        && (verb + 1..verb + 1 + 2 * OBJECT_REACH)
            .take_while(|at| prose.word(*at))
            .any(|at| prose.lower(at) == "as");
    fact || as_such
}

/// "declined to comment": nothing is refused but words.
fn is_silence(discourse: &Discourse<'_>, verb: usize) -> bool {
    let prose = discourse.prose;
    let next = prose.lower(verb + 1);
    matches!(next, "comment" | "comments" | "further")
        || (next == "to"
            && matches!(
                prose.lower(verb + 2),
                "comment"
                    | "say"
                    | "discuss"
                    | "name"
                    | "identify"
                    | "give"
                    | "elaborate"
                    | "answer"
                    | "confirm"
                    | "be"
                    | "speak"
                    | "reveal"
                    | "disclose"
                    | "tell"
                    | "speculate"
                    | "explain"
                    | "believe"
                    | "predict"
                    | "specify"
                    | "describe"
            ))
        || attribution::is_noun(discourse, verb)
}
