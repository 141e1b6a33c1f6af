//! Laws, held to random files.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use super::super::{Entry, Node, Syntax, Value, parse};
use super::visit;
use crate::diagnostic::Span;

/// Trees of any content; spans are empty.
fn any_tree() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        "-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,5})?([eE][+-]?[0-9]{1,3})?".prop_map(Value::Number),
        any_text().prop_map(Value::Text),
    ];
    leaf.prop_map(unplaced).prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(|items| unplaced(Value::List(items))),
            btree_map(any_text(), inner, 0..6).prop_map(|map| {
                let entry = |(key, node)| Entry {
                    key,
                    key_span: Span::default(),
                    node,
                };
                unplaced(Value::Map(map.into_iter().map(entry).collect()))
            }),
        ]
    })
}

/// Texts without those characters that no file may hold unescaped and canonical JSON leaves as
/// they are: DEL, the controls from U+0080, and, in YAML, U+FFFE and U+FFFF.
fn any_text() -> impl Strategy<Value = String> {
    let likely = prop_oneof!["[a-z:#,~&*!|>'\"%@`{}\\[\\]? \n\t\\\\-]{0,8}", "\\PC{0,12}"];
    let any = vec(any::<char>(), 0..8).prop_map(|chars| chars.into_iter().collect::<String>());
    prop_oneof![3 => likely, 1 => any].prop_map(|text| {
        text.replace(
            |c: char| matches!(c, '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}'),
            "",
        )
    })
}

fn unplaced(value: Value) -> Node {
    Node {
        value,
        span: Span::default(),
    }
}

/// The tree with all places forgotten.
fn without_places(mut node: Node) -> Node {
    node.span = Span::default();
    match &mut node.value {
        Value::List(items) => {
            for item in items {
                *item = without_places(item.clone());
            }
        }
        Value::Map(entries) => {
            for entry in entries {
                entry.key_span = Span::default();
                entry.node = without_places(entry.node.clone());
            }
        }
        _ => {}
    }
    node
}

/// Texts made of the pieces that the three grammars are made of.
fn any_soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("["),
        Just("]"),
        Just("{"),
        Just("}"),
        Just(","),
        Just(": "),
        Just(":"),
        Just("- "),
        Just("\n"),
        Just("\n  "),
        Just(" "),
        Just("\t"),
        Just("\r"),
        Just("\""),
        Just("'"),
        Just("\\"),
        Just("&a "),
        Just("*a "),
        Just("!!x "),
        Just("|\n"),
        Just(">-\n"),
        Just("? "),
        Just("# c"),
        Just("---\n"),
        Just("...\n"),
        Just("%Y"),
        Just("a"),
        Just("b"),
        Just("é"),
        Just("1"),
        Just("-0.5e3"),
        Just("null"),
        Just("true"),
        Just("="),
        Just(" = "),
        Just("."),
        Just("[["),
        Just("]]"),
        Just("\"\"\""),
        Just("0x1F"),
        Just("2031-03-14"),
        Just("\u{FEFF}"),
        Just("\\ud83d"),
        Just("\\u00e9"),
        Just("\0"),
        Just("a = 1\n"),
        Just("[a.b]\n"),
        Just("a: "),
    ];
    vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// TOML files of a few lines over few keys, so that keys meet.
fn any_toml() -> impl Strategy<Value = String> {
    let key = prop_oneof!["[abc]", "[abc]\\.[abc]", "[abc]\\.[abc]\\.[abc]"];
    let value = prop_oneof![
        "1",
        "\\[\\]",
        "\\[\\{a=1\\}\\]",
        "\\{a=1\\}",
        "\\{a\\.b=1, a\\.c=2\\}"
    ];
    let line = (0..4_usize, key, value).prop_map(|(form, key, value)| match form {
        0 => format!("[{key}]\n"),
        1 => format!("[[{key}]]\n"),
        _ => format!("{key} = {value}\n"),
    });
    vec(line, 1..7).prop_map(|lines| lines.concat())
}

/// What the crate `toml` reads, as canonical JSON; numbers are small decimal integers.
fn peer(value: &::toml::de::DeValue<'_>) -> String {
    use ::toml::de::DeValue;
    match value {
        DeValue::Integer(digits) => digits.as_str().to_owned(),
        DeValue::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| peer(item.get_ref())).collect();
            format!("[{}]", items.join(","))
        }
        DeValue::Table(table) => peer_table(table),
        other => panic!("not generated: {other:?}"),
    }
}

fn peer_table(table: &::toml::de::DeTable<'_>) -> String {
    let entry = |(key, value): (&::toml::Spanned<_>, &::toml::Spanned<_>)| {
        format!("\"{}\":{}", key.get_ref(), peer(value.get_ref()))
    };
    format!(
        "{{{}}}",
        table.iter().map(entry).collect::<Vec<_>>().join(",")
    )
}

/// Reads in all syntaxes and checks that every place lies in the text.
fn read_all(bytes: &[u8]) {
    for syntax in [Syntax::Yaml, Syntax::Json, Syntax::Toml] {
        match parse(bytes, syntax) {
            Ok(node) => {
                let text = std::str::from_utf8(bytes).expect("text");
                visit(&node, &mut |span| {
                    assert!(text.get(span.start..span.end).is_some());
                });
                let again = parse(node.canonical_json().as_bytes(), Syntax::Json);
                assert!(again.is_ok_and(|again| again.canonical_json() == node.canonical_json()));
            }
            Err(found) => {
                assert!(!found.is_empty());
                for one in found {
                    let Span { start, end } = one.span;
                    assert!(start < end || start == bytes.len(), "{syntax:?} {one:?}");
                    assert!(end <= bytes.len(), "{syntax:?} {one:?}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_are_too_strange(bytes in vec(any::<u8>(), 0..200)) {
        read_all(&bytes);
    }

    #[test]
    fn no_text_is_too_strange(text in any_soup()) {
        read_all(text.as_bytes());
    }

    #[test]
    fn canonical_json_is_read_back(tree in any_tree()) {
        let canonical = tree.canonical_json();
        let sorted = without_places(parse(canonical.as_bytes(), Syntax::Json).expect("JSON"));
        prop_assert_eq!(&sorted, &tree);
        let yaml = without_places(parse(canonical.as_bytes(), Syntax::Yaml).expect("YAML"));
        prop_assert_eq!(&yaml, &tree);
    }

    #[test]
    fn toml_agrees_with_its_peer(text in any_toml()) {
        let peers = ::toml::de::DeTable::parse(&text).map(|table| peer_table(table.get_ref()));
        match (parse(text.as_bytes(), Syntax::Toml), peers) {
            (Ok(ours), Ok(theirs)) => prop_assert_eq!(ours.canonical_json(), theirs),
            (Ok(ours), Err(_)) => prop_assert!(false, "only ours reads it: {:?}", ours),
            // The peer lets dotted keys add to a table that only the header of a table inside it
            // has made; the standard, and so our reader, does not.
            (Err(found), Ok(_)) => {
                for one in found {
                    prop_assert!(one.message.contains("nothing can be added"), "{:?}", one);
                }
            }
            (Err(_), Err(_)) => {}
        }
    }
}
