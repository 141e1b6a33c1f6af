//! Which words stand in quotation marks.

use super::tokens::Token;

/// Words between quotation marks, outermost marks only.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quoted {
    /// The opening mark.
    pub(crate) open: usize,
    /// The closing mark, or the token after the paragraph if the quotation goes on in the next.
    pub(crate) close: usize,
    /// Whether it goes on in the next paragraph.
    pub(crate) goes_on: bool,
}

/// Longer quotations are marks that went astray.
const QUOTED_TOKENS_MAX: usize = 3000;

/// Leading apostrophes that are no quotation marks.
const CUT_WORDS: [&str; 9] = [
    "em", "tis", "twas", "til", "cause", "n", "bout", "round", "s",
];

/// The outermost quotations, in order.
pub(crate) fn quoted(tokens: &[Token<'_>]) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let closing = closing_of(tokens, at);
        let Some(closing) = closing else {
            at += 1;
            continue;
        };
        match close_of(tokens, at, closing) {
            Close::At(close) => {
                found.push(Quoted {
                    open: at,
                    close,
                    goes_on: false,
                });
                at = close + 1;
            }
            Close::GoesOn(end) => {
                found.push(Quoted {
                    open: at,
                    close: end,
                    goes_on: true,
                });
                at = end;
            }
            Close::Nowhere => at += 1,
        }
    }
    found
}

enum Close {
    At(usize),
    GoesOn(usize),
    Nowhere,
}

/// The closing mark that belongs to an opening mark at `at`; none if nothing opens there.
fn closing_of(tokens: &[Token<'_>], at: usize) -> Option<&'static str> {
    let token = &tokens[at];
    let next = tokens.get(at + 1)?;
    if next.paragraph != token.paragraph {
        return None;
    }
    let opens = next.adjacent && (!token.adjacent || is_opener(tokens, at));
    match token.text {
        "“" => Some("”"),
        "„" => Some("“"),
        "«" => Some("»"),
        "\"" if opens => Some("\""),
        "‘" if next.adjacent => Some("’"),
        "'" if opens && next.word && !CUT_WORDS.contains(&&*next.lower) => Some("'"),
        _ => None,
    }
}

/// Whether the mark before lets a quotation open without a space.
fn is_opener(tokens: &[Token<'_>], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|before| {
            matches!(
                before.text,
                "(" | "[" | "—" | "–" | "-" | ":" | "“" | "‘" | "\"" | "," | "*"
            )
        })
}

fn close_of(tokens: &[Token<'_>], open: usize, closing: &str) -> Close {
    let paragraph = tokens[open].paragraph;
    let single = matches!(closing, "’" | "'");
    let opening = tokens[open].text;
    let mut weak = None;
    let mut at = open + 1;
    while let Some(token) = tokens.get(at).filter(|token| token.paragraph == paragraph) {
        if at - open > QUOTED_TOKENS_MAX {
            return Close::Nowhere;
        }
        if token.text == closing && (!single || closes_single(tokens, at)) {
            if !single || !may_be_apostrophe(tokens, at) {
                return Close::At(at);
            }
            weak = weak.or(Some(at));
        } else if token.text == opening
            && closing != "\""
            && (!single || closing_of(tokens, at).is_some())
        {
            return weak.map_or(Close::Nowhere, Close::At);
        }
        at += 1;
    }
    if let Some(weak) = weak {
        return Close::At(weak);
    }
    // An opening mark without a closing one counts where the next paragraph opens again.
    match tokens.get(at) {
        Some(next) if next.text == opening && closing_of(tokens, at).is_some() => Close::GoesOn(at),
        _ => Close::Nowhere,
    }
}

/// Whether a single mark can close: something before it, no word directly after it.
fn closes_single(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].adjacent
        && !tokens
            .get(at + 1)
            .is_some_and(|next| next.adjacent && next.word)
}

/// A mark after a word in -s and before a word in lower case is mostly a plural's apostrophe.
fn may_be_apostrophe(tokens: &[Token<'_>], at: usize) -> bool {
    let after_s = tokens[at - 1].lower.ends_with('s') && tokens[at - 1].word;
    after_s
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.word && !next.adjacent)
}
