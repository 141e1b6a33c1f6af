//! Rules on Rust code, each broken once, beside neighbours that hold to it.

use xtask::tidy::{FaceExemption, Finding, Tree, faces, mods, names, source_files, tuples};

fn places(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|f| format!("{}:{}", f.path, f.line))
        .collect()
}

fn messages(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|f| f.message.as_str()).collect()
}

fn check_faces(path: &str, code: &str, expected: &[&str]) {
    let tree = Tree::from_texts([
        (path, code),
        (
            "crates/winset-solve/src/lib.rs",
            "mod verdict;\npub mod clash;\npub mod count;\npub use count::count;\n",
        ),
    ]);
    let found: Vec<String> = faces(&source_files(&tree), &[])
        .iter()
        .map(|f| {
            let name = f.message.split([' ', ';']).nth(1).unwrap_or_default();
            format!("{} {name}", f.line)
        })
        .collect();
    assert_eq!(found, expected, "{code}");
}

#[test]
fn faces_name_types_of_the_solver_and_no_functions() {
    let server = "crates/winset-server/src/a.rs";
    check_faces(
        server,
        "use winset_solve::{\n    Budget,\n    overlap,\n    count as counted,\n};\n",
        &["3 winset_solve::overlap", "4 winset_solve::count"],
    );
    check_faces(
        server,
        "use winset_solve::Budget;\nfn a(b: winset_solve::Count) { Budget::unlimited() }\n\
         const C: usize = winset_solve::POINTS_MAX + winset_solve::Budget::few();\n",
        &[],
    );
    check_faces(
        server,
        "fn a() { winset_solve::overlap(b) }\nuse winset_solve::*;\n",
        &["2 winset_solve::*", "1 winset_solve::overlap"],
    );
    // Modules lead to functions; `count` is a function too.
    check_faces(
        server,
        "use winset_solve::clash;\nuse clash::Clash;\nfn a() { clash::clashes(b) }\n\
         use winset_solve::count;\n",
        &["4 winset_solve::count", "3 winset_solve::clash::clashes"],
    );
    check_faces(
        server,
        "use winset_solve as solver;\nfn a() { solver::overlap(b); told::overlap(c) }\n",
        &["2 winset_solve::overlap"],
    );
    check_faces(
        "crates/winset-cli/src/a.rs",
        "use winset::{load, solve, told};\nfn a() { solve::overlap(b); told::c(); load(d) }\n\
         fn e() { winset::solve::verdict(f); winset::load(g) }\n",
        &["2 winset::solve::overlap", "3 winset::solve::verdict"],
    );
}

#[test]
fn faces_may_speak_of_functions_and_test_with_them() {
    check_faces(
        "crates/winset-export/src/a.rs",
        "//! winset_solve::overlap\n/* use winset_solve::overlap; */\n\
         const A: &str = \"winset_solve::overlap\";\nconst B: &str = r#\"use winset_solve::b;\"#;\n\
         #[cfg(test)]\nmod tests {\n    use winset_solve::overlap;\n}\n",
        &[],
    );
    let code = "use winset_solve::overlap;\n";
    check_faces("crates/winset-export/src/a/tests.rs", code, &[]);
    check_faces("crates/winset-answers/src/a.rs", code, &[]);
}

#[test]
fn faces_are_let_off_with_a_reason() {
    let path = "crates/winset-export/src/a.rs";
    let tree = Tree::from_texts([(path, "use winset_solve::{best, overlap};\n")]);
    let files = source_files(&tree);
    let exemption = |file, function, reason| FaceExemption {
        file,
        function,
        reason,
    };
    let findings = faces(&files, &[exemption(path, "best", "asked before the desk")]);
    assert_eq!(places(&findings), [format!("{path}:1")]);
    assert!(
        findings[0]
            .message
            .starts_with("names winset_solve::overlap; ")
    );
    let table = [
        exemption(path, "best", "asked before the desk"),
        exemption(path, "overlap", ""),
        exemption("crates/winset-export/src/b.rs", "best", "is gone"),
    ];
    assert_eq!(
        messages(&faces(&files, &table)),
        [
            "the table lets overlap in crates/winset-export/src/a.rs off without a reason",
            "the table lets best in crates/winset-export/src/b.rs off, which does not need it: \
             remove it",
        ]
    );
}

fn check_tuples(code: &str, expected: &[usize]) {
    let tree = Tree::from_texts([("crates/a/src/b.rs", code)]);
    let lines: Vec<usize> = tuples(&source_files(&tree))
        .iter()
        .map(|f| f.line)
        .collect();
    assert_eq!(lines, expected, "{code}");
}

#[test]
fn parameters_are_not_taken_apart() {
    check_tuples("fn a((b, c): (D, E)) {}", &[1]);
    check_tuples(
        "fn a<F: Fn(u8) -> G<H>>(\n    b: u8,\n    &(c, d): &(E, E),\n) {}",
        &[3],
    );
    check_tuples("impl A {\n    fn b(&self, #[c] (d, _): (E, E)) {}\n}", &[2]);
    check_tuples("mod a {\n    fn b() { fn c(Some((d, e)): F) {} }\n}", &[2]);
    check_tuples("trait A { fn b((c, d): (E, E)) {} }", &[1]);
}

#[test]
fn tuples_elsewhere_are_fine() {
    check_tuples(
        "fn a(b: (C, D), e: impl Fn((F, G)) -> H) -> (I, J) { (k, l) }",
        &[],
    );
    check_tuples("fn a() { b.map(|(c, d)| e); let (f, g) = h; }", &[]);
    check_tuples("fn a(Pair { b, c }: Pair, Other(d): Other) {}", &[]);
    check_tuples("type A = fn((B, C)) -> D;", &[]);
    check_tuples(
        "// fn a((b, c): (D, E)) {}\nconst F: &str = \"fn a((b, c): (D, E)) {}\";\n\
         const G: &str = r#\"fn a(\"(b, c): (D, E)) {}\"#;\n\
         #[cfg(test)]\nmod tests {\n    fn a((b, c): (D, E)) {}\n}\n",
        &[],
    );
}

fn check_mods(path: &str, code: &str, expected: &[&str]) {
    let tree = Tree::from_texts([(path, code)]);
    let found: Vec<String> = mods(&source_files(&tree))
        .iter()
        .map(|f| {
            let item = f.message.split('`').nth(1).unwrap_or_default();
            format!("{} {item}", f.line)
        })
        .collect();
    assert_eq!(found, expected, "{code}");
}

#[test]
fn mod_files_hold_no_code() {
    check_mods(
        "crates/a/src/b/mod.rs",
        "//! B.\nmod c;\npub(crate) fn d() {}\nstruct E;\nenum F {}\nimpl E {}\nconst G: u8 = 1;\n\
         static H: u8 = 1;\npub trait I {}\ntype J = u8;\nmacro_rules! k { () => {} }\nl!(m);\n",
        &[
            "3 fn d",
            "4 struct E",
            "5 enum F",
            "6 impl",
            "7 const G",
            "8 static H",
            "9 trait I",
            "10 type J",
            "11 macro_rules k",
            "12 macro call l",
        ],
    );
    check_mods(
        "crates/a/src/lib.rs",
        "//! A.\npub mod b {\n    pub mod c {\n        pub const fn d() {}\n    }\n}\n",
        &["4 fn d"],
    );
}

#[test]
fn mod_files_hold_modules_and_uses() {
    let code = "//! A: `fn a() {}`.\n#![expect(missing_docs, reason = \"fn b() {}\")]\n\
                // fn c() {}\nmod d;\npub(crate) mod e { pub use f::*; }\n\
                pub use g::{self, fn_h, Type as _};\n#[cfg(test)]\nfn i() {}\n\
                #[cfg(test)]\nmod tests {\n    fn j() {}\n}\n";
    check_mods("crates/a/src/lib.rs", code, &[]);
    check_mods("crates/a/src/main.rs", "fn main() {}\n", &[]);
    check_mods("crates/a/src/b.rs", "fn c() {}\n", &[]);
    check_mods("crates/a/src/tests/mod.rs", "fn c() {}\n", &[]);
}

#[test]
fn public_types_share_no_name() {
    let tree = Tree::from_texts([
        (
            "crates/a/src/lib.rs",
            "pub struct Found;\npub enum Seen {}\nmod b { pub trait Asked {} }\n",
        ),
        (
            "crates/b/src/c/d.rs",
            "record! { pub struct Found {} }\npub(crate) struct Seen;\npub use a::Seen;\n\
             pub type Rule = u8;\nimpl E for F { type Found = u8; }\nfn g() { struct Seen; }\n",
        ),
        (
            "xtask/src/main.rs",
            "// pub struct Rule;\nconst A: &str = \"pub struct Rule;\";\n\
             const B: &str = r#\"pub struct Rule;\"#;\n\
             #[cfg(test)]\nmod tests { pub struct Rule; }\npub unsafe trait Asked {}\n",
        ),
        ("xtask/src/tests.rs", "pub struct Found;\n"),
        ("fuzz/src/lib.rs", "pub struct Found;\n"),
    ]);
    let files = source_files(&tree);
    let found = messages(&names(&files, &[]))
        .iter()
        .map(|message| message.split(':').next().unwrap_or_default().to_owned())
        .collect::<Vec<_>>();
    assert_eq!(
        found,
        [
            "public type Asked shares its name with xtask/src/main.rs",
            "public type Found shares its name with crates/b/src/c/d.rs",
        ]
    );
    assert_eq!(
        places(&names(&files, &[("Asked", "one idea, two sides")])),
        ["crates/a/src/lib.rs:1"]
    );
    assert_eq!(
        messages(&names(
            &files,
            &[("Seen", "is one"), ("Found", ""), ("Asked", "b")]
        )),
        [
            "the table lets Seen off, which does not need it: remove it",
            "the table lets Found off without a reason",
        ]
    );
}
