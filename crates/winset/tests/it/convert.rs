//! Scenarios of other programs, read and written by the command.

use std::fs;

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
    assert!(again.stderr.contains("--force"), "{}", again.stderr);
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
        ran.stderr.contains(".json, .yaml or .yml"),
        "{}",
        ran.stderr
    );
}
