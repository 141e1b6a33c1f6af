//! Reports: what they say, and that the commands they print bear it out.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::run::{Ran, SELLA, folder, opened, raised, run, scratch};

/// A fresh folder with a case in it, as `talks.yaml`.
fn with_case(name: &str, text: &str) -> std::path::PathBuf {
    let folder = scratch(name);
    std::fs::write(folder.join("talks.yaml"), text).unwrap();
    folder
}

fn sella() -> String {
    std::fs::read_to_string(folder().join(SELLA)).unwrap()
}

fn of_file(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap()
}

/// Runs a line in a shell, in a folder, where `winset` is the command under test.
fn shell(folder: &Path, line: &str) -> Ran {
    let binary = Path::new(env!("CARGO_BIN_EXE_winset"));
    let mut path = std::ffi::OsString::from(binary.parent().unwrap());
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let output = Command::new("sh")
        .args(["-c", line])
        .current_dir(folder)
        .env("PATH", path)
        .output()
        .unwrap();
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn report(folder: &Path, flags: &str) -> Ran {
    shell(folder, &format!("winset report talks.yaml {flags}"))
}

/// A text with one space between words.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(value: &Value) -> Vec<&str> {
    let list = value.as_array().unwrap().iter();
    list.map(|text| text.as_str().unwrap()).collect()
}

/// What of a claim its commands do not bear out.
fn refuted(folder: &Path, check: &Value) -> Vec<String> {
    let mut last = String::new();
    for command in texts(&check["commands"]) {
        let ran = shell(folder, command);
        if ran.code != Some(0) {
            return vec![format!("{command}: {ran:?}")];
        }
        last = unwrapped(&ran.stdout);
    }
    let prints = texts(&check["prints"]).into_iter();
    let missing = prints.filter(|line| line.is_empty() || !last.contains(&unwrapped(line)));
    missing.map(str::to_owned).collect()
}

/// The checks that a report on a case prints, each of them run.
fn checked(name: &str, case: &str) -> Vec<Value> {
    let folder = with_case(name, case);
    let ran = report(&folder, "-o r.md --json");
    assert_eq!(
        (ran.code, ran.told().contains("error")),
        (Some(0), false),
        "{ran:?}"
    );
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    let checks = answer["report"]["checks"].as_array().unwrap().clone();
    let text = std::fs::read_to_string(folder.join("r.md")).unwrap();
    for check in &checks {
        for command in texts(&check["commands"]) {
            assert!(text.contains(&format!("\n$ {command}\n")), "{command}");
        }
        assert!(!texts(&check["prints"]).is_empty(), "{check}");
        assert_eq!(refuted(&folder, check), Vec::<String>::new(), "{check}");
    }
    let printed = text.lines().filter(|line| line.starts_with("$ ")).count();
    let commands = checks.iter().map(|check| texts(&check["commands"]).len());
    assert_eq!(printed, commands.sum::<usize>());
    checks
}

fn asks(checks: &[Value], subcommand: &str) -> bool {
    let start = format!("winset {subcommand} ");
    let mut commands = checks.iter().flat_map(|check| texts(&check["commands"]));
    commands.any(|command| command.starts_with(&start))
}

#[test]
fn all_claims_on_the_demonstration_case_are_borne_out_by_the_commands_printed() {
    let checks = checked("report-sella", &sella());
    assert_eq!(checks.len(), 10);
    for subcommand in [
        "clashes", "open", "what-if", "verify", "settle", "pressure", "status", "solve",
    ] {
        assert!(asks(&checks, subcommand), "{subcommand}");
    }
}

#[test]
fn so_are_those_on_cases_of_other_kinds() {
    let cases = [
        ("opened", opened(), 6),
        ("raised", raised(), 5),
        ("well", of_file("well.yaml"), 6),
        ("dry-well", of_file("dry-well.yaml"), 6),
        ("rising-well", of_file("rising-well.yaml"), 6),
        ("mill", of_file("mill.yaml"), 6),
        ("price", of_file("price.yaml"), 6),
        ("bare", of_file("bare.yaml"), 5),
        ("lawless", of_file("lawless.yaml"), 5),
    ];
    for (name, case, least) in cases {
        let checks = checked(&format!("report-{name}"), &case);
        assert!(checks.len() >= least, "{name}: {}", checks.len());
    }
}

#[test]
fn a_claim_that_is_not_so_is_noticed() {
    let folder = with_case("report-forged", &sella());
    let mut check = checked("report-forged-from", &sella()).remove(0);
    assert_eq!(refuted(&folder, &check), Vec::<String>::new());
    let told = check["prints"][0].as_str().unwrap();
    check["prints"][0] = Value::from(told.replace("14", "13"));
    assert_eq!(refuted(&folder, &check).len(), 1);
}

#[test]
fn html_is_one_file_that_loads_nothing() {
    let folder = with_case("report-html", &sella());
    let ran = report(&folder, "-o r.html");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let html = std::fs::read_to_string(folder.join("r.html")).unwrap();
    for outside in [
        "http:", "https:", "src=", "<script", "<link", "@import", "url(", "<img",
    ] {
        assert!(!html.contains(outside), "{outside}");
    }
    assert!(html.contains("@media print"));
    let cells = html.matches("class=\"sign\"").count();
    assert_eq!(cells, 20);
}

#[test]
fn texts_of_a_case_are_never_markup() {
    let folder = with_case("report-hostile", &of_file("hostile.json"));
    std::fs::rename(folder.join("talks.yaml"), folder.join("talks.json")).unwrap();
    for file in ["r.html", "r.md"] {
        let ran = shell(&folder, &format!("winset report talks.json -o {file}"));
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let hidden =
            |c: char| c.is_control() && c != '\n' || ('\u{202A}'..='\u{202E}').contains(&c);
        assert!(!text.contains(hidden), "{file}");
    }
    let marked = sella().replace("Northern pockets", "<script>x</script> | **y**");
    let folder = with_case("report-marked", &marked);
    assert_eq!(report(&folder, "-o r.html").code, Some(0));
    let html = std::fs::read_to_string(folder.join("r.html")).unwrap();
    assert!(!html.contains("<script>"));
    assert_eq!(report(&folder, "-o r.md").code, Some(0));
    let text = std::fs::read_to_string(folder.join("r.md")).unwrap();
    assert!(text.contains(r"\<script\>x\</script\> \| \*\*y\*\*"));
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let folder = with_case("report-again", &sella());
    let mut all = Vec::new();
    for threads in ["1", "2", "8"] {
        let ran = report(&folder, &format!("-o r.html --force --threads {threads}"));
        assert_eq!(ran.code, Some(0));
        all.push(std::fs::read(folder.join("r.html")).unwrap());
    }
    assert!(all.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn what_is_not_finished_is_said() {
    let folder = with_case("report-stopped", &sella());
    let ran = report(&folder, "-o r.md --time-limit 0s");
    assert_eq!(ran.code, Some(3), "{ran:?}");
    let text = std::fs::read_to_string(folder.join("r.md")).unwrap();
    assert!(text.contains("- Unfinished: not all of this was decided: stopped by the time limit"));
    insta::assert_snapshot!("report-stopped", text);
}

#[test]
fn a_case_without_a_name_is_called_case() {
    let ran = crate::run::run_with(&["report", "-", "-o", "-"], sella().as_bytes());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.contains("\n$ winset clashes CASE\n"));
    assert!(
        ran.stdout
            .contains("\n$ winset verify CASE no-overlap.proof\n")
    );
}

#[test]
fn snapshots() {
    for (name, case) in [("sella", sella()), ("well", of_file("well.yaml"))] {
        let folder = with_case(&format!("report-snapshot-{name}"), &case);
        let ran = report(&folder, "-o r.md");
        insta::assert_snapshot!(format!("report-{name}"), ran.transcript());
        let text = std::fs::read_to_string(folder.join("r.md")).unwrap();
        insta::assert_snapshot!(format!("report-{name}-md"), text);
    }
    let folder = with_case("report-snapshot-json", &sella());
    let ran = report(&folder, "-o r.html --json");
    insta::assert_snapshot!("report-sella-json", ran.transcript());
}

#[test]
fn what_cannot_be_written_is_told_before_any_work() {
    for (name, flags) in [
        ("report-unclear", "report.txt"),
        ("report-no-folder", "nowhere/report.md"),
        ("report-folder", "."),
    ] {
        let ran = run(&["report", SELLA, "-o", flags]);
        assert_eq!(ran.code, Some(2));
        insta::assert_snapshot!(name, ran.transcript());
    }
    let ran = run(&["report", SELLA, "-o", "-", "--json"]);
    insta::assert_snapshot!("report-two-outputs", ran.transcript());
    insta::assert_snapshot!(
        "report-of-nothing",
        run(&["report", "wrong.yaml", "-o", "r.md"]).transcript()
    );
}
