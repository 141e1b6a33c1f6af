//! Texts that look the same and are not.

use super::composed::{composed, is_mark};
use super::unseen::{is_unseen, write_code};

/// Letters of other alphabets, and the Latin letter or the sign that each looks like in most fonts.
/// Short on purpose: pairs that a reader of either alphabet cannot tell apart, not those that resemble
/// each other.
const ALIKE: [(char, char); 64] = [
    // Cyrillic.
    ('а', 'a'),
    ('с', 'c'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('х', 'x'),
    ('у', 'y'),
    ('ѕ', 's'),
    ('і', 'i'),
    ('ј', 'j'),
    ('һ', 'h'),
    ('ԁ', 'd'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('ӏ', 'l'),
    ('ё', 'ë'),
    ('ї', 'ï'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('Ѕ', 'S'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('Ү', 'Y'),
    ('Ԛ', 'Q'),
    ('Ԝ', 'W'),
    ('Ӏ', 'I'),
    ('Ё', 'Ë'),
    ('Ї', 'Ï'),
    // Greek.
    ('ο', 'o'),
    ('ν', 'v'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
    ('ϳ', 'j'),
    // Armenian.
    ('օ', 'o'),
    ('ս', 'u'),
    ('հ', 'h'),
    ('ո', 'n'),
    ('Օ', 'O'),
    ('Տ', 'S'),
    // Hyphens, and a mark of an hour.
    ('\u{2010}', '-'),
    ('\u{2011}', '-'),
    ('\u{2212}', '-'),
    ('\u{2236}', ':'),
];

/// The Latin letter, or sign, that a character looks like.
pub(super) fn looks_like(c: char) -> Option<char> {
    let found = ALIKE.iter().find(|(other, _)| *other == c);
    found.map(|(_, plain)| *plain)
}

/// Whether a Latin letter has a look-alike in another alphabet.
pub(super) fn has_look_alike(c: char) -> bool {
    ALIKE.iter().any(|(_, plain)| *plain == c)
}

/// Whether two texts differ, and nobody who reads them could tell: in unseen characters, in the kind of
/// their spaces, in letters that look like others, or in how letters and marks are put together.
///
/// Linear in the length of the texts.
pub fn look_alike(one: &str, other: &str) -> bool {
    one != other && looks(one) == looks(other)
}

/// What is seen of a text.
fn looks(text: &str) -> String {
    let seen = composed(text);
    let seen = seen
        .chars()
        .filter(|c| !is_unseen(*c) || matches!(c, '\n' | '\t'));
    seen.map(|c| looks_like(c).unwrap_or(if is_odd_space(c) { ' ' } else { c }))
        .collect()
}

/// Spaces other than the common one.
pub(super) fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !c.is_ascii()
}

/// The text with all that may hide a difference written out, such as `m[U+043E]re`: unseen characters,
/// spaces of other kinds, letters that look like Latin ones, and marks that stand apart from their
/// letters.
pub fn spelled_out(text: &str) -> String {
    let apart = composed(text) != text;
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        let hidden = is_unseen(c) && !matches!(c, '\n' | '\t');
        // Characters that stand for other characters come out of a composition as these.
        let single = || composed(c.encode_utf8(&mut [0; 4])).chars().ne([c]);
        if hidden
            || is_odd_space(c)
            || looks_like(c).is_some()
            || (apart && (is_mark(c) || single()))
        {
            write_code(&mut out, c);
        } else {
            out.push(c);
        }
    }
    out
}
