//! Rules on files, each broken once.

use xtask::tidy::{
    CargoPackage, FILE_LINES_MAX, Finding, Metadata, Tree, docs, floats, modules, sizes, text,
};

fn places(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|f| format!("{}:{}", f.path, f.line))
        .collect()
}

#[test]
fn rust_files_begin_with_what_they_are_for() {
    let tree = Tree::from_texts([
        ("a.rs", "//! A.\n"),
        ("b.rs", "mod a;\n"),
        ("c.rs", "\n//! Late.\n"),
        ("d.rs", ""),
        ("e.txt", "e"),
    ]);
    assert_eq!(places(&sizes(&tree, &[])), ["b.rs:1", "c.rs:1", "d.rs:1"]);
}

#[test]
fn rust_files_are_short_but_for_their_tests() {
    let fits = format!("//! A.\n{}", "x;\n".repeat(FILE_LINES_MAX - 1));
    let long = format!("{fits}x;\n");
    let tested = format!(
        "{fits}#[cfg(test)]\nmod tests {{\n{}}}\n",
        "x;\n".repeat(50)
    );
    let tests_inside = format!("{tested}x;\n");
    let tree = Tree::from_texts([
        ("fits.rs", fits.as_str()),
        ("long.rs", &long),
        ("tested.rs", &tested),
        ("tests_inside.rs", &tests_inside),
    ]);
    assert_eq!(
        places(&sizes(&tree, &[])),
        ["long.rs:601", "tests_inside.rs:654"]
    );
    let table = [
        ("long.rs", "one table"),
        ("tests_inside.rs", " "),
        ("fits.rs", "was long"),
    ];
    let findings = sizes(&tree, &table);
    let messages: Vec<&str> = findings.iter().map(|f| f.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the table lets tests_inside.rs off without a reason",
            "the table lets fits.rs off, which does not need it: remove it",
        ]
    );
}

#[test]
fn every_rust_file_is_declared() {
    let tree = Tree::from_texts([
        (
            "crates/a/src/lib.rs",
            "//! A.\npub mod b;\npub(crate) mod c;\n// mod lost;\n",
        ),
        ("crates/a/src/b.rs", "#[cfg(test)]\nmod tests;\n"),
        ("crates/a/src/b/tests.rs", ""),
        ("crates/a/src/c/mod.rs", "mod d;"),
        ("crates/a/src/c/d.rs", ""),
        ("crates/a/src/c/tests.rs", ""),
        ("crates/a/src/lost.rs", "mod lost_too;"),
        ("crates/a/src/lost/lost_too.rs", ""),
        ("crates/a/src/bin/tool.rs", ""),
        ("crates/a/tests/it/main.rs", "mod e;"),
        ("crates/a/tests/it/e.rs", ""),
        ("crates/a/tests/it/forgotten.rs", ""),
        ("crates/a/build.rs", ""),
    ]);
    assert_eq!(
        places(&modules(&tree)),
        [
            "crates/a/src/c/tests.rs:1",
            "crates/a/src/lost.rs:1",
            "crates/a/src/lost/lost_too.rs:1",
            "crates/a/tests/it/forgotten.rs:1",
        ]
    );
}

#[test]
fn floats_are_kept_out() {
    let tested = "//! f64\nfn a() {}\n#[cfg(test)]\nmod tests {\n    fn b(c: f64) {}\n}\n";
    let tree = Tree::from_texts([
        ("crates/winset-model/src/a.rs", "//! A.\nfn a(b: f64) {}\n"),
        ("crates/winset-check/src/b.rs", "//! B.\n\nlet c = 0.5;\n"),
        ("crates/winset-check/src/tested.rs", tested),
        ("crates/winset-check/src/b/tests.rs", "let c = 0.5;"),
        ("crates/winset-solve/src/guess.rs", "fn d() -> f32 {}\n"),
        ("crates/winset/src/main.rs", "let picture: f64;\n"),
    ]);
    let strict = [
        "crates/winset-check/src/b.rs:3",
        "crates/winset-model/src/a.rs:2",
    ]
    .map(str::to_owned);
    let findings = floats(&tree, &[]);
    assert_eq!(places(&findings)[..2], strict);
    assert_eq!(
        places(&findings)[2..],
        ["crates/winset-solve/src/guess.rs:1"]
    );
    assert!(
        findings[2].message.contains("list the file in FLOAT_FILES"),
        "{}",
        findings[2]
    );

    let table = [("crates/winset-solve/src/guess.rs", "branching only")];
    assert_eq!(places(&floats(&tree, &table)), strict);
    let table = [("crates/winset-model/src/a.rs", "not possible here")];
    assert_eq!(floats(&tree, &table).len(), 4);
}

#[test]
fn texts_hold_no_machine_paths_and_no_marks() {
    // Put together here, since this file is checked too.
    let path = |name: &str| format!("see /{name}/a");
    let mark = format!("// {}: later", "todo".to_uppercase());
    for bad in [
        path("work"),
        path("root"),
        path("home"),
        path("tmp/bash_x"),
        mark,
    ] {
        let tree = Tree::from_texts([("notes.txt", format!("fine\n{bad}\n").as_str())]);
        assert_eq!(places(&text(&tree)), ["notes.txt:2"], "{bad}");
    }
    for good in [
        "https://example.org/home/a",
        "../work/a",
        "homework/a",
        "XXXL",
        "a TODOS b",
    ] {
        let tree = Tree::from_texts([("notes.txt", good)]);
        assert_eq!(text(&tree), [], "{good}");
    }
}

#[test]
fn tests_are_ignored_with_a_reason_only() {
    for (source, expected) in [
        ("#[test]\n#[ignore]\nfn a() {}\n", 1),
        ("#[ignore = \"\"]\nfn a() {}\n", 1),
        ("#[ignore = \"takes an hour\"]\nfn a() {}\n", 0),
        ("// #[ignore]\nlet a = \"#[ignore]\";\n", 0),
    ] {
        let tree = Tree::from_texts([("a.rs", source)]);
        assert_eq!(text(&tree).len(), expected, "{source}");
    }
}

fn members(names: &[&str]) -> Metadata {
    let packages = names.iter().map(|name| CargoPackage {
        name: (*name).to_owned(),
        version: "0.1.0".to_owned(),
        licence: None,
        manifest: Some(format!("crates/{name}/Cargo.toml")),
        dependencies: Vec::new(),
    });
    Metadata {
        packages: packages.collect(),
    }
}

#[test]
fn the_architecture_mentions_every_crate() {
    let metadata = members(&["winset", "winset-model"]);
    let findings = docs(&Tree::from_texts([]), &metadata);
    assert_eq!(findings.len(), 1);
    assert_eq!(
        findings[0].to_string(),
        "ARCHITECTURE.md:1: [docs] does not exist"
    );
    // `winset-model` does not mention `winset`.
    let tree = Tree::from_texts([("ARCHITECTURE.md", "`winset-model` reads.")]);
    let findings = docs(&tree, &metadata);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].message, "does not mention crate winset");
    let tree = Tree::from_texts([(
        "ARCHITECTURE.md",
        "`winset-model` reads, **winset** prints.",
    )]);
    assert_eq!(docs(&tree, &metadata), []);
}

#[test]
fn decision_notes_are_named_and_numbered() {
    let tree = Tree::from_texts([
        ("ARCHITECTURE.md", ""),
        ("docs/decisions/0001-first.md", ""),
        ("docs/decisions/0002-a.md", ""),
        ("docs/decisions/0002-b.md", ""),
        ("docs/decisions/0003-Title.md", ""),
        ("docs/decisions/4-four.md", ""),
        ("docs/decisions/picture.svg", ""),
    ]);
    assert_eq!(
        places(&docs(&tree, &members(&[]))),
        [
            "docs/decisions/0002-b.md:1",
            "docs/decisions/0003-Title.md:1",
            "docs/decisions/4-four.md:1",
            "docs/decisions/picture.svg:1",
        ]
    );
}

#[test]
fn links_lead_to_files() {
    let tree = Tree::from_texts([
        (
            "ARCHITECTURE.md",
            "[a](docs/a.md#part)\n[docs](docs/) [gone](docs/gone.md)",
        ),
        (
            "docs/a.md",
            "[up](../ARCHITECTURE.md)\n\n[out](../../b.md) [self](#part)",
        ),
    ]);
    assert_eq!(
        places(&docs(&tree, &members(&[]))),
        ["ARCHITECTURE.md:2", "docs/a.md:3"]
    );
}
