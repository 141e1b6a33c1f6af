//! JSON: RFC 8259, no more and no less.

use super::super::Syntax::Json;
use super::super::number::is_number;
use super::{check, places, refuse, tree, wrong};
use crate::diagnostic::{Code, Span};

#[test]
fn values() {
    check(" null ", Json, "null");
    check("\r\n\t[ ] ", Json, "[]");
    check("{ }", Json, "{}");
    check(
        "[true, false, -0.50E+07, \"a\"]",
        Json,
        "[true,false,-0.50E+07,\"a\"]",
    );
    check(
        "{\"b\": [1, {}], \"a\": {\"c\": null}}",
        Json,
        "{\"a\":{\"c\":null},\"b\":[1,{}]}",
    );
    check(
        r#""\" \\ \/ \b \f \n \r \t \u00e9 \uD83D\uDE00""#,
        Json,
        "\"\\\" \\\\ / \\u0008 \\u000c \\u000a \\u000d \\u0009 é 😀\"",
    );
}

#[test]
fn spans_count_bytes() {
    let text = "{\"é\": [\"→x\", 12], \"b\": {}}";
    let expected = [
        "{\"é\": [\"→x\", 12], \"b\": {}}",
        "\"é\"",
        "[\"→x\", 12]",
        "\"→x\"",
        "12",
        "\"b\"",
        "{}",
    ];
    assert_eq!(places(text, Json), expected);
    assert_eq!(tree("\u{FEFF}12", Json).span, Span { start: 3, end: 5 });
}

#[test]
fn refused() {
    for (text, place) in [
        ("", ""),
        ("  ", ""),
        ("[1,]", "]"),
        ("[,1]", ","),
        ("[1 2]", "2"),
        ("[1", ""),
        ("[1}", "}"),
        ("{\"a\":1,}", "}"),
        ("{\"a\" 1}", "1"),
        ("{a: 1}", "a"),
        ("{\"a\"", ""),
        ("{\"a\":}", "}"),
        ("1 2", "2"),
        ("[] // x", "/"),
        ("/* */ 1", "/"),
        ("nul", "nul"),
        ("True", "True"),
        ("01", "01"),
        ("+1", "+1"),
        ("1.", "1."),
        (".5", ".5"),
        ("0x1F", "0x1F"),
        ("NaN", "NaN"),
        ("1e", "1e"),
        ("é", "é"),
        ("'a'", "'"),
        ("\"a", "\""),
        ("\"a\\", "\""),
        ("\"\\x\"", "\\x"),
        ("\"\\é\"", "\\é"),
        ("\"\\u12g4\"", "\\u"),
        ("\"\\u+123\"", "\\u"),
        ("\"\\u1é\"", "\\u"),
        ("\"\\ud800\"", "\\ud800"),
        ("\"\\udc00\"", "\\udc00"),
        ("\"\\ud800\\u0041\"", "\\ud800"),
        ("\"a\tb\"", "\t"),
        ("\"a\nb\"", "\n"),
        ("\u{FEFF}\u{FEFF}1", "\u{FEFF}"),
        ("\u{A0}1", "\u{A0}"),
    ] {
        refuse(text, Json, Code::Syntax, place);
    }
}

#[test]
fn duplicate_keys_are_all_reported() {
    let found = wrong(
        "[{\"a\": 1, \"é\": {\"x\": 1, \"x\": 2}, \"\\u0061\": 3, \"a\": 4}]",
        Json,
    );
    let seen: Vec<_> = found
        .iter()
        .map(|one| {
            (
                one.code,
                one.span.start,
                one.path.as_str(),
                one.related.as_ref().unwrap().0.start,
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            (Code::DuplicateKey, 25, "[0].é.x", 17),
            (Code::DuplicateKey, 34, "[0].a", 2),
            (Code::DuplicateKey, 47, "[0].a", 2),
        ]
    );
}

#[test]
fn number_tokens() {
    for yes in ["0", "-0", "10", "1.0", "0.00", "1e5", "1E-05", "-12.5e+3"] {
        assert!(is_number(yes), "{yes}");
    }
    for no in [
        "", "-", "+1", "00", "01", "1.", ".5", "1e", "1e+", "1_0", "0x1", " 1", "1 ", "١",
    ] {
        assert!(!is_number(no), "{no}");
    }
}
