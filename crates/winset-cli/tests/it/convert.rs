//! Scenarios of other programs, read and written by the command.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::run::{run, scratch};

#[test]
fn a_folder_is_a_case() {
    let ran = run(&["solve", "orchard", "--brief"]);
    insta::assert_snapshot!("orchard-solve", ran.transcript());
}

#[test]
fn readings_are_compared() {
    let ran = run(&["lint", "orchard"]);
    insta::assert_snapshot!("orchard-lint", ran.transcript());
}

#[test]
fn readings_are_compared_in_json() {
    let ran = run(&["lint", "orchard", "--json"]);
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((ran.code, &answer["stopped"]), (Some(0), &Value::Null));
    let readings = answer["readings"].as_array().unwrap();
    let named: Vec<&str> = readings
        .iter()
        .filter_map(|r| r["reading"].as_str())
        .collect();
    assert_eq!(named, ["genius", "negmas", "negmas-discounting", "raw"]);
    let made = |place: usize| &readings[place]["made"];
    assert_eq!(made(0)["acceptable"], "6");
    assert_eq!(made(0)["against_first"], Value::Null);
    // North has a discount: its reservation of 1/2 is forgotten, and the least stands for it.
    let from = |place: usize, party: &str| made(place)["disagreement"][party].clone();
    assert_eq!(
        from(1, "north"),
        json!({"value": "1/2", "basis": "no-deal"})
    );
    assert_eq!(from(2, "north"), json!({"value": "1/8", "basis": "given"}));
    assert_eq!(from(1, "south"), from(2, "south"));
    let listed = |made: &Value| -> BTreeSet<String> {
        let points = made["frontier"]["listed"].as_array().unwrap().iter();
        let packages = points.flat_map(|point| point.as_array().unwrap());
        packages.map(ToString::to_string).collect()
    };
    let first = listed(made(0));
    for place in 1..readings.len() {
        let (own, against) = (listed(made(place)), &made(place)["against_first"]);
        let said = |key: &str| -> BTreeSet<String> {
            let packages = against[key].as_array().unwrap().iter();
            packages.map(ToString::to_string).collect()
        };
        assert_eq!(said("appear"), &own - &first);
        assert_eq!(said("vanish"), &first - &own);
        let same = made(place)["nash"].as_array().unwrap()[0]["package"]
            == made(0)["nash"].as_array().unwrap()[0]["package"];
        assert_eq!(against["nash_is_same"], same);
    }
}

#[test]
fn a_lint_that_is_stopped_says_so() {
    let ran = run(&["lint", "orchard", "--time-limit", "0s", "--json"]);
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        (ran.code, &answer["stopped"]),
        (Some(3), &Value::from("time-limit"))
    );
    let ran = run(&["lint", "orchard", "--time-limit", "0s"]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.stdout.contains("not all: "), "{}", ran.stdout);
}

#[test]
fn conversions_are_told_in_json() {
    let folder = scratch("convert-json").join("well");
    let to = folder.to_str().unwrap();
    let asked = ["convert", "well.yaml", to, "--to", "negmas", "--json"];
    let told = |args: &[&str], code: i32| -> Value {
        let ran = run(args);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(code), ""));
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let refused = told(&asked, 2);
    assert_eq!(refused["to"]["written"], false);
    assert!(!refused["lost"].as_array().unwrap().is_empty());
    assert!(!folder.exists());
    let written = told(&[&asked[..], &["--lossy"]].concat(), 0);
    assert_eq!(written["to"]["written"], true);
    assert_eq!(written["lost"], refused["lost"]);
    for file in written["to"]["files"].as_array().unwrap() {
        assert!(Path::new(file.as_str().unwrap()).is_file());
    }
    let both = run(&["convert", "orchard", "-", "--json"]);
    assert_eq!(both.code, Some(2));
    assert!(both.told().contains("not both"), "{}", both.stderr);
}

#[test]
fn nothing_is_written_when_one_place_of_several_is_taken() {
    let folder = scratch("convert-taken");
    let taken = folder.join("hill.yml");
    fs::create_dir(&taken).unwrap();
    let to = folder.to_str().unwrap();
    let asked = [
        "convert",
        "well.yaml",
        to,
        "--to",
        "negmas",
        "--lossy",
        "--force",
    ];
    let ran = run(&asked);
    assert_eq!(ran.code, Some(2));
    assert!(ran.told().contains("not a file"), "{}", ran.stderr);
    let held = || {
        let entries = fs::read_dir(&folder).unwrap();
        let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(held(), ["hill.yml"]);
    fs::remove_dir(&taken).unwrap();
    assert_eq!(run(&asked).code, Some(0));
    assert_eq!(held(), ["dale.yml", "hill.yml", "well.yml"]);
}

#[test]
fn a_scenario_becomes_a_case_file() {
    let ran = run(&["convert", "orchard", "-"]);
    insta::assert_snapshot!("orchard-convert", ran.transcript());
}

#[test]
fn what_would_be_lost_is_told_and_nothing_is_written() {
    let folder = scratch("convert-lost").join("well");
    let to = folder.to_str().unwrap();
    let ran = run(&["convert", "well.yaml", to, "--to", "negmas"]);
    insta::assert_snapshot!("well-convert-lost", ran.transcript());
    assert!(!folder.exists());
    let ran = run(&["convert", "well.yaml", to, "--to", "negmas", "--lossy"]);
    assert_eq!(ran.code, Some(0));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 3);
    let again = run(&["convert", "well.yaml", to, "--to", "negmas", "--lossy"]);
    assert!(again.told().contains("--force"), "{}", again.stderr);
}

#[test]
fn a_case_goes_there_and_back() {
    let folder = scratch("convert-back");
    let case = folder.join("case.json");
    let web = folder.join("web");
    let (case, web) = (case.to_str().unwrap(), web.to_str().unwrap());
    let options = ["--semantics", "raw"];
    let read = [["convert", "orchard", case].as_slice(), &options].concat();
    assert_eq!(run(&read).code, Some(0));
    let written = run(&["convert", case, web, "--to", "genius", "--lossy"]);
    // Where lines break depends on how long the path is.
    let told: Vec<&str> = written.stdout.split_whitespace().collect();
    let told = told.join(" ").replace(web, "FOLDER");
    insta::assert_snapshot!("orchard-raw-to-genius", told);
}

#[test]
fn what_does_not_fit_is_misuse() {
    let ran = run(&["convert", "orchard", "case.toml"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.told().contains(".json, .yaml or .yml"),
        "{}",
        ran.stderr
    );
}
