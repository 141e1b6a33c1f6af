//! Reported speech: clauses that a verb of saying or "according to" gives to somebody.

use super::attribution::{self, Attribution};
use super::discourse::Discourse;
use super::subject;
use crate::numbers::number;
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

/// Longer openings are no datelines.
const DATELINE_TOKENS_MAX: usize = 18;

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
        .filter(|that| {
            // "announced on Tuesday, a step that leaves": no clause of the verb.
            let commas = (verb + 1..*that)
                .filter(|at| prose.lower(*at) == ",")
                .count();
            commas == 0 || commas == 2 || prose.lower(that - 1) == ","
        })
        .map(|that| that + 1);
    let pronoun =
        that.is_some_and(|at| matches!(prose.lower(at), "," | "was" | "is" | "by" | "and" | "."));
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

/// Where a clause begins that follows "VESPER, March 6 (Agency) —".
fn after_dateline(discourse: &Discourse<'_>, first: usize, end: usize) -> usize {
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
