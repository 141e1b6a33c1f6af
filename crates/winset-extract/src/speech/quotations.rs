//! Words in quotation marks and their speakers.

use super::attribution::{self, Attribution};
use super::discourse::Discourse;
use crate::text::{Quoted, Sentence};

/// Shorter fragments are words that the report keeps at a distance, not speech.
const FRAGMENT_WORDS_MIN: usize = 3;

/// Longer whole utterances are proposed even if nobody is named as speaker.
const UNATTRIBUTED_WORDS_MIN: usize = 6;

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
    let who = discourse
        .subjects(around.index)
        .iter()
        .find(|who| colon && who.somebody && who.full.1 <= quote.open)?;
    Some(Attribution {
        verb: who.named.1,
        who: *who,
    })
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
    let same =
        prose.tokens.get(previous.first)?.paragraph == prose.tokens.get(quote.open)?.paragraph;
    if !(alone && whole && same) {
        return None;
    }
    let who = discourse.subjects(before).iter().find(|who| who.somebody)?;
    Some(Attribution {
        verb: who.named.1,
        who: *who,
    })
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
    let second_part =
        around.from > around.sentence.first && discourse.prose.lower_before(quote.open) == ",";
    words >= FRAGMENT_WORDS_MIN
        || (words > 0 && (is_whole(discourse, quote, around) || second_part))
}

fn is_long_utterance(discourse: &Discourse<'_>, quote: Quoted, around: Around) -> bool {
    word_count(discourse, quote) >= UNATTRIBUTED_WORDS_MIN && is_whole(discourse, quote, around)
}
