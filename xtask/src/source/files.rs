//! The Rust files of the workspace's crates, tests left out.

use super::items::module_items;
use super::rust_text::{code_only, line_at, without_tests};
use super::tokens::{CodeToken, code_tokens};
use crate::tidy::Tree;

/// One file under a crate's `src`.
#[derive(Debug)]
pub struct SourceFile<'a> {
    /// Path from the root of the repository.
    pub(crate) path: &'a str,
    /// The crate's folder: `winset-model`, `xtask`.
    pub(crate) crate_name: &'a str,
    /// The text with comments, literals and tests blanked.
    pub(crate) code: String,
    /// The lines of the text that belong to no test.
    pub(crate) lines: usize,
}

impl<'a> SourceFile<'a> {
    fn read(path: &'a str, crate_name: &'a str, text: &str) -> (Self, Vec<String>) {
        let whole = code_only(text);
        let code = without_tests(&whole);
        let for_tests = test_modules(path, &whole, &code);
        let of_tests = whole
            .lines()
            .zip(code.lines())
            .filter(|(whole, code)| whole != code)
            .count();
        let file = Self {
            path,
            crate_name,
            code,
            lines: text.lines().count() - of_tests,
        };
        (file, for_tests)
    }

    /// The tokens of its code.
    pub(crate) fn tokens(&self) -> Vec<CodeToken<'_>> {
        code_tokens(&self.code)
    }

    /// The line of the byte `at`, from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        line_at(&self.code, at)
    }

    /// The name of the file: `mod.rs`.
    pub(crate) fn file_name(&self) -> &'a str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }
}

/// All files under `crates/*/src` and `xtask/src`, by path, but for test files: those named so, and
/// those that only a `#[cfg(test)] mod` declares.
pub fn source_files(tree: &Tree) -> Vec<SourceFile<'_>> {
    let mut for_tests = Vec::new();
    let mut files = Vec::new();
    for (path, text) in tree.texts(".rs") {
        let Some(crate_name) = crate_of(path).filter(|_| !is_test_path(path)) else {
            continue;
        };
        let (file, of_file) = SourceFile::read(path, crate_name, text);
        files.push(file);
        for_tests.extend(of_file);
    }
    files.retain(|file| !for_tests.iter().any(|module| lies_in(file.path, module)));
    files
}

/// The crate in whose `src` the file lies.
fn crate_of(path: &str) -> Option<&str> {
    if path.starts_with("xtask/src/") {
        return Some("xtask");
    }
    let (name, rest) = path.strip_prefix("crates/")?.split_once('/')?;
    rest.starts_with("src/").then_some(name)
}

/// Whether a file holds tests by its name.
pub(crate) fn is_test_path(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// Modules that the file at `path` declares for tests alone, as paths without `.rs`; `whole` is its
/// code with tests, `code` without.
fn test_modules(path: &str, whole: &str, code: &str) -> Vec<String> {
    if whole == code {
        return Vec::new();
    }
    let declared = |code: &str| -> Vec<String> {
        let tokens = code_tokens(code);
        module_items(&tokens, 0..tokens.len())
            .iter()
            .filter(|item| item.keyword == "mod" && item.inside.is_none())
            .map(|item| format!("{}/{}", module_folder(path), item.name))
            .collect()
    };
    let kept = declared(code);
    let mut modules = declared(whole);
    modules.retain(|module| !kept.contains(module));
    modules
}

/// Whether the file is the module (a path without `.rs`) or lies below it.
fn lies_in(path: &str, module: &str) -> bool {
    path.strip_prefix(module)
        .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// The folder of the modules that the file declares.
pub(crate) fn module_folder(path: &str) -> &str {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    if file == "mod.rs" || is_crate_root(path) {
        folder
    } else {
        path.trim_end_matches(".rs")
    }
}

/// Whether a crate, a binary or a test binary begins with the file.
pub(crate) fn is_crate_root(path: &str) -> bool {
    let Some((folder, file)) = path.rsplit_once('/') else {
        return false;
    };
    let in_folder = |name: &str| folder == name || folder.ends_with(&format!("/{name}"));
    match file {
        "lib.rs" => in_folder("src"),
        "main.rs" => in_folder("src") || in_folder("tests/it"),
        _ => in_folder("src/bin"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_left_out() {
        let tree = Tree::from_texts([
            (
                "crates/a/src/lib.rs",
                "//! A.\n#[cfg(test)]\nmod laws;\nmod b;\n#[cfg(test)]\nmod tests {\n}\n",
            ),
            ("crates/a/src/b.rs", ""),
            ("crates/a/src/laws.rs", ""),
            ("crates/a/src/laws/deep.rs", ""),
            ("crates/a/src/laws_of.rs", ""),
            ("crates/a/src/tests/mod.rs", ""),
            ("crates/a/tests/it/main.rs", ""),
            ("xtask/src/tests.rs", ""),
            ("xtask/src/main.rs", ""),
            ("fuzz/src/lib.rs", ""),
        ]);
        let files = source_files(&tree);
        let found: Vec<&str> = files.iter().map(|file| file.path).collect();
        assert_eq!(
            found,
            [
                "crates/a/src/b.rs",
                "crates/a/src/laws_of.rs",
                "crates/a/src/lib.rs",
                "xtask/src/main.rs",
            ]
        );
        assert_eq!((files[2].crate_name, files[2].lines), ("a", 2));
    }
}
