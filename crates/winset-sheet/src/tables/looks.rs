//! What the look of a cell says beside its value.

use crate::colours::{is_plain_ground, is_plain_ink};

/// What the look of a cell says beside its value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Looks {
    /// Its letters or its ground have a colour that is none of a workbook as it is written here.
    pub(super) coloured: bool,
    /// Its letters are struck out.
    pub(super) struck: bool,
    /// What a number is shown with.
    pub(super) shown: Shown,
}

/// What a number is shown with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// Nothing.
    #[default]
    Bare,
    /// A percent sign, a hundredfold.
    Percent,
    /// A currency, or words.
    Unit,
}

impl Looks {
    pub(super) fn ink(&mut self, colour: u32) {
        self.coloured |= !is_plain_ink(colour);
    }

    pub(super) fn ground(&mut self, colour: u32) {
        self.coloured |= !is_plain_ground(colour);
    }
}

/// What the code of a format of numbers shows beside the number; dates are known elsewhere.
pub(super) fn shown_by(code: &str) -> Shown {
    let positive = code.split(';').next().unwrap_or_default();
    let mut chars = positive.chars();
    let mut shown = Shown::Bare;
    while let Some(c) = chars.next() {
        match c {
            '\\' | '_' | '*' => drop(chars.next()),
            '"' => {
                let words: String = chars.by_ref().take_while(|c| *c != '"').collect();
                if !words.trim().is_empty() {
                    shown = Shown::Unit;
                }
            }
            '[' => {
                let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if inner.starts_with('$') && !inner.starts_with("$-") {
                    shown = Shown::Unit;
                }
            }
            '%' => return Shown::Percent,
            '$' | '\u{a3}' | '\u{a5}' | '\u{20ac}' => shown = Shown::Unit,
            'y' | 'Y' | 'd' | 'D' | 'h' | 'H' | 'm' | 'M' | 's' | 'S' => return Shown::Bare,
            _ => {}
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_formats() {
        for (code, shown) in [
            ("General", Shown::Bare),
            ("0.00", Shown::Bare),
            ("#,##0;[Red]-#,##0", Shown::Bare),
            ("0.0%", Shown::Percent),
            ("0\" points\"", Shown::Unit),
            ("[$\u{20ac}-407] #,##0", Shown::Unit),
            ("[$-407]0", Shown::Bare),
            ("yyyy\"-\"mm", Shown::Bare),
            ("\"", Shown::Bare),
            ("[", Shown::Bare),
        ] {
            assert_eq!(shown_by(code), shown, "{code}");
        }
    }
}
