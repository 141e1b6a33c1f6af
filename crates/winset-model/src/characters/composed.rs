//! Letters and their marks, of which there may be two writings.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in normal form C (Unicode Standard Annex 15): the same for all writings of the same letters,
/// such as `ä` in one character, and as `a` with a mark.
///
/// Linear in the length of the text; borrows it where it is in this form.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Whether a character is a mark that belongs to the letter before it (Unicode categories Mn, Mc, Me).
pub fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}
