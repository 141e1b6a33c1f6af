//! Characters that a message names.

use std::fmt;

use super::alike::{has_look_alike, is_odd_space, looks_like};
use super::composed::is_mark;
use super::unseen::unseen;

/// A character that a reader does not see, or takes for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oddity {
    /// Its first byte in the text.
    pub at: usize,
    /// The character.
    pub character: char,
}

/// `U+200B ZERO WIDTH SPACE`, or `U+0430 CYRILLIC, which looks like a`.
impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let c = self.character;
        write!(f, "U+{:04X}", u32::from(c))?;
        if let Some(name) = name(c) {
            return write!(f, " {name}");
        }
        match (Alphabet::of(c), looks_like(c)) {
            (Some(alphabet), Some(plain)) => {
                write!(f, " {}, which looks like {plain}", alphabet.name())
            }
            (Some(alphabet), None) => write!(f, " {}", alphabet.name()),
            (None, Some(plain)) => write!(f, ", which looks like {plain}"),
            (None, None) if c.is_control() => f.write_str(" (a control character)"),
            (None, None) => Ok(()),
        }
    }
}

/// Names of characters in the Unicode Standard.
const NAMES: [(char, &str); 31] = [
    ('\u{A0}', "NO-BREAK SPACE"),
    ('\u{AD}', "SOFT HYPHEN"),
    ('\u{34F}', "COMBINING GRAPHEME JOINER"),
    ('\u{61C}', "ARABIC LETTER MARK"),
    ('\u{2007}', "FIGURE SPACE"),
    ('\u{2009}', "THIN SPACE"),
    ('\u{200A}', "HAIR SPACE"),
    ('\u{200B}', "ZERO WIDTH SPACE"),
    ('\u{200C}', "ZERO WIDTH NON-JOINER"),
    ('\u{200D}', "ZERO WIDTH JOINER"),
    ('\u{200E}', "LEFT-TO-RIGHT MARK"),
    ('\u{200F}', "RIGHT-TO-LEFT MARK"),
    ('\u{2010}', "HYPHEN"),
    ('\u{2011}', "NON-BREAKING HYPHEN"),
    ('\u{2028}', "LINE SEPARATOR"),
    ('\u{2029}', "PARAGRAPH SEPARATOR"),
    ('\u{202A}', "LEFT-TO-RIGHT EMBEDDING"),
    ('\u{202B}', "RIGHT-TO-LEFT EMBEDDING"),
    ('\u{202C}', "POP DIRECTIONAL FORMATTING"),
    ('\u{202D}', "LEFT-TO-RIGHT OVERRIDE"),
    ('\u{202E}', "RIGHT-TO-LEFT OVERRIDE"),
    ('\u{202F}', "NARROW NO-BREAK SPACE"),
    ('\u{2060}', "WORD JOINER"),
    ('\u{2066}', "LEFT-TO-RIGHT ISOLATE"),
    ('\u{2067}', "RIGHT-TO-LEFT ISOLATE"),
    ('\u{2068}', "FIRST STRONG ISOLATE"),
    ('\u{2069}', "POP DIRECTIONAL ISOLATE"),
    ('\u{2212}', "MINUS SIGN"),
    ('\u{3000}', "IDEOGRAPHIC SPACE"),
    ('\u{3164}', "HANGUL FILLER"),
    ('\u{FEFF}', "ZERO WIDTH NO-BREAK SPACE"),
];

fn name(c: char) -> Option<&'static str> {
    let found = NAMES.iter().find(|(other, _)| *other == c);
    found.map(|(_, name)| *name)
}

/// Alphabets whose letters are taken for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
}

impl Alphabet {
    fn of(c: char) -> Option<Self> {
        match c {
            'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
                Some(Self::Latin)
            }
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some(Self::Greek),
            '\u{400}'..='\u{52F}' => Some(Self::Cyrillic),
            '\u{530}'..='\u{58F}' => Some(Self::Armenian),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Latin => "LATIN",
            Self::Greek => "GREEK",
            Self::Cyrillic => "CYRILLIC",
            Self::Armenian => "ARMENIAN",
        }
    }
}

/// The characters of a text that its readers do not see, or take for others, in order: what
/// [`written_out`](super::written_out) writes out, and in words with letters of two alphabets those
/// letters that were put in among the others and look like them. Spaces of other kinds are none.
///
/// Linear in the length of the text.
pub fn oddities(text: &str) -> Vec<Oddity> {
    let places = text.char_indices().zip(unseen(text));
    let hidden = places.filter(|(_, hidden)| *hidden);
    let mut found: Vec<Oddity> = hidden
        .map(|((at, character), _)| Oddity { at, character })
        .collect();
    if !text.is_ascii() {
        for (start, word) in words(text) {
            found.extend(foreign(word).map(|(at, character)| Oddity {
                at: start + at,
                character,
            }));
        }
        found.sort_by_key(|oddity| oddity.at);
    }
    found
}

/// The characters that cannot stand in an identifier and are not seen in one: those of [`oddities`] and
/// spaces of other kinds.
pub(crate) fn oddities_of_name(text: &str) -> Vec<Oddity> {
    let mut found = oddities(text);
    let spaces = text.char_indices().filter(|(_, c)| is_odd_space(*c));
    let spaces = spaces.map(|(at, character)| Oddity { at, character });
    found.extend(spaces);
    found.sort_by_key(|oddity| oddity.at);
    found.dedup();
    found
}

/// The words of a text with their places: letters, digits and marks.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let in_word = |c: char| c.is_alphanumeric() || is_mark(c);
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(in_word)?;
        let word = &text[start..];
        let length = word.find(|c| !in_word(c)).unwrap_or(word.len());
        rest = start + length;
        Some((start, &word[..length]))
    })
}

/// The letters of one alphabet in a word of another, where all of them look like letters of that one:
/// those of the alphabet of which there are fewer, of two as many those that are not Latin. Capitals of
/// the Latin alphabet may be an abbreviation, such as `IP`.
fn foreign(word: &str) -> impl Iterator<Item = (usize, char)> {
    let letters = |of: fn(Alphabet) -> bool| {
        let letters = word.char_indices();
        letters.filter(move |(_, c)| Alphabet::of(*c).is_some_and(of))
    };
    let latin = || letters(|alphabet| alphabet == Alphabet::Latin);
    let other = || letters(|alphabet| alphabet != Alphabet::Latin);
    let (latin_count, other_count) = (latin().count(), other().count());
    let mixed = latin_count > 0 && other_count > 0;
    let others =
        mixed && other_count <= latin_count && other().all(|(_, c)| looks_like(c).is_some());
    let latins = mixed
        && latin_count < other_count
        && latin().all(|(_, c)| has_look_alike(c))
        && !latin().all(|(_, c)| c.is_uppercase());
    let found: Vec<(usize, char)> = match (others, latins) {
        (true, _) => other().collect(),
        (false, true) => latin().collect(),
        (false, false) => Vec::new(),
    };
    found.into_iter()
}
