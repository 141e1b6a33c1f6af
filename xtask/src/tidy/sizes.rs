//! How long Rust files are, and how they begin.

use super::exempt::{Exempt, stale};
use super::{Finding, Tree};
use crate::source::rust_text::{code_only, line_at, test_items};

const RULE: &str = "sizes";
const HERE: &str = "xtask/src/tidy/sizes.rs";

/// Most lines of a Rust file, an inline `mod tests` at its end not counted.
pub const FILE_LINES_MAX: usize = 600;

/// Files that may be longer, and why they are better in one piece.
pub(super) const LONG_FILES: Exempt = &[];

/// Findings on Rust files that are too long and not listed in `long_files`, or whose first line is
/// not a `//!` that says what the file is for.
pub fn sizes(tree: &Tree, long_files: Exempt<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut used = Vec::new();
    for (path, text) in tree.texts(".rs") {
        if !text
            .strip_prefix("//!")
            .is_some_and(|rest| rest.starts_with(' '))
        {
            let message = "does not begin with `//! ` and what the file is for";
            findings.push(Finding::new(RULE, path, 1, message));
        }
        let lines = counted_lines(text);
        if lines <= FILE_LINES_MAX {
            continue;
        }
        used.push(path);
        if !long_files.iter().any(|(file, _)| *file == path) {
            let message = format!(
                "has {lines} lines, more than {FILE_LINES_MAX}; split it, or list it in \
                 LONG_FILES ({HERE}) with the reason"
            );
            findings.push(Finding::new(RULE, path, lines, message));
        }
    }
    findings.extend(stale(RULE, HERE, long_files, &used));
    findings
}

/// Lines before an inline `mod tests` that ends the file; all lines if there is none.
fn counted_lines(text: &str) -> usize {
    let code = code_only(text);
    match test_items(&code).pop() {
        Some(item)
            if code[item.clone()].contains("mod tests {") && code[item.end..].trim().is_empty() =>
        {
            line_at(text, item.start) - 1
        }
        _ => text.lines().count(),
    }
}
