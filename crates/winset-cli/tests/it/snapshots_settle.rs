//! Snapshots of `winset settle` and `winset improve`.

use serde_json::Value;

use crate::run::{SELLA, opened, run, run_with};

fn check(name: &str, args: &[&str]) {
    insta::assert_snapshot!(name, run(args).transcript());
}

fn check_opened(name: &str, args: &[&str]) {
    let ran = run_with(args, opened().as_bytes());
    insta::assert_snapshot!(name, ran.transcript());
}

#[test]
fn settle() {
    check("settle-sella", &["settle", SELLA]);
    check("settle-sella-json", &["settle", SELLA, "--json"]);
    check_opened("settle-opened", &["settle", "-", "--comparable"]);
    check_opened(
        "settle-opened-json",
        &["settle", "-", "--comparable", "--json"],
    );
    let principals = ["settle", "-", "--parties", "lethia,orvane"];
    check_opened("settle-opened-principals", &principals);
    check("settle-well", &["settle", "well.yaml"]);
    check("settle-ties", &["settle", "ties.yaml"]);
    check(
        "settle-ties-ada",
        &["settle", "ties.yaml", "--parties", "ada"],
    );
}

#[test]
fn settle_where_there_is_little_to_settle() {
    check("settle-bare", &["settle", "bare.yaml"]);
    check("settle-bare-json", &["settle", "bare.yaml", "--json"]);
    check("settle-lawless", &["settle", "lawless.yaml"]);
    check("settle-lawless-json", &["settle", "lawless.yaml", "--json"]);
}

#[test]
fn settle_stopped() {
    check(
        "settle-time-limit",
        &["settle", "well.yaml", "--time-limit", "0s"],
    );
    let nodes = ["settle", SELLA, "--node-limit", "0", "--json"];
    check("settle-node-limit-json", &nodes);
    let ran = run_with(&["settle", "-", "--node-limit", "1"], opened().as_bytes());
    assert_eq!(ran.code, Some(3));
    insta::assert_snapshot!("settle-opened-node-limit", ran.transcript());
}

#[test]
fn settle_mistakes() {
    let unknown = ["settle", SELLA, "--parties", "orvane,letia"];
    check("settle-unknown-party", &unknown);
    let silent = ["settle", "well.yaml", "--parties", "hill,council"];
    check("settle-silent-party", &silent);
    check(
        "settle-bare-party",
        &["settle", "bare.yaml", "--parties", "upper"],
    );
}

/// The same settlements as `winset solve` gives, and as only some parties bargain other ones.
#[test]
fn settlements_are_those_of_solve() {
    let json = |args: &[&str]| -> Value {
        let ran = run_with(args, opened().as_bytes());
        assert_eq!(ran.code, Some(0));
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let solved = json(&["solve", "-", "--json"]);
    let settled = json(&["settle", "-", "--json"]);
    assert_eq!(settled["settlements"], solved["settlements"]);
    assert_eq!(settled["packages"], solved["overlap"]["packages"]);
    let comparable = json(&["settle", "-", "--json", "--comparable"]);
    let sums = comparable["settlements"]["utilitarian"].as_array().unwrap();
    assert_eq!(sums.len(), 1);
    assert_eq!(sums[0]["scores"], serde_json::json!([591, 673, 902, 783]));
    let two = json(&["settle", "-", "--json", "--parties", "lethia,orvane,lethia"]);
    assert_eq!(two["parties"], serde_json::json!(["orvane", "lethia"]));
    let scores = &two["settlements"]["nash"][0]["scores"];
    assert_eq!(scores, &serde_json::json!([602, 662, 885, 745]));
    assert_eq!(
        json(&["settle", "-", "--json", "--threads", "1"]),
        json(&["settle", "-", "--json", "--threads", "3"])
    );
}

#[test]
fn improve() {
    check("improve-sella", &["improve", SELLA, "--offer", "5"]);
    check(
        "improve-sella-json",
        &["improve", SELLA, "--offer", "5", "--json"],
    );
    check_opened("improve-opened", &["improve", "-", "--offer", "5"]);
    let dominated = ["improve", "-", "--package", "sella.package.yaml"];
    check_opened("improve-opened-package", &dominated);
    check_opened(
        "improve-opened-package-json",
        &[&dominated[..], &["--json"]].concat(),
    );
    let on_table = ["improve", "well.yaml", "--package", "well.package.yaml"];
    check("improve-well", &on_table);
    let broken = ["improve", "mill.yaml", "--package", "mill.package.yaml"];
    check("improve-mill", &broken);
    let ties = ["improve", "ties.yaml", "--package", "ties.package.yaml"];
    check("improve-ties", &[&ties[..], &["--change", "2"]].concat());
    check("improve-ties-json", &[&ties[..], &["--json"]].concat());
}

#[test]
fn improve_where_there_is_little_to_improve() {
    let bare = ["improve", "bare.yaml", "--package", "bare.package.yaml"];
    check("improve-bare", &bare);
    check("improve-bare-json", &[&bare[..], &["--json"]].concat());
    let lawless = [
        "improve",
        "lawless.yaml",
        "--package",
        "lawless.package.yaml",
    ];
    check("improve-lawless", &lawless);
    check(
        "improve-lawless-json",
        &[&lawless[..], &["--json"]].concat(),
    );
}

#[test]
fn improve_mistakes_and_limits() {
    check("improve-nothing", &["improve", SELLA]);
    check("improve-no-such-offer", &["improve", SELLA, "--offer", "9"]);
    check(
        "improve-no-offers",
        &["improve", "well.yaml", "--offer", "1"],
    );
    let wrong = ["improve", "well.yaml", "--package", "wrong.package.yaml"];
    check("improve-wrong-package", &wrong);
    check("improve-two-inputs", &["improve", "-", "--package", "-"]);
    let stopped = ["improve", SELLA, "--offer", "5", "--time-limit", "0s"];
    check("improve-time-limit", &stopped);
}
