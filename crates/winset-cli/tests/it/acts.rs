//! Offers and journals as their users meet them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::{Ran, SELLA, command, folder, run, run_with, scratch};

/// A copy of the demonstration case in a folder of its own.
pub(crate) fn sella(name: &str) -> PathBuf {
    let path = scratch(name).join("talks.yaml");
    fs::copy(folder().join(SELLA), &path).unwrap();
    path
}

/// Runs a command about a case, in the folder of the case, so that no path is in what it prints.
pub(crate) fn about(case: &Path, args: &[&str]) -> Ran {
    let output = command(args).current_dir(case.parent().unwrap()).output();
    let output = output.unwrap();
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

const AT: &str = "--at=2031-03-14T09:30:00Z";

fn written(case: &Path) {
    let add = ["offer", "add", "talks.yaml", AT];
    let orvane = [
        "--by",
        "orvane",
        "--set",
        "ceasefire=c2",
        "alignment=a3",
        "--note",
        "for you",
    ];
    let ran = about(case, &[&add[..], &orvane].concat());
    insta::assert_snapshot!("offer-add", ran.transcript());
    let lethia = [
        "--by",
        "lethia",
        "--set",
        "territory=t3",
        "--visibility",
        "mediator",
    ];
    let more = ["--date", "2031-03-13", "--once", "l1", "--json"];
    let ran = about(case, &[&add[..], &lethia, &more].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(answer["added"]["offer"], 7);
    assert_eq!(answer["added"]["changed"], serde_json::json!(["territory"]));
    assert_eq!(answer["added"]["worth_change"], -54);
    assert_eq!(answer["written"]["line"], 2);
    // Once more: the same line.
    let again = about(case, &[&add[..], &lethia, &more].concat());
    let again: Value = serde_json::from_str(&again.stdout).unwrap();
    assert_eq!(again["added"], answer["added"]);
    assert_eq!(again["written"]["known"], true);
    assert_eq!(again["written"]["head"], answer["written"]["head"]);
}

#[test]
fn offers_are_written_and_told_to_each_as_they_may_know() {
    let case = sella("acts");
    written(&case);
    let ran = about(&case, &["journal", "show", "talks.yaml"]);
    insta::assert_snapshot!("journal-show", ran.transcript());
    let ran = about(&case, &["journal", "show", "talks.yaml", "--as", "compact"]);
    insta::assert_snapshot!("journal-show-compact", ran.transcript());
    let list = |audience: &str| {
        let args = ["offer", "list", "talks.yaml", "--json", "--as", audience];
        let answer: Value = serde_json::from_str(&about(&case, &args).stdout).unwrap();
        answer["offers"].as_array().unwrap().len()
    };
    assert_eq!(
        ["mediator", "lethia", "orvane", "public"].map(list),
        [7, 7, 6, 6]
    );
    let status = about(&case, &["status", "talks.yaml"]).stdout;
    assert!(
        status.contains("7, the latest by Republic of Lethia"),
        "{status}"
    );
}

#[test]
fn what_was_changed_is_found() {
    let case = sella("changed");
    written(&case);
    let verify = ["journal", "verify", "talks.yaml"];
    let ran = about(&case, &verify);
    insta::assert_snapshot!("journal-verify", ran.transcript());
    let json: Value =
        serde_json::from_str(&about(&case, &[&verify[..], &["--json"]].concat()).stdout).unwrap();
    let head = json["journal"]["head"].as_str().unwrap().to_owned();
    for (paper, code) in [
        (format!("2:{head}"), 0),
        (head.clone(), 0),
        (format!("1:{head}"), 1),
        ("0".repeat(64), 1),
    ] {
        let ran = about(&case, &[&verify[..], &["--head", &paper]].concat());
        assert_eq!(ran.code, Some(code), "{paper}: {}", ran.stdout);
    }
    let journal = case.with_file_name("talks.yaml.journal");
    let whole = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, whole.replace("for you", "for me")).unwrap();
    let ran = about(&case, &verify);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stdout.contains("line 1: the line was changed"),
        "{}",
        ran.stdout
    );
    let add = [
        "offer",
        "add",
        "talks.yaml",
        "--by",
        "orvane",
        "--set",
        "line=l2",
    ];
    let ran = about(&case, &add);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.told().contains("error: failed to use the journal"),
        "{}",
        ran.stderr
    );
    fs::write(&journal, whole.lines().next().unwrap()).unwrap();
    let ran = about(&case, &verify);
    let told = ran.stdout.replace('\n', " ");
    assert!(
        told.contains("line 2: the journal ends before it, and went on to line 2"),
        "{told}"
    );
    fs::remove_file(case.with_file_name("talks.yaml.journal.head")).unwrap();
    let ran = about(&case, &verify);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.contains("is missing"), "{}", ran.stdout);
}

#[test]
fn nothing_is_written_where_something_is_wrong() {
    let case = sella("wrong");
    let add = ["offer", "add", "talks.yaml"];
    let compact = [
        "--by",
        "compact",
        "--set",
        "ceasefire=c9",
        "assts=z1",
        "nothing",
    ];
    let ran = about(
        &case,
        &[&add[..], &compact, &["--set", "ceasefire=c1"]].concat(),
    );
    insta::assert_snapshot!("offer-add-wrong", ran.transcript());
    for (args, code, why) in [
        (
            &["--by", "lethi", "--set", "line=l1"][..],
            2,
            "did you mean `lethia`?",
        ),
        (&["--by", "lethia"], 2, "required"),
        (
            &["--by", "lethia", "--set", "line=l2", "--date", "2031-02-30"],
            2,
            "2031-03-14",
        ),
        (
            &["--by", "lethia", "--set", "line=l2", "--at", "today"],
            2,
            "2031-03-14T09:30:00Z",
        ),
        (&["--by", "lethia", "--set", "line=l2", "--dry-run"], 0, ""),
    ] {
        let ran = about(&case, &[&add[..], args].concat());
        assert_eq!(ran.code, Some(code), "{args:?}: {}", ran.stderr);
        assert!(ran.told().contains(why), "{args:?}: {}", ran.stderr);
    }
    let piped = run_with(
        &["offer", "add", "-", "--by", "lethia", "--set", "line=l2"],
        b"",
    );
    assert!(piped.told().contains("name the file"), "{}", piped.stderr);
    assert_eq!(fs::read_dir(case.parent().unwrap()).unwrap().count(), 1);
    let ran = about(&case, &["journal", "verify", "talks.yaml"]);
    assert!(
        ran.stdout.starts_with("There is no journal"),
        "{}",
        ran.stdout
    );
    assert_eq!(ran.code, Some(0));
}

#[test]
fn a_package_file_is_a_first_offer() {
    let case = scratch("first").join("well.yaml");
    fs::copy(folder().join("well.yaml"), &case).unwrap();
    let package = folder().join("well.package.yaml");
    let package = package.to_str().unwrap();
    let args = [
        "offer",
        "add",
        "well.yaml",
        AT,
        "--by",
        "hill",
        "--package",
        package,
    ];
    let ran = about(&case, &args);
    insta::assert_snapshot!("offer-add-first", ran.transcript());
    // Nobody but those who may know learns of an act that is sealed.
    let sealed = [
        "--by",
        "dale",
        "--package",
        package,
        "--visibility",
        "sealed",
    ];
    about(
        &case,
        &[&["offer", "add", "well.yaml"][..], &sealed].concat(),
    );
    for audience in ["public", "hill", "council"] {
        let ran = about(&case, &["journal", "show", "well.yaml", "--as", audience]);
        assert!(ran.stdout.starts_with("1 act.") && !ran.stdout.contains("Dale"));
    }
    let ran = run(&["journal", "show", "well.yaml", "--as", "hil"]);
    assert!(
        ran.told().contains("did you mean `hill`?"),
        "{}",
        ran.stderr
    );
}
