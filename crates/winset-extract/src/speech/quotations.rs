//! Words in quotation marks and their speakers.

use super::attribution::{self, Attribution};
use super::discourse::Discourse;
use crate::text::{Quoted, Sentence};
use crate::words;

/// Shorter fragments are words that the report keeps at a distance, not speech.
const FRAGMENT_WORDS_MIN: usize = 3;

/// Longer whole utterances are proposed even if nobody is named as speaker.
const UNATTRIBUTED_WORDS_MIN: usize = 6;

/// How far into a sentence a noun of speech can give its words an owner.
const OWNED_REACH: usize = 12;

/// A quotation and its attribution.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FoundQuotation {
    /// The first token inside of the marks.
    pub(crate) first: usize,
    /// The closing mark.
    pub(crate) end: usize,
    /// Who speaks; none if the report does not say.
    pub(crate) attribution: Option<Attribution>,
    /// Whether the attribution's verb stands in the quotation's own sentence.
    pub(crate) own_verb: bool,
}

/// All quotations of a report that are speech.
pub(crate) fn quotations(discourse: &Discourse<'_>) -> Vec<FoundQuotation> {
    let prose = discourse.prose;
    let mut found = Vec::new();
    let mut quotes = prose.quotes.iter().copied().peekable();
    let mut last: Option<Spoken> = None;
    for (index, sentence) in prose.sentences.iter().enumerate() {
        let mut from = sentence.first;
        while let Some(quote) = quotes.next_if(|quote| quote.open < sentence.end) {
            let next_open = quotes
                .peek()
                .map_or(sentence.end, |next| next.open.min(sentence.end));
            let around = Around {
                index,
                sentence: *sentence,
                from,
                next_open,
            };
            let attribution = own(discourse, quote, around, last.as_ref()).map(|a| (a, true));
            let attribution = attribution
                .or_else(|| carried(discourse, quote, around, last.as_ref()).map(|a| (a, false)));
            let attribution = attribution.filter(|_| is_speech(discourse, quote, around));
            if let Some((attribution, _)) = attribution {
                last = Some(Spoken {
                    attribution,
                    sentence: index,
                    quote,
                });
            }
            if attribution.is_some() || is_long_utterance(discourse, quote, around) {
                found.push(FoundQuotation {
                    first: quote.open + 1,
                    end: quote.close,
                    attribution: attribution.map(|(attribution, _)| attribution),
                    own_verb: attribution.is_some_and(|(_, own)| own),
                });
            }
            from = if quote.goes_on {
                quote.close
            } else {
                quote.close + 1
            };
        }
    }
    found
}

/// The quotation before, if somebody spoke it.
struct Spoken {
    attribution: Attribution,
    sentence: usize,
    quote: Quoted,
}

/// What stands around a quotation in its sentence.
#[derive(Clone, Copy)]
struct Around {
    index: usize,
    sentence: Sentence,
    /// After the quotation before, or the sentence's start.
    from: usize,
    /// The next quotation, or the sentence's end.
    next_open: usize,
}

/// The attribution that the quotation's own sentence gives.
fn own(
    discourse: &Discourse<'_>,
    quote: Quoted,
    around: Around,
    last: Option<&Spoken>,
) -> Option<Attribution> {
    if let Some(last) = last.filter(|last| last.sentence == around.index) {
        // "One part," she said, "and the other."
        let between =
            last.attribution.verb > last.quote.close && last.attribution.verb < quote.open;
        let newer = attribution::before(discourse, around.from, quote.open, around.index);
        return match newer {
            Some(newer) if newer.verb != last.attribution.verb => Some(newer),
            _ if between || newer.is_some() => Some(last.attribution),
            _ => attribution::after(discourse, quote.close + 1, around.next_open)
                .or(Some(last.attribution)),
        };
    }
    let before = (around.from < quote.open)
        .then(|| attribution::before(discourse, around.sentence.first, quote.open, around.index));
    if let Some(before) = before.flatten() {
        return Some(before);
    }
    if !quote.goes_on
        && let Some(after) = attribution::after(discourse, quote.close + 1, around.next_open)
    {
        return Some(after);
    }
    let colon = quote
        .open
        .checked_sub(1)
        .is_some_and(|at| discourse.prose.lower(at) == ":");
    if let Some(owned) = owned(discourse, around.sentence.first, quote.open) {
        return Some(owned);
    }
    let who = discourse
        .subjects(around.index)
        .iter()
        .find(|who| colon && who.somebody && who.full.1 <= quote.open)?;
    Some(Attribution {
        verb: who.named.1,
        who: *who,
    })
}

/// "X's answer was short:", "Her verdict:", "the reply of X was": whose words follow in `from..limit`.
fn owned(discourse: &Discourse<'_>, from: usize, limit: usize) -> Option<Attribution> {
    let prose = discourse.prose;
    let leads = limit.checked_sub(1).is_some_and(|last| {
        matches!(
            prose.lower(last),
            ":" | "is" | "was" | "—" | "–" | "," | "."
        )
    });
    let noun = (from..limit)
        .take(OWNED_REACH)
        .find(|at| words::is_utterance(prose.lower(*at)) && prose.quote_at(*at).is_none())
        .filter(|_| leads)?;
    let who = discourse.owner(noun, from)?;
    Some(Attribution { verb: noun, who })
}

/// The attribution that a quotation without its own takes from the sentence before.
fn carried(
    discourse: &Discourse<'_>,
    quote: Quoted,
    around: Around,
    last: Option<&Spoken>,
) -> Option<Attribution> {
    let prose = discourse.prose;
    let alone = quote.open == around.sentence.first;
    let whole = is_whole(discourse, quote, around);
    if let Some(last) = last {
        let goes_on = last.quote.goes_on && last.quote.close == quote.open;
        if goes_on || (alone && whole && last.sentence + 1 == around.index) {
            return Some(last.attribution);
        }
    }
    let before = around.index.checked_sub(1)?;
    let previous = prose.sentences.get(before)?;
    if !(alone && whole) {
        return None;
    }
    // "X told the press:" and the words in a paragraph of their own.
    if previous.end == quote.open && prose.lower_before(previous.end) == ":" {
        let told = attribution::before(discourse, previous.first, previous.end, before);
        if told.is_some() {
            return told;
        }
    }
    let paragraph = prose.tokens.get(quote.open)?.paragraph;
    if prose.tokens.get(previous.first)?.paragraph != paragraph {
        return None;
    }
    let outside = (previous.first..previous.end).all(|at| prose.quote_at(at).is_none());
    if outside && let Some(owned) = owned(discourse, previous.first, previous.end) {
        return Some(owned);
    }
    let question = prose.lower_before(previous.end) == "?" && outside;
    let asked = question
        .then(|| discourse.asked(previous.first, previous.end))
        .flatten();
    let who = discourse.subjects(before).iter().find(|who| who.somebody);
    match asked.as_ref().or(who) {
        Some(who) => Some(Attribution {
            verb: who.named.1,
            who: *who,
        }),
        None => last
            .filter(|last| {
                last.sentence + 2 == around.index
                    && prose.tokens[last.quote.open].paragraph == paragraph
            })
            .map(|last| last.attribution),
    }
}

fn word_count(discourse: &Discourse<'_>, quote: Quoted) -> usize {
    (quote.open + 1..quote.close)
        .filter(|at| discourse.prose.word(*at))
        .count()
}

/// Whether the quotation is an utterance of its own rather than words within the report's sentence.
fn is_whole(discourse: &Discourse<'_>, quote: Quoted, around: Around) -> bool {
    let prose = discourse.prose;
    let last = quote
        .close
        .checked_sub(1)
        .map_or("", |last| prose.lower(last));
    let ends =
        matches!(last, "." | "," | "?" | "!" | "…" | "—" | "–" | "-" | "...") || quote.goes_on;
    let comma_after = prose.lower(quote.close + 1) == "," && quote.open == around.sentence.first;
    prose.capital(quote.open + 1) && (ends || comma_after)
        || (ends && quote.open == around.sentence.first)
}

/// Whether the quotation is long enough, or a whole utterance.
fn is_speech(discourse: &Discourse<'_>, quote: Quoted, around: Around) -> bool {
    let words = word_count(discourse, quote);
    if is_title(discourse, quote, around) || is_label(discourse, quote) {
        return false;
    }
    let second_part =
        around.from > around.sentence.first && discourse.prose.lower_before(quote.open) == ",";
    words >= FRAGMENT_WORDS_MIN
        || (words > 0 && (is_whole(discourse, quote, around) || second_part))
}

/// "Mercy of the North", "A Day in Halden": a name of a ship, a newspaper or a book.
fn is_title(discourse: &Discourse<'_>, quote: Quoted, around: Around) -> bool {
    let prose = discourse.prose;
    let mut capitals = 0;
    for at in (quote.open + 1..quote.close).filter(|at| prose.word(*at)) {
        if prose.capital(at) {
            capitals += 1;
        } else if !(words::is_preposition(prose.lower(at))
            || words::is_determiner(prose.lower(at))
            || prose.lower(at) == "and")
        {
            return false;
        }
    }
    capitals >= 2 && !is_whole(discourse, quote, around)
}

/// "so-called", "known as": words that name something.
fn is_label(discourse: &Discourse<'_>, quote: Quoted) -> bool {
    let prose = discourse.prose;
    let before = prose.lower_before(quote.open);
    let two = prose.lower_before(quote.open.saturating_sub(1));
    before == "called" && two == "-"
        || before == "so-called"
        || before == "dubbed"
        || (before == "as" && matches!(two, "known" | "named" | "styled"))
        || matches!(
            before,
            "named" | "titled" | "entitled" | "nicknamed" | "codenamed"
        )
}

fn is_long_utterance(discourse: &Discourse<'_>, quote: Quoted, around: Around) -> bool {
    word_count(discourse, quote) >= UNATTRIBUTED_WORDS_MIN && is_whole(discourse, quote, around)
}
