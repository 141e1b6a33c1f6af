//! Rust code as tokens: names, lifetimes, and marks.

use super::rust_text::is_word;

/// One token of code and where it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CodeToken<'a> {
    /// Its first byte.
    pub(crate) at: usize,
    /// A name (`r#type` in one piece), a lifetime, `::`, `->`, `=>` or a single mark.
    pub(crate) text: &'a str,
}

impl CodeToken<'_> {
    /// Whether it is a name or a keyword.
    pub(crate) fn is_name(&self) -> bool {
        self.text
            .starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

/// The tokens of `code`, whose comments and literals are blanked.
pub(crate) fn code_tokens(code: &str) -> Vec<CodeToken<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = code[at..].chars().next() {
        let length = token_bytes(&code[at..], first);
        if !first.is_whitespace() {
            let text = &code[at..at + length];
            tokens.push(CodeToken { at, text });
        }
        at += length;
    }
    tokens
}

/// Length of the token that `rest` begins with.
fn token_bytes(rest: &str, first: char) -> usize {
    let run = |text: &str| text.find(|c| !is_word(c)).unwrap_or(text.len());
    if let Some(raw) = rest.strip_prefix("r#")
        && raw.starts_with(is_word)
    {
        return 2 + run(raw);
    }
    match first {
        '\'' => 1 + run(&rest[1..]),
        _ if is_word(first) => run(rest),
        _ if ["::", "->", "=>"].iter().any(|mark| rest.starts_with(mark)) => 2,
        _ => first.len_utf8(),
    }
}

/// The text of the token at `index`, or nothing past the end.
pub(crate) fn text_at<'a>(tokens: &[CodeToken<'a>], index: usize) -> &'a str {
    tokens.get(index).map_or("", |token| token.text)
}

/// Index of the bracket that closes the one at `open`; the number of tokens if none does.
pub(crate) fn closing_at(tokens: &[CodeToken<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return index;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

/// Index of the first token at or after `from`, outside of brackets, that `wanted` holds for; the
/// number of tokens if there is none. An opening bracket is looked at, what it holds is not.
pub(crate) fn find_outside(
    tokens: &[CodeToken<'_>],
    from: usize,
    wanted: impl Fn(&str) -> bool,
) -> usize {
    let mut index = from;
    while index < tokens.len() && !wanted(tokens[index].text) {
        index = match tokens[index].text {
            "(" | "[" | "{" => closing_at(tokens, index) + 1,
            _ => index + 1,
        };
    }
    index.min(tokens.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lifetimes_and_marks_are_tokens() {
        let code = "fn a<'b>(r#type: &'b x::Y) -> [u8; 2] {}";
        let texts: Vec<&str> = code_tokens(code).iter().map(|token| token.text).collect();
        assert_eq!(
            texts.join(" "),
            "fn a < 'b > ( r#type : & 'b x :: Y ) -> [ u8 ; 2 ] { }"
        );
    }

    #[test]
    fn brackets_are_matched() {
        let tokens = code_tokens("( a [ b ; ] ) ; c");
        assert_eq!(closing_at(&tokens, 0), 6);
        assert_eq!(find_outside(&tokens, 0, |text| text == ";"), 7);
        assert_eq!(closing_at(&code_tokens("( a"), 0), 2);
    }
}
