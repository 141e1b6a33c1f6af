//! Cases in which every identifier is a code that nobody takes for a word.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What a code begins with; digits follow.
pub(super) const CODE: &str = "qz";

/// The lists whose entries have identifiers, with those inside their entries.
const LISTS: [(&str, &[&str]); 11] = [
    ("parties", &[]),
    ("points", &["options"]),
    ("lines", &[]),
    ("links", &[]),
    ("ratification", &["rules", "blocs"]),
    ("levers", &[]),
    ("delegations", &[]),
    ("phases", &[]),
    ("sessions", &[]),
    ("statements", &[]),
    ("incidents", &[]),
];

/// Keys below which mappings go from points or parties to options.
const MAPPINGS: [&str; 12] = [
    "if",
    "then",
    "when",
    "accepts",
    "package",
    "change",
    "reads_as",
    "require",
    "exclude",
    "preferences",
    "values",
    "bounds",
];

/// Keys of references.
const REFERENCES: [&str; 15] = [
    "id",
    "owner",
    "point",
    "by",
    "target",
    "party",
    "for_party",
    "of",
    "held_by",
    "claimed_by",
    "attributed_to",
    "about",
    "with",
    "accept",
    "phase",
];

/// The case, as JSON, with a code for every identifier; without answers that its author expects. Blocs
/// without label are labelled with what they were called by.
pub fn coded(case: &Value) -> Value {
    let codes = codes(case);
    let mut case = case.clone();
    label_blocs(&mut case);
    if let Some(entries) = case.as_object_mut() {
        entries.remove("expected");
        let lists = std::mem::take(entries);
        *entries = lists
            .into_iter()
            .map(|(key, value)| {
                let value = match key.as_str() {
                    "id" | "format" | "title" => value,
                    _ => renamed(&codes, &key, value, key == "preferences"),
                };
                (key, value)
            })
            .collect();
    }
    case
}

fn label_blocs(case: &mut Value) {
    let bodies = case.get_mut("ratification").and_then(Value::as_array_mut);
    for body in bodies.into_iter().flatten() {
        let blocs = body.get_mut("blocs").and_then(Value::as_array_mut);
        for bloc in blocs.into_iter().flatten() {
            if bloc.get("label").is_none() {
                bloc["label"] = bloc["id"].clone();
            }
        }
    }
}

fn codes(case: &Value) -> BTreeMap<String, String> {
    let mut ids: Vec<String> = Vec::new();
    let mut add = |entry: &Value| {
        if let Some(id) = entry["id"].as_str()
            && !ids.iter().any(|known| known == id)
        {
            ids.push(id.to_owned());
        }
    };
    for (list, inner) in LISTS {
        for entry in case[list].as_array().into_iter().flatten() {
            add(entry);
            for list in inner {
                entry[*list]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .for_each(&mut add);
            }
        }
    }
    let numbered = ids.into_iter().enumerate();
    numbered
        .map(|(n, id)| (id, format!("{CODE}{:03}", n + 1)))
        .collect()
}

/// A value below a key, with its identifiers renamed; in a mapping all keys and texts are some.
fn renamed(codes: &BTreeMap<String, String>, key: &str, value: Value, mapping: bool) -> Value {
    let mapping = mapping || MAPPINGS.contains(&key);
    let code = |text: &str| codes.get(text).cloned().unwrap_or_else(|| text.to_owned());
    match value {
        Value::Object(entries) => {
            let entries = entries.into_iter().map(|(inner, value)| {
                let value = renamed(codes, &inner, value, mapping);
                let inner = if mapping {
                    code(&inner)
                } else {
                    ending(codes, inner)
                };
                (inner, value)
            });
            Value::Object(entries.collect::<Map<String, Value>>())
        }
        Value::Array(values) => values
            .into_iter()
            .map(|value| renamed(codes, key, value, mapping))
            .collect(),
        Value::String(text) if mapping || REFERENCES.contains(&key) => Value::String(code(&text)),
        other => other,
    }
}

/// A key that ends on a party: `holds_of_PARTY`.
fn ending(codes: &BTreeMap<String, String>, key: String) -> String {
    for joint in ["_of_", "_from_"] {
        if let Some((begin, party)) = key.split_once(joint)
            && let Some(code) = codes.get(party)
        {
            return format!("{begin}{joint}{code}");
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_identifier_becomes_a_code() {
        let case = json!({
            "id": "c",
            "parties": [{"id": "a", "name": "a"}],
            "points": [{"id": "line", "title": "line", "options": [{"id": "o", "label": "o"}]}],
            "preferences": {"a": {"line": {"weight": 1, "scores": [1]}}},
            "lines": [{"id": "l", "owner": "a", "point": "line", "ladder": [{"accept": ["o"]}]}],
            "links": [{"id": "k", "if": {"any": [{"line": "o"}]}, "then": {"line": ["o"]}}],
            "ratification": [{"id": "b", "blocs": [{"id": "left"}]}],
        });
        let expected = json!({
            "id": "c",
            "parties": [{"id": "qz001", "name": "a"}],
            "points": [{"id": "qz002", "title": "line", "options": [{"id": "qz003", "label": "o"}]}],
            "preferences": {"qz001": {"qz002": {"weight": 1, "scores": [1]}}},
            "lines": [{"id": "qz004", "owner": "qz001", "point": "qz002", "ladder": [{"accept": ["qz003"]}]}],
            "links": [{"id": "qz005", "if": {"any": [{"qz002": "qz003"}]}, "then": {"qz002": ["qz003"]}}],
            "ratification": [{"id": "qz006", "blocs": [{"id": "qz007", "label": "left"}]}],
        });
        assert_eq!(coded(&case), expected);
    }
}
