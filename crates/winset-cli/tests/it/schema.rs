//! The published JSON Schema of answers: it accepts every answer, each by the form that its name
//! stands for, and refuses what no answer is.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use winset::form;

use crate::run::{Ran, SELLA, opened, raised, run, run_with, scratch};
use crate::validator::valid;

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The published schema.
pub(crate) fn schema() -> Value {
    let path = home().join("docs/formats/answer.schema.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The forms that the schema lists, by the names of their answers.
fn mapping(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let mapping = schema["discriminator"]["mapping"].as_object().unwrap();
    mapping.iter().map(|(name, form)| (name.as_str(), form))
}

/// The names whose forms accept an answer.
fn accepting<'s>(answer: &Value, schema: &'s Value) -> Vec<&'s str> {
    let accepts = |form: &Value| valid(answer, &json!({"$ref": form}), &schema["$defs"]).is_ok();
    let forms = mapping(schema).filter(|entry| accepts(entry.1));
    forms.map(|entry| entry.0).collect()
}

/// An answer is accepted by the form of its name alone, and under no other name by any.
fn check_answer(answer: &Value, schema: &Value, what: &str) {
    let name = answer["answer"].as_str().unwrap_or("without a name");
    let form = json!({"$ref": schema["discriminator"]["mapping"][name]});
    for rule in [&form, schema] {
        valid(answer, rule, &schema["$defs"]).unwrap_or_else(|why| panic!("{what}: {why}"));
    }
    assert_eq!(accepting(answer, schema), [name], "{what}");
    for (other, _) in mapping(schema).filter(|entry| entry.0 != name) {
        let mut renamed = answer.clone();
        renamed["answer"] = json!(other);
        assert_eq!(
            accepting(&renamed, schema),
            [""; 0],
            "{what}, called {other}"
        );
    }
}

fn check(ran: &Ran, name: &str, what: &[&str]) {
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(answer["answer"], name, "{what:?}");
    assert!(
        ran.stdout.starts_with(&format!(
            r#"{{"format":"winset-answer/1","answer":"{name}","#
        )),
        "{what:?}: {}",
        ran.stdout
    );
    check_answer(&answer, &schema(), &format!("{what:?}"));
    let read = form::read(ran.stdout.as_bytes()).unwrap_or_else(|why| panic!("{what:?}: {why}"));
    assert_eq!(read.name().as_str(), name, "{what:?}");
    let written = String::from_utf8(form::line(&read).unwrap()).unwrap();
    assert_eq!(written, ran.stdout, "{what:?}");
}

#[test]
fn the_schema_lists_each_form_once_and_by_the_name_that_the_form_says() {
    let schema = schema();
    let mut listed: Vec<&Value> = schema["oneOf"].as_array().unwrap().iter().collect();
    assert_eq!(listed.len(), 34);
    assert_eq!(schema["discriminator"]["propertyName"], "answer");
    assert_eq!(schema["required"], json!(["format", "answer"]));
    for (name, form) in mapping(&schema) {
        let place = listed.iter().position(|one| one["$ref"] == *form);
        listed.remove(place.unwrap());
        let pointer = form.as_str().unwrap().strip_prefix('#').unwrap();
        let form = schema.pointer(pointer).unwrap();
        assert_eq!(form["properties"]["answer"]["const"], name);
        let format = &form["properties"]["format"]["const"];
        assert_eq!(format, "winset-answer/1", "{name}");
    }
    assert_eq!(listed, [&Value::Null; 0]);
}

/// All files below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn every_answer_in_documents_and_snapshots_is_accepted() {
    let schema = schema();
    let mut paths = vec![home().join("README.md"), home().join("CHANGELOG.md")];
    for folder in ["docs", "cases", "crates", "tests", "tools", "bench"] {
        files(&home().join(folder), &mut paths);
    }
    let mut checked = 0;
    for path in paths {
        let Ok(text) = String::from_utf8(std::fs::read(&path).unwrap()) else {
            continue;
        };
        let objects = text.lines().filter(|line| line.starts_with('{'));
        for line in objects.filter(|line| line.contains(r#""winset-answer/"#)) {
            let answer: Value = serde_json::from_str(line).unwrap();
            check_answer(&answer, &schema, &path.display().to_string());
            let read = form::read(line.as_bytes()).unwrap();
            assert_eq!(form::line(&read).unwrap(), format!("{line}\n").as_bytes());
            checked += 1;
        }
    }
    assert!(checked >= 41, "{checked}");
}

/// Commands and the names of their answers, with what they need to be told.
const COMMANDS: [(&str, &[&str]); 18] = [
    ("frontier", &["--packages"]),
    ("frontier", &["--at-most", "2"]),
    ("frontier", &["--engine", "boxes", "--node-limit", "0"]),
    ("solve", &[]),
    ("solve", &["--brief"]),
    ("clashes", &["--loops"]),
    ("clashes", &["--at-most", "1"]),
    ("open", &[]),
    ("open", &["--nobody-alone", "-k", "1"]),
    ("pressure", &[]),
    ("status", &[]),
    ("settle", &[]),
    ("settle", &["--comparable"]),
    ("settle", &["--rules", "all", "--disagreement", "zero"]),
    ("stats", &[]),
    ("stats", &["--node-limit", "0"]),
    ("status", &["--node-limit", "0"]),
    ("open", &["--node-limit", "1"]),
];

#[test]
fn what_reports_say_is_accepted() {
    let folder = scratch("report-schema");
    let file = folder.join("r.md");
    let file = file.to_str().unwrap();
    for case in [
        SELLA,
        "well.yaml",
        "dry-well.yaml",
        "lawless.yaml",
        "bare.yaml",
    ] {
        let args = ["report", case, "-o", file, "--json", "--force"];
        check(&run(&args), "report", &args);
        let limited = [&args[..], &["--node-limit", "0"]].concat();
        check(&run(&limited), "report", &limited);
    }
}

#[test]
fn what_is_said_of_other_programs_files_is_accepted() {
    let folder = scratch("peers-schema");
    let [case, to] = ["c.json", "web"].map(|name| folder.join(name));
    let [case, to] = [&case, &to].map(|path| path.to_str().unwrap());
    for (name, words) in [
        ("lint", &["lint", "orchard"][..]),
        ("lint", &["lint", "orchard", "--time-limit", "0s"]),
        (
            "rubinstein",
            &["theory", "rubinstein", "--delta", "9/10", "--delta", "4/5"],
        ),
        (
            "stahl",
            &[
                "theory", "stahl", "--delta", "1", "--delta", "4/5", "--rounds", "40",
            ],
        ),
        ("requests", &["requests", "requests.csv"]),
        (
            "persons",
            &[
                "persons",
                "check",
                "../persons/age.age",
                "--key",
                "../persons/age.key",
            ],
        ),
        ("convert", &["convert", "orchard", case]),
        (
            "convert",
            &["convert", "well.yaml", to, "--to", "geniusweb"],
        ),
        (
            "convert",
            &["convert", "well.yaml", to, "--to", "geniusweb", "--lossy"],
        ),
    ] {
        let asked = [words, &["--json"]].concat();
        check(&run(&asked), name, &asked);
    }
}

#[test]
fn what_is_said_of_offers_and_journals_is_accepted() {
    let folder = scratch("acts-schema");
    let case = folder.join("talks.yaml");
    std::fs::copy(crate::run::folder().join(SELLA), &case).unwrap();
    let case = case.to_str().unwrap();
    let add = ["offer", "add", case, "--by", "orvane", "--set", "line=l2"];
    for (name, words) in [
        ("journal", &["journal", "verify", case][..]),
        ("acts", &["journal", "show", case]),
        ("offer", &[&add[..], &["--dry-run"]].concat()),
        ("offer", &add),
        ("offers", &["offer", "list", case]),
        ("offers", &["offer", "list", case, "--as", "public"]),
        ("record", &["record", "list", case]),
        ("record", &["record", "show", case, "I1"]),
        (
            "record-findings",
            &["record", "findings", case, "--as", "lethia"],
        ),
        ("journal", &["journal", "verify", case]),
        ("acts", &["journal", "show", case, "--as", "lethia"]),
    ] {
        let asked = [words, &["--json"]].concat();
        check(&run(&asked), name, &asked);
    }
    std::fs::write(format!("{case}.journal.head"), "?").unwrap();
    let asked = ["journal", "verify", case, "--json"];
    check(&run(&asked), "journal", &asked);
}

#[test]
fn what_is_said_of_the_text_is_accepted() {
    let folder = scratch("text-schema");
    let case = folder.join("talks.yaml");
    std::fs::copy(crate::run::folder().join(SELLA), &case).unwrap();
    let case = case.to_str().unwrap();
    let acts: [&[&str]; 3] = [
        &["draft", case, "--version", "SNT-6", "--json"],
        &[
            "answer",
            case,
            "--by",
            "lethia",
            "--version",
            "SNT-6",
            "--clause",
            "line",
            "--accept",
            "--json",
        ],
        &["draft", case, "--version", "SNT-7", "--dry-run", "--json"],
    ];
    for words in acts {
        let asked = [&["text"], words].concat();
        check(&run(&asked), "text-act", &asked);
    }
    for words in [
        &[][..],
        &["--version", "SNT-6"],
        &["--offer", "5"],
        &["--as", "lethia", "--version", "SNT-6"],
        &["--offer", "1", "--mode", "chair", "--redline", "SNT-1"],
    ] {
        let asked = [&["text", case, "--json"], words].concat();
        check(&run(&asked), "text", &asked);
    }
}

#[test]
fn every_answer_is_accepted() {
    let texts = [opened(), raised()];
    let files = [
        SELLA,
        "well.yaml",
        "dry-well.yaml",
        "mill.yaml",
        "price.yaml",
        "ties.yaml",
        "bare.yaml",
        "lawless.yaml",
        "rising-well.yaml",
    ];
    let mut checked = 0;
    for (command, words) in COMMANDS {
        for file in files {
            let asked = [&[command, file, "--json"], words].concat();
            check(&run(&asked), command, &asked);
            checked += 1;
        }
        for text in &texts {
            let asked = [&[command, "-", "--json"], words].concat();
            check(&run_with(&asked, text.as_bytes()), command, &asked);
            checked += 1;
        }
    }
    assert_eq!(checked, 198);
}

/// Questions that have to be told more, in one line each; SELLA stands for the demonstration case.
const QUESTIONS: [&str; 16] = [
    "improve SELLA --offer 5",
    "improve SELLA --offer 1 --time-limit 0s",
    "improve bare.yaml --package bare.package.yaml",
    "improve lawless.yaml --package lawless.package.yaml",
    "improve ties.yaml --package ties.package.yaml",
    "what-if SELLA --overlay opening.overlay.yaml",
    "what-if SELLA --overlay pressed.overlay.json --drop LET-plant",
    "what-if well.yaml --set dale.no_deal=2",
    "what-if ties.yaml --set ada.no_deal=7",
    "what-if lawless.yaml --drop N-toll",
    "what-if SELLA --drop LET-plant --node-limit 0",
    "pressure well.yaml --party hill",
    "settle well.yaml --parties dale",
    "settle SELLA --time-limit 0s",
    "solve SELLA --time-limit 0s",
    "clashes dry-well.yaml --floors members",
];

/// The same about the opened demonstration case, on standard input.
const OF_OPENED: [&str; 3] = [
    "improve - --package sella.package.yaml",
    "settle - --node-limit 1",
    "pressure - --party orvane",
];

#[test]
fn answers_that_need_more_words_are_accepted() {
    for question in QUESTIONS.into_iter().chain(OF_OPENED) {
        let words = question.split(' ');
        let words = words.map(|word| if word == "SELLA" { SELLA } else { word });
        let asked: Vec<&str> = words.chain(["--json"]).collect();
        let ran = if asked[1] == "-" {
            run_with(&asked, opened().as_bytes())
        } else {
            run(&asked)
        };
        check(&ran, asked[0], &asked);
    }
}

#[test]
fn what_no_answer_is_is_refused() {
    let schema = schema();
    let settled = run(&["settle", "ties.yaml", "--comparable", "--json"]);
    let answer: Value = serde_json::from_str(&settled.stdout).unwrap();
    let refuses = |change: &dyn Fn(&mut Value)| {
        let mut changed = answer.clone();
        change(&mut changed);
        assert_ne!(changed, answer);
        assert_eq!(accepting(&changed, &schema), [""; 0], "{changed}");
        assert!(
            form::read(changed.to_string().as_bytes()).is_err(),
            "{changed}"
        );
    };
    refuses(&|a| a["remark"] = json!("none"));
    refuses(&|a| a["format"] = json!("winset-answer/2"));
    refuses(&|a| a["answer"] = json!("settlement"));
    refuses(&|a| drop(a.as_object_mut().unwrap().remove("answer")));
    refuses(&|a| a["packages"] = json!(29));
    refuses(&|a| a["packages"] = json!("29.5"));
    refuses(&|a| a["verdict"] = json!("maybe"));
    refuses(&|a| a["stopped"] = json!("tired"));
    refuses(&|a| a["settlements"]["nash"][0]["scores"][0] = json!(6.5));
    refuses(&|a| a["settlements"]["terms"]["rules"]["nash"]["none"] = json!("nothing"));
    refuses(&|a| drop(a["settlements"].as_object_mut().unwrap().remove("terms")));
}
