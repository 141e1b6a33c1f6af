//! YAML: which scalars are what, places, aliases, and what is refused.

use super::super::Syntax::Yaml;
use super::super::{Entry, Value};
use super::{check, places, refuse, slice, tree, wrong};
use crate::diagnostic::{Code, Span};

#[test]
fn plain_scalars() {
    for nothing in ["", "# only a comment\n", "---\n", "~", "null"] {
        check(nothing, Yaml, "null");
    }
    for same in ["true", "false", "0", "-0", "12.50", "1e5", "-1.5E+3"] {
        check(same, Yaml, same);
    }
    for text in [
        "1/3",
        "2031-03-14",
        "+3",
        "0x1F",
        "0o7",
        ".5",
        "5.",
        "1_000",
        "01",
        "yes",
        "no",
        "on",
        "True",
        "NULL",
        "Null",
        ".inf",
        ".nan",
        "<<",
        "12:30:45",
        "1 000",
        "é",
    ] {
        check(text, Yaml, &format!("\"{text}\""));
        check(&format!("- {text}"), Yaml, &format!("[\"{text}\"]"));
    }
}

#[test]
fn quoted_and_block_scalars_are_texts() {
    check(
        "['1', \"true\", '', \"\", 'it''s', \"\\u00e9\\x0A\"]",
        Yaml,
        "[\"1\",\"true\",\"\",\"\",\"it's\",\"é\\u000a\"]",
    );
    check(
        "a: |\n  12\n  é\nb: >-\n  one\n  two\n",
        Yaml,
        "{\"a\":\"12\\u000aé\\u000a\",\"b\":\"one two\"}",
    );
}

#[test]
fn keys_are_scalars_taken_as_written() {
    check(
        "1.50: a\ntrue: b\n~: c\nnull: d\n? e\n: f\n'g': h\n<<: i\n",
        Yaml,
        "{\"1.50\":\"a\",\"<<\":\"i\",\"e\":\"f\",\"g\":\"h\",\"null\":\"d\",\"true\":\"b\",\"~\":\"c\"}",
    );
    check("{: x}", Yaml, "{\"\":\"x\"}");
    refuse("? [a]\n: b", Yaml, Code::Syntax, "[");
    refuse("{[a]: b}", Yaml, Code::Syntax, "[");
    refuse("? a: 1\n: b", Yaml, Code::Syntax, "a");
    refuse("- &x [a]\n- {*x : b}", Yaml, Code::Syntax, "*x");
}

#[test]
fn spans_count_bytes() {
    let text = "é: [→, \"ü\"]\nb:\n  - 'ß'\n  - c: |\n      ö\n\n# end\n";
    assert_eq!(
        places(text, Yaml),
        [
            "é: [→, \"ü\"]\nb:\n  - 'ß'\n  - c: |\n      ö",
            "é",
            "[→, \"ü\"]",
            "→",
            "\"ü\"",
            "b",
            "- 'ß'\n  - c: |\n      ö",
            "'ß'",
            "c: |\n      ö",
            "c",
            "ö",
        ]
    );
    assert_eq!(tree("\u{FEFF}é: 1", Yaml).span, Span { start: 3, end: 8 });
    assert_eq!(places("\u{FEFF}é: 1", Yaml), ["é: 1", "é", "1"]);
}

#[test]
fn absent_values_have_a_place() {
    assert_eq!(places("é:\nb: ~\n", Yaml), ["é:\nb: ~", "é", ":", "b", "~"]);
    assert_eq!(places("{a, b: }", Yaml), ["{a, b: }", "a", ",", "b", ":"]);
    assert_eq!(places("-\n- x\n", Yaml), ["-\n- x", "\n", "x"]);
    assert_eq!(
        places("a: {}\nb: []\n", Yaml),
        ["a: {}\nb: []", "a", "{}", "b", "[]"]
    );
}

#[test]
fn aliases_copy() {
    let text =
        "a: &x {k: [1, é]}\nb: *x\nc: [*x]\nd: &y 5\ne: *y\nf: &z '5'\ng: *z\nh: &n\ni: *n\n";
    check(
        text,
        Yaml,
        "{\"a\":{\"k\":[1,\"é\"]},\"b\":{\"k\":[1,\"é\"]},\"c\":[{\"k\":[1,\"é\"]}],\
        \"d\":5,\"e\":5,\"f\":\"5\",\"g\":\"5\",\"h\":null,\"i\":null}",
    );
    let Value::Map(entries) = tree(text, Yaml).value else {
        panic!("a mapping")
    };
    let b = &entries
        .iter()
        .find(|entry| entry.key == "b")
        .expect("b")
        .node;
    let Value::Map(inner) = &b.value else {
        panic!("a mapping")
    };
    let [Entry { key_span, node, .. }] = inner.as_slice() else {
        panic!("one entry")
    };
    assert_eq!((slice(text, b.span), slice(text, *key_span)), ("*x", "k"));
    assert_eq!((slice(text, node.span), node.span.start), ("[1, é]", 10));
}

#[test]
fn aliases_as_keys_and_redefined_anchors() {
    check(
        "- &k a\n- {*k : 1}\n- &k b\n- *k\n",
        Yaml,
        "[\"a\",{\"a\":1},\"b\",\"b\"]",
    );
    check("&k a: b\nc: *k\n", Yaml, "{\"a\":\"b\",\"c\":\"a\"}");
    check(
        "a: [[&x [1, 2], 3], &y {z: *x}]\nb: [*y, *x]",
        Yaml,
        "{\"a\":[[[1,2],3],{\"z\":[1,2]}],\"b\":[{\"z\":[1,2]},[1,2]]}",
    );
}

#[test]
fn aliases_refused() {
    refuse("&a [*a]", Yaml, Code::Syntax, "*a");
    refuse("a: &a\n  b: {c: *a}\n", Yaml, Code::Syntax, "*a");
    refuse("a: *é", Yaml, Code::Syntax, "*");
}

#[test]
fn tags_and_documents_refused() {
    refuse("a: !!str 5", Yaml, Code::Syntax, "!!str");
    refuse("é: !foo\n  b: 1", Yaml, Code::Syntax, "!foo");
    refuse("! a", Yaml, Code::Syntax, "!");
    refuse("- !<tag:x> [1]", Yaml, Code::Syntax, "!<tag:x>");
    refuse("!!map\na: 1", Yaml, Code::Syntax, "!!map");
    refuse("a: é\n---\nb", Yaml, Code::Syntax, "---");
    check("%YAML 1.2\n---\na\n...\n# end\n", Yaml, "\"a\"");
}

#[test]
fn syntax_errors_have_a_place() {
    refuse("é: b: c", Yaml, Code::Syntax, ":");
    refuse("é: \"un", Yaml, Code::Syntax, "\"");
    refuse("é: @x", Yaml, Code::Syntax, "@");
    refuse("a:\n\tb: 1", Yaml, Code::Syntax, "b");
    for text in [
        "[a",
        "{a: b",
        "a: [1, ,2]",
        "a: 1\n b: 2\n",
        "- a\nb: c",
        "]",
        "a: 'x' y",
    ] {
        let found = wrong(text, Yaml);
        assert_eq!(found.len(), 1, "{text:?}: {found:?}");
        assert_eq!(found[0].code, Code::Syntax);
        assert!(
            found[0].message.starts_with(|c: char| !c.is_uppercase()),
            "{found:?}"
        );
    }
}

#[test]
fn duplicate_keys_are_all_reported_before_the_error() {
    let text = "é: 1\nb:\n  - {x: 1, 'x': 2}\né: 3\nc: [\n";
    let found = wrong(text, Yaml);
    let seen: Vec<_> = found
        .iter()
        .map(|one| (one.code, slice(text, one.span), one.path.as_str()))
        .collect();
    assert_eq!(seen.len(), 3, "{found:?}");
    assert_eq!(seen[0], (Code::DuplicateKey, "'x'", "b[0].x"));
    assert_eq!(seen[1], (Code::DuplicateKey, "é", "é"));
    assert_eq!(seen[2].0, Code::Syntax);
    assert_eq!(
        found[1].related.as_ref().expect("the first place").0,
        Span { start: 0, end: 2 }
    );
}
