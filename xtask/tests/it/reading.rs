//! Reading a repository from disk and asking cargo about it.

use std::process::Command;

use serde_json::json;
use xtask::tidy::{self, Kind, Metadata, TidyError, Tree};

use crate::temp::TempFolder;

fn git(folder: &TempFolder, args: &[&str]) {
    let status = Command::new("git")
        .args(args)
        .current_dir(folder.path())
        // Inside of a git hook these name the repository of the hook.
        .env_remove("GIT_DIR")
        .env_remove("GIT_WORK_TREE")
        .env_remove("GIT_INDEX_FILE")
        .status()
        .expect("git starts");
    assert!(status.success(), "git {args:?}");
}

#[test]
fn without_git_all_files_but_target_and_hidden_folders_count() {
    let files = [
        ("a.md", ""),
        ("b/c.rs", ""),
        ("target/d.rs", ""),
        (".e/f", ""),
    ];
    let folder = TempFolder::with("walk", &files);
    let tree = Tree::read(folder.path()).unwrap();
    assert_eq!(tree.paths().collect::<Vec<_>>(), ["a.md", "b/c.rs"]);
}

#[test]
fn with_git_only_tracked_files_that_exist_count() {
    let folder = TempFolder::with(
        "git",
        &[("a.md", "a"), (".b/c", "c"), ("gone", ""), ("new", "")],
    );
    git(&folder, &["init", "--quiet"]);
    git(&folder, &["add", "a.md", ".b/c", "gone"]);
    std::fs::remove_file(folder.path().join("gone")).unwrap();
    let tree = Tree::read(folder.path()).unwrap();
    assert_eq!(tree.paths().collect::<Vec<_>>(), [".b/c", "a.md"]);
}

#[test]
fn a_file_that_is_not_text_is_there_but_has_no_text() {
    let folder = TempFolder::with("binary", &[]);
    folder.write("a.bin", &[0xff, 0xfe, 0]);
    let tree = Tree::read(folder.path()).unwrap();
    assert!(tree.has_file("a.bin"));
    assert_eq!(tree.text("a.bin"), None);
}

/// A workspace whose model uses its checker, and which breaks most other rules once.
#[test]
fn a_whole_workspace_is_judged() {
    let crate_manifest = |name: &str, rest: &str| {
        format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{rest}")
    };
    let lock = "version = 4\n\n[[package]]\nname = \"winset-check\"\nversion = \"0.1.0\"\n\n\
                [[package]]\nname = \"winset-model\"\nversion = \"0.1.0\"\n\
                dependencies = [\n \"winset-check\",\n]\n";
    let folder = TempFolder::with(
        "workspace",
        &[
            (
                "Cargo.toml",
                "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n",
            ),
            ("Cargo.lock", lock),
            (
                "crates/winset-check/Cargo.toml",
                &crate_manifest("winset-check", "license = \"MIT\"\n"),
            ),
            ("crates/winset-check/src/lib.rs", "//! Checks.\n"),
            (
                "crates/winset-model/Cargo.toml",
                &crate_manifest(
                    "winset-model",
                    "[dependencies]\nwinset-check = { path = \"../winset-check\" }\n",
                ),
            ),
            (
                "crates/winset-model/src/lib.rs",
                "/// A float.\npub type Score = f64;\n",
            ),
            ("docs/decisions/first.md", "See [there](nowhere.md).\n"),
        ],
    );
    let findings = tidy::run(folder.path()).unwrap();
    // The tables of exemptions speak of files that only the real repository has.
    let found: Vec<String> = findings
        .iter()
        .filter(|f| !f.path.starts_with("xtask/"))
        .map(|f| format!("{}:{} {}", f.path, f.line, f.rule))
        .collect();
    assert_eq!(
        found,
        [
            "ARCHITECTURE.md:1 docs",
            "Cargo.toml:1 lints",
            "crates/winset-check/Cargo.toml:1 lints",
            "crates/winset-model/Cargo.toml:1 licences",
            "crates/winset-model/Cargo.toml:1 lints",
            "crates/winset-model/Cargo.toml:6 edges",
            "crates/winset-model/src/lib.rs:1 sizes",
            "crates/winset-model/src/lib.rs:2 floats",
            "crates/winset-model/src/lib.rs:2 mods",
            "docs/decisions/first.md:1 docs",
            "docs/decisions/first.md:1 docs",
        ]
    );
}

#[test]
fn a_folder_that_is_no_workspace_is_an_error() {
    let folder = TempFolder::with("empty", &[("a.md", "")]);
    let error = tidy::run(folder.path()).unwrap_err();
    assert!(matches!(error, TidyError::Failed { .. }), "{error}");
    assert!(
        error
            .to_string()
            .starts_with("run `cargo metadata --locked`: "),
        "{error}"
    );
}

#[test]
fn the_answer_of_cargo_is_read() {
    let package = |id: &str, manifest: &str| {
        json!({
            "id": id, "name": "a", "version": "1.0.0", "license": null,
            "manifest_path": manifest,
            "dependencies": [
                { "name": "b", "kind": null },
                { "name": "c", "kind": "build" },
                { "name": "d", "kind": "dev" },
            ],
        })
    };
    let packages = [
        package("ours", "/r/crates/a/Cargo.toml"),
        package("other", "/r/b/Cargo.toml"),
    ];
    let answer = json!({
        "workspace_root": "/r", "workspace_members": ["ours"], "packages": packages,
    });
    let metadata = Metadata::parse(&answer).unwrap();
    let manifests: Vec<_> = metadata
        .packages
        .iter()
        .map(|p| p.manifest.as_deref())
        .collect();
    assert_eq!(manifests, [Some("crates/a/Cargo.toml"), None]);
    let kinds: Vec<Kind> = metadata.packages[0]
        .dependencies
        .iter()
        .map(|d| d.kind)
        .collect();
    assert_eq!(kinds, [Kind::Normal, Kind::Normal, Kind::Dev]);

    let error = Metadata::parse(&json!({ "workspace_root": "/r" })).unwrap_err();
    assert_eq!(
        error.to_string(),
        "find workspace_members in the answer of `cargo metadata`"
    );
}
