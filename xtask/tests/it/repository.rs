//! This repository.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::tidy::{self, ALLOWED_LICENCES};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn is_tidy() {
    let findings = tidy::run(&root()).unwrap();
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn deny_toml_allows_the_same_licences() {
    let text = fs::read_to_string(root().join("deny.toml")).unwrap();
    let (_, list) = text.split_once("\nallow = [").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    let listed: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    assert_eq!(listed, ALLOWED_LICENCES);
}

#[test]
fn the_gate_is_executable_and_runs_every_check() {
    let path = root().join(".ci/run");
    let text = fs::read_to_string(&path).unwrap();
    for step in [
        "cargo test",
        "cargo fmt",
        "cargo clippy",
        "/debug/xtask\" tidy",
        "cargo doc",
    ] {
        assert!(
            text.contains(&format!("{step} ")) || text.contains(&format!("{step}\n")),
            "{step}"
        );
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_ne!(fs::metadata(&path).unwrap().permissions().mode() & 0o111, 0);
    }
}
