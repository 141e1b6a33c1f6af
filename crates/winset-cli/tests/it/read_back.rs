//! Answers read back: what the schema refuses is not read, and what it accepts is.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use winset::form;

use crate::run::{SELLA, opened, run, run_with, scratch};
use crate::schema::schema;
use crate::validator::valid;

/// One answer of each kind and more, in one line each; OPENED stands for the opened demonstration
/// case, CASE for a copy of the demonstration case, LEAGUE for a tournament, OUTCOMES for forms of a class, TO, FOLDER and RESULTS for what is written.
const QUESTIONS: [&str; 50] = [
    "solve well.yaml",
    "solve dry-well.yaml",
    "solve OPENED --node-limit 1",
    "clashes dry-well.yaml --loops",
    "clashes OPENED --loops --at-most 2",
    "improve ties.yaml --package ties.package.yaml",
    "pressure well.yaml --party hill",
    "pressure OPENED",
    "open dry-well.yaml",
    "what-if well.yaml --set dale.no_deal=2",
    "settle ties.yaml --comparable --rules all",
    "frontier well.yaml --packages",
    "frontier mill.yaml --engine boxes --node-limit 0",
    "stats ties.yaml --package ties.package.yaml",
    "stats well.yaml",
    "status price.yaml",
    "text draft CASE --version SNT-6",
    "text CASE --version SNT-6",
    "text CASE --offer 1 --mode chair --redline SNT-1",
    "class ties.yaml --debrief OUTCOMES -o TO",
    "report well.yaml -o TO --form html --force",
    "offer add CASE --by orvane --set line=l2",
    "offer list CASE",
    "amend CASE --set points.line.title=Contact",
    "journal verify CASE",
    "journal show CASE",
    "record list CASE",
    "record findings CASE",
    "lint orchard",
    "convert well.yaml FOLDER --to geniusweb --lossy",
    "talks run ties.yaml --rounds 2",
    "talks run ties.yaml --rounds 40 --others conceder",
    "talks shuttle ties.yaml --texts 5",
    "talks shuttle ties.yaml --mediator flip --others climber --ask over-last --texts 4",
    "talks shuttle ties.yaml --mediator asking-orders --ask over-standing",
    "talks sealed CASE --offer 1 --offer 2",
    "talks sealed CASE --offer 1 --need 1",
    "exchange CASE --miss flight@2031-03-22",
    "exchange well.yaml",
    "requests requests.csv",
    "solve bridge.yaml --schedulable",
    "persons check ../persons/age.age --key ../persons/age.key",
    "phases bridge.yaml --late east=14",
    "phases bridge.yaml --bound north=3 --bound south=3",
    "phases bridge.yaml --node-limit 1",
    "record read news.txt",
    "tournament LEAGUE -o RESULTS",
    "theory rubinstein --delta 9/10 --delta 4/5 --outside 0 --outside 3/5",
    "theory stahl --delta 9/10 --delta 4/5 --rounds 30",
    "theory stahl --delta 1 --delta 4/5 --rounds 3",
];

/// Every value that differs from an answer in one place.
fn changed(value: &Value) -> Vec<Value> {
    let others = [
        json!(null),
        json!("?"),
        json!(-1),
        json!(6.5),
        json!(true),
        json!({}),
    ];
    let mut changed: Vec<Value> = others.into_iter().filter(|other| other != value).collect();
    match value {
        Value::Object(entries) => {
            for (key, inner) in entries {
                let with = |inner: Option<Value>| {
                    let mut entries = entries.clone();
                    match inner {
                        Some(inner) => entries.insert(key.clone(), inner),
                        None => entries.remove(key),
                    };
                    Value::Object(entries)
                };
                changed.push(with(None));
                changed.extend(
                    self::changed(inner)
                        .into_iter()
                        .map(|inner| with(Some(inner))),
                );
            }
            let mut more = entries.clone();
            more.insert("remark".to_owned(), json!("none"));
            changed.push(Value::Object(more));
        }
        Value::Array(items) => {
            // What holds for the first one holds for the others.
            if let Some(first) = items.first() {
                for first in self::changed(first) {
                    let mut items = items.clone();
                    items[0] = first;
                    changed.push(Value::Array(items));
                }
            }
        }
        _ => {}
    }
    changed
}

#[test]
fn what_is_read_is_what_the_schema_accepts() {
    let folder = scratch("read-back");
    let [case, to, web, league, results, forms] =
        ["talks.yaml", "to", "web", "league.json", "results", "forms"]
            .map(|name| folder.join(name).display().to_string());
    let ties = crate::run::folder().join("ties.yaml");
    let spec = json!({
        "format": "winset-tournament/1", "scenarios": [ties], "strategies": ["boulware", "random"],
        "rounds": 7, "repetitions": 3,
    });
    std::fs::write(&league, spec.to_string()).unwrap();
    std::fs::copy(crate::run::folder().join(SELLA), &case).unwrap();
    std::fs::create_dir_all(&forms).unwrap();
    let form = "Point,Agreed,,Code\nHouse,Ada,,\nBoat,Ben,,\nDog,Cem,,\nName on the gate,None,,\n";
    std::fs::write(format!("{forms}/1.csv"), form).unwrap();
    let schema = schema();
    let mut names = BTreeSet::new();
    let (mut accepted, mut refused) = (0, 0);
    for question in QUESTIONS {
        let word = |word| match word {
            "CASE" => case.as_str(),
            "TO" => to.as_str(),
            "FOLDER" => web.as_str(),
            "OUTCOMES" => forms.as_str(),
            "LEAGUE" => league.as_str(),
            "RESULTS" => results.as_str(),
            "OPENED" => "-",
            other => other,
        };
        let asked: Vec<&str> = question.split(' ').map(word).chain(["--json"]).collect();
        let ran = if asked.contains(&"-") {
            run_with(&asked, opened().as_bytes())
        } else {
            run(&asked)
        };
        let answer: Value = serde_json::from_str(&ran.stdout)
            .unwrap_or_else(|why| panic!("{question}: {why}: {}", ran.stderr));
        let name = answer["answer"].as_str().unwrap().to_owned();
        let form = json!({"$ref": schema["discriminator"]["mapping"][&name]});
        for changed in changed(&answer) {
            let said = valid(&changed, &form, &schema["$defs"]);
            let read = form::read(changed.to_string().as_bytes());
            assert_eq!(
                said.is_ok(),
                read.is_ok(),
                "{question}: {said:?}, {read:?}: {changed}"
            );
            if read.is_ok() {
                accepted += 1;
            } else {
                refused += 1;
            }
        }
        names.insert(name);
    }
    let known = form::AnswerName::ALL
        .iter()
        .map(|name| name.as_str().to_owned());
    assert_eq!(names, known.collect());
    assert!(accepted > 1000 && refused > 9000, "{accepted} {refused}");
}
