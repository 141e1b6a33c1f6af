//! Numbers as people type them.

use winset_model::number::{self, Exact, NumberFault};

use crate::workbook::SheetCellValue;

/// A number that was typed, and what is worth telling about its writing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TypedNumber {
    pub(crate) value: Exact,
    /// Whether a comma was taken for the decimal point.
    pub(crate) comma: bool,
    /// Whether it stands as a text.
    pub(crate) as_text: bool,
}

/// Why a cell holds no number.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NumberDoubt {
    /// It is none.
    None,
    /// Its comma may stand before decimals or between thousands.
    Comma,
    /// It cannot be held exactly.
    TooLarge,
}

impl NumberDoubt {
    /// What is wrong with a cell that holds this text, and what to do.
    pub(crate) fn told(&self, text: &str) -> (String, &'static str) {
        let text = text.trim();
        match self {
            Self::None => {
                let message = format!("`{text}` is not a number");
                (message, "type a number such as 12, -0.25 or 1/3")
            }
            Self::Comma => {
                let message =
                    format!("the comma in `{text}` may stand before decimals or between thousands");
                (
                    message,
                    "type a decimal point, and nothing between thousands",
                )
            }
            Self::TooLarge => {
                let message = "the number is too large, or has too many digits".to_owned();
                (message, "type a smaller number, of at most 18 digits")
            }
        }
    }
}

/// The number in a cell.
pub(crate) fn typed(value: &SheetCellValue) -> Result<TypedNumber, NumberDoubt> {
    let text: String = value
        .as_text()
        .trim()
        .replace(['\u{a0}', '\u{202f}', ' '], "");
    let text = text.replace('\u{2212}', "-");
    let as_text = matches!(value, SheetCellValue::Text(_));
    match number::parse(&text) {
        Ok(value) => {
            return Ok(TypedNumber {
                value,
                comma: false,
                as_text,
            });
        }
        Err(NumberFault::TooLarge) => return Err(NumberDoubt::TooLarge),
        Err(NumberFault::NotANumber | NumberFault::DividesByZero) => {}
    }
    let commas = text.matches(',').count();
    if commas == 1 && !text.contains('.') {
        let (before, after) = text.split_once(',').unwrap_or((&text, ""));
        let whole = before.trim_start_matches(['-', '+']);
        let thousands = after.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0";
        if let Ok(value) = number::parse(&text.replace(',', ".")) {
            return if thousands {
                Err(NumberDoubt::Comma)
            } else {
                Ok(TypedNumber {
                    value,
                    comma: true,
                    as_text,
                })
            };
        }
    }
    if commas > 0 && number::parse(&text.replace(',', "")).is_ok() {
        return Err(NumberDoubt::Comma);
    }
    Err(NumberDoubt::None)
}

/// The shortest decimal that is read as this float again.
pub(crate) fn shortest(value: f64) -> String {
    let shown = value.to_string();
    if shown == "-0" { "0".to_owned() } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(i128, i128)>) {
        let read = typed(&SheetCellValue::Text(text.to_owned()));
        let read = read.ok().map(|n| (*n.value.numer(), *n.value.denom()));
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn numbers_as_people_type_them() {
        check("7,5", Some((15, 2)));
        check(" 1 000 ", Some((1000, 1)));
        check("\u{2212}3", Some((-3, 1)));
        check("1/3", Some((1, 3)));
        check("0,125", Some((1, 8)));
        check("1,234", None);
        check("1,234.5", None);
        check("seven", None);
        check("", None);
    }

    #[test]
    fn floats_are_the_decimals_that_people_see() {
        for (value, text) in [
            (0.1, "0.1"),
            (590.0, "590"),
            (-0.0, "0"),
            (1e21, "1000000000000000000000"),
        ] {
            assert_eq!(shortest(value), text);
        }
    }
}
