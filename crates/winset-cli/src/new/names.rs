//! Texts and names of files, as people mean them.

use winset::model::characters::composed;
use winset::model::identifier::slug;

/// A text as people mean it: on one line, without spaces around it or twice.
pub(super) fn tidied(text: &str) -> String {
    let spaced = composed(text).replace(char::is_control, " ");
    spaced.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// A name for a file, without its ending, from words.
pub(super) fn file_stem(words: &str) -> String {
    let stem = slug(words);
    if stem.is_empty() {
        "talks".to_owned()
    } else {
        stem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_tidied() {
        assert_eq!(tidied("  two \t words\n"), "two words");
        assert_eq!(tidied("a\x1b[31m"), "a [31m");
    }
}
