//! The published JSON Schema: as the types have it, accepting what is read, refusing what is not.

use serde_json::{Value as Json, json};
use winset_model::document::{Node, Syntax, Value, parse};
use winset_model::file::schema::{schema, schema_text};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let published = std::fs::read_to_string(format!("{ROOT}/docs/formats/case.schema.json"));
    let is_current = published.unwrap_or_default() == schema_text();
    assert!(
        is_current,
        "the types have changed: write the schema anew with \
         `winset schema > docs/formats/case.schema.json`"
    );
}

#[test]
fn the_schema_accepts_every_case_that_is_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/valid");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.push(format!("{ROOT}/cases/sella-basin.yaml").into());
    assert!(paths.len() >= 8);
    for path in paths {
        let syntax = Syntax::of_file_name(path.to_str().unwrap()).unwrap();
        let node = parse(&std::fs::read(&path).unwrap(), syntax).unwrap();
        assert_eq!(check(&plain(&node)), Ok(()), "{}", path.display());
    }
}

#[test]
fn the_schema_refuses_what_has_no_meaning() {
    let node = parse(
        &std::fs::read(format!("{ROOT}/cases/sella-basin.yaml")).unwrap(),
        Syntax::Yaml,
    );
    let case = plain(&node.unwrap());
    let refuses = |change: &dyn Fn(&mut Json)| {
        let mut changed = case.clone();
        change(&mut changed);
        assert_ne!(changed, case);
        assert!(check(&changed).is_err());
    };
    refuses(&|c| c["remark"] = json!("none"));
    refuses(&|c| c["parties"][0]["colr"] = json!("#000000"));
    refuses(&|c| c["lines"][0]["ladder"][0]["prize"] = json!(1));
    refuses(&|c| c["format"] = json!("winset-case/2"));
    refuses(&|c| c["points"] = json!([]));
    refuses(&|c| c["lines"][0]["visibility"] = json!("private"));
    refuses(&|c| c["links"][0]["if"] = json!({}));
    refuses(&|c| c["links"][0]["then"] = json!({"at_least": 1}));
    refuses(&|c| c["ratification"][0]["seats"] = json!(1.5));
    refuses(&|c| drop(c["parties"][0].as_object_mut().unwrap().remove("name")));
    refuses(&|c| c["parties"][0]["no_deal"] = json!({"low": 1}));
}

/// The node without its places.
pub(crate) fn plain(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => json!(value),
        Value::Number(digits) => serde_json::from_str(digits).unwrap(),
        Value::Text(text) => json!(text),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Map(entries) => {
            let entries = entries.iter().map(|e| (e.key.clone(), plain(&e.node)));
            Json::Object(entries.collect())
        }
    }
}

fn check(value: &Json) -> Result<(), String> {
    let schema = schema();
    valid(value, &schema, &schema["$defs"])
}

/// Checks a value by the keywords that the schema uses; meeting another one is a failure.
pub(crate) fn valid(value: &Json, schema: &Json, defs: &Json) -> Result<(), String> {
    let Json::Object(keywords) = schema else {
        return if *schema == json!(true) {
            Ok(())
        } else {
            Err("nothing is allowed".into())
        };
    };
    for (keyword, rule) in keywords {
        let holds = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "pattern" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                valid(value, &defs[name], defs)?;
                true
            }
            "anyOf" => rule
                .as_array()
                .unwrap()
                .iter()
                .any(|s| valid(value, s, defs).is_ok()),
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => match rule {
                Json::Array(kinds) => kinds.iter().any(|k| is_a(value, k)),
                kind => is_a(value, kind),
            },
            "minimum" => value.as_f64() >= rule.as_f64(),
            "maximum" => value.as_f64() <= rule.as_f64(),
            "minLength" => value
                .as_str()
                .is_none_or(|s| s.chars().count() as u64 >= rule.as_u64().unwrap()),
            "maxLength" => value
                .as_str()
                .is_none_or(|s| s.chars().count() as u64 <= rule.as_u64().unwrap()),
            "minItems" => value
                .as_array()
                .is_none_or(|a| a.len() as u64 >= rule.as_u64().unwrap()),
            "minProperties" => value
                .as_object()
                .is_none_or(|o| o.len() as u64 >= rule.as_u64().unwrap()),
            "required" => rule.as_array().unwrap().iter().all(|key| has(value, key)),
            "dependentRequired" => rule.as_object().unwrap().iter().all(|(key, needed)| {
                !has(value, &json!(key)) || needed.as_array().unwrap().iter().all(|n| has(value, n))
            }),
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    valid(item, rule, defs)?;
                }
                true
            }
            "properties" | "patternProperties" | "additionalProperties" => {
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

fn properties(
    value: &Json,
    keywords: &serde_json::Map<String, Json>,
    defs: &Json,
) -> Result<(), String> {
    for (key, value) in value.as_object().into_iter().flatten() {
        let named = keywords.get("properties").and_then(|p| p.get(key));
        // The only pattern is that of a third state's counts.
        let counted = ["holds_of_", "wants_from_"]
            .iter()
            .any(|start| key.starts_with(start));
        let counts = keywords.get("patternProperties").filter(|_| counted);
        let counts = counts.and_then(|p| p.get("^(holds_of|wants_from)_"));
        let rest = keywords.get("additionalProperties");
        if let Some(schema) = named.or(counts).or(rest) {
            valid(value, schema, defs).map_err(|e| format!("{key}: {e}"))?;
        }
    }
    Ok(())
}

fn has(value: &Json, key: &Json) -> bool {
    value
        .as_object()
        .is_none_or(|o| o.contains_key(key.as_str().unwrap()))
}

fn is_a(value: &Json, kind: &Json) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => unreachable!("the kind {other} is not known here"),
    }
}
