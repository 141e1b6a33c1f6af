//! Texts that show all they hold, and become no markup.

use std::fmt::Write as _;

/// The text as it may be printed: line ends and tabs stay, other control characters and
/// those that turn the direction of a line or stand for nothing are written out.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(c),
            c if c.is_control() || turns_or_hides(c) => {
                let written = write!(out, "{}", c.escape_unicode());
                debug_assert!(written.is_ok(), "writing to a String cannot fail");
            }
            c => out.push(c),
        }
    }
    out
}

fn turns_or_hides(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}'
        | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E007F}')
}

/// The text for XML and HTML, in elements and in attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A text on one line.
pub(super) fn one_line(text: &str) -> String {
    visible(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_hides_or_becomes_markup() {
        assert_eq!(visible("a\u{202E}b\tc\u{1}\nd"), "a\\u{202e}b\tc\\u{1}\nd");
        assert_eq!(escaped("<b>&'\""), "&lt;b&gt;&amp;&#39;&quot;");
        assert_eq!(one_line(" a\n b "), "a b");
    }
}
