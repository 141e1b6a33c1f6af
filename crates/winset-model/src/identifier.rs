//! Identifiers made from words.

use crate::characters::{composed, is_mark, is_unseen};

/// Most characters of an identifier that is made; a longer one is cut between words.
const SLUG_CHARS_MAX: usize = 32;
/// Identifiers that mean something else in a case file.
const RESERVED: &[&str] = &[
    "all", "any", "at_least", "bonuses", "false", "mediator", "not", "null", "of", "public", "true",
];

/// An identifier from words: small letters and digits of any script, with `-` between the words. It
/// begins with a letter, or else with the word for its kind: `option-100`; and is none of those taken.
pub fn identifier<'a>(words: &str, kind: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let taken: Vec<&str> = taken.collect();
    let slug = slug(words);
    let named = slug.starts_with(char::is_alphabetic) && !RESERVED.contains(&slug.as_str());
    let first = match slug.as_str() {
        "" => kind.to_owned(),
        _ if named => slug,
        _ => format!("{kind}-{slug}"),
    };
    let mut made = first.clone();
    let mut number = 2;
    while taken.contains(&made.as_str()) {
        made = format!("{first}-{number}");
        number += 1;
    }
    made
}

/// The words of a text in small letters with `-` between them; empty where it has none.
pub fn slug(words: &str) -> String {
    // An apostrophe is inside a word.
    let kept = words.to_lowercase().replace(['\'', '\u{2019}'], "");
    let kept = composed(&kept);
    let is_gap = |c: char| !(c.is_alphanumeric() || is_mark(c)) || is_unseen(c);
    let mut slug = String::new();
    let mut length = 0;
    for word in kept.split(is_gap).filter(|word| !word.is_empty()) {
        let word = word.trim_start_matches(is_mark);
        let chars = word.chars().count();
        if length > 0 && length + 1 + chars > SLUG_CHARS_MAX {
            break;
        }
        if length > 0 && chars > 0 {
            slug.push('-');
            length += 1;
        }
        slug.extend(word.chars().take(SLUG_CHARS_MAX));
        length += chars;
    }
    slug
}

#[cfg(test)]
mod tests {
    use crate::file::read::is_identifier;

    use super::*;

    #[test]
    fn identifiers_are_made_of_words() {
        let made = |words: &str| identifier(words, "option", [].into_iter());
        assert_eq!(made("Northern Port Authority"), "northern-port-authority");
        assert_eq!(made("  The Fleet's share (in %) "), "the-fleets-share-in");
        assert_eq!(made("5,000"), "option-5-000");
        assert_eq!(made("100"), "option-100");
        assert_eq!(made("All"), "option-all");
        assert_eq!(made("?!"), "option");
        assert_eq!(made("Zürich & Łódź"), "zürich-łódź");
        assert_eq!(made("Границы"), "границы");
        let long = "Freeze at the line of contact, status deferred for fifteen years";
        assert_eq!(made(long), "freeze-at-the-line-of-contact");
        for words in [
            "x".repeat(300),
            "u\u{308}".repeat(50),
            "\u{202e}a".to_owned(),
        ] {
            assert!(is_identifier(&made(&words)), "{words}");
        }
    }

    #[test]
    fn identifiers_are_unique() {
        let taken = ["north", "north-2"];
        assert_eq!(identifier("North!", "party", taken.into_iter()), "north-3");
        assert_eq!(identifier("South", "party", taken.into_iter()), "south");
    }

    #[test]
    fn identifiers_are_made_of_words_and_differ_from_those_that_are_there() {
        let taken = ["sea-and-land", "point"];
        let made = |words: &str| identifier(words, "point", taken.into_iter());
        assert_eq!(made("Who may fish?"), "who-may-fish");
        assert_eq!(made("Sea and land"), "sea-and-land-2");
        assert_eq!(made("12 miles"), "point-12-miles");
        assert_eq!(made("..."), "point-2");
        assert_eq!(made("All"), "point-all");
        assert_eq!(made("Границы"), "границы");
    }
}
