//! How far a source can be trusted.

use std::fmt;

/// How far a source and an item of information can be trusted (the Admiralty code).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceGrade {
    /// The source, from `A`, completely reliable, to `F`, cannot be judged.
    source: char,
    /// The item, from 1, confirmed, to 6, cannot be judged.
    item: u8,
}

impl SourceGrade {
    /// Reads a grade from `A1` to `F6`; `None` when it is none.
    pub fn read(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [source @ b'A'..=b'F', item @ b'1'..=b'6'] => Some(Self {
                source: char::from(*source),
                item: item - b'0',
            }),
            _ => None,
        }
    }

    /// Whether source and item are each at least as good as those of another grade.
    pub fn is_at_least(self, other: Self) -> bool {
        self.source <= other.source && self.item <= other.item
    }
}

/// `B2`.
impl fmt::Display for SourceGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.source, self.item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_those_of_the_code() {
        for text in ["A1", "F6", "B2"] {
            let grade = SourceGrade::read(text).map(|grade| grade.to_string());
            assert_eq!(grade.as_deref(), Some(text));
        }
        for text in ["", "A0", "A7", "G1", "a1", "A11"] {
            assert_eq!(SourceGrade::read(text), None, "{text}");
        }
    }
}
