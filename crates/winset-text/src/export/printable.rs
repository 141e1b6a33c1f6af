//! Texts that show all they hold, and become no markup.

use winset_model::characters::written_out;

/// The text for XML and HTML, in elements and in attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in written_out(text).chars() {
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
    written_out(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_hides_or_becomes_markup() {
        assert_eq!(escaped("a\u{202E}b\tc\u{1}\nd"), "a[U+202E]b\tc[U+0001]\nd");
        assert_eq!(escaped("<b>&'\""), "&lt;b&gt;&amp;&#39;&quot;");
        assert_eq!(one_line(" a\n b "), "a b");
    }
}
