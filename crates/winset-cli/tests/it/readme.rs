//! What the README shows is what its commands print.

use std::path::Path;

use crate::run::{SELLA, run};

fn root_file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name);
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_readme_shows_the_real_output() {
    let readme = root_file("README.md");
    assert!(readme.contains("$ cargo run --release -- solve cases/sella-basin.yaml\n"));
    let (_, shown) = readme.split_once("```text\n").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    assert_eq!(shown, run(&["solve", SELLA]).stdout);
}

#[test]
fn the_examples_of_answers_are_real_ones() {
    let text = root_file("docs/formats/answer.md");
    let (_, examples) = text.split_once("## Examples\n").unwrap();
    let (examples, _) = examples.split_once("\n## ").unwrap();
    let shown = examples.split("```json\n").skip(1);
    let shown: Vec<&str> = shown.map(|e| e.split_once("```").unwrap().0).collect();
    let asked = [
        ["solve", SELLA, "--brief", "--json"].as_slice(),
        &["solve", "well.yaml", "--brief", "--json"],
        &["settle", "well.yaml", "--json"],
    ];
    assert_eq!(shown, asked.map(|args| run(args).stdout));
}

#[test]
fn the_gate_runs_the_readmes_test_command() {
    let command = "cargo test --workspace";
    assert!(root_file("README.md").contains(&format!("$ {command}\n")));
    assert!(root_file(".ci/run").contains(&format!("run {command} --locked\n")));
}
