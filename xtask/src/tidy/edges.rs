//! Which of our crates may use which.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Kind, Metadata, Tree};

const RULE: &str = "edges";

/// The crates of the product, lower ones first.
const PRODUCT: &[&str] = &[
    "winset-model",
    "winset-check",
    "winset-solve",
    "winset-play",
    "winset-plan",
    "winset-extract",
    "winset-told",
    "winset-journal",
    "winset-text",
    "winset-export",
    "winset-picture",
    "winset-sheet",
    "winset-answers",
    "winset",
    "winset-server",
    "winset-cli",
];

/// What the answers are made of, and the library that hands them on.
const BELOW_FACES: &[&str] = &[
    "winset-model",
    "winset-check",
    "winset-solve",
    "winset-told",
    "winset-play",
    "winset-plan",
    "winset-extract",
    "winset-journal",
    "winset-text",
    "winset-export",
    "winset-picture",
];

/// What each of our crates may use of the others. A crate without a row is a finding.
const MAY_USE: &[(&str, &[&str])] = &[
    ("winset-model", &[]),
    ("winset-check", &["winset-model"]),
    ("winset-solve", &["winset-model", "winset-check"]),
    (
        "winset-told",
        &[
            "winset-model",
            "winset-check",
            "winset-solve",
            "winset-play",
            "winset-plan",
        ],
    ),
    (
        "winset-play",
        &["winset-model", "winset-check", "winset-solve"],
    ),
    ("winset-plan", &["winset-model", "winset-check"]),
    ("winset-extract", &[]),
    ("winset-journal", &["winset-model"]),
    ("winset-text", &["winset-model", "winset-journal"]),
    (
        "winset-export",
        &[
            "winset-model",
            "winset-check",
            "winset-solve",
            "winset-told",
            "winset-journal",
        ],
    ),
    ("winset-picture", &[]),
    ("winset-sheet", &["winset-model", "winset-solve"]),
    (
        "winset-server",
        &[
            "winset-model",
            "winset-check",
            "winset-solve",
            "winset-told",
            "winset-play",
            "winset-plan",
            "winset-extract",
            "winset-journal",
            "winset-text",
            "winset-export",
            "winset-picture",
            "winset-answers",
        ],
    ),
    ("winset-answers", BELOW_FACES),
    (
        "winset",
        &[
            "winset-model",
            "winset-check",
            "winset-solve",
            "winset-told",
            "winset-play",
            "winset-plan",
            "winset-extract",
            "winset-journal",
            "winset-text",
            "winset-export",
            "winset-sheet",
            "winset-answers",
        ],
    ),
    ("winset-cli", PRODUCT),
    ("winset-gen", &["winset-model"]),
    ("winset-picture", &[]),
    (
        "winset-audit",
        &["winset-model", "winset-check", "winset-solve"],
    ),
    (
        "winset-bench",
        &[
            "winset-model",
            "winset-check",
            "winset-solve",
            "winset-audit",
            "winset-gen",
            "winset-sheet",
            "winset-play",
            "winset-plan",
            "winset-extract",
        ],
    ),
    (
        "xtask",
        &[
            "winset-model",
            "winset-check",
            "winset-solve",
            "winset",
            "winset-gen",
        ],
    ),
    ("fuzz", PRODUCT),
];

/// What the tests of any crate may use besides, as long as no circle arises.
const TESTS_MAY_USE: &[&str] = &[
    "winset-model",
    "winset-check",
    "winset-audit",
    "winset-gen",
    "winset-sheet",
];

/// Findings on the edges between our crates: forbidden ones, circles (through tests too), and
/// crates that the table does not know.
pub fn edges(tree: &Tree, metadata: &Metadata) -> Vec<Finding> {
    let ours: Vec<&str> = metadata
        .members()
        .map(|(package, _)| package.name.as_str())
        .collect();
    let mut graph: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut findings = Vec::new();
    for (package, manifest) in metadata.members() {
        let row = MAY_USE.iter().find(|(name, _)| *name == package.name);
        let Some((_, may_use)) = row else {
            let message = format!(
                "crate {} has no row in MAY_USE (xtask/src/tidy/edges.rs): add one",
                package.name
            );
            findings.push(Finding::new(RULE, manifest, 1, message));
            continue;
        };
        for dependency in &package.dependencies {
            let used = dependency.name.as_str();
            if !ours.contains(&used) {
                continue;
            }
            graph.entry(&package.name).or_default().push(used);
            let for_tests = dependency.kind == Kind::Dev && TESTS_MAY_USE.contains(&used);
            if !may_use.contains(&used) && !for_tests {
                let message = format!(
                    "{} may not use {used}; it may use {may_use:?}",
                    package.name
                );
                findings.push(Finding::new(
                    RULE,
                    manifest,
                    line_of(tree, manifest, used),
                    message,
                ));
            }
        }
    }
    findings.extend(circles(tree, metadata, &graph));
    findings
}

/// A finding for each dependency that leads back to the crate it is of.
fn circles(tree: &Tree, metadata: &Metadata, graph: &BTreeMap<&str, Vec<&str>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (package, manifest) in metadata.members() {
        let name = package.name.as_str();
        for used in graph.get(name).into_iter().flatten() {
            if reachable(graph, used).contains(&name) {
                let message = format!("{name} uses {used}, which leads back to {name}");
                findings.push(Finding::new(
                    RULE,
                    manifest,
                    line_of(tree, manifest, used),
                    message,
                ));
            }
        }
    }
    findings
}

/// `start` and every crate that it uses, itself or through others.
fn reachable<'a>(graph: &BTreeMap<&'a str, Vec<&'a str>>, start: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![start];
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            open.extend(graph.get(name).into_iter().flatten());
        }
    }
    reached
}

/// The line of the manifest that names the dependency `used`, or 1.
fn line_of(tree: &Tree, manifest: &str, used: &str) -> usize {
    let names_it = |line: &str| {
        let key = line
            .trim_start_matches("[dependencies.")
            .trim_start_matches("[dev-dependencies.");
        key.strip_prefix(used)
            .is_some_and(|rest| rest.starts_with([' ', '.', '=', ']']))
    };
    let text = tree.text(manifest).unwrap_or_default();
    text.lines().position(names_it).map_or(1, |index| index + 1)
}
