//! The published JSON Schema of answers: it accepts every answer, each by one form, and refuses what
//! no answer is.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::run::{Ran, SELLA, opened, raised, run, run_with, scratch};

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats/answer.schema.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The forms that accept an answer; with none, why the first one that comes to its end refuses.
fn accepting(answer: &Value, schema: &Value) -> Vec<String> {
    let forms = schema["anyOf"].as_array().unwrap().iter();
    let forms = forms.filter(|form| valid(answer, form, &schema["$defs"]).is_ok());
    forms
        .map(|form| form["$ref"].as_str().unwrap().replace("#/$defs/", ""))
        .collect()
}

fn check(ran: &Ran, form: &str, what: &[&str]) {
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    let schema = schema();
    let forms = accepting(&answer, &schema);
    let why = valid(&answer, &schema["$defs"][form], &schema["$defs"]);
    assert_eq!(forms, [form], "{what:?}: {why:?}");
}

/// Commands by the form of their answers, with what they need to be told.
const COMMANDS: [(&str, &str, &[&str]); 18] = [
    ("FrontierForm", "frontier", &["--packages"]),
    ("FrontierForm", "frontier", &["--at-most", "2"]),
    (
        "FrontierForm",
        "frontier",
        &["--engine", "boxes", "--node-limit", "0"],
    ),
    ("AnswerForm", "solve", &[]),
    ("AnswerForm", "solve", &["--brief"]),
    ("ClashesForm", "clashes", &["--loops"]),
    ("ClashesForm", "clashes", &["--at-most", "1"]),
    ("OpenForm", "open", &[]),
    ("OpenForm", "open", &["--nobody-alone", "-k", "1"]),
    ("PressureForm", "pressure", &[]),
    ("StatusForm", "status", &[]),
    ("SettleForm", "settle", &[]),
    ("SettleForm", "settle", &["--comparable"]),
    (
        "SettleForm",
        "settle",
        &["--rules", "all", "--disagreement", "zero"],
    ),
    ("StatsForm", "stats", &[]),
    ("StatsForm", "stats", &["--node-limit", "0"]),
    ("StatusForm", "status", &["--node-limit", "0"]),
    ("OpenForm", "open", &["--node-limit", "1"]),
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
        let args = ["report", case, "-o", file, "--json"];
        check(&run(&args), "ReportForm", &args);
        let limited = [&args[..], &["--node-limit", "0"]].concat();
        check(&run(&limited), "ReportForm", &limited);
    }
}

#[test]
fn what_is_said_of_other_programs_files_is_accepted() {
    let folder = scratch("peers-schema");
    let [case, to] = ["c.json", "web"].map(|name| folder.join(name));
    let [case, to] = [&case, &to].map(|path| path.to_str().unwrap());
    for (form, words) in [
        ("LintForm", &["lint", "orchard"][..]),
        ("LintForm", &["lint", "orchard", "--time-limit", "0s"]),
        ("ConvertForm", &["convert", "orchard", case]),
        (
            "ConvertForm",
            &["convert", "well.yaml", to, "--to", "geniusweb"],
        ),
        (
            "ConvertForm",
            &["convert", "well.yaml", to, "--to", "geniusweb", "--lossy"],
        ),
    ] {
        let asked = [words, &["--json"]].concat();
        check(&run(&asked), form, &asked);
    }
}

#[test]
fn what_is_said_of_offers_and_journals_is_accepted() {
    let folder = scratch("acts-schema");
    let case = folder.join("talks.yaml");
    std::fs::copy(crate::run::folder().join(SELLA), &case).unwrap();
    let case = case.to_str().unwrap();
    let add = ["offer", "add", case, "--by", "orvane", "--set", "line=l2"];
    for (form, words) in [
        ("JournalForm", &["journal", "verify", case][..]),
        ("ActsForm", &["journal", "show", case]),
        ("OfferForm", &[&add[..], &["--dry-run"]].concat()),
        ("OfferForm", &add),
        ("OffersForm", &["offer", "list", case]),
        ("OffersForm", &["offer", "list", case, "--as", "public"]),
        ("JournalForm", &["journal", "verify", case]),
        ("ActsForm", &["journal", "show", case, "--as", "lethia"]),
    ] {
        let asked = [words, &["--json"]].concat();
        check(&run(&asked), form, &asked);
    }
    std::fs::write(format!("{case}.journal.head"), "?").unwrap();
    let asked = ["journal", "verify", case, "--json"];
    check(&run(&asked), "JournalForm", &asked);
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
        check(&run(&asked), "TextActForm", &asked);
    }
    for words in [
        &[][..],
        &["--version", "SNT-6"],
        &["--offer", "5"],
        &["--as", "lethia", "--version", "SNT-6"],
        &["--offer", "1", "--mode", "chair", "--redline", "SNT-1"],
    ] {
        let asked = [&["text", case, "--json"], words].concat();
        check(&run(&asked), "TextForm", &asked);
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
    for (form, command, words) in COMMANDS {
        for file in files {
            let asked = [&[command, file, "--json"], words].concat();
            check(&run(&asked), form, &asked);
            checked += 1;
        }
        for text in &texts {
            let asked = [&[command, "-", "--json"], words].concat();
            check(&run_with(&asked, text.as_bytes()), form, &asked);
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
    let form = |command: &str| match command {
        "solve" => "AnswerForm",
        "clashes" => "ClashesForm",
        "improve" => "ImproveForm",
        "pressure" => "PressureForm",
        "settle" => "SettleForm",
        "what-if" => "WhatIfForm",
        other => panic!("{other}"),
    };
    for question in QUESTIONS.into_iter().chain(OF_OPENED) {
        let words = question.split(' ');
        let words = words.map(|word| if word == "SELLA" { SELLA } else { word });
        let asked: Vec<&str> = words.chain(["--json"]).collect();
        let ran = if asked[1] == "-" {
            run_with(&asked, opened().as_bytes())
        } else {
            run(&asked)
        };
        check(&ran, form(asked[0]), &asked);
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
    };
    refuses(&|a| a["remark"] = json!("none"));
    refuses(&|a| a["format"] = json!("winset-answer/2"));
    refuses(&|a| a["packages"] = json!(29));
    refuses(&|a| a["packages"] = json!("29.5"));
    refuses(&|a| a["verdict"] = json!("maybe"));
    refuses(&|a| a["stopped"] = json!("tired"));
    refuses(&|a| a["settlements"]["nash"][0]["scores"][0] = json!(6.5));
    refuses(&|a| a["settlements"]["terms"]["rules"]["nash"]["none"] = json!("nothing"));
    refuses(&|a| drop(a["settlements"].as_object_mut().unwrap().remove("terms")));
}

/// Checks a value by the keywords that the schema uses; meeting another one is a failure.
fn valid(value: &Value, schema: &Value, defs: &Value) -> Result<(), String> {
    let Value::Object(keywords) = schema else {
        return if *schema == json!(true) {
            Ok(())
        } else {
            Err(format!("{value} is not allowed"))
        };
    };
    for (keyword, rule) in keywords {
        let holds = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "format" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                valid(value, &defs[name], defs)?;
                true
            }
            "anyOf" => of(value, rule, defs) > 0,
            "oneOf" => of(value, rule, defs) == 1,
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is_a(value, kind)),
                kind => is_a(value, kind),
            },
            "minimum" => value
                .as_i64()
                .is_none_or(|v| rule.as_i64().is_none_or(|r| v >= r)),
            "maximum" => value
                .as_i64()
                .is_none_or(|v| rule.as_i64().is_none_or(|r| v <= r)),
            "pattern" => value.as_str().is_none_or(|text| matches(text, rule)),
            "required" => {
                let keys = rule.as_array().unwrap();
                let object = value.as_object();
                object.is_none_or(|o| keys.iter().all(|k| o.contains_key(k.as_str().unwrap())))
            }
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    valid(item, rule, defs)?;
                }
                true
            }
            "properties" | "additionalProperties" => {
                properties(value, keywords, defs)?;
                true
            }
            other => return Err(format!("the keyword {other} is not known here")),
        };
        if !holds {
            return Err(format!("{keyword} {rule} refuses {value}"));
        }
    }
    Ok(())
}

/// How many of some schemas accept a value.
fn of(value: &Value, schemas: &Value, defs: &Value) -> usize {
    let schemas = schemas.as_array().unwrap().iter();
    schemas
        .filter(|schema| valid(value, schema, defs).is_ok())
        .count()
}

fn properties(value: &Value, keywords: &Map<String, Value>, defs: &Value) -> Result<(), String> {
    for (key, value) in value.as_object().into_iter().flatten() {
        let named = keywords.get("properties").and_then(|p| p.get(key));
        if let Some(schema) = named.or(keywords.get("additionalProperties")) {
            valid(value, schema, defs).map_err(|why| format!("{key}: {why}"))?;
        }
    }
    Ok(())
}

/// Whether a text matches one of the patterns that the schema uses: all are of numbers.
fn matches(text: &str, pattern: &Value) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match pattern.as_str().unwrap() {
        "^[0-9]+$" => digits(text),
        "^-?[0-9]+$" => digits(unsigned),
        "^[0-9]+(\\.[0-9]+)?$" => text.splitn(2, '.').all(digits),
        "^-?[0-9]+(/[0-9]+)?$" => unsigned.splitn(2, '/').all(digits),
        other => panic!("the pattern {other} is not known here"),
    }
}

fn is_a(value: &Value, kind: &Value) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the kind {other} is not known here"),
    }
}
