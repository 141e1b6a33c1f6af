//! Text in pieces that are compared whole: words with the signs inside them, white space, and any
//! other sign by itself.

/// The pieces of a text; together they are the text.
pub(crate) fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, after) = rest.split_at(length(rest, first));
        tokens.push(token);
        rest = after;
    }
    tokens
}

/// Bytes of the piece that a text begins with.
fn length(text: &str, first: char) -> usize {
    if first.is_whitespace() {
        let end = text.find(|c: char| !c.is_whitespace());
        return end.unwrap_or(text.len());
    }
    if !in_word(first) {
        return first.len_utf8();
    }
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let joined = joins(c) && chars.peek().is_some_and(|(_, next)| in_word(*next));
        if !in_word(c) && !joined {
            return at;
        }
    }
    text.len()
}

/// Whether a sign belongs to a word. In scripts that write no spaces each sign is its own word.
fn in_word(c: char) -> bool {
    let alone = matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    c.is_alphanumeric() && !alone
}

/// Signs that hold a word together when they stand inside it: `300,000`, `Lethia's`, `co-chair`.
fn joins(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | '\'' | '\u{2019}' | '-' | '/' | ':' | '\u{200C}' | '\u{200D}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(tokens(text), expected, "{text}");
        assert_eq!(tokens(text).concat(), text);
    }

    #[test]
    fn words_hold_together() {
        check("", &[]);
        check(
            "Not more than 300,000.",
            &["Not", " ", "more", " ", "than", " ", "300,000", "."],
        );
        check("[ORV: a]", &["[", "ORV", ":", " ", "a", "]"]);
        check(
            "Lethia's  co-chair,\n(x)",
            &["Lethia's", "  ", "co-chair", ",", "\n", "(", "x", ")"],
        );
        check("水水 ab", &["水", "水", " ", "ab"]);
        check("می\u{200C}روم", &["می\u{200C}روم"]);
    }
}
