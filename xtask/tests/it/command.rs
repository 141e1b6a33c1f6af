//! The command line.

use std::path::Path;
use std::process::{Command, Output};

fn xtask(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(args)
        .output()
        .expect("xtask starts")
}

#[test]
fn help_goes_to_stdout() {
    for args in [
        &["--help"][..],
        &["-h"],
        &["help"],
        &["tidy", "--help"],
        &["circles", "-h"],
    ] {
        let output = xtask(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("Examples:\n  cargo xtask tidy\n"), "{text}");
        assert!(output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn measure_says_what_it_counts_and_counts_it() {
    let help = String::from_utf8(xtask(&["measure", "--help"]).stdout).unwrap();
    assert!(
        help.contains("Usage: cargo xtask measure [--json]\n"),
        "{help}"
    );
    let text = String::from_utf8(xtask(&["measure"]).stdout).unwrap();
    let json = String::from_utf8(xtask(&["measure", "--json"]).stdout).unwrap();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(value["functions"]["count"].as_u64() > Some(1_000), "{json}");
    let lines = value["lines"].to_string();
    assert!(text.contains(&lines), "{lines} is not in:\n{text}");
}

#[test]
fn circles_lists_every_crate() {
    let output = xtask(&["circles"]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    for name in ["winset-model", "winset-solve", "xtask"] {
        assert!(text.contains(&format!("\n{name} ")), "{name}: {text}");
    }
}

#[test]
fn wrong_usage_exits_with_2_and_says_what() {
    for (args, what) in [
        (&["tidi"][..], "no such chore: 'tidi'"),
        (&[], "which chore?"),
        (
            &["tidy", "--fast"],
            "tidy takes no argument, found '--fast'",
        ),
        (
            &["circles", "--json"],
            "circles takes no argument, found '--json'",
        ),
        (
            &["measure", "all"],
            "measure takes --json or nothing, found 'all'",
        ),
        (&["veripb"], "veripb takes a case file or --random"),
        (
            &["veripb", "a.yaml", "--random", "2"],
            "veripb takes a case file or --random",
        ),
        (
            &["veripb", "a.yaml", "b.yaml"],
            "veripb takes one case, found 'b.yaml' too",
        ),
        (&["veripb", "--random"], "--random takes a value"),
        (
            &["veripb", "--random", "many"],
            "--random: 'many' is no number",
        ),
        (&["veripb", "--fast"], "no such flag: '--fast'"),
    ] {
        let output = xtask(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(text.starts_with(&format!("error: {what}\n")), "{text}");
        assert!(text.contains("Usage: cargo xtask"), "{text}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

/// `xtask veripb` where no program `veripb` can be found.
fn without_veripb(case: &Path, out: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args([
            "veripb".as_ref(),
            case.as_os_str(),
            "--out".as_ref(),
            out.as_os_str(),
        ])
        .env("PATH", "")
        .output()
        .expect("xtask starts")
}

#[test]
fn veripb_that_is_not_installed_leaves_formula_and_proof() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("veripb-written");
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cases/sella-basin.yaml");
    let output = without_veripb(&case, &out);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("veripb is not installed"), "{text}");
    let proof = std::fs::read_to_string(out.join("proof.pbp")).unwrap();
    assert!(proof.starts_with("pseudo-Boolean proof version 3.0\n"));
    let formula = std::fs::read_to_string(out.join("formula.opb")).unwrap();
    assert!(formula.starts_with("* #variable= "), "{formula}");
}

#[test]
fn veripb_needs_a_case_without_an_overlap() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let case = folder.join("overlap.json");
    let text = r#"{"format": "winset-case/1", "id": "open", "title": "Open",
        "parties": [{"id": "ada", "name": "Ada"}],
        "points": [{"id": "aid", "title": "Aid", "options": [
            {"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]}]}"#;
    std::fs::write(&case, text).unwrap();
    let output = without_veripb(&case, &folder.join("veripb-overlap"));
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        text,
        "error: failed to refute the case: it has an overlap at its declared positions\n"
    );
    let output = without_veripb(&folder.join("missing.json"), folder);
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.starts_with("error: failed to access "), "{text}");
}

/// A program named `veripb` that ends well without a verdict is no acceptance.
#[cfg(unix)]
#[test]
fn veripb_without_a_verdict_is_a_refusal() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("veripb-silent");
    std::fs::create_dir_all(&folder).unwrap();
    let program = folder.join("veripb");
    std::fs::write(&program, "#!/bin/sh\necho veripb 0.0.0\n").unwrap();
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cases/sella-basin.yaml");
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["veripb".as_ref(), case.as_os_str(), "--out".as_ref()])
        .arg(folder.join("out"))
        .env("PATH", &folder)
        .output()
        .expect("xtask starts");
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("REFUSED"), "{text}");
    assert!(
        text.ends_with("0 of 1 accepted by veripb 0.0.0\n"),
        "{text}"
    );
}
