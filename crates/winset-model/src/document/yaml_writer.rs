//! Writes YAML for people: blocks where there is much, braces where it fits on a line, quotes only where
//! they are needed. What is written reads as the same tree.

use super::number::is_number;
use super::{Entry, Node, Value};

/// Most characters of a line with braces.
const WIDTH: usize = 100;

impl Node {
    /// The tree as YAML, with an end of line. Linear in its size times its depth.
    pub fn to_yaml(&self) -> String {
        let mut out = String::new();
        match &self.value {
            Value::Map(entries) if !entries.is_empty() => map(entries, 0, &mut out),
            Value::List(members) if !members.is_empty() => list(members, 0, &mut out),
            _ => {
                flow(self, &mut out);
                out.push('\n');
            }
        }
        out
    }
}

/// The entries of a mapping, each on lines of its own; the first begins where `out` ends.
fn map(entries: &[Entry], indent: usize, out: &mut String) {
    for (place, entry) in entries.iter().enumerate() {
        if place > 0 {
            pad(indent, out);
        }
        scalar(&entry.key, out);
        out.push(':');
        value(&entry.node, indent, out);
    }
}

/// What stands behind a key.
fn value(node: &Node, indent: usize, out: &mut String) {
    if let Value::Text(text) = &node.value
        && literal(text, indent + 2, out)
    {
        return;
    }
    let line = flowing(node);
    let wide = line.chars().count() + indent > WIDTH - 20;
    match &node.value {
        // Top-level lists are what people add to: a line for each.
        Value::List(members) if !members.is_empty() && (wide || has_maps(members)) => {
            out.push('\n');
            pad(indent + 2, out);
            list(members, indent + 2, out);
        }
        Value::Map(entries) if !entries.is_empty() && (wide || indent == 0) => {
            out.push('\n');
            pad(indent + 2, out);
            map(entries, indent + 2, out);
        }
        _ => {
            out.push(' ');
            out.push_str(&line);
            out.push('\n');
        }
    }
}

fn has_maps(members: &[Node]) -> bool {
    members
        .iter()
        .any(|member| matches!(member.value, Value::Map(_)))
}

/// The members of a list, each on lines of its own; the first begins where `out` ends.
fn list(members: &[Node], indent: usize, out: &mut String) {
    for (place, member) in members.iter().enumerate() {
        if place > 0 {
            pad(indent, out);
        }
        out.push_str("- ");
        let line = flowing(member);
        let wide = line.chars().count() + indent > WIDTH || line.contains("\\n");
        match &member.value {
            Value::Map(entries) if wide && !entries.is_empty() => map(entries, indent + 2, out),
            Value::List(inner) if wide && !inner.is_empty() => list(inner, indent + 2, out),
            _ => {
                out.push_str(&line);
                out.push('\n');
            }
        }
    }
}

/// A node on one line.
fn flowing(node: &Node) -> String {
    let mut line = String::new();
    flow(node, &mut line);
    line
}

fn flow(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(digits) => out.push_str(digits),
        Value::Text(text) => scalar(text, out),
        Value::List(members) => {
            out.push('[');
            for (place, member) in members.iter().enumerate() {
                out.push_str(if place > 0 { ", " } else { "" });
                flow(member, out);
            }
            out.push(']');
        }
        Value::Map(entries) => {
            out.push('{');
            for (place, entry) in entries.iter().enumerate() {
                out.push_str(if place > 0 { ", " } else { "" });
                scalar(&entry.key, out);
                out.push_str(": ");
                flow(&entry.node, out);
            }
            out.push('}');
        }
    }
}

/// A text, in double quotes where it would be read as something else without.
fn scalar(text: &str, out: &mut String) {
    if is_plain(text) {
        out.push_str(text);
    } else {
        quoted(text, out);
    }
}

/// A text in double quotes; what nobody would see is written out.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Control characters, ends of lines of other systems, marks of direction and width.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// A text of several lines as a block, where that keeps every character; says whether it was written.
fn literal(text: &str, indent: usize, out: &mut String) -> bool {
    let lines = || text.strip_suffix('\n').unwrap_or(text).split('\n');
    let kept = |line: &str| {
        !line.is_empty() && !line.starts_with([' ', '\t']) && !line.ends_with([' ', '\t'])
    };
    if !text.contains('\n') || !lines().all(|line| kept(line) && !line.contains(is_hidden)) {
        return false;
    }
    out.push_str(if text.ends_with('\n') {
        " |\n"
    } else {
        " |-\n"
    });
    for line in lines() {
        pad(indent, out);
        out.push_str(line);
        out.push('\n');
    }
    true
}

/// Whether a text can stand without quotes, between braces too, and reads as this text in every YAML.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan",
    ];
    let inside = |c: char| c.is_alphanumeric() || " _-./()'+;%".contains(c);
    let lower = text.to_ascii_lowercase();
    let starts = text.starts_with(|c: char| c.is_alphanumeric());
    let ends = text.ends_with(|c: char| c.is_alphanumeric() || ").%".contains(c));
    // What only looks like a number, such as 0x10 or 1_000, is one to other readers.
    let numeric = |c: char| c.is_ascii_hexdigit() || "xo_.+-".contains(c);
    let digits = text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(numeric);
    starts
        && ends
        && text.chars().all(inside)
        && !WORDS.contains(&lower.as_str())
        && !is_number(text)
        && (!digits || is_day(text))
}

/// A day such as 2031-03-14.
fn is_day(text: &str) -> bool {
    let form = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(form)
}

fn pad(indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
}

#[cfg(test)]
mod tests {
    use crate::document::{Syntax, parse};

    fn again(json: &str) -> String {
        let root = parse(json.as_bytes(), Syntax::Json).unwrap();
        let yaml = root.to_yaml();
        let read = parse(yaml.as_bytes(), Syntax::Yaml).unwrap_or_else(|e| panic!("{yaml}\n{e:?}"));
        assert_eq!(read.canonical_json(), root.canonical_json(), "{yaml}");
        yaml
    }

    #[test]
    fn people_can_read_it() {
        let json = r#"{"format": "winset-case/1", "title": "Phase 1: pause", "parties": [{"id": "ann",
            "name": "Ann", "no_deal": 0.50}], "preferences": {"ann": {"fee": {"scores": [1, 0]}}},
            "note": "first\nsecond\n", "tag": "1/3", "no": "no", "day": "2031-03-14", "none": null}"#;
        let expected = "format: winset-case/1
title: \"Phase 1: pause\"
parties:
  - {id: ann, name: Ann, no_deal: 0.50}
preferences:
  ann: {fee: {scores: [1, 0]}}
note: |
  first
  second
tag: 1/3
\"no\": \"no\"
day: 2031-03-14
none: null
";
        assert_eq!(again(json), expected);
    }

    /// Texts as JSON writes them.
    const TEXTS: &[&str] = &[
        "",
        " ",
        "a ",
        " a",
        "a: b",
        "a #b",
        "#a",
        "- a",
        "-",
        "@a",
        "*a",
        "&a",
        "!a",
        "%a",
        "a,b",
        "[a",
        "}",
        "'a'",
        "it's",
        "\\\"a\\\"",
        "a\\\\b",
        "1",
        "1.0",
        "1e5",
        "+1",
        ".5",
        "0x10",
        "1_000",
        "~",
        "Null",
        "TRUE",
        "yes",
        "2031-03-14",
        "2031-3-1",
        "12:30",
        "a\\nb",
        "a\\n",
        "\\na",
        "a\\n\\nb",
        "a\\n b",
        "a\\n\\n",
        "a\\tb",
        "\\u0085",
        "\\u2028a",
        "\\ufeff",
        "?",
        "? a",
        "|",
        ">",
        "a:",
        ":a",
        "é",
        "\\u202ea",
        "...",
        "---",
        "=",
        "<<",
        "Ünder (b)",
        "a\\r\\nb",
        "100%",
        "NaN",
        ".inf",
        "a\\u00a0b",
    ];

    #[test]
    fn every_text_is_read_as_it_was() {
        for text in TEXTS {
            again(&format!("\"{text}\""));
            again(&format!(
                "{{\"k\": \"{text}\", \"l\": [\"{text}\", {{\"m\": \"{text}\"}}]}}"
            ));
            again(&format!("{{\"{text}\": [[\"{text}\"], [], {{}}]}}"));
            let long = "x".repeat(90);
            again(&format!(
                "[{{\"k\": \"{text}\", \"l\": \"{long}\", \"m\": {{\"n\": [\"{text}\", \"{long}\"]}}}}, [\"{long}\", [\"{long}\"]]]"
            ));
        }
    }

    #[test]
    fn the_demonstration_case_comes_back() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/sella-basin.yaml");
        let root = parse(&std::fs::read(path).unwrap(), Syntax::Yaml).unwrap();
        let yaml = root.to_yaml();
        let read = parse(yaml.as_bytes(), Syntax::Yaml).unwrap();
        assert_eq!(read.canonical_json(), root.canonical_json());
    }
}
