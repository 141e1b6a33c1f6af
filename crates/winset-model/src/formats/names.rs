//! Identifiers for what other programs call by any text.

use std::collections::BTreeSet;

use crate::file::conditions::RESERVED;
use crate::file::read::is_identifier;

/// Characters that are kept of a long name.
const KEPT_CHARS_MAX: usize = 80;

/// The identifier for a name: the name itself where it is one, else its letters, digits and
/// permitted signs, with `-` for what stood between them.
pub fn identifier(name: &str) -> String {
    if is_identifier(name) {
        return name.to_owned();
    }
    let mut text = String::new();
    for c in name.chars() {
        let kept = c.is_alphanumeric() || "_./-".contains(c);
        if kept {
            text.push(c);
        } else if !text.ends_with('-') {
            text.push('-');
        }
    }
    let trimmed: String = text
        .trim_matches('-')
        .chars()
        .take(KEPT_CHARS_MAX)
        .collect();
    if trimmed.is_empty() {
        "x".to_owned()
    } else {
        trimmed
    }
}

/// Identifiers for names, each once: the second of two that come out the same ends in `-2`.
pub fn identifiers<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    unique(names.into_iter().map(identifier))
}

/// The same for points, whose names must not be words of conditions.
pub(super) fn point_identifiers<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let renamed = names.into_iter().map(|name| {
        let id = identifier(name);
        if RESERVED.contains(&id.as_str()) {
            format!("{id}-point")
        } else {
            id
        }
    });
    unique(renamed)
}

fn unique(ids: impl Iterator<Item = String>) -> Vec<String> {
    let ids: Vec<String> = ids.collect();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut unique = Vec::new();
    for id in &ids {
        let mut candidate = id.clone();
        let mut number = 2_usize;
        while taken.contains(&candidate) || (number > 2 && ids.contains(&candidate)) {
            candidate = format!("{id}-{number}");
            number += 1;
        }
        taken.insert(candidate.clone());
        unique.push(candidate);
    }
    unique
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_identifiers() {
        let check = |name: &str, id: &str| assert_eq!(identifier(name), id, "{name}");
        check("Price($)", "Price");
        check("60 Gb", "60-Gb");
        check("-a--b", "-a--b");
        check("~1km", "1km");
        check("", "x");
        check("***", "x");
        assert!(is_identifier(&identifier(&"é à".repeat(200))));
    }

    #[test]
    fn identifiers_are_apart() {
        assert_eq!(
            identifiers(["a b", "a-b", "a-b-2", "a?b"]),
            ["a-b", "a-b-3", "a-b-2", "a-b-4"]
        );
        assert_eq!(
            point_identifiers(["any", "all"]),
            ["any-point", "all-point"]
        );
    }
}
