//! News reports read on the command line: proposals with their places, and nothing entered.

use std::fs;

use serde_json::Value;

use crate::run::{folder, run, run_with, scratch};

fn read(args: &[&str]) -> Value {
    let ran = run(&[&["record", "read", "news.txt", "--json"], args].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    serde_json::from_str(&ran.stdout).unwrap()
}

/// What a place in an answer holds.
fn at(source: &str, place: &Value) -> String {
    let end = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
    source[end("start")..end("end")].to_owned()
}

#[test]
fn a_report_is_read_with_places() {
    let source = fs::read_to_string(folder().join("news.txt")).unwrap();
    let found = read(&[]);
    assert_eq!(found["date"], "2031-03-14");
    let quoted = &found["quotations"][0];
    assert_eq!(
        quoted["text"],
        "We will not open it before the lists are exchanged,"
    );
    assert_eq!(
        at(&source, &quoted["place"]),
        quoted["text"].as_str().unwrap()
    );
    assert_eq!(
        quoted["speaker"]["name"]
            .as_str()
            .unwrap()
            .split(' ')
            .next_back(),
        Some("Brook")
    );
    let counts = found["counts"].as_array().unwrap();
    let twelve = counts.iter().find(|count| count["least"] == 12).unwrap();
    assert_eq!(twelve["most"], Value::Null);
    assert_eq!(
        at(&source, &twelve["place"]),
        twelve["text"].as_str().unwrap()
    );
    // The 14th of March 2031 is a Friday: Tuesday was the 11th, Wednesday the 12th.
    let days = found["dates"].as_array().unwrap();
    let of = |text: &str| days.iter().find(|day| day["text"] == text).unwrap()["from"].clone();
    assert_eq!(of("Tuesday"), "2031-03-11");
    assert_eq!(of("Wednesday"), "2031-03-12");
    assert_eq!(found["meetings"][0]["status"], "held");
    assert_eq!(found["meetings"][0]["date"], "2031-03-12");
}

/// Drafts say nothing of who spoke for whom: no case takes them before a person has.
#[test]
fn drafts_are_refused_until_somebody_completes_them() {
    let folder = scratch("record-read");
    let (case, drafts) = (folder.join("pier.yaml"), folder.join("said.json"));
    let pier = "format: winset-case/1\nid: pier\ntitle: Pier\n\
        parties: [{id: ann, name: Ann}, {id: bob, name: Bob}]\n\
        points: [{id: land, title: Land, options: [{id: keep, label: Keep}, {id: share, label: Share}]}]\n";
    fs::write(&case, pier).unwrap();
    let (case, file) = (case.to_str().unwrap(), drafts.to_str().unwrap());
    assert_eq!(
        run(&["record", "read", "news.txt", "--drafts", file]).code,
        Some(0)
    );
    let add = [
        "record",
        "add",
        "statement",
        case,
        "--json",
        file,
        "--yes",
        "--new-journal",
    ];
    let refused = run(&add);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(!folder.join("pier.yaml.journal").exists());
    let mut said: Value = serde_json::from_str(&fs::read_to_string(&drafts).unwrap()).unwrap();
    for statement in said["statements"].as_array_mut().unwrap() {
        statement["by"] = "ann".into();
    }
    fs::write(&drafts, said.to_string()).unwrap();
    let written = run(&add);
    assert_eq!(written.code, Some(0), "{written:?}");
    let list = run(&["record", "list", case]);
    let told = list.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("before the lists are exchanged"), "{told}");
}

#[test]
fn what_is_no_report_is_refused_or_empty() {
    let ran = run_with(&["record", "read", "-"], b"\xff\xfe\x00bytes");
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.told().contains("UTF-8"), "{ran:?}");
    let ran = run_with(&["record", "read", "-"], b"");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("nothing is entered"), "{ran:?}");
    let ran = run_with(
        &["record", "read", "-"],
        b"<html><p>\"It is so,\" said Ada Brook.<b>",
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("It is so,"), "{ran:?}");
}
