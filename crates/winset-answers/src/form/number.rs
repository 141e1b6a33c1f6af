//! Exact numbers: scores and sizes.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use winset_model::number::Exact;
use winset_solve::BigRatio;

/// Largest magnitude of integers that every reader of JSON keeps exact.
const INTEGER_MAX: i64 = (1 << 53) - 1;

/// An exact number, written as an integer where every reader of JSON keeps it exact, else as a
/// decimal string; a fraction as `"p/q"` in lowest terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(Held);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Held {
    /// Of magnitude at most [`INTEGER_MAX`].
    Integer(i64),
    /// Any other.
    Ratio(Box<BigRatio>),
}

impl Number {
    pub(super) fn of(value: &Exact) -> Self {
        match small(i64::try_from(*value.numer())) {
            Some(integer) if value.is_integer() => Self(Held::Integer(integer)),
            _ => {
                let (numer, denom) = (*value.numer(), *value.denom());
                let ratio = BigRatio::new_raw(numer.into(), denom.into());
                Self(Held::Ratio(Box::new(ratio)))
            }
        }
    }

    pub(super) fn of_big(value: &BigRatio) -> Self {
        match small(i64::try_from(value.numer())) {
            Some(integer) if value.is_integer() => Self(Held::Integer(integer)),
            _ => Self(Held::Ratio(Box::new(value.clone()))),
        }
    }

    pub(super) fn size(count: usize) -> Self {
        Self::whole(i128::try_from(count).unwrap_or(i128::MAX))
    }

    pub(super) fn whole(value: impl Into<i128>) -> Self {
        Self::of(&Exact::from_integer(value.into()))
    }

    /// The number.
    pub fn value(&self) -> BigRatio {
        match &self.0 {
            Held::Integer(integer) => BigRatio::from_integer((*integer).into()),
            Held::Ratio(ratio) => BigRatio::clone(ratio),
        }
    }

    /// The number, if it is an integer of magnitude at most 2^53 - 1.
    pub fn integer(&self) -> Option<i64> {
        match &self.0 {
            Held::Integer(integer) => Some(*integer),
            Held::Ratio(_) => None,
        }
    }
}

/// An integer that every reader of JSON keeps exact.
fn small<E>(integer: Result<i64, E>) -> Option<i64> {
    let known = integer.ok();
    known.filter(|integer| integer.unsigned_abs() <= INTEGER_MAX.unsigned_abs())
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Held::Integer(integer) => integer.fmt(formatter),
            Held::Ratio(ratio) => ratio.fmt(formatter),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Held::Integer(integer) => serializer.serialize_i64(*integer),
            Held::Ratio(ratio) => serializer.collect_str(ratio),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AsWritten)
    }
}

/// Reads a number as [`Number`] writes it, and in no other way.
struct AsWritten;

impl Visitor<'_> for AsWritten {
    type Value = Number;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "an integer up to 2^53 - 1 in magnitude, or a string: a larger one, or a fraction in \
             lowest terms",
        )
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
        let integer = small(Ok::<_, E>(value));
        let number = integer.map(|integer| Number(Held::Integer(integer)));
        number.ok_or_else(|| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Number, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(value), &self)),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Number, E> {
        let number = text.parse().ok().map(|ratio| Number::of_big(&ratio));
        number
            .filter(|number| number.integer().is_none() && number.to_string() == text)
            .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "description": "An integer, or a decimal string beyond 53 bits; a fraction is \"p/q\" \
                            in lowest terms.",
            "oneOf": [
                { "type": "integer", "minimum": -INTEGER_MAX, "maximum": INTEGER_MAX },
                { "type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$" },
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &Exact, json: &str) {
        let number = Number::of(value);
        assert_eq!(serde_json::to_string(&number).unwrap(), json);
        assert_eq!(number.to_string(), json.trim_matches('"'));
        let read: Number = serde_json::from_str(json).unwrap();
        assert_eq!(read, number);
        let big = BigRatio::new((*value.numer()).into(), (*value.denom()).into());
        assert_eq!((read.value(), Number::of_big(&big)), (big, number));
    }

    #[test]
    fn numbers_stay_exact() {
        let most = i128::from(INTEGER_MAX);
        check(&Exact::from_integer(608), "608");
        check(&Exact::from_integer(0), "0");
        check(&Exact::from_integer(-most), "-9007199254740991");
        check(&Exact::from_integer(most + 1), "\"9007199254740992\"");
        check(&Exact::from_integer(-most - 1), "\"-9007199254740992\"");
        check(
            &Exact::from_integer(i64::MIN.into()),
            &format!("\"{}\"", i64::MIN),
        );
        check(
            &Exact::from_integer(i128::MAX),
            &format!("\"{}\"", i128::MAX),
        );
        check(&Exact::new(-7, 2), "\"-7/2\"");
        check(&Exact::new(1, i128::MAX), &format!("\"1/{}\"", i128::MAX));
    }

    #[test]
    fn numbers_are_read_at_any_length() {
        let digits = "9".repeat(400);
        let text = format!("\"-{digits}/{digits}8\"");
        let read: Number = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        assert_eq!(read.integer(), None);
    }

    #[test]
    fn what_is_not_written_so_is_refused() {
        for text in [
            "6.5",
            "1e3",
            "6.0",
            "-0",
            "9007199254740992",
            "-9007199254740992",
            "18446744073709551615",
            "184467440737095516160",
            "\"7\"",
            "\"+9007199254740992\"",
            "\"09007199254740992\"",
            "\"9007199254740992.0\"",
            "\"9_007_199_254_740_992\"",
            "\" 7/2\"",
            "\"14/4\"",
            "\"7/1\"",
            "\"7/0\"",
            "\"7/-2\"",
            "\"7/2/3\"",
            "\"/2\"",
            "\"\"",
            "null",
            "true",
            "[7]",
        ] {
            let read = serde_json::from_str::<Number>(text);
            assert!(read.is_err(), "{text}: {read:?}");
        }
        let why = serde_json::from_str::<Number>("6.5").unwrap_err();
        assert!(
            why.to_string()
                .starts_with("invalid type: floating point `6.5`")
        );
    }
}
