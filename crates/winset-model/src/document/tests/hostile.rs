//! Files made to exhaust time, memory or the stack: each is refused, or read, at once.

use std::fmt::Write as _;

use super::super::limits::{
    ALIASES_MAX, DEPTH_MAX, DUPLICATES_MAX, FILE_BYTES_MAX, NODES_MAX, NUMBER_CHARS_MAX,
    TEXT_BYTES_MAX,
};
use super::{Code, Syntax, parse, tree, wrong};

const ALL: [Syntax; 3] = [Syntax::Yaml, Syntax::Json, Syntax::Toml];

/// Checks that a text is refused with this code alone, saying this.
#[track_caller]
fn refuse_saying(text: &str, syntax: Syntax, code: Code, message: &str) {
    let found = wrong(text, syntax);
    assert_eq!(found.len(), 1, "{}", found.len());
    assert_eq!(found[0].code, code, "{:?}", found[0]);
    assert!(found[0].message.contains(message), "{:?}", found[0]);
}

#[test]
fn file_size() {
    for syntax in ALL {
        refuse_saying(
            &" ".repeat(FILE_BYTES_MAX + 1),
            syntax,
            Code::FileLimit,
            "8388608 bytes",
        );
    }
    assert!(parse(&vec![b' '; FILE_BYTES_MAX], Syntax::Yaml).is_ok());
    assert!(parse(&vec![b'\n'; FILE_BYTES_MAX], Syntax::Toml).is_ok());
}

#[test]
fn depth_at_and_past_the_limit() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    for syntax in [Syntax::Yaml, Syntax::Json] {
        tree(&nested(DEPTH_MAX), syntax);
        let found = wrong(&nested(DEPTH_MAX + 1), syntax);
        assert_eq!(
            (found[0].code, found[0].span.start),
            (Code::FileLimit, DEPTH_MAX)
        );
    }
    tree(&format!("a = {}", nested(DEPTH_MAX - 1)), Syntax::Toml);
    let found = wrong(&format!("a = {}", nested(DEPTH_MAX)), Syntax::Toml);
    assert_eq!(
        (found[0].code, found[0].span.start),
        (Code::FileLimit, 4 + DEPTH_MAX - 1)
    );
}

#[test]
fn brackets_without_end() {
    let opens = [
        "[", "{", "[{", "{\"a\":", "[[{a: ", "- ", "? ", "- - ? ", "a: [", "{a = [", "&a [",
        "[!!str ",
    ];
    for open in opens {
        for count in [1_000, 100_000] {
            for syntax in ALL {
                let text = open.repeat(count);
                assert!(parse(text.as_bytes(), syntax).is_err(), "{open} {syntax:?}");
                // What begins with letters may be one plain scalar of YAML.
                let _ = parse(format!("a = {text}").as_bytes(), syntax);
            }
        }
    }
}

#[test]
fn deep_blocks() {
    let mut text = String::new();
    for level in 0..2_000 {
        let _ = writeln!(text, "{}k:", " ".repeat(level));
    }
    refuse_saying(&text, Syntax::Yaml, Code::FileLimit, "inside each other");
    let shallow: Vec<&str> = text.lines().take(DEPTH_MAX).collect();
    tree(&shallow.join("\n"), Syntax::Yaml);
    let mixed = format!("{} [[1]]", shallow[..DEPTH_MAX - 1].join("\n"));
    refuse_saying(&mixed, Syntax::Yaml, Code::FileLimit, "inside each other");
    refuse_saying(
        &format!("[{}]", ["a"; 100].join(".")),
        Syntax::Toml,
        Code::FileLimit,
        "inside",
    );
    refuse_saying(
        &format!("{} = 1", vec!["a"; 100_000].join(".")),
        Syntax::Toml,
        Code::FileLimit,
        "inside",
    );
}

#[test]
fn wide_files() {
    let ones = vec!["1"; 1_000_000 - 1].join(",");
    tree(&format!("[{ones}]"), Syntax::Json);
    tree(&format!("a = [{}]", &ones[2..]), Syntax::Toml);
    tree(&format!("[{ones}]"), Syntax::Yaml);
    refuse_saying(
        &format!("[{ones},1]"),
        Syntax::Json,
        Code::FileLimit,
        "1000000 values",
    );
    refuse_saying(
        &format!("[{ones},1]"),
        Syntax::Yaml,
        Code::FileLimit,
        "1000000 values",
    );
    refuse_saying(
        &format!("a = [{ones}]"),
        Syntax::Toml,
        Code::FileLimit,
        "1000000 values",
    );
    assert_eq!(NODES_MAX, 1_000_000);
    for text in [
        ",", "a: 1\n", "a = {}\n", "[a]\n", "[[a]]\n", "*", "&", "-\n", "? \n", "\"", "'", "#",
        "\t", "\r", "---\n", "%a\n", ":", "a.", "{},", "| ", "a: |\n\n", "!",
    ] {
        let text = text.repeat(FILE_BYTES_MAX / 8 / text.len());
        for syntax in ALL {
            let _ = parse(text.as_bytes(), syntax);
        }
    }
}

#[test]
fn many_keys_are_not_quadratic() {
    let mut yaml = String::new();
    let mut toml = String::from("[q]\n");
    for key in 0..400_000 {
        let _ = writeln!(yaml, "k{key}: 1");
        let _ = writeln!(toml, "k{key} = 1");
    }
    tree(&yaml, Syntax::Yaml);
    tree(&toml, Syntax::Toml);
    let flow = format!("{{{}}}", yaml.trim_end().replace('\n', ", "));
    tree(&flow, Syntax::Yaml);
    let same = "a: 1\n".repeat(400_000);
    let found = wrong(&same, Syntax::Yaml);
    assert_eq!(found.len(), DUPLICATES_MAX + 1);
    let found = wrong(&"a=1\n".repeat(400_000), Syntax::Toml);
    assert_eq!(found.len(), DUPLICATES_MAX + 1);
}

#[test]
fn long_headers_with_many_keys() {
    let header = format!("[{}]\n", vec!["a".repeat(60); DEPTH_MAX - 1].join("."));
    let keys: Vec<String> = (0..500_000).map(|key| format!("k{key}=1")).collect();
    tree(&format!("{header}{}", keys.join("\n")), Syntax::Toml);
}

#[test]
fn aliases_without_end() {
    let mut laughs = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let uses = vec![format!("*a{}", level - 1); 10].join(", ");
        let _ = writeln!(laughs, "a{level}: &a{level} [{uses}]");
    }
    refuse_saying(&laughs, Syntax::Yaml, Code::FileLimit, "1000000 values");
    let many = format!("a: &a 1\nb: [{}]", vec!["*a"; ALIASES_MAX + 1].join(", "));
    refuse_saying(&many, Syntax::Yaml, Code::FileLimit, "1000 aliases");
    let long = format!(
        "a: &a {}\nb: [{}]",
        "x".repeat(1_000_000),
        vec!["*a"; 900].join(", ")
    );
    refuse_saying(&long, Syntax::Yaml, Code::FileLimit, "bytes of text copied");
    let anchors = format!(
        "[{}]",
        (0..2_000)
            .map(|id| format!("&a{id} 1"))
            .collect::<Vec<_>>()
            .join(", ")
    );
    refuse_saying(&anchors, Syntax::Yaml, Code::FileLimit, "1000 anchors");
    let deep: Vec<String> = (1..100)
        .map(|level| format!("- &a{level} [*a{}]", level - 1))
        .collect();
    refuse_saying(
        &format!("- &a0 [1]\n{}", deep.join("\n")),
        Syntax::Yaml,
        Code::FileLimit,
        "inside each other",
    );
}

#[test]
fn long_scalars() {
    let digits = "9".repeat(NUMBER_CHARS_MAX);
    tree(&digits, Syntax::Yaml);
    tree(&digits, Syntax::Json);
    tree(&format!("a = {digits}"), Syntax::Toml);
    for more in [1, 3_000_000] {
        let digits = "9".repeat(NUMBER_CHARS_MAX + more);
        refuse_saying(&digits, Syntax::Yaml, Code::FileLimit, "256 characters");
        refuse_saying(&digits, Syntax::Json, Code::FileLimit, "256 characters");
        refuse_saying(
            &format!("a = {digits}"),
            Syntax::Toml,
            Code::FileLimit,
            "256 characters",
        );
        refuse_saying(
            &format!("a = 0x{digits}"),
            Syntax::Toml,
            Code::FileLimit,
            "256 characters",
        );
        refuse_saying(
            &format!("a = 0.{digits}"),
            Syntax::Toml,
            Code::FileLimit,
            "256 characters",
        );
    }
    let text = "é".repeat(TEXT_BYTES_MAX / 2);
    for (open, close, syntax) in [
        ("'", "'", Syntax::Yaml),
        ("", "", Syntax::Yaml),
        ("|\n ", "", Syntax::Yaml),
        ("\"", "\"", Syntax::Json),
        ("a = '", "'", Syntax::Toml),
    ] {
        // A block scalar ends with a line feed of its own.
        if open != "|\n " {
            tree(&format!("{open}{text}{close}"), syntax);
        }
        refuse_saying(
            &format!("{open}{text}é{close}"),
            syntax,
            Code::FileLimit,
            "1048576 bytes",
        );
    }
}
