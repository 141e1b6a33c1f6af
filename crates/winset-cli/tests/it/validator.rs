//! A validator for the keywords that the published JSON Schema of answers uses.

use serde_json::{Map, Value, json};

/// Checks a value by the keywords that the schema uses; meeting another one is a failure.
pub(crate) fn valid(value: &Value, schema: &Value, defs: &Value) -> Result<(), String> {
    let Value::Object(keywords) = schema else {
        return if *schema == json!(true) {
            Ok(())
        } else {
            Err(format!("{value} is not allowed"))
        };
    };
    for (keyword, rule) in keywords {
        let holds = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "format" | "discriminator" => {
                true
            }
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                valid(value, &defs[name], defs)?;
                true
            }
            "anyOf" => of(value, rule, defs) > 0,
            "oneOf" => of(value, rule, defs) == 1,
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is_a(value, kind)),
                kind => is_a(value, kind),
            },
            "minimum" => value
                .as_i64()
                .is_none_or(|v| rule.as_i64().is_none_or(|r| v >= r)),
            "maximum" => value
                .as_i64()
                .is_none_or(|v| rule.as_i64().is_none_or(|r| v <= r)),
            "pattern" => value.as_str().is_none_or(|text| matches(text, rule)),
            "required" => {
                let keys = rule.as_array().unwrap();
                let object = value.as_object();
                object.is_none_or(|o| keys.iter().all(|k| o.contains_key(k.as_str().unwrap())))
            }
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    valid(item, rule, defs)?;
                }
                true
            }
            "properties" | "additionalProperties" => {
                properties(value, keywords, defs)?;
                true
            }
            other => return Err(format!("the keyword {other} is not known here")),
        };
        if !holds {
            return Err(format!("{keyword} {rule} refuses {value}"));
        }
    }
    Ok(())
}

/// How many of some schemas accept a value.
fn of(value: &Value, schemas: &Value, defs: &Value) -> usize {
    let schemas = schemas.as_array().unwrap().iter();
    schemas
        .filter(|schema| valid(value, schema, defs).is_ok())
        .count()
}

fn properties(value: &Value, keywords: &Map<String, Value>, defs: &Value) -> Result<(), String> {
    for (key, value) in value.as_object().into_iter().flatten() {
        let named = keywords.get("properties").and_then(|p| p.get(key));
        if let Some(schema) = named.or(keywords.get("additionalProperties")) {
            valid(value, schema, defs).map_err(|why| format!("{key}: {why}"))?;
        }
    }
    Ok(())
}

/// Whether a text matches one of the patterns that the schema uses: all are of numbers.
fn matches(text: &str, pattern: &Value) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match pattern.as_str().unwrap() {
        "^[0-9]+$" => digits(text),
        "^-?[0-9]+$" => digits(unsigned),
        "^[0-9]+(\\.[0-9]+)?$" => text.splitn(2, '.').all(digits),
        "^-?[0-9]+(/[0-9]+)?$" => unsigned.splitn(2, '/').all(digits),
        other => panic!("the pattern {other} is not known here"),
    }
}

fn is_a(value: &Value, kind: &Value) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the kind {other} is not known here"),
    }
}
