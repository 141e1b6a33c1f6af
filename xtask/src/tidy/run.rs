//! All rules together.

use std::path::Path;

use super::faces::FACE_EXEMPTIONS;
use super::floats::FLOAT_FILES;
use super::names::SHARED_NAMES;
use super::sizes::LONG_FILES;
use super::{
    Finding, Metadata, TidyError, Tree, circles, docs, edges, faces, floats, licences, lints, mods,
    modules, names, sizes, text, tuples,
};
use crate::source::files::source_files;

/// Every finding of every rule on the repository at `root`, by path and line.
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
    let files = source_files(&tree);
    findings.extend(circles(&files));
    findings.extend(faces(&files, FACE_EXEMPTIONS));
    findings.extend(tuples(&files));
    findings.extend(mods(&files));
    findings.extend(names(&files, SHARED_NAMES));
    findings.sort();
    Ok(findings)
}
