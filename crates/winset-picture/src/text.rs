//! Texts as pictures may hold them: no control characters, escaped, cut to a width.

use crate::measure::text_width;

/// What stands for the part of a text that was cut.
const CUT: char = '…';

/// `words` on one line, without control, bidirectional and other invisible characters.
pub(crate) fn plain(words: &str) -> String {
    let shown = words.chars().filter_map(|c| match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        _ if is_hidden(c) => None,
        _ => Some(c),
    });
    shown.collect::<String>().trim().to_owned()
}

/// Characters that show nothing by themselves, change the direction of others, or that XML refuses.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        )
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(c, '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}')
}

/// `words` cleaned and escaped, for text and for attributes.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in plain(words).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// `words` cleaned and, if they are wider than `width_max`, cut at a character and ended with "…".
pub(crate) fn fitted(words: &str, size: i64, width_max: i64) -> String {
    let words = plain(words);
    if text_width(&words, size) <= width_max {
        return words;
    }
    let mut kept = String::new();
    for c in words.chars() {
        kept.push(c);
        let longer = text_width(&kept, size) + text_width("…", size) > width_max;
        if longer {
            kept.pop();
            break;
        }
    }
    kept.truncate(kept.trim_end().len());
    kept.push(CUT);
    kept
}

/// An address within the site: no scheme, no other host. Nothing else becomes a link.
pub(crate) fn local_address(address: &str) -> Option<String> {
    let is_odd = |c: char| c.is_whitespace() || is_hidden(c) || "\\\"'<>`".contains(c);
    let head = address.split(['/', '?', '#']).next();
    let head = head.expect("any text has a first part");
    let local = !address.is_empty()
        && !address.contains(is_odd)
        && !address.starts_with("//")
        && !head.contains(':');
    local.then(|| escaped(address))
}

/// A name for `id` attributes: letters, digits, hyphens and underscores; "picture" if none is left.
pub(crate) fn name(id: &str) -> String {
    let kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name: String = id.chars().filter(kept).take(64).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        format!("picture{name}")
    }
}

/// "1 clash", "2 clashes".
pub(crate) fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// A sentence: the words with a full stop where they have none; nothing of nothing.
pub(crate) fn sentence(words: &str) -> String {
    let words = plain(words);
    let ended = words.is_empty() || words.ends_with(['.', '?', '!', '。', '؟']);
    format!("{words}{}", if ended { "" } else { "." })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_texts_become_plain() {
        assert_eq!(plain("a\u{202e}b\u{0}c\nd\u{2066}\u{feff}"), "abc d");
        assert_eq!(escaped("<script>'&\""), "&lt;script&gt;&#39;&amp;&quot;");
        assert_eq!(name("a b\"<c"), "abc");
        assert_eq!(name("7"), "picture7");
    }

    #[test]
    fn long_texts_are_cut_to_the_width() {
        assert_eq!(fitted("short", 12, 100), "short");
        let cut = fitted(&"m".repeat(10_000), 12, 100);
        assert!(cut.ends_with('…') && text_width(&cut, 12) <= 100);
        assert_eq!(fitted("anything", 12, 0), "…");
    }

    #[test]
    fn only_addresses_of_the_site_are_links() {
        for address in ["/case/a?b=c#d", "#a", "clashes/3", "?a=b:c", "./a:b"] {
            assert!(local_address(address).is_some(), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "//host/a",
            "https://a",
            "",
            "/\\host",
            "java\nscript:a",
        ] {
            assert!(local_address(address).is_none(), "{address}");
        }
    }
}
