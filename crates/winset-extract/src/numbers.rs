//! Numbers as news writes them: digits with separators, words, dozens and millions.

use crate::text::Prose;

/// A number and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    /// Its value.
    pub(crate) value: u64,
    /// The token after its last.
    pub(crate) end: usize,
    /// Whether it stands for "at least so many": "dozens", "hundreds".
    pub(crate) open: bool,
    /// Whether it is written in digits.
    pub(crate) digits: bool,
}

/// So many tokens make up one number.
const NUMBER_TOKENS_MAX: usize = 16;

/// The value of a word for a number below a hundred.
fn small(lower: &str) -> Option<u64> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let unit = (1_u64..)
        .zip(&UNITS[1..])
        .find(|(_, word)| **word == lower)
        .map(|(value, _)| value);
    unit.or_else(|| {
        (2_u64..)
            .zip(TENS)
            .find(|(_, word)| *word == lower)
            .map(|(value, _)| value * 10)
    })
}

fn scale(lower: &str) -> Option<u64> {
    Some(match lower {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" => 1000,
        "million" => 1_000_000,
        "billion" => 1_000_000_000,
        _ => return None,
    })
}

/// Plurals that say "at least two of them".
fn many(lower: &str) -> Option<u64> {
    Some(match lower {
        "dozens" => 24,
        "scores" => 40,
        "hundreds" => 200,
        "thousands" => 2000,
        "millions" => 2_000_000,
        _ => return None,
    })
}

/// Digits with separators of thousands; none for decimals and other forms.
fn digits(text: &str) -> Option<u64> {
    if !text.bytes().all(|b| b.is_ascii_digit() || b == b',')
        || !text.starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let grouped = text.split(',').skip(1).all(|group| group.len() == 3);
    grouped
        .then(|| text.replace(',', "").parse().ok())
        .flatten()
}

/// The number that begins at `at`.
pub(crate) fn number(prose: &Prose<'_>, at: usize) -> Option<Number> {
    let lower = prose.lower(at);
    if let Some(value) = many(lower) {
        return Some(Number {
            value,
            end: at + 1,
            open: true,
            digits: false,
        });
    }
    if let Some(value) = digits(lower) {
        return Some(scaled_digits(prose, at, value));
    }
    let article = matches!(lower, "a" | "an");
    if article && scale(prose.lower(at + 1)).is_none() {
        return None;
    }
    let mut words = Words {
        total: 0,
        part: u64::from(article),
        any: false,
    };
    let mut end = at + usize::from(article);
    while end < at + NUMBER_TOKENS_MAX {
        let lower = prose.lower(end);
        let joined = prose.token(end).is_some_and(|token| token.adjacent);
        let next = prose.lower(end + 1);
        let number_next = small(next).is_some()
            && prose
                .token(end + 1)
                .is_some_and(|token| token.adjacent == (lower == "-"));
        let hyphen = lower == "-" && joined && words.part > 0 && words.part.is_multiple_of(10);
        let and = lower == "and" && words.part.is_multiple_of(100) && words.hundreds();
        if words.any && number_next && (hyphen || and) {
            end += 1;
        } else if !words.add(lower, end == at) {
            break;
        } else {
            end += 1;
        }
    }
    words.any.then(|| Number {
        value: words.total.saturating_add(words.part),
        end,
        open: false,
        digits: false,
    })
}

fn scaled_digits(prose: &Prose<'_>, at: usize, value: u64) -> Number {
    let scale =
        scale(prose.lower(at + 1)).filter(|_| prose.token(at + 1).is_some_and(|t| !t.adjacent));
    Number {
        value: value.saturating_mul(scale.unwrap_or(1)),
        end: at + 1 + usize::from(scale.is_some()),
        open: false,
        digits: true,
    }
}

/// A number in words, read from the left.
struct Words {
    total: u64,
    part: u64,
    any: bool,
}

impl Words {
    /// Takes one more word; false if it does not go on with the number.
    fn add(&mut self, lower: &str, first: bool) -> bool {
        if let Some(value) = small(lower) {
            let fits = !self.any
                || (value < 10 && self.part % 100 >= 20 && self.part.is_multiple_of(10))
                || (self.part.is_multiple_of(100) && self.hundreds());
            if !fits {
                return false;
            }
            self.part += value;
        } else if let Some(scale) = scale(lower) {
            if first || self.part == 0 {
                return false;
            }
            if scale < 1000 {
                self.part = self.part.saturating_mul(scale);
            } else {
                self.total = self.total.saturating_add(self.part.saturating_mul(scale));
                self.part = 0;
            }
        } else {
            return false;
        }
        self.any = true;
        true
    }

    fn hundreds(&self) -> bool {
        self.part >= 100 || (self.part == 0 && self.total > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::text::Prose;

    fn check(text: &str, value: u64, tokens: usize) {
        let found = number(&Prose::new(text), 0).expect(text);
        assert_eq!((found.value, found.end), (value, tokens), "{text}");
    }

    #[test]
    fn numbers_in_digits_and_words() {
        check("1,250 people", 1250, 1);
        check("3 million people", 3_000_000, 2);
        check("forty-one", 41, 3);
        check("two dozen", 24, 2);
        check("a dozen", 12, 2);
        check("a hundred and twenty mules", 120, 4);
        check("two hundred and five", 205, 4);
        check("twelve hundred", 1200, 2);
        check("two thousand three hundred", 2300, 4);
        check("dozens", 24, 1);
        assert!(number(&Prose::new("12.5 degrees"), 0).is_none());
        assert!(number(&Prose::new("a house"), 0).is_none());
    }
}
