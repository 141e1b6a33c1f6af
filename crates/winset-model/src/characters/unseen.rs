//! Characters that show nothing, or turn the direction of what follows.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with its unseen characters written out, such as `[U+202E]`: controls but line ends and tabs,
/// and what [`is_unseen`] where it stands. Characters that a script needs stay.
///
/// Linear in the length of the text; borrows it where nothing is to be written out.
pub fn written_out(text: &str) -> Cow<'_, str> {
    if !unseen(text).any(|hidden| hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for (c, hidden) in text.chars().zip(unseen(text)) {
        if hidden {
            write_code(&mut out, c);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Writes a character as `[U+202E]`.
pub(super) fn write_code(out: &mut String, c: char) {
    let written = write!(out, "[U+{:04X}]", u32::from(c));
    debug_assert!(written.is_ok(), "writing to a String cannot fail");
}

/// For each character of a text, whether it is to be written out.
pub(super) fn unseen(text: &str) -> impl Iterator<Item = bool> + '_ {
    // Whether letters run from right to left is asked once, and of texts with marks only.
    let mut from_right = None;
    let mut before: Option<char> = None;
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || {
        let c = chars.next()?;
        let hidden = if c.is_ascii() {
            c.is_ascii_control() && !matches!(c, '\n' | '\t')
        } else if matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}') {
            !*from_right.get_or_insert_with(|| text.chars().any(runs_from_right))
        } else {
            is_unseen(c) && !is_needed(before, c, chars.peek().copied())
        };
        before = Some(c);
        Some(hidden)
    })
}

/// Whether a character shows nothing of itself, wherever it stands: controls, marks and overrides of
/// direction, characters of no width, fillers, tags, and code points that are no characters. Spaces with
/// a width are none of these.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}'
            | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Whether a script needs an unseen character between these two.
fn is_needed(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    match c {
        // Joiners shape letters inside words, and put signs together.
        '\u{200C}' | '\u{200D}' if is_shaped(before) => {
            after.is_none_or(|after| is_shaped(after) || !after.is_alphanumeric())
        }
        '\u{200D}' => is_picture(before) && after.is_some_and(is_picture),
        // Where no spaces part words, a line may break here.
        '\u{200B}' => writes_no_spaces(before) && after.is_some_and(writes_no_spaces),
        '\u{FE0E}' | '\u{FE0F}' => is_picture(before) || matches!(before, '0'..='9' | '#' | '*'),
        '\u{180B}'..='\u{180F}' => matches!(before, '\u{1800}'..='\u{18AF}'),
        '\u{FE00}'..='\u{FE02}' | '\u{E0100}'..='\u{E01EF}' => {
            matches!(before, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
        }
        _ => false,
    }
}

/// Letters of Hebrew, Arabic and their neighbours.
fn runs_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        && c.is_alphabetic()
}

/// Letters and marks whose shapes depend on their neighbours: of Arabic, Syriac, N'Ko, Mongolian, and of
/// the scripts of South Asia, Burmese and Khmer.
fn is_shaped(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8FF}' | '\u{900}'..='\u{DFF}' | '\u{1000}'..='\u{109F}'
        | '\u{1780}'..='\u{18AF}' | '\u{A8E0}'..='\u{A8FF}' | '\u{A9E0}'..='\u{A9FF}'
        | '\u{AA60}'..='\u{AA7F}' | '\u{FB50}'..='\u{FDCF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{11000}'..='\u{11FFF}')
        && (c.is_alphabetic() || super::is_mark(c))
}

/// Letters and marks of Thai, Lao, Tibetan, Burmese and Khmer.
fn writes_no_spaces(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{1A20}'..='\u{1AAF}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AADF}')
}

/// Signs that stand for pictures, and what colours them.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
        | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}' | '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}'
        | '\u{2122}' | '\u{2139}')
}
