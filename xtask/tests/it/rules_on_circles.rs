//! The rule on circles of modules, broken and kept.

use xtask::tidy::{Tree, circles, circles_text, crate_circles, source_files};

/// What the crate `a` of these files (paths inside of its `src`) has as its largest circle.
fn check(files: &[(&str, &str)], largest: &[&str]) {
    let files: Vec<(String, &str)> = files
        .iter()
        .map(|(path, code)| (format!("crates/a/src/{path}"), *code))
        .collect();
    let tree = Tree::from_texts(files.iter().map(|(path, code)| (path.as_str(), *code)));
    let found = crate_circles(&source_files(&tree));
    assert_eq!(found[0].largest, largest, "{files:?}");
}

const LIB: (&str, &str) = ("lib.rs", "mod b;\nmod c;\nmod d;\n");

#[test]
fn every_way_to_name_a_module_counts() {
    for uses_b in [
        "use crate::b::f;",
        "use super::b::f;",
        "use crate::{b::{f, g}};",
        "use crate::b::*;",
        "fn c() { crate::b::f::<u8>() }",
        "fn c() { super::b::T::new() }",
        "use crate::b;\nfn c() { b::f() }",
        "use super::b as other;\nfn c() -> other::T {}",
        "mod inside { fn c() { super::super::b::f() } }",
        "fn c() { use crate::b::f; }",
        "use crate::b::made_by_a_macro;",
    ] {
        let c = format!("{uses_b}\npub fn h() {{}}\n");
        let b = "use crate::c::h;\npub fn f() {}\npub fn g() {}\npub struct T;\n";
        check(&[LIB, ("b.rs", b), ("c.rs", &c)], &["b.rs", "c.rs"]);
    }
}

#[test]
fn what_is_no_path_does_not_count() {
    for names_b in [
        "// use crate::b::f;",
        "//! [`crate::b::f`]",
        "const A: &str = \"crate::b::f\";",
        "const A: &str = r#\"use crate::b::f;\"#;",
        "#[cfg(test)]\nmod tests { use crate::b::f; }",
        "#[cfg(test)]\nuse crate::b::f;",
        "macro_rules! m { () => { crate::b::f() } }",
        "fn c() { m!(crate::b::f()) }",
        "pub(in crate::b) fn c() {}",
        "use other::b::f;",
        "use crate::b;",
        "fn c() { b::f() }",
    ] {
        check(
            &[
                LIB,
                ("b.rs", "use crate::c::h;\nfn f() {}"),
                ("c.rs", names_b),
            ],
            &[],
        );
    }
    check(
        &[
            ("lib.rs", "mod b;\n"),
            (
                "b.rs",
                "#[cfg(test)]\nmod tests;\nfn f() { crate::b::tests::g() }",
            ),
            ("b/tests.rs", "use super::f;"),
        ],
        &[],
    );
}

#[test]
fn what_is_passed_on_counts_for_who_defines_it() {
    let b = (
        "b/mod.rs",
        "mod page;\nmod rows;\npub(crate) use page::{headline as title, text};\n\
         pub(crate) use rows::*;\n",
    );
    // The parent only passes on.
    check(
        &[
            LIB,
            b,
            ("b/page.rs", "pub fn headline() {}\npub fn text() {}"),
            ("b/rows.rs", "use super::title;\npub fn row() {}"),
        ],
        &[],
    );
    // Two siblings that use each other by way of their parent.
    check(
        &[
            LIB,
            b,
            ("b/page.rs", "use super::row;\npub fn headline() {}"),
            ("b/rows.rs", "use crate::b::title;\npub fn row() {}"),
        ],
        &["b/page.rs", "b/rows.rs"],
    );
    // Passed on by two modules in turn.
    check(
        &[
            LIB,
            b,
            ("b/page.rs", "use crate::c::title;\npub fn text() {}"),
            ("c.rs", "pub use crate::d::title;"),
            ("d.rs", "use crate::b::text;\npub fn title() {}"),
        ],
        &["b/page.rs", "d.rs"],
    );
    // A parent that uses what it passes on is part of the circle.
    check(
        &[
            LIB,
            (
                "b/mod.rs",
                "mod page;\npub use page::text;\npub fn row() { text() }",
            ),
            ("b/page.rs", "use super::row;\npub fn text() {}"),
        ],
        &["b/mod.rs", "b/page.rs"],
    );
}

#[test]
fn a_binary_has_a_root_of_its_own() {
    check(
        &[
            ("lib.rs", "mod b;\npub use b::f;\n"),
            ("main.rs", "mod c;\nfn main() { c::run() }\npub fn g() {}\n"),
            ("b.rs", "pub fn f() { crate::g() }"),
            ("c.rs", "use crate::f;\npub fn run() { crate::g() }"),
        ],
        &["c.rs", "main.rs"],
    );
}

#[test]
fn a_circle_of_many_is_a_finding_with_its_shortest_way() {
    let files = [
        ("crates/a/src/lib.rs", "mod b;\nmod c;\nmod d;\nmod e;\n"),
        ("crates/a/src/b.rs", "use crate::c::f;\npub fn f() {}\n"),
        ("crates/a/src/c.rs", "\nuse crate::d::f;\npub fn f() {}\n"),
        (
            "crates/a/src/d.rs",
            "pub fn f() {}\n\n\nuse crate::{b, e::f};\nfn g() { b::f() }\n",
        ),
        ("crates/a/src/e.rs", "use crate::d::f;\npub fn f() {}\n"),
    ];
    let tree = Tree::from_texts(files);
    let files_of = source_files(&tree);
    let lines: Vec<String> = circles(&files_of).iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "crates/a/src/d.rs:4: [circles] 4 modules use each other in circles, more than 3; \
             a shortest one: crates/a/src/d.rs:4 -> crates/a/src/e.rs:1 -> crates/a/src/d.rs:4; \
             all of them: b.rs, c.rs, d.rs, e.rs"
        ]
    );
    assert_eq!(
        circles_text(&crate_circles(&files_of)),
        "crate                modules  largest circle\n\
         a                          5               4\n    b.rs\n    c.rs\n    d.rs\n    e.rs\n"
    );
    // Three may.
    let tree = Tree::from_texts(
        files
            .into_iter()
            .filter(|(path, _)| !path.ends_with("e.rs")),
    );
    assert!(circles(&source_files(&tree)).is_empty());
    assert_eq!(crate_circles(&source_files(&tree))[0].largest.len(), 3);
}
