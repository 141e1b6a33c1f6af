//! What answers are made of: mappings in the order of the case, and exact numbers.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use winset_model::answer::StopReason;
use winset_model::number::{self, Exact};
use winset_solve::BigRatio;

/// Largest magnitude of integers that every reader of JSON keeps exact.
const INTEGER_MAX: i128 = (1 << 53) - 1;

/// A mapping in the order of the case file.
#[derive(Debug)]
pub(super) struct Keyed<T>(pub(super) Vec<(String, T)>);

impl<T: Serialize> Serialize for Keyed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<T: JsonSchema> JsonSchema for Keyed<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Keyed_{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        schemars::json_schema!({ "type": "object", "additionalProperties": value })
    }
}

/// Why something was not finished.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Reason(&'static str);

impl From<StopReason> for Reason {
    fn from(reason: StopReason) -> Self {
        Self(reason.as_str())
    }
}

impl JsonSchema for Reason {
    fn schema_name() -> Cow<'static, str> {
        "Reason".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "description": "Why something was not finished.",
            "enum": [
                "time-limit", "node-limit", "memory-limit", "number-limit", "interrupted",
                "check-failed",
            ],
        })
    }
}

/// A number: an integer where every reader keeps it exact, else a decimal string; a fraction as
/// `p/q`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Number {
    Integer(i64),
    Text(String),
}

impl Number {
    pub(super) fn of(value: &Exact) -> Self {
        let small = value.is_integer() && value.numer().abs() <= INTEGER_MAX;
        match i64::try_from(*value.numer()) {
            Ok(integer) if small => Self::Integer(integer),
            _ => Self::Text(number::to_fraction(value)),
        }
    }

    pub(super) fn of_big(value: &BigRatio) -> Self {
        let small =
            value.is_integer() && value.numer().magnitude() <= &INTEGER_MAX.unsigned_abs().into();
        match i64::try_from(value.numer()) {
            Ok(integer) if small => Self::Integer(integer),
            _ if value.is_integer() => Self::Text(value.numer().to_string()),
            _ => Self::Text(format!("{}/{}", value.numer(), value.denom())),
        }
    }

    pub(super) fn size(count: usize) -> Self {
        Self::whole(i128::try_from(count).unwrap_or(i128::MAX))
    }

    pub(super) fn whole(value: impl Into<i128>) -> Self {
        Self::of(&Exact::from_integer(value.into()))
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
        assert_eq!(serde_json::to_string(&Number::of(value)).unwrap(), json);
    }

    #[test]
    fn numbers_stay_exact() {
        check(&Exact::from_integer(608), "608");
        check(&Exact::from_integer(-INTEGER_MAX), "-9007199254740991");
        check(
            &Exact::from_integer(INTEGER_MAX + 1),
            "\"9007199254740992\"",
        );
        check(&Exact::new(-7, 2), "\"-7/2\"");
    }
}
