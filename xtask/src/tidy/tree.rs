//! The text files of the repository, by path.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::TidyError;

/// Every file of the repository: path from the root with `/` between folders, and its text, which
/// is `None` for a file that is not UTF-8.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    files: BTreeMap<String, Option<String>>,
}

impl Tree {
    /// The tracked files under `root`; where `root` is no git checkout, all files outside of
    /// `target` and hidden folders. A tracked file that was deleted is left out.
    pub fn read(root: &Path) -> Result<Self, TidyError> {
        let paths = if root.join(".git").exists() {
            tracked_paths(root)?
        } else {
            walked_paths(root)?
        };
        let mut files = BTreeMap::new();
        for path in paths {
            let full = root.join(&path);
            match fs::read(&full) {
                Ok(bytes) => drop(files.insert(path, String::from_utf8(bytes).ok())),
                Err(error)
                    if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::IsADirectory) => {}
                Err(source) => return Err(TidyError::Read { path: full, source }),
            }
        }
        Ok(Self { files })
    }

    /// A tree of the given paths and texts.
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files = texts
            .into_iter()
            .map(|(path, text)| (path.to_owned(), Some(text.to_owned())))
            .collect();
        Self { files }
    }

    /// The text of the file at `path`; `None` if there is none or it is not text.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// Whether `path` is a file, text or not.
    pub fn has_file(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether some file lies in the folder `path`; the root is the empty path.
    pub fn has_folder(&self, path: &str) -> bool {
        let prefix = if path.is_empty() {
            String::new()
        } else {
            format!("{path}/")
        };
        self.files
            .range(prefix.clone()..)
            .next()
            .is_some_and(|(file, _)| file.starts_with(&prefix))
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// All text files whose path ends with `suffix`, sorted by path.
    pub fn texts<'a>(&'a self, suffix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files
            .iter()
            .filter(move |(path, _)| path.ends_with(suffix))
            .filter_map(|(path, text)| text.as_deref().map(|text| (path.as_str(), text)))
    }
}

fn tracked_paths(root: &Path) -> Result<Vec<String>, TidyError> {
    let output = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root)
        .output()
        .map_err(|source| TidyError::Start {
            program: "git",
            source,
        })?;
    if !output.status.success() {
        return Err(TidyError::Failed {
            command: "git ls-files -z".to_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        });
    }
    let names = String::from_utf8_lossy(&output.stdout);
    Ok(names
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect())
}

fn walked_paths(root: &Path) -> Result<Vec<String>, TidyError> {
    let mut paths = Vec::new();
    let mut folders = vec![(root.to_path_buf(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let failed = |source| TidyError::Read {
            path: PathBuf::from(&folder),
            source,
        };
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if !entry.file_type().map_err(failed)?.is_dir() {
                paths.push(path);
            } else if name != "target" && !name.starts_with('.') {
                folders.push((entry.path(), format!("{path}/")));
            }
        }
    }
    Ok(paths)
}
