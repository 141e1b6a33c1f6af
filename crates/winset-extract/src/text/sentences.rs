//! Sentences of the report itself: stops inside of quotations end them only if the quotation does.

use super::marks::Quoted;
use super::tokens::Token;
use crate::words;

/// A sentence as a range of tokens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sentence {
    /// The first token.
    pub(crate) first: usize,
    /// The token after the last.
    pub(crate) end: usize,
}

/// How far after a quotation that ends with a question mark a verb of saying is looked for.
const ATTRIBUTION_REACH: usize = 8;

/// Longer sentences are cut: no writer means them, and nothing is looked for over more words.
const SENTENCE_TOKENS_MAX: usize = 400;

/// All sentences, in order. Paragraphs end sentences.
pub(crate) fn sentences(tokens: &[Token<'_>], quotes: &[Quoted]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut quotes = quotes.iter().copied().peekable();
    let mut first = 0;
    let mut at = 0;
    while at < tokens.len() {
        let quote = quotes.next_if(|quote| quote.open == at);
        let (next, ends) = match quote {
            Some(quote) => {
                let after = if quote.goes_on {
                    quote.close
                } else {
                    quote.close + 1
                };
                (after, ends_after_quote(tokens, quote, after))
            }
            None => (at + 1, ends_at(tokens, at)),
        };
        at = next;
        let new_paragraph = at < tokens.len() && tokens[at].paragraph != tokens[at - 1].paragraph;
        if ends || new_paragraph || at >= tokens.len() || at - first > SENTENCE_TOKENS_MAX {
            while !new_paragraph
                && tokens
                    .get(at)
                    .is_some_and(|t| t.adjacent && matches!(t.text, ")" | "]" | "." | "!" | "?"))
            {
                at += 1;
            }
            found.push(Sentence { first, end: at });
            first = at;
        }
    }
    found
}

fn ends_after_quote(tokens: &[Token<'_>], quote: Quoted, after: usize) -> bool {
    let Some(next) = tokens.get(after) else {
        return true;
    };
    let last = quote
        .close
        .checked_sub(1)
        .map_or("", |last| tokens[last].text);
    if next.adjacent && !next.word {
        return false;
    }
    let new_start =
        next.capital || !next.word || next.text.starts_with(|c: char| c.is_ascii_digit());
    match last {
        "." => new_start,
        "?" | "!" | "…" => new_start && !is_attribution(tokens, after),
        _ => false,
    }
}

fn is_attribution(tokens: &[Token<'_>], from: usize) -> bool {
    tokens[from.min(tokens.len())..]
        .iter()
        .take(ATTRIBUTION_REACH)
        .take_while(|token| !matches!(token.text, "." | "?" | "!" | "“" | "\"" | "‘"))
        .any(|token| words::saying(&token.lower).is_some())
}

/// Whether the mark at `at` ends a sentence.
fn ends_at(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    match token.text {
        "?" | "!" => next.is_none_or(|next| !next.adjacent),
        "." | "…" | "..." => {
            let Some(next) = next else { return true };
            if next.adjacent {
                return false;
            }
            let starts =
                next.capital || !next.word || next.text.starts_with(|c: char| c.is_ascii_digit());
            starts && !is_abbreviation(tokens, at)
        }
        _ => false,
    }
}

fn is_abbreviation(tokens: &[Token<'_>], stop: usize) -> bool {
    let Some(before) = stop.checked_sub(1).map(|before| &tokens[before]) else {
        return false;
    };
    if !tokens[stop].adjacent {
        return false;
    }
    let next_number = tokens
        .get(stop + 1)
        .is_some_and(|t| t.text.starts_with(|c: char| c.is_ascii_digit()));
    let initial = before.capital && before.text.chars().count() == 1;
    let acronym = before.text.contains('.')
        && tokens
            .get(stop + 1)
            .is_some_and(|next| !words::is_function_word(&next.lower));
    initial
        || acronym
        || words::is_short_title(&before.lower)
        || (next_number
            && (words::month(&before.lower).is_some()
                || matches!(&*before.lower, "no" | "nos" | "art" | "p" | "para")))
}
