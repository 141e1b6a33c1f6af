//! "We propose:" with a list in the paragraphs after it.

use super::discourse::Discourse;
use super::proposals::{FoundProposal, content_end};
use super::subject;
use crate::reading::ProposalKind;
use crate::text::Sentence;
use crate::words;

/// Longer lists are cut.
const LISTED_MAX: usize = 60;

/// How far before the colon its verb or noun is looked for.
const INTRODUCED_REACH: usize = 12;

/// Adds the items of the list that the sentence `index` introduces.
pub(super) fn listed(discourse: &Discourse<'_>, index: usize, found: &mut Vec<FoundProposal>) {
    let prose = discourse.prose;
    let sentence = prose.sentences[index];
    let Some(colon) = sentence
        .end
        .checked_sub(1)
        .filter(|at| prose.lower(*at) == ":")
    else {
        return;
    };
    let introduces = |at: &usize| {
        let lower = prose.lower(*at);
        prose.quote_at(*at).is_none() && (words::offers(lower) || words::is_offered(lower))
    };
    let Some(at) = (sentence.first..colon)
        .rev()
        .take(INTRODUCED_REACH)
        .find(introduces)
    else {
        return;
    };
    let subject = subject::before(prose, at, sentence.first);
    let by = match (words::offers(prose.lower(at)), subject) {
        (true, Some(subject)) => discourse.who(subject),
        _ => match discourse.subjects(index).first() {
            Some(who) => *who,
            None => return,
        },
    };
    let mut next = index + 1;
    let mut items = 0;
    let mut first_style = None;
    while let Some(item) = prose.sentences.get(next)
        && items < LISTED_MAX
    {
        let Some((style, mark)) = bullet(discourse, *item) else {
            break;
        };
        if *first_style.get_or_insert(style) != style {
            break;
        }
        // "1." can stand as a sentence of its own before the item.
        let alone = mark + 1 >= item.end;
        let (content, mark) = match prose.sentences.get(next + 1).filter(|_| alone) {
            Some(content) => (*content, content.first),
            None => (*item, mark + 1),
        };
        next += 1 + usize::from(alone);
        items += 1;
        if prose.lower(content.end - 1) == ":" {
            break;
        }
        let first = mark + usize::from(prose.lower(mark) == "that");
        let end = content_end(discourse, first, content);
        if end > first {
            found.push(FoundProposal {
                first,
                end,
                by,
                answer: ProposalKind::Proposal,
            });
        }
        next = paragraph_end(discourse, next);
    }
}

/// The sentence at which a new paragraph begins, from the sentence `from` on.
fn paragraph_end(discourse: &Discourse<'_>, from: usize) -> usize {
    let prose = discourse.prose;
    let starts = |sentence: &Sentence| {
        sentence.first == 0
            || prose
                .tokens
                .get(sentence.first)
                .map(|token| token.paragraph)
                != prose
                    .tokens
                    .get(sentence.first - 1)
                    .map(|token| token.paragraph)
    };
    prose.sentences[from.min(prose.sentences.len())..]
        .iter()
        .take(LISTED_MAX)
        .position(starts)
        .map_or(prose.sentences.len(), |more| from + more)
}

/// How items are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bullet {
    Dash,
    Number,
    Letter,
}

/// The mark that begins an item and its last token: "-", "(a)", "1.".
fn bullet(discourse: &Discourse<'_>, item: Sentence) -> Option<(Bullet, usize)> {
    let prose = discourse.prose;
    let first = item.first;
    if matches!(prose.lower(first), "-" | "*" | "•" | "–" | "—" | "+" | "·") {
        return Some((Bullet::Dash, first));
    }
    let close = first + usize::from(prose.lower(first) == "(") + 1;
    let short = prose.lower(close - 1).len() <= 3;
    let style = if prose.lower(close - 1).bytes().all(|b| b.is_ascii_digit()) {
        Bullet::Number
    } else {
        Bullet::Letter
    };
    (short && matches!(prose.lower(close), ")" | ".")).then_some((style, close))
}
