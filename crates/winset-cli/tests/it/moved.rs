//! Cases that are renamed, linked, copied, and journals that other programs touched.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::{Ran, command, scratch};

const PIER: &str = "\
format: winset-case/1
id: pier
title: Pier
parties:
  - {id: ann, name: Ann, no_deal: 1}
  - {id: bob, name: Bob, no_deal: 1}
points:
  - {id: price, title: Price, options: [{id: low, label: Low}, {id: high, label: High}]}
preferences:
  ann: {price: {scores: [2, 0]}}
  bob: {price: {scores: [0, 2]}}
";

/// A folder with a case and one offer in its journal.
fn pier(name: &str) -> PathBuf {
    let folder = scratch(&format!("moved-{name}"));
    fs::write(folder.join("talks.yaml"), PIER).unwrap();
    let ran = ran(
        &folder,
        "offer add talks.yaml --by ann --set price=low --once a",
    );
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    folder
}

fn ran(folder: &Path, line: &str) -> Ran {
    let words: Vec<&str> = line.split_whitespace().collect();
    let output = command(&words).current_dir(folder).output().unwrap();
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn a_renamed_case_is_told_where_its_journal_is() {
    let folder = pier("renamed");
    fs::rename(folder.join("talks.yaml"), folder.join("final.yaml")).unwrap();
    for line in [
        "solve final.yaml",
        "offer list final.yaml",
        "journal verify final.yaml",
        "text final.yaml",
        "offer add final.yaml --by bob --set price=high",
    ] {
        let ran = ran(&folder, line);
        assert_eq!(ran.code, Some(2), "{line}: {}", ran.stdout);
        assert!(
            ran.told().contains("talks.yaml.journal"),
            "{line}: {}",
            ran.stderr
        );
    }
    assert!(!folder.join("final.yaml.journal").exists());
    // Given its name, it is the journal again.
    for ending in ["journal", "journal.head"] {
        let [from, to] =
            ["talks", "final"].map(|name| folder.join(format!("{name}.yaml.{ending}")));
        fs::rename(from, to).unwrap();
    }
    assert!(
        ran(&folder, "offer list final.yaml")
            .stdout
            .starts_with("1 offer")
    );
}

#[test]
fn a_copy_begins_a_history_of_its_own_only_when_told() {
    let folder = pier("copied");
    fs::copy(folder.join("talks.yaml"), folder.join("variant.yaml")).unwrap();
    // A copy may be asked anything: the first case has its journal.
    assert_eq!(ran(&folder, "solve variant.yaml --brief").code, Some(0));
    let add = "offer add variant.yaml --by bob --set price=high";
    let refused = ran(&folder, add);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.told().contains("--new-journal"),
        "{}",
        refused.stderr
    );
    assert!(!folder.join("variant.yaml.journal").exists());
    let dry = ran(&folder, &format!("{add} --new-journal --dry-run"));
    assert_eq!(
        (dry.code, folder.join("variant.yaml.journal").exists()),
        (Some(0), false)
    );
    assert_eq!(ran(&folder, &format!("{add} --new-journal")).code, Some(0));
    assert_eq!(ran(&folder, add).code, Some(0), "from then on it has one");
    let first: Value =
        serde_json::from_str(&ran(&folder, "offer list talks.yaml --json").stdout).unwrap();
    assert_eq!(first["offers"].as_array().unwrap().len(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_writes_into_the_journal_of_its_file() {
    let folder = pier("linked");
    std::os::unix::fs::symlink("talks.yaml", folder.join("final.yaml")).unwrap();
    assert!(
        ran(&folder, "offer list final.yaml")
            .stdout
            .starts_with("1 offer")
    );
    assert_eq!(
        ran(&folder, "offer add final.yaml --by bob --set price=high").code,
        Some(0)
    );
    assert!(
        ran(&folder, "offer list talks.yaml")
            .stdout
            .starts_with("2 offers")
    );
    assert!(!folder.join("final.yaml.journal").exists());
}

#[test]
fn touched_journals_count_are_named_and_are_repaired() {
    let folder = pier("touched");
    let journal = folder.join("talks.yaml.journal");
    let right = fs::read_to_string(&journal).unwrap();
    let changes: [(&str, String); 3] = [
        ("CR LF", right.replace('\n', "\r\n")),
        ("empty line", format!("{right}\n")),
        ("byte order mark", format!("\u{FEFF}{right}")),
    ];
    for (word, touched) in changes {
        fs::write(&journal, &touched).unwrap();
        let verified = ran(&folder, "journal verify talks.yaml");
        assert_eq!(verified.code, Some(1));
        assert!(verified.stdout.contains(word), "{}", verified.stdout);
        let json = ran(&folder, "journal verify talks.yaml --json").stdout;
        let json: Value = serde_json::from_str(&json).unwrap();
        assert!(json["journal"]["touched"].as_str().unwrap().contains(word));
        let listed = ran(&folder, "offer list talks.yaml");
        assert!(listed.stdout.starts_with("1 offer"), "{}", listed.stdout);
        let told: Vec<&str> = listed.stderr.split_whitespace().collect();
        assert!(told.join(" ").contains("winset journal repair"));
        let add = ran(&folder, "offer add talks.yaml --by bob --set price=high");
        assert_eq!(add.code, Some(2), "{}", add.stderr);
        let repaired = ran(&folder, "journal repair talks.yaml");
        assert_eq!(repaired.code, Some(0), "{}", repaired.stderr);
        assert!(
            repaired.stderr.starts_with("Repaired: "),
            "{}",
            repaired.stderr
        );
        assert_eq!(fs::read_to_string(&journal).unwrap(), right);
    }
    let again = ran(&folder, "journal repair talks.yaml");
    assert!(again.stderr.starts_with("There was nothing to repair."));
    // What was changed in an act is no matter of bytes.
    fs::write(&journal, right.replace("low", "high").replace('\n', "\r\n")).unwrap();
    let changed = ran(&folder, "journal repair talks.yaml");
    assert_eq!(changed.code, Some(1));
    assert!(
        changed.stdout.contains("the line was changed"),
        "{}",
        changed.stdout
    );
}

#[test]
fn a_clause_is_taken_out_by_its_identifier_alone() {
    let folder = pier("clause");
    let put = "text clause talks.yaml --id aims --place preamble --title Aims --text Peace.";
    assert_eq!(ran(&folder, put).code, Some(0));
    assert!(
        ran(&folder, "text talks.yaml -o -")
            .stdout
            .contains("Peace.")
    );
    let taken = ran(&folder, "text clause talks.yaml --id aims --remove");
    assert_eq!(taken.code, Some(0), "{}", taken.stderr);
    assert!(
        !ran(&folder, "text talks.yaml -o -")
            .stdout
            .contains("Peace.")
    );
    let shown = ran(&folder, "journal show talks.yaml").stdout;
    assert!(shown.contains("takes out clause “Aims” (aims)"), "{shown}");
}

#[test]
fn cases_are_written_as_yaml_and_read_as_the_same() {
    let folder = scratch("moved-yaml");
    let sella = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/sella-basin.yaml");
    let sella = sella.to_str().unwrap();
    let written = ran(&folder, &format!("convert {sella} again.yaml"));
    assert_eq!(written.code, Some(0), "{}", written.stderr);
    let [first, again] = [sella, "again.yaml"].map(|case| {
        let shown = ran(&folder, &format!("show {case} --json"));
        shown.stdout
    });
    assert_eq!(first, again);
    let text = fs::read_to_string(folder.join("again.yaml")).unwrap();
    assert!(text.starts_with("format: winset-case/1\nid: sella-basin\n"));
    assert!(text.lines().all(|line| line.chars().count() <= 200));
}

#[test]
fn shells_complete_and_manual_pages_are_written_once() {
    let folder = scratch("moved-man");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = ran(&folder, &format!("completions {shell}"));
        assert_eq!(ran.code, Some(0));
        assert!(ran.stdout.contains("what-if"), "{shell}");
    }
    assert_eq!(ran(&folder, "man pages").code, Some(0));
    let page = fs::read_to_string(folder.join("pages/winset-journal-repair.1")).unwrap();
    assert!(
        page.contains(".SH NAME\nwinset\\-journal\\-repair"),
        "{page}"
    );
    assert_eq!(ran(&folder, "man pages").code, Some(2), "they are there");
    assert_eq!(ran(&folder, "man pages --force").code, Some(0));
}
