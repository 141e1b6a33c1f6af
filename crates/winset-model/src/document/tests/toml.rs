//! TOML: numbers, dates, and what may define a table.

use super::super::Syntax::Toml;
use super::{check, places, refuse, tree, wrong};
use crate::diagnostic::{Code, Span};

#[test]
fn scalars() {
    check("", Toml, "{}");
    check(
        "a = 'x'\nb = true\nc = \"\"\"\né\\n\"\"\"",
        Toml,
        "{\"a\":\"x\",\"b\":true,\"c\":\"é\\u000a\"}",
    );
    for (written, read) in [
        ("1_000", "1000"),
        ("+3", "3"),
        ("-3", "-3"),
        ("+0", "0"),
        ("-0", "-0"),
        ("0x1F", "31"),
        ("0xdead_BEEF", "3735928559"),
        ("0o17", "15"),
        ("0b101", "5"),
        ("0x1_0000_0000_0000_0000", "18446744073709551616"),
        (
            "123456789012345678901234567890",
            "123456789012345678901234567890",
        ),
        ("1.50", "1.50"),
        ("+1.5", "1.5"),
        ("1_0.2_5", "10.25"),
        ("1e06", "1e06"),
        ("-2E-3", "-2E-3"),
    ] {
        check(
            &format!("a = {written}"),
            Toml,
            &format!("{{\"a\":{read}}}"),
        );
    }
    for text in [
        "inf",
        "-inf",
        "nan",
        "2031-03-14",
        "2031-03-14T10:00:00Z",
        "2031-03-14 10:00:00.5+01:00",
        "07:32:00",
    ] {
        check(
            &format!("a = {text}"),
            Toml,
            &format!("{{\"a\":\"{text}\"}}"),
        );
    }
    for (text, place) in [("2031-13-14", "2031-13-14"), ("2031-02-30", "2031-02-30")] {
        refuse(&format!("a = {text}"), Toml, Code::Syntax, place);
    }
    for bad in [
        "01", "1.", ".5", "1__0", "_1", "0x", "1e", "yes", "True", "++1", "0xg", "",
    ] {
        let found = wrong(&format!("e = {bad}\n"), Toml);
        assert_eq!(
            (found.len(), found[0].code),
            (1, Code::Syntax),
            "{bad}: {found:?}"
        );
        assert!(found[0].span.start >= 4, "{bad}: {found:?}");
    }
}

#[test]
fn spans_count_bytes_and_keys_keep_their_order() {
    let text = "\"é\" = [1, {z.y = 'ü'}]\n[b.a]\nx = 1\n[[c]]\n[[c]]\n";
    assert_eq!(
        places(text, Toml),
        [
            text,
            "\"é\"",
            "[1, {z.y = 'ü'}]",
            "1",
            "{z.y = 'ü'}",
            "z",
            "z",
            "y",
            "'ü'",
            "b",
            "b",
            "a",
            "[b.a]",
            "x",
            "1",
            "c",
            "[[c]]",
            "[[c]]",
            "[[c]]",
        ]
    );
    let text = "\u{FEFF}é = 'ß'";
    assert_eq!(wrong(text, Toml)[0].span, Span { start: 3, end: 5 });
    let text = "\u{FEFF}e = 'ß'";
    assert_eq!(places(text, Toml)[1..], ["e", "'ß'"]);
}

#[test]
fn tables() {
    check(
        "[a.b]\nx = 1\n[a]\ny = 2\n[a.c]",
        Toml,
        "{\"a\":{\"b\":{\"x\":1},\"c\":{},\"y\":2}}",
    );
    check(
        "[a]\nb.c = 1\nb.d.e = 2\n[a.b.f]\ng = 3",
        Toml,
        "{\"a\":{\"b\":{\"c\":1,\"d\":{\"e\":2},\"f\":{\"g\":3}}}}",
    );
    check(
        "[[a]]\nx = 1\n[a.b]\n[[a]]\n[a.b]\ny = 2\n[[a.c]]\n[[a.c]]",
        Toml,
        "{\"a\":[{\"b\":{},\"x\":1},{\"b\":{\"y\":2},\"c\":[{},{}]}]}",
    );
    check(
        "a = {b.c = 1, b.d = 2, e = [{}]}",
        Toml,
        "{\"a\":{\"b\":{\"c\":1,\"d\":2},\"e\":[{}]}}",
    );
    check("[a]\n\n[b]\n[a.c]", Toml, "{\"a\":{\"c\":{}},\"b\":{}}");
}

#[test]
fn keys_set_twice() {
    for (text, second, first, path) in [
        ("a = 1\na = 2", 6, 0, "a"),
        ("a = 1\n'a' = 2", 6, 0, "a"),
        ("[t]\na = 1\n[t]", 11, 1, "t"),
        ("[t]\nx.a = 1\nx.a = 2", 14, 6, "t.x.a"),
        ("a = 1\na.b = 2", 6, 0, "a"),
        ("a = {b = 1}\na.c = 2", 12, 0, "a"),
        ("a = {b = 1}\n[a.c]", 13, 0, "a"),
        ("a = {b = 1, b = 2}", 12, 5, "a.b"),
        ("a = {b.c = 1, b = 2}", 14, 5, "a.b"),
        ("a = [1, {b = 1, b = 2}]", 16, 9, "a[1].b"),
        ("[a.b]\n[a]\nb.c = 1", 10, 3, "a.b"),
        ("[a.b.c]\n[a]\nb.c.d = 1", 12, 3, "a.b"),
        ("[a.b.c]\n[a]\nb.d = 1", 12, 3, "a.b"),
        ("a.b = 1\n[a]", 9, 0, "a"),
        ("[x]\na.b = 1\n[x.a]", 15, 4, "x.a"),
        ("a = []\n[[a]]", 9, 0, "a"),
        ("[[a]]\n[a]", 7, 2, "a"),
        ("[a]\n[[a]]", 6, 1, "a"),
        ("[a.b]\n[[a]]", 8, 1, "a"),
        ("[[a]]\n[[a]]\n[[a.b]]\n[a.b]", 23, 16, "a[1].b"),
        ("a = [{}]\n[a.b]", 10, 0, "a"),
    ] {
        let found = wrong(text, Toml);
        let [only] = found.as_slice() else {
            panic!("{text:?}: {found:?}")
        };
        let related = only.related.as_ref().expect("the first place");
        let seen = (
            only.code,
            only.span.start,
            related.0.start,
            only.path.as_str(),
        );
        assert_eq!(seen, (Code::DuplicateKey, second, first, path), "{text:?}");
    }
    assert_eq!(
        wrong("a = 1\na = 2\n[b]\nx = 1\nx = 2\n[b]\na = 3", Toml).len(),
        3
    );
}

#[test]
fn syntax_errors_have_a_place() {
    refuse("a = [1", Toml, Code::Syntax, "");
    refuse("a = 1 b = 2", Toml, Code::Syntax, "1 b");
    for text in ["a", "[a", "= 1", "a = ", "a = {b = 1", "a = 'x"] {
        let found = wrong(text, Toml);
        assert_eq!((found.len(), found[0].code), (1, Code::Syntax), "{text:?}");
    }
    let found = wrong("a = 1\na = 2\nb = é\nc = 1\nc = 2", Toml);
    let codes: Vec<Code> = found.iter().map(|one| one.code).collect();
    assert_eq!(codes, [Code::DuplicateKey, Code::Syntax]);
    refuse("a = 1\rb = 2", Toml, Code::Syntax, "b");
    assert_eq!(tree("a = 1\r\n", Toml).canonical_json(), "{\"a\":1}");
}
