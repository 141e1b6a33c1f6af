//! Words and marks of a text. Boundaries of words are those of Unicode (UAX 29).

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// Longer words are read as marks: nobody's name is longer.
const WORD_BYTES_MAX: usize = 64;

/// A word or a mark.
#[derive(Debug, Clone)]
pub(crate) struct Token<'a> {
    /// First byte in the text.
    pub(crate) start: usize,
    /// The byte after the last.
    pub(crate) end: usize,
    /// As written.
    pub(crate) text: &'a str,
    /// In lower case, apostrophes straight.
    pub(crate) lower: Cow<'a, str>,
    /// Number of the paragraph, from 0.
    pub(crate) paragraph: usize,
    /// Whether it has a letter or digit.
    pub(crate) word: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
    /// Whether it follows the token before it without white space.
    pub(crate) adjacent: bool,
}

/// The words and marks of `text`.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut paragraph = 0;
    let mut paragraph_used = false;
    for (start, piece) in text.split_word_bound_indices() {
        if piece.chars().all(is_space) {
            if piece.contains(['\n', '\u{2029}']) && paragraph_used {
                paragraph += 1;
                paragraph_used = false;
            }
            continue;
        }
        paragraph_used = true;
        let end = start + piece.len();
        let word = piece.len() <= WORD_BYTES_MAX && piece.chars().any(char::is_alphanumeric);
        let adjacent = found.last().is_some_and(|last| last.end == start);
        found.push(Token {
            start,
            end,
            text: piece,
            lower: lowered(piece, word),
            paragraph,
            word,
            capital: word && piece.chars().next().is_some_and(char::is_uppercase),
            adjacent,
        });
    }
    found
}

pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{ad}')
}

fn lowered(piece: &str, word: bool) -> Cow<'_, str> {
    if !word || !piece.chars().any(|c| c.is_uppercase() || c == '’') {
        return Cow::Borrowed(piece);
    }
    Cow::Owned(piece.to_lowercase().replace('’', "'"))
}
