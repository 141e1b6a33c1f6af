//! Identifiers made of words, for whoever does not care how an entry is called in the file.

use winset_model::characters::composed;
use winset_model::file::conditions::RESERVED;

/// Most characters of one.
const CHARS_MAX: usize = 40;

/// An identifier made of words that is none of those taken.
pub(super) fn made_of(words: &str, kind: &str, taken: &[String]) -> String {
    let slug = slug(words);
    let first = match slug.as_str() {
        "" => kind.to_owned(),
        _ if slug.starts_with(char::is_alphabetic) && !RESERVED.contains(&slug.as_str()) => slug,
        _ => format!("{kind}-{slug}"),
    };
    if !taken.contains(&first) {
        return first;
    }
    let numbered = (2..).map(|n: usize| format!("{first}-{n}"));
    numbered
        .into_iter()
        .find(|name| !taken.contains(name))
        .unwrap_or(first)
}

fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in composed(words).to_lowercase().chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.chars().count() >= CHARS_MAX {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_made_of_words_and_differ_from_those_that_are_there() {
        let taken = ["sea-and-land".to_owned(), "point".to_owned()];
        assert_eq!(made_of("Who may fish?", "point", &taken), "who-may-fish");
        assert_eq!(made_of("Sea and land", "point", &taken), "sea-and-land-2");
        assert_eq!(made_of("12 miles", "point", &taken), "point-12-miles");
        assert_eq!(made_of("...", "point", &taken), "point-2");
        assert_eq!(made_of("All", "point", &taken), "point-all");
        assert_eq!(made_of("Границы", "point", &taken), "границы");
    }
}
