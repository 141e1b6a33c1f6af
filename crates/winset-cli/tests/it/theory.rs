//! `winset theory`: pages, JSON, and all that is wrong with numbers at once.

use serde_json::Value;

use crate::run::{Ran, run};

const DELTAS: [&str; 4] = ["--delta", "9/10", "--delta", "4/5"];

fn theory(game: &str, more: &[&str]) -> Ran {
    run(&[&["theory", game], more].concat())
}

fn check(name: &str, game: &str, more: &[&str]) {
    insta::assert_snapshot!(name, theory(game, more).transcript());
}

#[test]
fn help() {
    check("help-theory", "--help", &[]);
    check("help-theory-rubinstein", "rubinstein", &["--help"]);
    check("help-theory-stahl", "stahl", &["--help"]);
}

#[test]
fn pages() {
    check("theory-rubinstein", "rubinstein", &DELTAS);
    let outside = ["--outside", "0", "--outside", "60%"];
    let outside = [&DELTAS[..], &outside].concat();
    check("theory-rubinstein-outside", "rubinstein", &outside);
    let little = [&DELTAS[..], &["--outside", "0.1", "--outside", "0"]].concat();
    check("theory-rubinstein-little", "rubinstein", &little);
    let rounds = |n: &'static str| [&DELTAS[..], &["--rounds", n]].concat();
    check("theory-stahl", "stahl", &rounds("3"));
    check("theory-stahl-even", "stahl", &rounds("1000"));
    let patient = ["--delta", "100%", "--delta", "1", "--rounds", "1"];
    check("theory-stahl-once", "stahl", &patient);
}

#[test]
fn json() {
    let json = [&DELTAS[..], &["--json"]].concat();
    check("theory-rubinstein-json", "rubinstein", &json);
    let json = [&json[..], &["--rounds", "4"]].concat();
    check("theory-stahl-json", "stahl", &json);
}

#[test]
fn mistakes_come_at_once() {
    let wrong = [
        "--delta",
        "1.2",
        "--delta",
        "9/0",
        "--outside",
        "-0.5",
        "--outside",
        "half",
    ];
    check("theory-wrong", "rubinstein", &wrong);
    let ends = [
        "--delta",
        "0",
        "--delta",
        "100%",
        "--outside",
        "2/5",
        "--outside",
        "3/5",
    ];
    check("theory-wrong-ends", "rubinstein", &ends);
    check("theory-wrong-count", "rubinstein", &["--delta", "1/2"]);
    let rounds = [
        "--delta", "1/2", "--delta", "x", "--delta", "1/3", "--rounds", "10001",
    ];
    check("theory-wrong-rounds", "stahl", &rounds);
    check("theory-nothing", "stahl", &[]);
    for rounds in ["0", "-1", "1.5", "", "+3", "99999999999"] {
        let ran = theory("stahl", &[&DELTAS[..], &["--rounds", rounds]].concat());
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{rounds}");
        assert!(ran.told().contains("from 1 to 10,000"), "{}", ran.stderr);
    }
}

#[test]
fn ten_thousand_rounds_are_exact() {
    let most = ["--rounds", "10000", "--json"];
    let ran = theory("stahl", &[&DELTAS[..], &most].concat());
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    let share = answer["when_opening"]["a"]["opener"].as_str().unwrap();
    let (above, below) = share.split_once('/').unwrap();
    // Half of 25/18 to that power, but for what cancels.
    assert!(
        above.len() > 6_000 && below.len() > 6_000,
        "{}",
        below.len()
    );
    let page = theory("stahl", &[&DELTAS[..], &most[..2]].concat());
    assert!(
        page.stdout.contains("(about 0.714286, a fraction"),
        "{}",
        page.stdout
    );
}
