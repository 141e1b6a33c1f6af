//! Numbers that are always written as strings: counts, fractions and decimals.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::str::FromStr;

use num_bigint::{BigInt, BigUint};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use winset_model::number::Exact;
use winset_solve::BigRatio;

/// What can be written as a string and read back.
pub trait Textual: Display + FromStr {
    /// What the strings look like: a regular expression.
    const PATTERN: &'static str;
    /// The same in words.
    const WORDS: &'static str;
}

impl Textual for BigUint {
    const PATTERN: &'static str = "^[0-9]+$";
    const WORDS: &'static str = "a string of decimal digits";
}

impl Textual for BigInt {
    const PATTERN: &'static str = "^-?[0-9]+$";
    const WORDS: &'static str = "a string that holds an integer";
}

impl Textual for BigRatio {
    const PATTERN: &'static str = "^-?[0-9]+(/[0-9]+)?$";
    const WORDS: &'static str = "a string that holds an integer or a fraction in lowest terms";
}

/// A number that is always written as a string, in one way only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsText<T>(pub T);

impl From<&Exact> for AsText<BigRatio> {
    fn from(value: &Exact) -> Self {
        let (numer, denom) = (*value.numer(), *value.denom());
        Self(BigRatio::new_raw(numer.into(), denom.into()))
    }
}

impl<T: Display> Display for AsText<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<T: Display> Serialize for AsText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: Textual> Deserialize<'de> for AsText<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let read = text
            .parse()
            .ok()
            .filter(|value: &T| value.to_string() == text);
        let refused = || D::Error::invalid_value(Unexpected::Str(&text), &T::WORDS);
        read.map(Self).ok_or_else(refused)
    }
}

impl<T: Textual> JsonSchema for AsText<T> {
    fn schema_name() -> Cow<'static, str> {
        T::PATTERN.into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "pattern": T::PATTERN })
    }
}

/// A number that is not exact, as a decimal string: twelve digits behind the point at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline)]
pub struct Decimals(#[schemars(regex(pattern = r"^[0-9]+(\.[0-9]+)?$"))] pub(super) String);

impl Decimals {
    /// The digits as they are written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Decimals {
    type Error = String;

    /// # Errors
    /// When it is not digits, with or without digits behind a point.
    fn try_from(text: String) -> Result<Self, String> {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if text.splitn(2, '.').all(digits) {
            Ok(Self(text))
        } else {
            Err(format!("{text:?} is not digits, a point and digits"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: Textual>(accepted: &[&str], refused: &[&str]) {
        for text in accepted {
            let json = format!("\"{text}\"");
            let read: AsText<T> = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), json);
        }
        for json in refused {
            assert!(serde_json::from_str::<AsText<T>>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn numbers_in_strings_are_read_in_one_way_only() {
        let long = "8".repeat(120);
        check::<BigUint>(
            &["0", "183458856960", &long],
            &[
                "29", "\"-1\"", "\"+1\"", "\"01\"", "\"1.0\"", "\"1_0\"", "\"\"", "null",
            ],
        );
        check::<BigInt>(&["0", "-3", &long], &["\"-0\"", "\"1/2\"", "-3"]);
        check::<BigRatio>(
            &["0", "-3", "9/2", "-1/2", &format!("1/{long}")],
            &["\"18/4\"", "\"3/1\"", "\"1/0\"", "\"0.5\"", "\"1/-2\"", "0"],
        );
    }

    #[test]
    fn decimals_are_digits() {
        for (json, accepted) in [
            ("\"0\"", true),
            ("\"1.414213562373\"", true),
            ("\"1.\"", false),
            ("\".5\"", false),
            ("\"-1\"", false),
            ("\"1.2.3\"", false),
            ("\"1e3\"", false),
            ("1", false),
        ] {
            let read = serde_json::from_str::<Decimals>(json);
            assert_eq!(read.is_ok(), accepted, "{json}");
        }
    }
}
