//! Every crate takes the lints of the workspace, which forbid unsafe code.

use super::{Finding, Tree};

const RULE: &str = "lints";
const ROOT: &str = "Cargo.toml";

/// The fuzz targets: a workspace of their own, whose macros need what the product forbids.
const APART: &str = "fuzz/Cargo.toml";

/// Findings on manifests without `[lints] workspace = true`, and on a root manifest that does not
/// forbid unsafe code.
pub fn lints(tree: &Tree) -> Vec<Finding> {
    tree.paths()
        .filter(|path| *path == ROOT || path.ends_with("/Cargo.toml"))
        .filter(|path| *path != APART)
        .filter_map(|path| {
            let text = tree.text(path).unwrap_or_default();
            let (section, setting) = if path == ROOT {
                ("workspace.lints.rust", "unsafe_code = \"forbid\"")
            } else {
                ("lints", "workspace = true")
            };
            let message = format!("lacks `{setting}` under [{section}]");
            (!has_setting(text, section, setting)).then(|| Finding::new(RULE, path, 1, message))
        })
        .collect()
}

/// Whether the section of a manifest has a line, comments and spaces apart.
fn has_setting(text: &str, section: &str, setting: &str) -> bool {
    let header = format!("[{section}]");
    let squeezed = |line: &str| line.replace(' ', "");
    let mut inside = false;
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.starts_with('[') {
            inside = line == header;
        } else if inside && squeezed(line) == squeezed(setting) {
            return true;
        }
    }
    false
}
