//! `winset open`: pages, answers, files written and mistakes told.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;
use winset::model::document::{Node, Syntax, Value as Tree};

use crate::run::{Ran, SELLA, folder, opened, run, run_with, scratch};

fn open(case: &str, words: &[&str]) -> Ran {
    run(&[&["open", case][..], words].concat())
}

fn check(name: &str, case: &str, words: &[&str]) {
    let ran = open(case, words);
    for line in ran.stdout.lines().chain(ran.stderr.lines()) {
        let is_json = line.starts_with('{');
        let width = line.width();
        assert!(is_json || width <= 80, "{width} columns: {line}");
    }
    insta::assert_snapshot!(name, ran.transcript());
}

fn answer(case: &str, words: &[&str]) -> Value {
    let ran = open(case, &[words, &["--json"]].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn pages() {
    check("open-sella", SELLA, &[]);
    check(
        "open-sella-nobody-alone",
        SELLA,
        &["--nobody-alone", "-k", "1"],
    );
    check("open-sella-lethia", SELLA, &["--party", "lethia"]);
    check("open-sella-orvane", SELLA, &["--party", "orvane"]);
    let limited = [
        "--keep",
        "ORV-forces",
        "--keep",
        "council-weighted-on-assets",
        "--max-cost",
        "compact=4",
        "--votes",
        "may-drop",
        "-k",
        "1",
    ];
    check("open-sella-limited", SELLA, &limited);
    check("open-well", "well.yaml", &[]);
    check("open-dry-well", "dry-well.yaml", &[]);
    check("open-mill", "mill.yaml", &["--all"]);
    check("open-mill-hill", "mill.yaml", &["--party", "hill"]);
    check("open-mill-dale", "mill.yaml", &["--max-cost", "hill=4"]);
}

#[test]
fn answers() {
    check("open-sella-json", SELLA, &["-k", "2", "--json"]);
    check("open-mill-json", "mill.yaml", &["--all", "--json"]);
    check("open-well-json", "well.yaml", &["--json"]);
    check("open-dry-well-json", "dry-well.yaml", &["--json"]);
    let nobody = ["--nobody-alone", "-k", "1", "--json"];
    check("open-mill-nobody-json", "mill.yaml", &nobody);
}

#[test]
fn stopped() {
    check("open-time-limit", SELLA, &["--time-limit", "0s"]);
    check("open-part", SELLA, &["--all", "--node-limit", "1"]);
    check("open-node-limit", SELLA, &["--node-limit", "0", "--json"]);
}

#[test]
fn mistakes_are_told_all_at_once() {
    let wrong = [
        "--party",
        "orvan",
        "--keep",
        "ORV-teritory",
        "--keep",
        "LET-law-cession",
        "--max-cost",
        "lethia",
        "--max-cost",
        "leth=4",
        "--max-cost",
        "lethia=-1",
        "--max-cost",
        "lethia=1",
        "--max-cost",
        "lethia=2",
    ];
    check("open-wrong", SELLA, &wrong);
    check(
        "open-two-views",
        SELLA,
        &["--party", "lethia", "--nobody-alone"],
    );
    check("open-none-wanted", SELLA, &["-k", "0"]);
}

/// The node under a path of keys of the demonstration case's `expected` block.
pub(crate) fn expected(path: &[&str]) -> Node {
    let bytes = fs::read(folder().join(SELLA)).unwrap();
    let case = winset::model::read_case(&bytes, Syntax::Yaml).unwrap().case;
    let mut node = case.expected.unwrap();
    for key in path {
        let Tree::Map(entries) = node.value else {
            panic!("{path:?}: not a mapping")
        };
        node = entries.into_iter().find(|e| e.key == *key).unwrap().node;
    }
    node
}

fn json(node: &Node) -> Value {
    serde_json::from_str(&node.canonical_json()).unwrap()
}

#[test]
fn the_demonstration_opens_as_its_author_found() {
    let stated = json(&expected(&["cheapest_opening"]));
    let found = answer(SELLA, &[]);
    let list = found["openings"].as_array().unwrap();
    assert_eq!(list[0]["cost"], stated["cost"]);
    assert_eq!(list[0]["steps"], stated["moves"]);
    assert_eq!(list[0]["dropped"], serde_json::json!([]));
    assert_eq!(list.len(), 3);
    let steps = |opening: &Value| -> BTreeMap<String, Value> {
        serde_json::from_value(opening["steps"].clone()).unwrap()
    };
    for (next, opening) in stated["next_best"]
        .as_array()
        .unwrap()
        .iter()
        .zip(&list[1..])
    {
        assert_eq!(opening["cost"], next["cost"]);
        let mut swapped = steps(&list[0]);
        for (gone, new) in next["swap"].as_object().unwrap() {
            swapped.remove(gone);
            let new = new.as_str().unwrap().to_owned();
            swapped.insert(new, 1.into());
        }
        assert_eq!(steps(opening), swapped);
    }
    assert_eq!(found["complete"], false);
    assert_eq!(found["stopped"], Value::Null);
    let after = json(&expected(&["overlap_after_opening"]));
    let overlap = &list[0]["overlap"];
    assert_eq!(overlap["packages"], after["packages"].to_string());
    assert_eq!(overlap["fixed"], after["fixed_points"]);
}

/// The overlap of an opening is what `winset solve` says once its steps are taken.
#[test]
fn the_overlap_is_that_of_the_opened_case() {
    let solved = run_with(&["solve", "-", "--json"], opened().as_bytes());
    let solved: Value = serde_json::from_str(&solved.stdout).unwrap();
    let mut overlap = answer(SELLA, &["-k", "1"])["openings"][0]["overlap"].clone();
    let settlements = overlap.as_object_mut().unwrap().remove("settlements");
    assert_eq!(settlements.as_ref(), Some(&solved["settlements"]));
    let mut same = solved["overlap"].clone();
    // Which acceptable package is shown is nobody's promise.
    for answer in [&mut overlap, &mut same] {
        answer.as_object_mut().unwrap().remove("witness");
    }
    assert_eq!(overlap, same);
    let input = opened();
    let again = run_with(&["open", "-", "--json"], input.as_bytes());
    let again: Value = serde_json::from_str(&again.stdout).unwrap();
    assert_eq!(again["openings"][0]["cost"], 0);
    assert_eq!(again["openings"][0]["moves"], 0);
    assert_eq!(again["complete"], true);
    let nothing = &again["openings"][0]["overlap"];
    assert_eq!(nothing["settlements"], solved["settlements"]);
    // The brief of the answer to the declared case holds the same again.
    let declared = run(&["solve", SELLA, "--json"]);
    let declared: Value = serde_json::from_str(&declared.stdout).unwrap();
    let brief = &declared["openings"][0]["overlap"];
    assert_eq!(brief["settlements"], solved["settlements"]);
    assert_eq!(declared["settlements"], Value::Null);
}

#[test]
fn views_in_json() {
    let nobody = answer(SELLA, &["--nobody-alone", "-k", "1"]);
    assert_eq!(nobody["openings"][0]["largest"], 9);
    assert_eq!(nobody["openings"][0]["cost"], 21);
    assert_eq!(nobody["view"]["order"], "largest");
    let lethia = answer(SELLA, &["--party", "lethia"]);
    assert_eq!(lethia["reason"], "positions");
    assert_eq!(lethia["openings"], serde_json::json!([]));
    assert_eq!(lethia["complete"], true);
    let orvane = answer(SELLA, &["--party", "orvane"]);
    assert_eq!(orvane["reason"], "no-deal-values");
    let kept = answer(SELLA, &["--keep", "LET-plant", "-k", "1"]);
    assert_eq!(kept["openings"][0]["cost"], 20);
    let capped = answer(SELLA, &["--max-cost", "orvane=9", "-k", "1"]);
    assert_eq!(capped["openings"][0]["cost"], 21);
    assert_eq!(capped["view"]["max_cost"]["orvane"], 9);
    let all = answer(SELLA, &["--all"]);
    assert_eq!(all["complete"], true);
    assert_eq!(all["view"]["first"], Value::Null);
}

#[test]
fn threads_do_not_change_the_answer() {
    let with = |threads| open(SELLA, &["--json", "--threads", threads]);
    assert_eq!(with("1"), with("3"));
}

/// Both readers accept what is exported, and neither accepts it for another case.
#[test]
fn exported_proofs_are_accepted() {
    let folder = scratch("openings");
    let proofs = folder.join("proofs");
    let place = proofs.to_str().unwrap();
    let ran = open(SELLA, &["--nobody-alone", "--export", place]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.contains("12 files written to"));
    let mut names: Vec<String> = fs::read_dir(&proofs)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut checked = 0;
    for name in names.iter().filter_map(|name| name.strip_suffix(".proof")) {
        let case = format!("{place}/{name}.case.json");
        let proof = format!("{place}/{name}.proof");
        let verified = run(&["verify", &case, &proof, "--any-question"]);
        assert_eq!(verified.code, Some(0), "{}", verified.stderr);
        assert_eq!(run(&["verify", &case, &proof]).code, Some(1));
        assert!(verified.stdout.contains("the floor of Costs of"));
        second_reader(&case, &proof, "accepted for another question");
        checked += 1;
    }
    assert_eq!((names.len(), checked), (12, 6));
    let (case, proof) = (
        format!("{place}/opening-1.case.json"),
        format!("{place}/opening-2.proof"),
    );
    assert_eq!(run(&["verify", &case, &proof]).code, Some(1));
    second_reader(&case, &proof, "refused");
}

#[expect(clippy::print_stderr, reason = "says that a check was skipped")]
fn second_reader(case: &str, proof: &str, expected: &str) {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools");
    let ran = Command::new("python3")
        .args(["verify.py", case, proof])
        .current_dir(tools)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output();
    match ran {
        Ok(ran) => {
            let said = String::from_utf8(ran.stdout).unwrap();
            assert!(said.starts_with(expected), "{said}");
        }
        Err(error) => {
            eprintln!("skipped: python3 cannot be run: {error}");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_told_before_any_work() {
    let folder = scratch("no-folder");
    let file = folder.join("file");
    fs::write(&file, "").unwrap();
    let ran = open(SELLA, &["--export", file.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    // Where the line breaks depends on how long the path is.
    let told = ran.told();
    assert!(
        told.starts_with("error: failed to write the proofs to /"),
        "{told}"
    );
}
