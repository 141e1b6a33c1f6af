//! Where a new case is put.

use std::path::{Path, PathBuf};

use winset::journal::path_of;
use winset::model::document::Syntax;

use crate::output::is_dash;

/// The file that is meant: one without an ending is given one. None where it ends otherwise.
pub(super) fn named(path: &Path) -> Option<PathBuf> {
    if is_dash(path) {
        return Some(path.to_owned());
    }
    if path.extension().is_none() {
        return path.file_name().map(|_| path.with_extension("yaml"));
    }
    let syntax = Syntax::of_file_name(&path.display().to_string());
    (syntax == Some(Syntax::Yaml)).then(|| path.to_owned())
}

/// The journal that waits for a case of this name, where there is one.
pub(super) fn journal(path: &Path) -> Option<PathBuf> {
    Some(path_of(path)).filter(|journal| is_there(journal))
}

/// Whether anything stands there.
pub(super) fn is_there(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}

/// A file of this name, or of the next number, that is not there yet.
pub(super) fn free(stem: &str) -> PathBuf {
    let numbered = (2..).map(|number| PathBuf::from(format!("{stem}-{number}.yaml")));
    let mut paths = std::iter::once(PathBuf::from(format!("{stem}.yaml"))).chain(numbered);
    let is_free = |path: &PathBuf| !is_there(path) && journal(path).is_none();
    paths.find(is_free).unwrap_or_default()
}
