//! `winset stats`, and the rules of other programs in `winset settle`, on small scenarios whose numbers
//! were worked out by another program that looks at every package.

use serde_json::{Value, json};

use crate::run::{SELLA, opened, run, run_with};

fn json(args: &[&str]) -> Value {
    let ran = run(args);
    assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

fn picks<'a>(rules: &'a Value, name: &str) -> Vec<&'a Value> {
    let rules = rules.as_array().unwrap();
    let rule = rules.iter().find(|one| one["rule"] == name).unwrap();
    let points = rule["points"].as_array().unwrap().iter();
    points.map(|point| &point["scores"]).collect()
}

fn check(semantics: &str, known: &Value, rules: &[(&str, Value)]) {
    let said = json(&["stats", "orchard", "--semantics", semantics, "--json"]);
    for (key, value) in known.as_object().unwrap() {
        assert_eq!(said[key], *value, "{semantics} {key}");
    }
    for (rule, points) in rules {
        let points: Vec<&Value> = points.as_array().unwrap().iter().collect();
        assert_eq!(picks(&said["rules"], rule), points, "{semantics} {rule}");
    }
}

#[test]
fn a_scenario_as_genius_reads_it() {
    let sums = json!([
        ["15/16", "21/40"],
        ["13/16", "13/20"],
        ["11/16", "31/40"],
        ["9/16", "9/10"]
    ]);
    let known = json!({
        "packages": "12", "acceptable": "6", "above": "6",
        "scores": {
            "north": {"worst": 0, "best": 1, "no_deal": "1/2"},
            "south": {"worst": "9/40", "best": 1, "no_deal": "2/5"},
        },
        "frontier": {"complete": true, "points": 4, "packages": "4"},
        "opposition": {
            "negmas": {"squared": "949/6400", "value": "0.385073045019"},
            "negolog": {"squared": "949/6400", "value": "0.385073045019"},
            "negolog_ties": {"picked": 4, "most": {"squared": "1469/6400", "value": "0.479094197418"}},
            "anl": {"squared": "1009/6400", "value": "0.397059504357"},
            "anl_ties": {"picked": 1, "most": {"squared": "1009/6400", "value": "0.397059504357"}},
        },
        "pairs": [{
            "parties": ["north", "south"], "opposed": "57", "pairs": "66",
            "conflict": "19/22", "balance": "-1/32", "stopped": null,
        }],
        "stopped": null,
    });
    let rules = [
        ("textbook-ks", json!([["13/16", "13/20"]])),
        ("negmas-nash", json!([["13/16", "13/20"]])),
        ("negmas-kalai", json!([["13/16", "13/20"]])),
        ("negmas-modified-kalai", json!([["11/16", "31/40"]])),
        ("negmas-ks", json!([["13/16", "13/20"]])),
        ("negmas-max-welfare", sums.clone()),
        ("negmas-max-relative-welfare", json!([["15/16", "21/40"]])),
        ("genius-nash", json!([["13/16", "13/20"]])),
        ("genius-ks", json!([["11/16", "31/40"]])),
        ("negolog-nash", json!([["11/16", "31/40"]])),
        ("negolog-kalai", sums),
    ];
    check("genius", &known, &rules);
}

#[test]
fn the_same_scenario_as_negmas_reads_it() {
    let sums = json!([
        ["13/2", "1/2"],
        ["51/8", "5/8"],
        ["25/4", "3/4"],
        ["49/8", "7/8"],
        [5, 2],
        ["39/8", "17/8"],
        ["19/4", "9/4"],
        ["37/8", "19/8"]
    ]);
    let known = json!({
        "acceptable": "9", "above": "8",
        "frontier": {"complete": true, "points": 9, "packages": "9"},
        "opposition": {
            "negmas": {"squared": "162289/1430416", "value": "0.336832014309"},
            "negolog": {"squared": "481/32", "value": "3.877015604818"},
            "negolog_ties": {"picked": 8, "most": {"squared": "61/2", "value": "5.522680508594"}},
            "anl": {"squared": "5/2", "value": "1.581138830084"},
            "anl_ties": {"picked": 1, "most": {"squared": "5/2", "value": "1.581138830084"}},
        },
        "pairs": [{
            "parties": ["north", "south"], "opposed": "66", "pairs": "66",
            "conflict": 1, "balance": "47/24", "stopped": null,
        }],
    });
    let rules = [
        ("textbook-ks", json!([["19/4", "9/4"]])),
        ("negmas-nash", json!([["37/8", "19/8"]])),
        ("negmas-kalai", json!([["37/8", "19/8"]])),
        ("negmas-ks", json!([["19/4", "9/4"]])),
        ("negmas-max-welfare", sums.clone()),
        ("negmas-max-relative-welfare", json!([["37/8", "19/8"]])),
        ("genius-nash", json!([["37/8", "19/8"]])),
        ("genius-ks", json!([["1/2", "5/2"]])),
        ("negolog-nash", json!([["37/8", "19/8"]])),
        ("negolog-kalai", sums),
    ];
    check("negmas", &known, &rules);
}

#[test]
fn settle_takes_terms() {
    let gains = |args: &[&str]| {
        let all = [&["settle", "orchard", "--json"], args].concat();
        let said = json(&all);
        let picked = &said["settlements"]["nash"];
        (
            picked[0]["scores"].clone(),
            said["settlements"]["terms"]["disagreement"].clone(),
        )
    };
    let (scores, from) = gains(&["--disagreement", "zero"]);
    assert_eq!(from["north"]["value"], 0);
    // (11/16)(31/40) is the largest product of scores of an acceptable package.
    assert_eq!(scores, json!(["11/16", "31/40"]));
    let (_, from) = gains(&["--disagreement", "north=0.25,south=1/3"]);
    assert_eq!(
        (&from["north"]["value"], &from["south"]["value"]),
        (&json!("1/4"), &json!("1/3"))
    );
    let (_, from) = gains(&["--disagreement", "floor"]);
    assert_eq!(
        (&from["north"]["value"], &from["south"]["value"]),
        (&json!("1/2"), &json!("2/5"))
    );
    // South's worst is 9/40: 1/2 and 2/5 on a scale from 0 to 1.
    let (_, from) = gains(&["--normalise", "range"]);
    assert_eq!(
        (&from["north"]["value"], &from["south"]["value"]),
        (&json!("1/2"), &json!("7/31"))
    );
}

#[test]
fn weights_move_the_nash_package() {
    let said = json(&["settle", "orchard", "--weights", "south=3", "--json"]);
    // Of (7/16)(1/8)^3, (5/16)(1/4)^3, (3/16)(3/8)^3 and (1/16)(1/2)^3 the third is the largest.
    assert_eq!(
        picks(&said["variants"], "weighted-nash"),
        [&json!(["11/16", "31/40"])]
    );
}

fn snapshot(name: &str, args: &[&str]) {
    insta::assert_snapshot!(name, run(args).transcript());
}

#[test]
fn pages() {
    snapshot("stats-orchard", &["stats", "orchard"]);
    snapshot("stats-sella", &["stats", SELLA, "--offer", "5"]);
    snapshot("stats-well-json", &["stats", "well.yaml", "--json"]);
    snapshot(
        "stats-stopped",
        &["stats", "well.yaml", "--time-limit", "0s"],
    );
    let rules = [
        "settle",
        "-",
        "--rules",
        "negmas-kalai,genius-ks,equal-gains",
    ];
    insta::assert_snapshot!(
        "settle-rules",
        run_with(&rules, opened().as_bytes()).transcript()
    );
    snapshot(
        "settle-normalised",
        &[
            "settle",
            "well.yaml",
            "--normalise",
            "range",
            "--disagreement",
            "floor",
        ],
    );
    let stopped = [
        "settle",
        "well.yaml",
        "--normalise",
        "best",
        "--time-limit",
        "0s",
    ];
    snapshot("settle-normalise-stopped", &stopped);
}

#[test]
fn mistakes() {
    snapshot(
        "settle-no-such-rule",
        &["settle", "well.yaml", "--rules", "negmas-kala"],
    );
    for (name, flag, value) in [
        ("point", "--disagreement", "flor"),
        ("party", "--disagreement", "hil=2"),
        ("number", "--disagreement", "hill=two"),
        ("weight", "--weights", "hill=0"),
        ("no-weight", "--weights", "hill"),
    ] {
        snapshot(
            &format!("settle-wrong-{name}"),
            &["settle", "well.yaml", flag, value],
        );
    }
    snapshot(
        "stats-file-semantics",
        &["stats", "well.yaml", "--semantics", "raw"],
    );
    snapshot(
        "stats-two-tables",
        &["stats", SELLA, "--offer", "1", "--package", "x.yaml"],
    );
}
