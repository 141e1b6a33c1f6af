//! What to do about a line that YAML cannot read. The parser says what it stumbled over; people need to
//! know what to type instead.

/// What would put right the line at which reading stopped, or the one before it, where a slip is
/// recognized. `message` is the parser's own.
pub(super) fn remedy(text: &str, offset: usize, message: &str) -> Option<String> {
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let line = line_at(text, start);
    // Something that is never closed is noticed at its beginning or lines later.
    of_line(line, message).or_else(|| {
        let before = text[..start].trim_end();
        of_line(
            line_at(before, before.rfind('\n').map_or(0, |at| at + 1)),
            message,
        )
    })
}

fn line_at(text: &str, start: usize) -> &str {
    let rest = &text[start..];
    rest.split('\n').next().unwrap_or(rest).trim_end()
}

fn of_line(line: &str, message: &str) -> Option<String> {
    if line.trim_start_matches(' ').starts_with('\t') {
        return Some("spaces at the beginning of the line, not tabs".to_owned());
    }
    if message.contains("hexadecimal") || message.contains("escape") {
        let what = "no backslash between double quotes, where it begins an escape: use single quotes, or \
                    write \\\\";
        return Some(what.to_owned());
    }
    let keyed = || {
        values(line)
            .filter(|(is_keyed, _)| *is_keyed)
            .map(|(_, value)| value)
    };
    let mut all = values(line).map(|(_, value)| value);
    if let Some(value) = all.find(|value| value.starts_with(SIGNS)) {
        return Some(in_quotes("begins with such a sign", value));
    }
    if let Some(remedy) = inner_quote(line) {
        return Some(remedy);
    }
    if keyed().any(|value| value.contains(" #")) {
        let what =
            "the text in quotes: a # after a space begins a remark, and what follows is not read";
        return Some(what.to_owned());
    }
    if let Some(value) = keyed().find(|value| value.contains(": ")) {
        return Some(in_quotes("holds a colon", value));
    }
    missing_space(line)
}

/// Signs that mean something to YAML at the beginning of a text.
const SIGNS: [char; 6] = ['@', '`', '*', '&', '!', '%'];

fn in_quotes(why: &str, value: &str) -> String {
    let shown: String = value.chars().take(40).collect();
    let more = if shown.len() < value.len() { "..." } else { "" };
    let quoted = shown.replace('\'', "''");
    format!("the text in quotes, as it {why}: '{quoted}{more}'")
}

/// The values of a line that stand without quotes, and whether each stands behind a key: of
/// `key: value`, of an item, and of those between braces.
fn values(line: &str) -> impl Iterator<Item = (bool, &str)> {
    let content = line.trim_start();
    let item = content.starts_with("- ");
    let content = content.trim_start_matches("- ").trim_start();
    let flow = content.contains(['{', '[']);
    let parts: Vec<&str> = if flow {
        content.split([',', '{', '}', '[', ']']).collect()
    } else {
        vec![content]
    };
    parts.into_iter().filter_map(move |part| {
        let (is_keyed, value) = match part.trim().split_once(": ") {
            Some((_, value)) => (true, value.trim()),
            None => (false, part.trim()),
        };
        let plain = !value.is_empty() && !value.starts_with(['"', '\'', '|', '>', '#']);
        (plain && (is_keyed || item || flow)).then_some((is_keyed, value))
    })
}

/// A quote inside a text in the same quotes: `"the "new" pier"`, `'it's'`.
fn inner_quote(line: &str) -> Option<String> {
    let at = line.find([':', '-']).map_or(0, |at| at + 1);
    let value = line[at..].trim_start();
    let quote = value.chars().next().filter(|c| ['"', '\''].contains(c))?;
    let inside = &value[1..];
    let end = inside.find(quote)?;
    let after = inside[end + 1..].trim_start();
    if after.is_empty() || after.starts_with([',', '}', ']', ':', '#', quote]) {
        return None;
    }
    let what = match quote {
        '"' => "a quote inside the text written as \\\", or single quotes around the text",
        _ => "a quote inside the text written twice, or double quotes around the text",
    };
    Some(what.to_owned())
}

/// `key:value` where `key: value` is meant.
fn missing_space(line: &str) -> Option<String> {
    let parts = line.split([',', '{', '}', '[', ']']);
    let plain = parts.filter(|part| !part.contains(['"', '\'']));
    let found = plain.map(str::trim).find_map(|part| {
        let part = part.trim_start_matches("- ");
        let (key, value) = part.split_once(':')?;
        let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let joined = is_key && !value.is_empty() && !value.starts_with([' ', '/']);
        joined.then(|| format!("a space after the colon: `{key}: {value}`"))
    });
    found.or_else(|| {
        let part = line.trim().trim_start_matches("- ");
        let bare = !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        bare.then(|| format!("`{part}:` with a colon, and what it holds"))
    })
}

#[cfg(test)]
mod tests {
    use crate::document::{Syntax, parse};

    /// What is expected where reading stops.
    fn expected(text: &str) -> String {
        let found = parse(text.as_bytes(), Syntax::Yaml).unwrap_err();
        found[0]
            .expected
            .clone()
            .unwrap_or_else(|| format!("nothing: {}", found[0].message))
    }

    #[test]
    fn slips_get_their_remedy() {
        let check = |text: &str, words: &str| {
            let said = expected(text);
            assert!(said.contains(words), "{text:?}: {said}");
        };
        check("id: a\ntitle: @home\n", "in quotes");
        check("id: a\ntitle: `home`\n", "in quotes");
        check("title: *Important*\n", "'*Important*'");
        check("parties: [{id: a, name: *Ann}]\n", "'*Ann'");
        check("title: Phase 1: pause\n", "'Phase 1: pause'");
        check("a:\n  - title: Phase 1: pause\n", "in quotes");
        check("title: \"C:\\Users\\ann\"\n", "backslash");
        check("title: \"a\\qb\"\n", "backslash");
        check("title: \"the \"new\" pier\"\n", "single quotes");
        check("title: 'it's here'\n", "double quotes");
        check("a:\n\t- b\n", "not tabs");
        check("points: [{id: a, label: See #3, then}]\nb: 1\n", "#");
        check(
            "id: a\ntitle:Pier\nparties: []\n",
            "a space after the colon",
        );
        check("- @home\n", "in quotes");
        check("id: a\nparties\n  - b\n", "`parties:`");
    }
}
