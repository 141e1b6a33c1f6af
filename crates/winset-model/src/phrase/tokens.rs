//! The words and signs of a phrase.

/// Words that mean something in a phrase; a name that is one of them stands in quotes.
const WORDS: &[&str] = &[
    "all", "and", "any", "at", "both", "exclude", "from", "if", "is", "least", "never", "not",
    "of", "or", "require", "then", "to", "up",
];

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word of the phrase, in lower case.
    Word(&'static str),
    /// A name or a number.
    Name(String),
    /// `=`
    Equals,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `;` or `,`
    Next,
}

/// A word or sign, the character at which it begins, and the one behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) at: usize,
    pub(super) end: usize,
}

/// Whether a name has to stand in quotes.
pub(super) fn needs_quotes(name: &str) -> bool {
    word(name).is_some()
}

fn word(text: &str) -> Option<&'static str> {
    WORDS
        .iter()
        .find(|word| word.eq_ignore_ascii_case(text))
        .copied()
}

fn sign(c: char) -> Option<TokenKind> {
    match c {
        '=' => Some(TokenKind::Equals),
        '(' => Some(TokenKind::Open),
        ')' => Some(TokenKind::Close),
        ';' | ',' => Some(TokenKind::Next),
        _ => None,
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}')
}

/// The tokens of a phrase, or the character at which a quote opens that is not closed.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, usize> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        let start = at;
        let end_of = |from: usize, ends: &dyn Fn(char) -> bool| {
            let rest = chars.iter().skip(from);
            from + rest.take_while(|c| !ends(**c)).count()
        };
        let kind = if c.is_whitespace() {
            at += 1;
            continue;
        } else if let Some(kind) = sign(c) {
            at += 1;
            kind
        } else if is_quote(c) {
            let end = end_of(at + 1, &is_quote);
            if end == chars.len() {
                return Err(start);
            }
            at = end + 1;
            TokenKind::Name(chars[start + 1..end].iter().collect())
        } else {
            let ends = |c: char| c.is_whitespace() || sign(c).is_some() || is_quote(c);
            at = end_of(at, &ends);
            let name: String = chars[start..at].iter().collect();
            word(&name).map_or(TokenKind::Name(name), TokenKind::Word)
        };
        found.push(Token {
            kind,
            at: start,
            end: at,
        });
    }
    Ok(found)
}
