//! Rust files that no `mod` declares: the compiler never sees them, so tests in them never run.

use std::collections::BTreeSet;

use super::{Finding, Tree};
use crate::source::files::{is_crate_root, module_folder};
use crate::source::rust_text::code_only;

const RULE: &str = "modules";

/// A finding for each Rust file under a crate's `src` or `tests/it` that is not reached by `mod
/// name;` from `lib.rs`, `main.rs` or a file of `src/bin`. Declarations inside of an inline
/// module, or with `#[path]`, are not followed.
pub fn modules(tree: &Tree) -> Vec<Finding> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = tree
        .texts(".rs")
        .map(|(path, _)| path)
        .filter(|path| is_crate_root(path))
        .collect();
    while let Some(path) = open.pop() {
        if !reached.insert(path) {
            continue;
        }
        for candidate in declared(path, tree.text(path).unwrap_or_default()) {
            open.extend(
                tree.texts(".rs")
                    .map(|(path, _)| path)
                    .filter(|path| *path == candidate),
            );
        }
    }
    tree.texts(".rs")
        .map(|(path, _)| path)
        .filter(|path| is_watched(path) && !reached.contains(path))
        .map(|path| {
            let message = "is declared by no `mod` on the way from its crate's root";
            Finding::new(RULE, path, 1, message)
        })
        .collect()
}

fn is_watched(path: &str) -> bool {
    path.starts_with("src/")
        || path.starts_with("tests/it/")
        || path.contains("/src/")
        || path.contains("/tests/it/")
}

/// Paths where the modules that the file at `path` declares may be.
fn declared(path: &str, text: &str) -> Vec<String> {
    let folder = module_folder(path);
    let code = code_only(text);
    let names = code.lines().filter_map(|line| {
        let line = line.trim();
        let line = match line.strip_prefix("pub") {
            Some(rest) if rest.starts_with('(') => rest.split_once(')')?.1.trim_start(),
            Some(rest) => rest.trim_start(),
            None => line,
        };
        line.strip_prefix("mod ")?.strip_suffix(';')
    });
    names
        .flat_map(|name| {
            [
                format!("{folder}/{name}.rs"),
                format!("{folder}/{name}/mod.rs"),
            ]
        })
        .collect()
}
