//! Cases in which every identifier is a code that nobody takes for a word, and what reads pages for
//! such codes where a label should stand.
//!
//! A code is in its place where it stands small behind a label: in text in parentheses after it, on a
//! page in an element of class `code` or in what is typed (`code`, `pre`, `kbd`, `samp`), in a table of
//! values in a column whose head ends with `code` or `codes`. Anywhere else it is bare.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What a code begins with; digits follow.
const CODE: &str = "qz";

/// The lists whose entries have identifiers, with those inside their entries.
const LISTS: [(&str, &[&str]); 11] = [
    ("parties", &[]),
    ("points", &["options"]),
    ("lines", &[]),
    ("links", &[]),
    // Blocs have no label: their identifiers are their names.
    ("ratification", &["rules"]),
    ("levers", &[]),
    ("delegations", &[]),
    ("phases", &[]),
    ("sessions", &[]),
    ("statements", &[]),
    ("incidents", &[]),
];

/// Keys below which mappings go from points or parties to options.
const MAPPINGS: [&str; 10] = [
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
];

/// Keys of references.
const REFERENCES: [&str; 14] = [
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
];

/// The case, as JSON, with a code for every identifier; without answers that its author expects.
pub fn coded(case: &Value) -> Value {
    let codes = codes(case);
    let mut case = case.clone();
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

/// The bare codes of a text: all that do not stand in parentheses, each with what is around it.
pub fn bare_in_text(text: &str) -> Vec<String> {
    let mut bare = Vec::new();
    for (at, _) in text.match_indices(CODE) {
        let rest = &text[at + CODE.len()..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let begins = !text[..at].ends_with(|c: char| c.is_alphanumeric());
        let within = text[..at].ends_with('(') && rest[digits..].starts_with(')');
        if digits > 0 && begins && !within {
            bare.push(around(text, at));
        }
    }
    bare
}

/// What stands around a place.
fn around(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(60).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[at..].chars().take(40).collect();
    format!("{before}{after}").replace('\n', "⏎")
}

/// The bare codes of a page or picture: those of its text, and of the attributes that are read out.
pub fn bare_in_html(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = html;
    // The tag inside which codes are in their place, and how deep it is in tags of its name.
    let mut inside: Option<(String, usize)> = None;
    while let Some(open) = rest.find('<') {
        if inside.is_none() {
            text.push_str(&rest[..open]);
        }
        let Some(close) = rest[open..].find('>') else {
            break;
        };
        let tag = &rest[open + 1..open + close];
        rest = &rest[open + close + 1..];
        let name = tag.trim_start_matches('/');
        let name = name.split([' ', '\n', '/']).next().unwrap_or_default();
        match &mut inside {
            Some((within, depth)) if within == name => {
                *depth = if tag.starts_with('/') {
                    *depth - 1
                } else {
                    *depth + 1
                };
                if *depth == 0 {
                    inside = None;
                }
            }
            Some(_) => {}
            None if tag.starts_with('/') => text.push(' '),
            None => {
                let kept = matches!(name, "code" | "pre" | "kbd" | "samp" | "style" | "textarea");
                let classes = attribute(tag, "class").unwrap_or_default();
                if kept || classes.split(' ').any(|class| class == "code") {
                    inside = Some((name.to_owned(), 1));
                }
                for read in [
                    "title",
                    "aria-label",
                    "alt",
                    "label",
                    "placeholder",
                    "data-head",
                ] {
                    if let Some(words) = attribute(tag, read) {
                        text.push_str(&format!(" {words} "));
                    }
                }
                text.push(' ');
            }
        }
    }
    text.push_str(rest);
    bare_in_text(&text)
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next()
}

/// The bare codes of a table of values (RFC 4180): those outside the columns of codes.
pub fn bare_in_csv(csv: &str) -> Vec<String> {
    let records = records(csv);
    let Some((heads, rows)) = records.split_first() else {
        return Vec::new();
    };
    let of_codes = |head: &String| {
        let ends = ["code", "codes"].iter().any(|end| head.ends_with(end));
        // Which file a table was made of, and for whom, is for machines.
        ends || head == "audience"
    };
    let head_code = |head: &&String| !of_codes(head);
    let mut bare: Vec<String> = heads
        .iter()
        .filter(head_code)
        .flat_map(|head| bare_in_text(head))
        .collect();
    for row in rows {
        let cells = row.iter().zip(heads);
        let cells = cells.filter(|(_, head)| !of_codes(head));
        bare.extend(cells.flat_map(|(cell, head)| {
            let found = bare_in_text(cell).into_iter();
            found.map(move |what| format!("{head}: {what}"))
        }));
    }
    bare
}

fn records(csv: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    for letter in csv.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            '\r' if !quoted => {}
            letter => cell.push(letter),
        }
    }
    records
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(found: &[String], expected: usize) {
        assert_eq!(found.len(), expected, "{found:?}");
    }

    #[test]
    fn codes_are_bare_unless_they_stand_behind_a_label() {
        check(&bare_in_text("Freeze (qz007), or qz008; xqz9, qz"), 1);
        check(&bare_in_text("(see qz007)"), 1);
    }

    #[test]
    fn pages_have_a_place_for_codes() {
        let page = "<p>A <small class=\"n code\">qz1 <b>qz2</b></small> <pre>qz3</pre> qz4</p>\
                    <a href=\"/qz5\" title=\"qz6\">B (qz7)</a><option value=\"qz8\">qz9</option>";
        check(&bare_in_html(page), 3);
    }

    #[test]
    fn tables_have_columns_for_codes() {
        let table = "point,point code,qz1 offer\r\n\"A, qz2\",qz3,B (qz4)\r\n";
        check(&bare_in_csv(table), 2);
    }

    #[test]
    fn every_identifier_becomes_a_code() {
        let case = json!({
            "id": "c",
            "parties": [{"id": "a", "name": "a"}],
            "points": [{"id": "line", "title": "line", "options": [{"id": "o", "label": "o"}]}],
            "preferences": {"a": {"line": {"weight": 1, "scores": [1]}}},
            "lines": [{"id": "l", "owner": "a", "point": "line", "ladder": [{"accept": ["o"]}]}],
            "links": [{"id": "k", "if": {"any": [{"line": "o"}]}, "then": {"line": ["o"]}}],
        });
        let expected = json!({
            "id": "c",
            "parties": [{"id": "qz001", "name": "a"}],
            "points": [{"id": "qz002", "title": "line", "options": [{"id": "qz003", "label": "o"}]}],
            "preferences": {"qz001": {"qz002": {"weight": 1, "scores": [1]}}},
            "lines": [{"id": "qz004", "owner": "qz001", "point": "qz002", "ladder": [{"accept": ["qz003"]}]}],
            "links": [{"id": "qz005", "if": {"any": [{"qz002": "qz003"}]}, "then": {"qz002": ["qz003"]}}],
        });
        assert_eq!(coded(&case), expected);
    }
}
