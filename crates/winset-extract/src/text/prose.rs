//! A text with its words, quotations and sentences, and safe looks at them.

use super::marks::{Quoted, quoted};
use super::sentences::{Sentence, sentences};
use super::tokens::{Token, tokens};

/// A text taken apart.
#[derive(Debug)]
pub(crate) struct Prose<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// Words and marks.
    pub(crate) tokens: Vec<Token<'a>>,
    /// Outermost quotations.
    pub(crate) quotes: Vec<Quoted>,
    /// Sentences.
    pub(crate) sentences: Vec<Sentence>,
    /// For each token: the quotation it is in (marks too), counted from 1; 0 for none.
    quote_of: Vec<usize>,
    /// For each token: its sentence.
    sentence_of: Vec<usize>,
}

impl<'a> Prose<'a> {
    /// Takes `text` apart.
    pub(crate) fn new(text: &'a str) -> Self {
        let tokens = tokens(text);
        let quotes = quoted(&tokens);
        let sentences = sentences(&tokens, &quotes);
        let mut quote_of = vec![0; tokens.len()];
        for (index, quote) in quotes.iter().enumerate() {
            let end = if quote.goes_on {
                quote.close
            } else {
                quote.close + 1
            };
            quote_of[quote.open..end.min(tokens.len())].fill(index + 1);
        }
        let mut sentence_of = vec![0; tokens.len()];
        for (index, sentence) in sentences.iter().enumerate() {
            sentence_of[sentence.first..sentence.end].fill(index);
        }
        Self {
            text,
            tokens,
            quotes,
            sentences,
            quote_of,
            sentence_of,
        }
    }

    /// The word at `at` in lower case; empty beyond the text.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.lower)
    }

    /// The word before `at` in lower case; empty before the text.
    pub(crate) fn lower_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.lower(before))
    }

    /// The token at `at`.
    pub(crate) fn token(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at)
    }

    /// Whether the token at `at` begins with a capital.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// Whether the token at `at` is a word.
    pub(crate) fn word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.word)
    }

    /// The quotation that the token at `at` is in, marks included.
    pub(crate) fn quote_at(&self, at: usize) -> Option<usize> {
        self.quote_of.get(at)?.checked_sub(1)
    }

    /// The sentence that the token at `at` is in.
    pub(crate) fn sentence_at(&self, at: usize) -> Sentence {
        self.sentence_of
            .get(at)
            .and_then(|index| self.sentences.get(*index))
            .copied()
            .unwrap_or(Sentence { first: at, end: at })
    }

    /// The index of the sentence that the token at `at` is in.
    pub(crate) fn sentence_index(&self, at: usize) -> usize {
        self.sentence_of.get(at).copied().unwrap_or(0)
    }

    /// The bytes of the tokens `first..end`.
    pub(crate) fn bytes(&self, first: usize, end: usize) -> (usize, usize) {
        let start = self
            .tokens
            .get(first)
            .map_or(self.text.len(), |token| token.start);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        (start, last.map_or(start, |token| token.end).max(start))
    }

    /// The words of the tokens `first..end`, white space joined.
    pub(crate) fn words(&self, first: usize, end: usize) -> String {
        let (start, end) = self.bytes(first, end);
        joined(&self.text[start..end])
    }

    /// Whether the token at `at` is a possessive: `Orvane's`.
    pub(crate) fn possessive(&self, at: usize) -> bool {
        let lower = self.lower(at);
        lower.ends_with("'s")
            || (lower.ends_with('s')
                && matches!(self.lower(at + 1), "'" | "’")
                && self.tokens.get(at + 1).is_some_and(|mark| mark.adjacent)
                && self.quote_at(at) == self.quote_at(at + 1))
    }
}

/// White space of every kind as single spaces.
pub(crate) fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for word in text
        .split(super::tokens::is_space)
        .filter(|word| !word.is_empty())
    {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}
