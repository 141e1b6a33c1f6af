//! All rules together.

use std::path::Path;

use super::floats::FLOAT_FILES;
use super::sizes::LONG_FILES;
use super::{
    Finding, Metadata, TidyError, Tree, docs, edges, floats, licences, lints, modules, sizes, text,
};

/// Every finding of every rule on the repository at `root`, ordered by path and line.
pub fn run(root: &Path) -> Result<Vec<Finding>, TidyError> {
    let tree = Tree::read(root)?;
    let metadata = Metadata::ask(root)?;
    let mut findings = edges(&tree, &metadata);
    findings.extend(licences(&tree, &metadata));
    findings.extend(lints(&tree));
    findings.extend(sizes(&tree, LONG_FILES));
    findings.extend(modules(&tree));
    findings.extend(floats(&tree, FLOAT_FILES));
    findings.extend(text(&tree));
    findings.extend(docs(&tree, &metadata));
    findings.sort();
    Ok(findings)
}
