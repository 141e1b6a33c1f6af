//! `winset what-if`: pages, answers, files written and mistakes told.

use std::fs;
use std::path::Path;

use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

use crate::run::{Ran, SELLA, opened, run, run_with, scratch};

/// The six steps that open the demonstration case, as its author states them.
const STEPS: [&str; 12] = [
    "--step",
    "ORV-territory=1",
    "--step",
    "LET-territory=1",
    "--step",
    "ORV-ceasefire=2",
    "--step",
    "ORV-forces=1",
    "--step",
    "LET-plant=1",
    "--step",
    "ORV-assets=1",
];

fn what_if(case: &str, words: &[&str]) -> Ran {
    run(&[&["what-if", case][..], words].concat())
}

fn check(name: &str, case: &str, words: &[&str]) {
    let ran = what_if(case, words);
    for line in ran.stdout.lines().chain(ran.stderr.lines()) {
        let is_json = line.starts_with('{');
        assert!(
            is_json || line.width() <= 80,
            "{} columns: {line}",
            line.width()
        );
    }
    insta::assert_snapshot!(name, ran.transcript());
}

fn answer(case: &str, words: &[&str]) -> Value {
    let ran = what_if(case, &[words, &["--json"]].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn pages() {
    check("what-if-opening", SELLA, &STEPS);
    check(
        "what-if-well-tighter",
        "well.yaml",
        &["--exclude", "days=three"],
    );
    let moved = [
        "--set",
        "dale.no_deal=2",
        "--set",
        "hill.days.four=9/2",
        "--title",
        "Less for Dale",
    ];
    check("what-if-well-moved", "well.yaml", &moved);
    let pressed = ["--set", "dale.no_deal=2.5", "--drop", "halves"];
    check("what-if-dry-well-values", "dry-well.yaml", &pressed);
    check(
        "what-if-positions",
        SELLA,
        &["--pull", "MER-price-cap", "--drop", "ORV-assets"],
    );
    check(
        "what-if-fixed-against-law",
        SELLA,
        &["--fix", "territory=t5"],
    );
}

#[test]
fn several_stand_side_by_side() {
    let files = [
        "--overlay",
        "opening.overlay.yaml",
        "--overlay",
        "pressed.overlay.json",
    ];
    check("what-if-several", SELLA, &files);
    let with_flags = [&files[..], &["--fix", "territory=t5", "--name", "law"]].concat();
    check("what-if-three", SELLA, &with_flags);
    let found = answer(SELLA, &with_flags);
    let names = ["opening", "pressed", "law"];
    for (branch, name) in found["branches"].as_array().unwrap().iter().zip(names) {
        assert_eq!(branch["name"], name);
    }
    let mut many = Vec::new();
    for _ in 0..12 {
        many.extend(["--overlay", "opening.overlay.yaml"]);
    }
    check("what-if-twelve", SELLA, &many);
}

/// Ties, scores that no decimal number writes, and parties without what others have.
#[test]
fn settlements_stand_side_by_side() {
    check("what-if-ties", "ties.yaml", &["--set", "ada.no_deal=7"]);
    let thirds = ["--set", "ada.house.a=19/3", "--drop", "gate"];
    check("what-if-thirds", "ties.yaml", &thirds);
    let found = answer("ties.yaml", &["--set", "cem.impasse=5"]);
    let (base, branch) = (&found["base"], &found["branches"][0]);
    let of_cem = |answer: &Value| answer["settlements"]["terms"]["disagreement"]["cem"].clone();
    let stated = |value: i64| serde_json::json!({"value": value, "basis": "impasse"});
    assert_eq!((of_cem(base), of_cem(branch)), (stated(0), stated(5)));
    // What nobody may fall below stays: an impasse is no floor.
    assert_eq!(base["overlap"], branch["overlap"]);
    assert_ne!(base["settlements"]["nash"], Value::Null);
}

#[test]
fn cases_that_say_little_or_too_much() {
    check(
        "what-if-bare",
        "bare.yaml",
        &["--fix", "place=upper", "--exclude", "width=1,1.250,2"],
    );
    check(
        "what-if-bare-values",
        "bare.yaml",
        &["--set", "upper.no_deal=1", "--set", "lower.place.upper=2"],
    );
    check(
        "what-if-lawless",
        "lawless.yaml",
        &["--drop", "N-toll", "--set", "north.no_deal=none"],
    );
}

#[test]
fn answers_as_json() {
    check(
        "what-if-opening-json",
        SELLA,
        &[&STEPS[..], &["--json"]].concat(),
    );
    let files = ["--overlay", "pressed.overlay.json", "--json"];
    check("what-if-pressed-json", SELLA, &files);
    check(
        "what-if-well-json",
        "well.yaml",
        &["--set", "dale.no_deal=2", "--fix", "days=three", "--json"],
    );
}

#[test]
fn the_six_steps_are_the_opened_case() {
    let found = answer(SELLA, &STEPS);
    let opened = run_with(&["solve", "-", "--json"], opened().as_bytes());
    let opened: Value = serde_json::from_str(&opened.stdout).unwrap();
    let branch = &found["branches"][0];
    let keys = [
        "verdict",
        "overlap",
        "without_floors",
        "settlements",
        "stopped",
    ];
    for key in keys {
        assert_eq!(branch[key], opened[key], "{key}");
    }
    assert_eq!(branch["changed"]["packages"], "240");
    assert_eq!(branch["changed"]["without_floors"], "2304");
    assert_eq!(branch["changed"]["points"], Value::Null);
    assert_eq!(found["base"]["in_the_way"], "positions");
}

#[test]
fn a_what_if_is_saved_whole_and_read_back() {
    let folder = scratch("overlays");
    let path = folder.join("pressed.yaml");
    let file = path.to_str().unwrap();
    let flags = [
        "--set",
        "orvane.no_deal=580.50",
        "--set",
        "compact.no_deal=none",
        "--set",
        "compact.impasse=1441/3",
        "--set",
        "orvane.territory.t3=125",
        "--step",
        "ORV-territory=1",
        "--drop",
        "ORV-exchange-needs-format",
        "--fix",
        "vote=v2",
        "--exclude",
        "format=o3",
        "--exclude",
        "prisoners=x4,x3",
        "--exclude",
        "format=o1",
        "--pull",
        "MER-hold-arms",
        "--title",
        "Pressure: \"all\" of it",
    ];
    let save = ["--save", file, "--json"];
    let saved = answer(SELLA, &[&flags[..], &save[..2]].concat());
    insta::assert_snapshot!("what-if-saved", fs::read_to_string(&path).unwrap());
    assert_eq!(
        fs::read_dir(&folder).unwrap().count(),
        1,
        "nothing else is left behind"
    );
    assert_eq!(answer(SELLA, &["--overlay", file]), saved);
    let again = what_if(SELLA, &[&flags[..], &save].concat());
    assert_eq!((again.code, again.stdout.as_str()), (Some(2), ""));
    let told = again.stderr.replace("\n       ", " ");
    assert!(
        told.contains("exists already; --force overwrites it"),
        "{told}"
    );
    let other = ["--drop", "LET-plant", "--force", "--name", "other"];
    let over = what_if(SELLA, &[&other[..], &save].concat());
    assert_eq!(over.code, Some(0));
    assert!(fs::read_to_string(&path).unwrap().contains("name: other\n"));
}

#[test]
fn nothing_is_written_when_anything_is_wrong() {
    let folder = scratch("not-saved");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (save, export, there) = (path("what.yaml"), path("case.json"), path("there.json"));
    fs::write(&there, "an older file").unwrap();
    let missing = path("no/such.json");
    for words in [
        ["--drop", "LET-plan", "--save", &save, "--export", &export],
        ["--drop", "LET-plant", "--save", &save, "--export", &there],
        ["--drop", "LET-plant", "--save", &save, "--export", &missing],
        [
            "--drop",
            "LET-plant",
            "--save",
            &save,
            "--overlay",
            "wrong.overlay.yaml",
        ],
    ] {
        let ran = what_if(SELLA, &words);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{words:?}");
        assert!(
            !Path::new(&save).exists() && !Path::new(&export).exists(),
            "{words:?}"
        );
    }
    assert_eq!(fs::read_to_string(&there).unwrap(), "an older file");
}

#[test]
fn a_changed_case_is_exported_and_gives_the_same_answer() {
    let folder = scratch("exported");
    for (name, words) in [
        ("opening.json", &STEPS[..]),
        ("pressed.json", &["--overlay", "pressed.overlay.json"]),
        (
            "none.json",
            &["--set", "orvane.no_deal=999.5", "--fix", "vote=v2"],
        ),
    ] {
        let path = folder.join(name);
        let path = path.to_str().unwrap();
        let found = answer(SELLA, &[words, &["--export", path]].concat());
        let branch = &found["branches"][0];
        let solved = run(&["solve", path, "--json"]);
        let solved: Value = serde_json::from_str(&solved.stdout).unwrap();
        for key in ["verdict", "without_floors", "settlements", "stopped"] {
            assert_eq!(branch[key], solved[key], "{name}: {key}");
        }
        for key in ["packages", "fixed", "open", "best"] {
            assert_eq!(
                branch["overlap"][key], solved["overlap"][key],
                "{name}: {key}"
            );
        }
        let proof = folder.join("case.proof");
        let proof = proof.to_str().unwrap();
        run(&["solve", path, "--certificate", proof]);
        if branch["verdict"] == "no-overlap" {
            assert_eq!(run(&["verify", path, proof]).code, Some(0), "{name}");
        }
    }
}

#[test]
fn unknown_names_are_told_all_at_once() {
    check(
        "what-if-wrong-overlay",
        SELLA,
        &["--overlay", "wrong.overlay.yaml", "--fix", "lime=l1"],
    );
    check(
        "what-if-unknown",
        SELLA,
        &[
            "--set",
            "orvan.no_deal=5",
            "--set",
            "orvane.nodeal=5",
            "--set",
            "orvane.teritory.t3=4",
            "--set",
            "orvane.territory.t9=4",
            "--set",
            "orvane=4",
            "--set",
            "no_deal",
            "--step",
            "ORV-teritory=1",
            "--step",
            "assembly-majority=1",
            "--drop",
            "MER-plant",
            "--fix",
            "line=l9",
            "--exclude",
            "lime=l1",
            "--pull",
            "price-cap",
        ],
    );
}

#[test]
fn numbers_out_of_range_are_told_all_at_once() {
    check(
        "what-if-numbers",
        SELLA,
        &[
            "--set",
            "orvane.no_deal=5x",
            "--set",
            "orvane.territory.t3=none",
            "--set",
            "lethia.no_deal=1e18",
            "--set",
            "meridia.impasse=1/3000000000001",
            "--step",
            "ORV-territory=3",
            "--step",
            "ORV-sanctions=1",
            "--step",
            "LET-plant=one",
            "--step",
            "LET-forces=1.5",
        ],
    );
    check(
        "what-if-laws",
        SELLA,
        &[
            "--step",
            "LET-law-cession=0",
            "--drop",
            "LET-law-cession",
            "--drop",
            "LET-law-vote-needs-pause",
        ],
    );
}

#[test]
fn contradictions_are_told_with_both_flags() {
    check(
        "what-if-contradictions",
        SELLA,
        &[
            "--set",
            "lethia.no_deal=none",
            "--set",
            "lethia.no_deal=3",
            "--set",
            "orvane.line.l1=3",
            "--set",
            "orvane.line.l1=3",
            "--step",
            "LET-forces=1",
            "--step",
            "LET-forces=0",
            "--drop",
            "LET-forces",
            "--drop",
            "LET-forces",
            "--fix",
            "territory=t3",
            "--fix",
            "territory=t4",
            "--exclude",
            "territory=t3",
            "--exclude",
            "format=o1,o2",
            "--exclude",
            "format=o3,o2",
            "--exclude",
            "vote=v1,v2,v3,v4",
            "--pull",
            "MER-hold-arms",
            "--pull",
            "CMP-asset-loan",
            "--pull",
            "CMP-asset-loan",
        ],
    );
    let hostile = ["--drop", "\x1b[31mLET\u{202e}\nplant", "--fix", "=\x07"];
    check("what-if-hostile", SELLA, &hostile);
}

#[test]
fn misuse_is_told() {
    check("what-if-nothing", SELLA, &[]);
    let save = ["--overlay", "opening.overlay.yaml", "--save", "x.yaml"];
    check("what-if-save-nothing", SELLA, &save);
    let export = [
        "--overlay",
        "opening.overlay.yaml",
        "--drop",
        "LET-plant",
        "--export",
        "x.json",
    ];
    check("what-if-export-two", SELLA, &export);
    check(
        "what-if-name",
        SELLA,
        &["--drop", "LET-plant", "--name", "a b"],
    );
    check(
        "what-if-save-dash",
        SELLA,
        &["--drop", "LET-plant", "--save", "-"],
    );
    let twice = run_with(&["what-if", "-", "--overlay", "-"], b"");
    assert!(
        twice
            .stderr
            .contains("only one of the files can be standard input")
    );
    let missing = what_if(SELLA, &["--overlay", "missing.yaml"]);
    assert_eq!((missing.code, missing.stdout.as_str()), (Some(2), ""));
}

#[test]
fn limits_stop_it_with_code_3() {
    check(
        "what-if-node-limit",
        SELLA,
        &[&STEPS[..], &["--node-limit", "0"]].concat(),
    );
    let stopped = what_if(
        SELLA,
        &[&STEPS[..], &["--time-limit", "0s", "--json"]].concat(),
    );
    assert_eq!(stopped.code, Some(3));
    let stopped: Value = serde_json::from_str(&stopped.stdout).unwrap();
    assert_eq!(stopped["branches"][0]["verdict"], "undecided");
    assert_eq!(stopped["branches"][0]["changed"]["packages"], Value::Null);
}

#[test]
fn threads_do_not_change_the_answer() {
    let with = |threads| {
        what_if(
            SELLA,
            &[&STEPS[..], &["--json", "--threads", threads]].concat(),
        )
    };
    assert_eq!(with("1"), with("3"));
}
