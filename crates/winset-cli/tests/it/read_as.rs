//! Whoever is named with `--as` is told the same, whatever they may not see; and what a party supposes is
//! told to nobody else.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use winset_gen::discreet;
use winset_gen::twin::{Reader, twin};

use crate::run::{Ran, command, scratch};

/// Commands about a case, in whose place CASE stands.
const COMMANDS: [&str; 23] = [
    "check CASE",
    "show CASE",
    "show CASE --json",
    "solve CASE",
    "solve CASE --json",
    "clashes CASE",
    "open CASE -k 1",
    "pressure CASE",
    "settle CASE --json",
    "frontier CASE",
    "stats CASE",
    "status CASE --json",
    "phases CASE --json",
    "text CASE",
    "history CASE",
    "journal show CASE --json",
    "offer list CASE",
    "report CASE -o -",
    "export CASE matrix -o -",
    "case cut CASE -o -",
    "case write CASE -o -",
    "sheet write CASE -o book.xlsx --force",
    "convert CASE -",
];

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
fn every_command_tells_a_reader_the_same_in_two_worlds() {
    let mut different = 0;
    for (place, number) in [3, 5, 8, 13, 21].into_iter().enumerate() {
        let file = discreet(number);
        let parties = file["parties"].as_array().unwrap().clone();
        let reader = parties[place % parties.len()]["id"].as_str().unwrap();
        let other = twin(&file, Reader(Some(reader)), number ^ 0x15);
        different += usize::from(file != other);
        let worlds = [("one", &file), ("two", &other)].map(|(name, file)| {
            let folder = scratch(&format!("read-as-{number}-{name}"));
            fs::write(folder.join("case.json"), file.to_string()).unwrap();
            folder
        });
        for line in COMMANDS {
            let line = format!("{} --as {reader}", line.replace("CASE", "case.json"));
            let [one, other] = [&worlds[0], &worlds[1]].map(|folder| ran(folder, &line));
            assert!(matches!(one.code, Some(0 | 3)), "{line}: {}", one.stderr);
            assert_eq!(one, other, "{number}: {line}");
        }
        let [one, other] = worlds.map(|folder| fs::read(folder.join("book.xlsx")).unwrap());
        assert!(one == other, "{number}: workbooks differ");
    }
    assert_eq!(different, 5);
}

/// The small case of a party's own desk.
fn supposed() -> Value {
    json!({
        "format": "winset-case/1", "id": "pier", "title": "The pier",
        "parties": [
            {"id": "north", "name": "North", "no_deal": 3},
            {"id": "south", "name": "South"},
            {"id": "east", "name": "East"},
        ],
        "points": [
            {"id": "fee", "title": "Fee", "range": {"from": 0, "to": 10, "step": 5}},
            {"id": "berths", "title": "Berths", "options": [
                {"id": "b1", "label": "One"}, {"id": "b2", "label": "Two"}]},
        ],
        "preferences": {"north": {"fee": {"linear": {"from": 0, "to": 5}}, "berths": {"scores": [1, 0]}}},
        "lines": [
            {"id": "S-fee", "owner": "south", "point": "fee", "ladder": [{"accept": [0], "cost": 0}]},
            {"id": "N-fee", "owner": "north", "point": "fee", "ladder": [{"accept": [10], "cost": 0}, {"accept": {"from": 5}, "cost": 2}]},
        ],
        "assumptions": [
            {"id": "south-wants", "by": "north", "about": "south", "no_deal": 2,
             "scores": {"fee": {"linear": {"from": 8, "to": 0}}}},
            {"id": "south-moves", "by": "north", "about": "south", "lines": [
                {"id": "S-fee", "point": "fee", "ladder": [{"accept": [0], "cost": 0}, {"accept": [0, 5], "cost": 1}]}]},
        ],
    })
}

#[test]
fn answers_say_under_which_assumptions_they_are_given() {
    let folder = scratch("read-as-supposed");
    fs::write(folder.join("pier.json"), supposed().to_string()).unwrap();
    let mut plain = supposed();
    plain.as_object_mut().unwrap().remove("assumptions");
    fs::write(folder.join("plain.json"), plain.to_string()).unwrap();
    let told = "Under 2 assumptions of North about South: south-wants, south-moves.";
    for question in [
        "solve", "clashes", "open", "pressure", "settle", "frontier", "stats", "status",
    ] {
        for holder in ["", " --as north"] {
            let page = ran(&folder, &format!("{question} pier.json{holder}"));
            assert!(page.stdout.starts_with(told), "{question}: {}", page.stdout);
            let answer = ran(&folder, &format!("{question} pier.json{holder} --json"));
            let answer: Value = serde_json::from_str(&answer.stdout).unwrap();
            assert_eq!(
                answer["assumptions"],
                json!(["south-wants", "south-moves"]),
                "{question}"
            );
        }
        for reader in [" --without-assumptions", " --as mediator"] {
            let [with, without] = ["pier", "plain"]
                .map(|case| ran(&folder, &format!("{question} {case}.json{reader}")));
            assert_eq!(with.stdout, without.stdout, "{question}{reader}");
            assert!(!with.stdout.contains("assumption"), "{question}");
        }
        let south = ran(&folder, &format!("{question} pier.json --as south"));
        assert!(
            !south.stdout.contains("assumption"),
            "{question}: {}",
            south.stdout
        );
    }
    let opened = ran(&folder, "open pier.json --as north --json");
    let opened: Value = serde_json::from_str(&opened.stdout).unwrap();
    let steps = &opened["openings"][0]["steps"];
    assert_eq!(*steps, json!({"S-fee": 1, "N-fee": 1}), "{opened}");
}

#[test]
fn a_proof_under_assumptions_says_so() {
    let folder = scratch("read-as-proof");
    fs::write(folder.join("pier.json"), supposed().to_string()).unwrap();
    let solved = ran(
        &folder,
        "solve pier.json --as north --certificate proof.txt --brief",
    );
    assert_eq!(solved.code, Some(0), "{}", solved.stderr);
    let checked = ran(&folder, "verify pier.json proof.txt --as north");
    assert_eq!(checked.code, Some(0), "{}", checked.stdout);
    assert!(
        checked.stdout.starts_with("Under 2 assumptions of North"),
        "{}",
        checked.stdout
    );
    let without = ran(
        &folder,
        "verify pier.json proof.txt --as north --without-assumptions",
    );
    assert_eq!(without.code, Some(1), "{}", without.stdout);
}

#[test]
fn a_part_of_a_file_that_is_no_case_is_told_as_such() {
    let folder = scratch("read-as-other");
    fs::write(folder.join("pier.json"), supposed().to_string()).unwrap();
    let unknown = ran(&folder, "solve pier.json --as nort");
    assert_eq!(unknown.code, Some(2));
    let told = |ran: &Ran| ran.told();
    assert!(
        told(&unknown).contains("did you mean `north`?"),
        "{}",
        unknown.stderr
    );
    let journal = ran(&folder, "journal verify pier.json --as north");
    assert_eq!(journal.code, Some(2));
    assert!(
        told(&journal).contains("leave out --as"),
        "{}",
        journal.stderr
    );
}
