//! The single text: shown, compared, written out and added to.

use std::path::PathBuf;

use crate::run::{Ran, SELLA, command, folder, run, scratch};

/// A fresh folder with the demonstration case in it, as `talks.yaml`.
fn talks(name: &str) -> PathBuf {
    let folder_of_test = scratch(name);
    std::fs::copy(folder().join(SELLA), folder_of_test.join("talks.yaml")).unwrap();
    folder_of_test
}

/// A line of words, run in a folder; quotes hold words together.
fn at(folder: &PathBuf, line: &str) -> Ran {
    let mut words: Vec<&str> = Vec::new();
    for (place, part) in line.split('"').enumerate() {
        match place % 2 {
            0 => words.extend(part.split_whitespace()),
            _ => words.push(part),
        }
    }
    let output = command(&words).current_dir(folder).output().unwrap();
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A working session: a version issued, words and a clause put in, answers given.
fn session(name: &str) -> PathBuf {
    let folder = talks(name);
    for (minute, line) in [
        "text draft talks.yaml --version SNT-6",
        "text wording talks.yaml --by mediator --clause plant --option n3 --text \"Kessin is held in \
         thirds, and Meridia manages it.\"",
        "text wording talks.yaml --by lethia --clause forces --text \"Not more than 800,000 in \
         peacetime.\" --visibility mediator",
        "text clause talks.yaml --id aims --place preamble --title Aims --text \"Desiring a lasting \
         peace,\"",
        "text answer talks.yaml --by lethia --version SNT-6 --clause forces --accept-if \"Point 8 is \
         reciprocal\"",
        "text answer talks.yaml --by orvane --version SNT-6 --clause forces --bracket --visibility \
         mediator",
    ]
    .iter()
    .enumerate()
    {
        let ran = at(&folder, &format!("{line} --at 2031-03-14T09:{minute:02}:00Z"));
        assert_eq!(ran.code, Some(0), "{line}: {}", ran.stderr);
    }
    folder
}

fn check(name: &str, ran: &Ran) {
    insta::assert_snapshot!(name, ran.transcript());
}

#[test]
fn text_help() {
    check("help-text", &run(&["text", "--help"]));
    for subcommand in ["draft", "answer", "wording", "clause"] {
        let name = format!("help-text-{subcommand}");
        check(&name, &run(&["text", subcommand, "--help"]));
    }
}

#[test]
fn text_of_the_demonstration_case() {
    check(
        "text-redline",
        &run(&["text", SELLA, "--version", "SNT-4", "--redline", "SNT-3"]),
    );
    check("text-counts", &run(&["text", SELLA, "--counts"]));
    check(
        "text-agreement",
        &run(&["text", SELLA, "--offer", "5", "-o", "-"]),
    );
    check(
        "text-chair",
        &run(&["text", SELLA, "--offer", "5", "--mode", "chair"]),
    );
}

#[test]
fn text_after_a_working_session() {
    let folder = session("text-session");
    check("text-session", &at(&folder, "text talks.yaml"));
    check(
        "text-session-answers",
        &at(&folder, "text talks.yaml --answers"),
    );
    let lethia = at(&folder, "text talks.yaml --as lethia");
    check("text-session-lethia", &lethia);
    // What was told to the mediator alone reaches nobody else.
    assert!(lethia.stdout.contains("in peacetime") && !lethia.stdout.contains("thirds"));
    let orvane = at(&folder, "text talks.yaml --as orvane");
    assert!(!orvane.stdout.contains("in peacetime"), "{}", orvane.stdout);
    let answers = at(&folder, "text talks.yaml --as lethia --answers").stdout;
    assert!(
        answers.contains("accepts if") && !answers.contains("brackets"),
        "{answers}"
    );
}

#[test]
fn texts_are_written_in_every_form() {
    let folder = session("text-forms");
    for form in ["docx", "html", "md", "txt"] {
        let line = format!("text talks.yaml --version SNT-6 --redline SNT-1 -o a.{form} --force");
        assert_eq!(at(&folder, &line).code, Some(0));
        let written = std::fs::read(folder.join(format!("a.{form}"))).unwrap();
        assert_eq!(at(&folder, &line).code, Some(0));
        assert_eq!(
            std::fs::read(folder.join(format!("a.{form}"))).unwrap(),
            written
        );
        let holds = |text: &str| String::from_utf8_lossy(&written).contains(text);
        assert!(holds("SNT-6") && holds("for the mediator"), "{form}");
    }
    let told = at(&folder, "text talks.yaml -o a.docx --force");
    check("text-written", &told);
}

#[test]
fn acts_on_the_text_are_told() {
    let folder = session("text-acts");
    let dry = "text draft talks.yaml --version SNT-7 --dry-run --at 2031-03-15T10:00:00Z";
    check("text-draft-dry", &at(&folder, dry));
    assert!(
        !at(&folder, "text talks.yaml --counts")
            .stdout
            .contains("SNT-7")
    );
    let once = "text clause talks.yaml --id end --place annex --title End --text x --once w1 --at \
                2031-03-15T10:00:00Z";
    assert!(at(&folder, once).stdout.starts_with("Written.\n"));
    assert!(
        at(&folder, once)
            .stdout
            .starts_with("It was written before.\n")
    );
    let take_back = "text wording talks.yaml --by lethia --clause forces --take-back --at \
                     2031-03-15T10:01:00Z --json";
    check("text-take-back-json", &at(&folder, take_back));
}

#[test]
fn what_cannot_be_done_is_told_all_at_once() {
    let folder = session("text-wrong");
    for (name, line) in [
        (
            "text-wrong-versions",
            "text talks.yaml --version SNT-9 --redline SNT4",
        ),
        (
            "text-wrong-answer",
            "text answer talks.yaml --by lethi --version SNT6 --clause force --accept",
        ),
        ("text-wrong-name", "text draft talks.yaml --version SNT-5"),
        (
            "text-wrong-chair",
            "text draft talks.yaml --version C-1 --mode chair",
        ),
        (
            "text-wrong-clause",
            "text clause talks.yaml --id plant --place after:fleet --title x --text y",
        ),
        (
            "text-wrong-take-back",
            "text wording talks.yaml --by orvane --clause plant --take-back",
        ),
        ("text-wrong-file", "text talks.yaml -o text.pdf"),
        ("text-wrong-nothing", "text"),
    ] {
        let ran = at(&folder, line);
        assert_eq!(ran.code, Some(2), "{line}");
        check(name, &ran);
    }
}
