//! Plans of phases on the command line.

use std::fs;

use serde_json::{Value, json};

use crate::run::{run, scratch};
use crate::tutorial::follow_page;

fn check(name: &str, args: &[&str]) {
    insta::assert_snapshot!(name, run(args).transcript());
}

fn told(args: &[&str]) -> Value {
    let args = [&["phases"], args, &["--json"]].concat();
    let ran = run(&args);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn pages() {
    check(
        "phases-bridge",
        &["phases", "bridge.yaml", "--late", "east=14"],
    );
    check(
        "phases-bridge-north",
        &["phases", "bridge.yaml", "--as", "north"],
    );
    let tight = [
        "phases",
        "bridge.yaml",
        "--bound",
        "north=3",
        "--bound",
        "south=3",
    ];
    check("phases-bridge-tight", &tight);
    check(
        "phases-bridge-stopped",
        &["phases", "bridge.yaml", "--node-limit", "1"],
    );
    check("phases-without-plan", &["phases", "well.yaml"]);
}

#[test]
fn mistakes() {
    check(
        "phases-item",
        &["phases", "bridge.yaml", "--late", "est=14"],
    );
    check(
        "phases-party",
        &["phases", "bridge.yaml", "--bound", "nort=1"],
    );
    check(
        "phases-days",
        &["phases", "bridge.yaml", "--late", "east=99999999"],
    );
    check(
        "phases-number",
        &["phases", "bridge.yaml", "--late", "east=soon"],
    );
}

/// By hand: the tolls wait for the vote, and that for the east bank, so North goes first and South can give
/// all of its own at once; the keys are handed over together.
#[test]
fn the_bridge_is_handed_over_in_rounds() {
    let answer = told(&["bridge.yaml"]);
    let plan = &answer["plan"];
    assert_eq!(plan["verdict"], "found");
    let rounds = plan["schedule"]["rounds"].as_array().unwrap();
    let items: Vec<&Value> = rounds.iter().map(|round| &round["items"]).collect();
    assert_eq!(
        items,
        [
            &json!(["east"]),
            &json!(["west", "tolls"]),
            &json!(["keys-north", "keys-south"])
        ]
    );
    assert_eq!(plan["schedule"]["largest_exposure"], 6);
    assert_eq!(
        plan["trust"][0],
        json!({"party": null, "bound": 6, "at_least": null})
    );
}

#[test]
fn a_package_leaves_items_out() {
    let folder = scratch("phases-package");
    let package = folder.join("free.yaml");
    fs::write(&package, "toll: free\n").unwrap();
    let answer = told(&["bridge.yaml", "--package", &package.display().to_string()]);
    assert_eq!(answer["plan"]["left_out"], json!(["tolls"]));
}

/// North is told nothing of South's numbers, whatever they are.
#[test]
fn numbers_of_others_are_never_told() {
    let text = fs::read_to_string(crate::run::folder().join("bridge.yaml")).unwrap();
    let folder = scratch("phases-worlds");
    let worlds = [
        ("one", text.clone()),
        (
            "two",
            text.replace("south: 8", "south: 3")
                .replace("south: 6}", "south: 9}"),
        ),
    ];
    let worlds = worlds.map(|(name, text)| {
        let path = folder.join(name).join("bridge.yaml");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let path = path.display().to_string();
        let page = run(&["phases", &path, "--as", "north", "--late", "east=3"]);
        (page, told(&[&path, "--as", "north"]))
    });
    assert_eq!(worlds[0], worlds[1]);
    assert_eq!(
        worlds[0].1["plan"]["not_in_sight"],
        json!(["south", "watch"])
    );
}

#[test]
fn the_how_to_can_be_followed() {
    follow_page("plan-with-gates", &scratch("how-to-plan"), 3);
}

/// By hand: North dares to give 4 and land is worth 5 to it, so that it gives land only after money; South's
/// lines ask for land without money.
#[test]
fn packages_that_cannot_be_carried_out_are_told_and_left_out_on_request() {
    let folder = scratch("schedulable");
    let file = folder.join("sale.json");
    let asked = |lines: Value, args: &[&str]| {
        let sale = json!({
            "format": "winset-case/1", "id": "sale", "title": "Sale",
            "parties": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
            "points": [
                {"id": "land", "title": "Land",
                 "options": [{"id": "give", "label": "Give"}, {"id": "keep", "label": "Keep"}]},
                {"id": "pay", "title": "Pay",
                 "options": [{"id": "now", "label": "Now"}, {"id": "never", "label": "Never"}]},
            ],
            "lines": lines,
            "plan": {
                "signed": "2031-04-01", "bounds": {"north": 4, "south": 9},
                "items": [
                    {"id": "land", "owner": "north", "days": 10, "values": {"north": 5, "south": 5},
                     "when": {"land": ["give"]}},
                    {"id": "money", "owner": "south", "values": {"south": 5, "north": 5},
                     "when": {"pay": ["now"]}},
                ],
            },
        });
        fs::write(&file, sale.to_string()).unwrap();
        run(&[&["solve", file.to_str().unwrap()], args].concat())
    };
    let line = |id: &str, point: &str, accept: &str| {
        json!({"id": id, "owner": "south", "point": point, "kind": "red",
               "ladder": [{"accept": [accept], "cost": 0}]})
    };
    let land_for_nothing = || {
        json!([
            line("S-land", "land", "give"),
            line("S-pay", "pay", "never")
        ])
    };
    let answer = |lines: Value, args: &[&str]| -> Value {
        serde_json::from_str(&asked(lines, args).stdout).unwrap()
    };
    let found = answer(json!([]), &["--json", "--schedulable"]);
    assert_eq!(found["overlap"]["packages"], "3");
    assert_eq!(
        found["plan"],
        json!({"witness": "schedulable", "left_out": {"ways": 4, "impossible": 1, "undecided": 0}})
    );
    let found = answer(land_for_nothing(), &["--json"]);
    assert_eq!(found["overlap"]["packages"], "1");
    assert_eq!(
        found["plan"],
        json!({"witness": "impossible", "left_out": null})
    );
    let found = answer(land_for_nothing(), &["--json", "--schedulable"]);
    assert_eq!(
        (&found["verdict"], &found["plan"]["witness"]),
        (&json!("no-overlap"), &Value::Null)
    );
    insta::assert_snapshot!(
        "solve-impossible-plan",
        asked(land_for_nothing(), &["--brief"]).stdout
    );
    insta::assert_snapshot!(
        "solve-schedulable",
        asked(land_for_nothing(), &["--brief", "--schedulable"]).stdout
    );
    let ran = run(&["solve", "well.yaml", "--schedulable"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.told().contains("asks for a case with a `plan`"),
        "{ran:?}"
    );
}
