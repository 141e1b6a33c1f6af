//! Snapshots of whole runs. Read one before you accept it: is it what an analyst wants to read in
//! ten seconds?

use crate::run::{SELLA, opened, raised, run, run_with};

fn check(name: &str, args: &[&str]) {
    insta::assert_snapshot!(name, run(args).transcript());
}

#[test]
fn help() {
    check("help", &["--help"]);
    for subcommand in [
        "solve", "clashes", "pressure", "open", "what-if", "improve", "settle", "frontier",
        "stats", "status", "phases", "report", "desk", "check", "show", "verify", "schema",
    ] {
        check(&format!("help-{subcommand}"), &[subcommand, "--help"]);
    }
}

#[test]
fn desk_mistakes() {
    check("desk-audience", &["desk", "well.yaml", "--as", "nort"]);
    check("desk-language", &["desk", "well.yaml", "--language", "ab"]);
    check("desk-case", &["desk", "nowhere.yaml"]);
}

#[test]
fn solve_demonstration() {
    check("solve-sella", &["solve", SELLA]);
    check("solve-sella-json", &["solve", SELLA, "--json"]);
    let opened = opened();
    let of_opened = |args: &[&str]| run_with(args, opened.as_bytes()).transcript();
    insta::assert_snapshot!("solve-opened", of_opened(&["solve", "-"]));
    insta::assert_snapshot!("solve-opened-json", of_opened(&["solve", "-", "--json"]));
}

#[test]
fn clashes() {
    check("clashes-sella", &["clashes", SELLA]);
    check("clashes-sella-json", &["clashes", SELLA, "--json"]);
    check("clashes-first", &["clashes", SELLA, "--at-most", "1"]);
    check(
        "clashes-loops",
        &["clashes", SELLA, "--at-most", "1", "--loops"],
    );
    let loops = ["clashes", SELLA, "--at-most", "1", "--loops", "--json"];
    check("clashes-loops-json", &loops);
    check(
        "clashes-time-limit",
        &["clashes", SELLA, "--time-limit", "0s"],
    );
    check("clashes-well", &["clashes", "well.yaml"]);
    check("clashes-dry-well", &["clashes", "dry-well.yaml"]);
    let floors = ["clashes", "dry-well.yaml", "--floors", "members"];
    check("clashes-dry-well-floors", &floors);
}

#[test]
fn status() {
    check("status-sella", &["status", SELLA]);
    check("status-sella-json", &["status", SELLA, "--json"]);
    check("status-well", &["status", "well.yaml"]);
    check("status-price-json", &["status", "price.yaml", "--json"]);
    check(
        "status-time-limit",
        &["status", SELLA, "--time-limit", "0s"],
    );
}

#[test]
fn pressure() {
    check("pressure-sella", &["pressure", SELLA]);
    check("pressure-sella-json", &["pressure", SELLA, "--json"]);
    check("pressure-dry-well", &["pressure", "dry-well.yaml"]);
    check(
        "pressure-dry-well-json",
        &["pressure", "dry-well.yaml", "--json"],
    );
    check(
        "pressure-time-limit",
        &["pressure", SELLA, "--time-limit", "0s"],
    );
    let opened = opened();
    let of_opened = |args: &[&str]| run_with(args, opened.as_bytes()).transcript();
    insta::assert_snapshot!("pressure-opened", of_opened(&["pressure", "-"]));
    insta::assert_snapshot!(
        "pressure-opened-json",
        of_opened(&["pressure", "-", "--json"])
    );
    let orvane = ["pressure", "-", "--party", "orvane"];
    insta::assert_snapshot!("pressure-opened-orvane", of_opened(&orvane));
    let raised = raised();
    let of_raised = |args: &[&str]| run_with(args, raised.as_bytes()).transcript();
    insta::assert_snapshot!("pressure-raised", of_raised(&["pressure", "-"]));
    let few = ["pressure", "-", "--json", "--at-most", "2"];
    insta::assert_snapshot!("pressure-raised-json", of_raised(&few));
    let well = ["pressure", "well.yaml", "--party", "hill", "--json"];
    check("pressure-well-hill-json", &well);
    check(
        "pressure-bare-party",
        &["pressure", "well.yaml", "--party", "council"],
    );
    check("pressure-rising", &["pressure", "rising-well.yaml"]);
    check(
        "pressure-no-such-party",
        &["pressure", SELLA, "--party", "orvan"],
    );
}

#[test]
fn solve_small() {
    check("solve-well", &["solve", "well.yaml"]);
    check("solve-well-json", &["solve", "well.yaml", "--json"]);
    check("solve-dry-well", &["solve", "dry-well.yaml"]);
    check("solve-price", &["solve", "price.yaml"]);
    check("show-price", &["show", "price.yaml"]);
    check("solve-warned", &["solve", "warned-well.yaml"]);
}

#[test]
fn solve_stopped() {
    check("solve-node-limit", &["solve", SELLA, "--node-limit", "0"]);
    check(
        "solve-node-limit-json",
        &["solve", SELLA, "--node-limit", "0", "--json"],
    );
    check("solve-time-limit", &["solve", SELLA, "--time-limit", "0s"]);
}

#[test]
fn check_and_show() {
    check("check-sella", &["check", SELLA]);
    check("check-warned", &["check", "warned-well.yaml"]);
    check(
        "check-warned-json",
        &["check", "warned-well.yaml", "--json"],
    );
    check("check-wrong", &["check", "wrong.yaml"]);
    check("check-wrong-json", &["check", "wrong.yaml", "--json"]);
    check("show-sella", &["show", SELLA]);
    check("show-well", &["show", "well.yaml"]);
    check("show-well-json", &["show", "well.yaml", "--json"]);
    check("show-hostile", &["show", "hostile.json"]);
}

#[test]
fn bad_input() {
    check("solve-wrong", &["solve", "wrong.yaml", "--json"]);
    check("solve-missing", &["solve", "missing.yaml"]);
    check("solve-folder", &["solve", "."]);
    check("verify-missing", &["verify", "well.yaml", "missing.proof"]);
    let raw = b"id: \x1b]0;owned\x07\x1b[2Jx\n";
    insta::assert_snapshot!(
        "check-raw-controls",
        run_with(&["check", "-"], raw).transcript()
    );
    let empty = run_with(&["check", "-"], b"").transcript();
    insta::assert_snapshot!("check-empty", empty);
}

#[test]
fn bad_usage() {
    check("usage-nothing", &[]);
    check(
        "usage-duration",
        &["solve", "well.yaml", "--time-limit", "2x"],
    );
    check(
        "usage-two-outputs",
        &["solve", "well.yaml", "--json", "--certificate", "-"],
    );
    check("usage-two-inputs", &["verify", "-", "-"]);
    check("usage-threads", &["solve", "well.yaml", "--threads", "0"]);
}
