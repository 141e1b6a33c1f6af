//! What holds for the file as a whole: encoding, file names, positions, hashes.

use super::super::{LineIndex, sha256_hex};
use super::{Syntax, check, parse, tree};
use crate::diagnostic::{Code, Span};

const ALL: [Syntax; 3] = [Syntax::Yaml, Syntax::Json, Syntax::Toml];

#[test]
fn bytes_that_are_not_text() {
    for (bytes, start, end) in [
        (b"\xFF\xFEa\0".as_slice(), 0, 2),
        (b"\xFE\xFF\0a", 0, 2),
        (b"\xFF\xFE\0\0", 0, 4),
        (b"\0\0\xFE\xFFa", 0, 4),
        (b"a: \xC3\xA9 \xC3(", 6, 7),
        (b"a: \xE2\x82", 3, 5),
        (b"a: \xED\xA0\x80", 3, 4),
        (b"\xC3\xA9: \0", 4, 5),
        (b"\xC3\xA9: \x07", 4, 5),
        (b"a: \x7F", 3, 4),
        (b"a: \xC2\x85", 3, 5),
        (b"a\0\0\0", 1, 2),
    ] {
        for syntax in ALL {
            let found = parse(bytes, syntax).expect_err("must be refused");
            let seen: Vec<_> = found.iter().map(|one| (one.code, one.span)).collect();
            assert_eq!(seen, [(Code::Encoding, Span { start, end })], "{bytes:?}");
        }
    }
}

#[test]
fn file_names() {
    for (name, syntax) in [
        ("a.yaml", Some(Syntax::Yaml)),
        ("dir.json/a.YML", Some(Syntax::Yaml)),
        ("a.b.json", Some(Syntax::Json)),
        ("x.toml", Some(Syntax::Toml)),
        ("x.txt", None),
        ("yaml", None),
        ("", None),
    ] {
        assert_eq!(Syntax::of_file_name(name), syntax, "{name}");
    }
}

#[test]
fn positions() {
    let text = "é→x\r\ny\rz\n\n😀b";
    let index = LineIndex::new(text.as_bytes());
    let at = |piece: &str| index.position(text.find(piece).expect("a piece of the text"));
    assert_eq!(index.position(0), (1, 1));
    assert_eq!(index.position(1), (1, 1));
    assert_eq!(
        (at("→"), at("x"), at("y"), at("z")),
        ((1, 2), (1, 3), (2, 1), (3, 1))
    );
    assert_eq!((at("😀"), at("b")), ((5, 1), (5, 2)));
    assert_eq!(index.position(text.len()), (5, 3));
    assert_eq!(index.position(usize::MAX), (5, 3));
    assert_eq!(LineIndex::new(b"").position(0), (1, 1));
    assert_eq!(LineIndex::new("\u{FEFF}ab".as_bytes()).position(4), (1, 2));
    assert_eq!(LineIndex::new("\u{FEFF}ab".as_bytes()).position(0), (1, 1));
}

#[test]
fn same_content_same_canonical_json() {
    let canonical = "{\"open\":true,\"parties\":[{\"floor\":-0.50,\"id\":\"é\"},{\"floor\":12,\"id\":\"b\\u000a\"}]}";
    check(
        "open: true\nparties:\n  - id: é\n    floor: -0.50\n  - {floor: 12, id: \"b\\n\"}\n",
        Syntax::Yaml,
        canonical,
    );
    check(
        "open = true\n[[parties]]\nid = 'é'\nfloor = -0.50\n[[parties]]\nid = \"b\\n\"\nfloor = 1_2",
        Syntax::Toml,
        canonical,
    );
    check(canonical, Syntax::Json, canonical);
    check(canonical, Syntax::Yaml, canonical);
}

#[test]
fn canonical_order_and_hash() {
    // U+FFFD comes before U+10000 by code point, after it by UTF-16 unit.
    check(
        "{\"\u{10000}\": 1, \"\u{FFFD}\": 2, \"a\": 3, \"\": 4, \"B\": 5, \"aa\": 6}",
        Syntax::Json,
        "{\"\":4,\"B\":5,\"a\":3,\"aa\":6,\"\u{FFFD}\":2,\"\u{10000}\":1}",
    );
    assert_eq!(
        sha256_hex("abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(tree("{}", Syntax::Json).hash(), sha256_hex("{}"));
}

#[test]
fn kind_names() {
    let kinds = [
        ("~", "nothing"),
        ("true", "a truth value"),
        ("1", "a number"),
        ("x", "a text"),
        ("[]", "a list"),
        ("{}", "a mapping"),
    ];
    for (text, kind) in kinds {
        assert_eq!(tree(text, Syntax::Yaml).kind_name(), kind);
    }
}

#[test]
fn demonstration_case_is_read() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/cases/sella-basin.yaml"
    );
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: the demonstration case is not beside the repository");
        return;
    };
    let node = parse(&bytes, Syntax::Yaml).expect("the case is well-formed");
    assert_eq!(node.kind_name(), "a mapping");
    let again = parse(node.canonical_json().as_bytes(), Syntax::Json).expect("canonical JSON");
    assert_eq!(again.hash(), node.hash());
}
