//! Rules on dependencies, licences and manifests, each broken once.

use xtask::tidy::{
    CargoPackage, Dependency, Finding, Kind, Metadata, Tree, edges, licences, lints,
};

/// Our crate `name`, with its dependencies.
fn ours(name: &str, dependencies: &[(&str, Kind)]) -> CargoPackage {
    CargoPackage {
        manifest: Some(format!("crates/{name}/Cargo.toml")),
        ..other(name, Some("MIT"), dependencies)
    }
}

/// Somebody else's crate.
fn other(name: &str, licence: Option<&str>, dependencies: &[(&str, Kind)]) -> CargoPackage {
    CargoPackage {
        name: name.to_owned(),
        version: "1.0.0".to_owned(),
        licence: licence.map(str::to_owned),
        manifest: None,
        dependencies: dependencies
            .iter()
            .map(|(name, kind)| Dependency {
                name: (*name).to_owned(),
                kind: *kind,
            })
            .collect(),
    }
}

fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

fn check_edges(packages: &[CargoPackage], expected: &[&str]) {
    let metadata = Metadata {
        packages: packages.to_vec(),
    };
    let manifest = "[package]\n\n[dependencies]\nserde = \"1\"\nwinset-solve.workspace = true\n";
    let tree = Tree::from_texts([("crates/winset-check/Cargo.toml", manifest)]);
    assert_eq!(lines(&edges(&tree, &metadata)), expected);
}

#[test]
fn edges_may_only_point_down() {
    let solve = ours("winset-solve", &[("winset-model", Kind::Normal)]);
    let model = ours("winset-model", &[("serde", Kind::Normal)]);
    check_edges(&[solve.clone(), model.clone()], &[]);
    let check = ours("winset-check", &[("winset-solve", Kind::Normal)]);
    check_edges(
        &[solve, model, check],
        &[
            "crates/winset-check/Cargo.toml:5: [edges] winset-check may not use winset-solve; \
         it may use [\"winset-model\"]",
        ],
    );
}

#[test]
fn tests_may_not_close_a_circle() {
    let check = ours("winset-check", &[("winset-model", Kind::Normal)]);
    let model = ours("winset-model", &[("winset-check", Kind::Dev)]);
    check_edges(
        &[check, model],
        &[
            "crates/winset-check/Cargo.toml:1: [edges] winset-check uses winset-model, \
         which leads back to winset-check",
            "crates/winset-model/Cargo.toml:1: [edges] winset-model uses winset-check, \
         which leads back to winset-model",
        ],
    );
}

#[test]
fn tests_may_use_the_model_and_the_checker_but_not_the_solver() {
    let model = ours("winset-model", &[("winset-check", Kind::Dev)]);
    let check = ours("winset-check", &[]);
    check_edges(&[model, check], &[]);
    let check = ours("winset-check", &[("winset-solve", Kind::Dev)]);
    check_edges(
        &[check, ours("winset-solve", &[])],
        &[
            "crates/winset-check/Cargo.toml:5: [edges] winset-check may not use winset-solve; \
         it may use [\"winset-model\"]",
        ],
    );
}

#[test]
fn a_crate_needs_a_row() {
    check_edges(
        &[ours("winset-new", &[])],
        &[
            "crates/winset-new/Cargo.toml:1: [edges] crate winset-new has no row in MAY_USE \
         (xtask/src/tidy/edges.rs): add one",
        ],
    );
}

#[test]
fn licences_must_be_stated_and_allowed() {
    let lock = "[[package]]\nname = \"a\"\nversion = \"0.9.0\"\n\n\
                [[package]]\nname = \"a\"\nversion = \"1.0.0\"\n";
    let tree = Tree::from_texts([("Cargo.lock", lock)]);
    let packages = vec![
        other("a", Some("GPL-3.0-only"), &[]),
        other("b", None, &[]),
        other("c", Some("MIT or ISC"), &[]),
        other("d", Some("GPL-3.0-only OR (MIT AND ISC)"), &[]),
    ];
    assert_eq!(
        lines(&licences(&tree, &Metadata { packages })),
        [
            "Cargo.lock:6: [licences] a 1.0.0 is under 'GPL-3.0-only', which is not allowed",
            "Cargo.lock:1: [licences] b 1.0.0 states no licence",
            "Cargo.lock:1: [licences] c 1.0.0 is under 'MIT or ISC', which has 'or' where it should end",
        ]
    );
}

#[test]
fn manifests_must_take_the_lints_of_the_workspace() {
    let root = "[workspace.lints.rust]\nunsafe_code = \"forbid\" # everywhere\n";
    let good = "[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n";
    let tree = Tree::from_texts([("Cargo.toml", root), ("crates/a/Cargo.toml", good)]);
    assert_eq!(lines(&lints(&tree)), [""; 0]);
    let elsewhere = "[package]\nname = \"b\"\n\n[dependencies.a]\nworkspace = true\n";
    let tree = Tree::from_texts([
        (
            "Cargo.toml",
            "[workspace.lints.rust]\nunsafe_code = \"deny\"\n",
        ),
        ("crates/b/Cargo.toml", elsewhere),
    ]);
    assert_eq!(
        lines(&lints(&tree)),
        [
            "Cargo.toml:1: [lints] lacks `unsafe_code = \"forbid\"` under [workspace.lints.rust]",
            "crates/b/Cargo.toml:1: [lints] lacks `workspace = true` under [lints]",
        ]
    );
}
