//! Rust source as far as rules need it: without comments and literals, and where tests are.

use std::ops::Range;

/// What a comment or a literal can begin with.
const BLANK_STARTS: [char; 6] = ['/', '"', '\'', 'r', 'b', 'c'];

/// `text` with every comment and every string or character literal turned into spaces; lines and
/// byte positions stay.
pub(crate) fn code_only(text: &str) -> String {
    let mut code = text.to_owned();
    let mut at = 0;
    while let Some(found) = text[at..].find(BLANK_STARTS) {
        at += found;
        if let Some(end) = blank_end(text, at) {
            blank(&mut code, at..end);
            at = end;
        } else {
            at += 1;
        }
    }
    code
}

/// `code` with every item under `#[cfg(test)]` turned into spaces.
pub(crate) fn without_tests(code: &str) -> String {
    let mut rest = code.to_owned();
    for range in test_items(code) {
        blank(&mut rest, range);
    }
    rest
}

/// Where the items under `#[cfg(test)]` are in `code`, attribute included, in order.
pub(crate) fn test_items(code: &str) -> Vec<Range<usize>> {
    const ATTRIBUTE: &str = "#[cfg(test)]";
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(found) = code[at..].find(ATTRIBUTE) {
        let start = at + found;
        at = item_end(code, start + ATTRIBUTE.len());
        items.push(start..at);
    }
    items
}

/// Line of the byte `at`, from 1.
pub(crate) fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// The words of `code` (runs of letters, digits and `_`) with their positions.
pub(crate) fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    code.split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - code.as_ptr() as usize, word))
}

/// Whether `c` can be part of a name.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// One past the item that begins at `start`: its closing brace, or the `;` before any brace.
fn item_end(code: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, c) in code[start..].char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return start + offset + 1;
                }
            }
            ';' if depth == 0 => return start + offset + 1,
            _ => {}
        }
    }
    code.len()
}

/// One past the comment or literal that begins at `at`; `None` if none begins there.
fn blank_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let length = match rest.as_bytes() {
        [b'/', b'/', ..] => rest.find('\n').unwrap_or(rest.len()),
        [b'/', b'*', ..] => block_comment(rest),
        [b'"', ..] => string(rest),
        [b'\'', ..] => character(rest)?,
        [b'r' | b'b' | b'c', ..] if !text[..at].ends_with(is_word) => raw_string(rest)?,
        _ => return None,
    };
    Some(at + length)
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += char_bytes(rest, at);
        }
    }
    rest.len()
}

fn string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Length of a character literal; `None` for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    let (_, first) = chars.next()?;
    if first == '\\' {
        chars.next()?;
        return Some(chars.find(|(_, c)| *c == '\'')?.0 + 1);
    }
    chars
        .next()
        .filter(|(_, c)| *c == '\'')
        .map(|(at, _)| at + 1)
}

/// Length of `r".."`, `br#".."#` and the like; `None` for a name that begins so.
fn raw_string(rest: &str) -> Option<usize> {
    let tail = rest.trim_start_matches(['b', 'c']);
    if rest.len() - tail.len() > 1 {
        return None;
    }
    let tail = tail.strip_prefix('r')?;
    let body = tail.trim_start_matches('#');
    let close = format!("\"{}", &tail[..tail.len() - body.len()]);
    let inside = body.strip_prefix('"')?;
    let opened = rest.len() - inside.len();
    Some(
        inside
            .find(&close)
            .map_or(rest.len(), |end| opened + end + close.len()),
    )
}

fn char_bytes(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// Replaces all but line ends by spaces, byte for byte.
fn blank(code: &mut String, range: Range<usize>) {
    let lines = code[range.clone()].split('\n');
    let spaces: Vec<String> = lines.map(|line| " ".repeat(line.len())).collect();
    code.replace_range(range, &spaces.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let code = code_only(text);
        assert_eq!(code.len(), text.len(), "{text}");
        assert_eq!(
            code.split_whitespace().collect::<Vec<_>>().join(" "),
            expected,
            "{text}"
        );
    }

    #[test]
    fn blanks_comments() {
        check("a // b\nc", "a c");
        check("a /* b /* c */ d */ e", "a e");
        check("a / b", "a / b");
    }

    #[test]
    fn blanks_literals() {
        check(r#"a("b \" c", d)"#, "a( , d)");
        check("a(r#\"b \" c\"#, br\"d\", e)", "a( , , e)");
        check("a('b', '\\'', '\u{e4}', '\"', c)", "a( , , , , c)");
    }

    #[test]
    fn keeps_lifetimes_and_raw_names() {
        check("fn a<'b>(c: &'b str)", "fn a<'b>(c: &'b str)");
        check("r#type + bar + cr + b", "r#type + bar + cr + b");
    }

    #[test]
    fn finds_tests() {
        let code = "a\n#[cfg(test)]\nuse b;\nc\n#[cfg(test)]\nfn d(e: [u8; 2]) { { } }\nf";
        let words: Vec<_> = without_tests(code)
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        assert_eq!(words, ["a", "c", "f"]);
    }
}
