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
        json!({"id": id, "owner": "south", "point": point,
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

/// What is written of a case as a table or calendar.
fn exported(case: &str, file: &str, more: &[&str]) -> String {
    let path = scratch(&format!("phases-{file}")).join(file);
    let path = path.display().to_string();
    let at = "2031-03-14T08:00:00Z";
    let args = [&["phases", case, "-o", &path, "--at", at], more].concat();
    let ran = run(&args);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    fs::read_to_string(path).unwrap()
}

/// By hand, from 2031-04-01 on: the observers take days 0 to 4. From day 10 on, the east bank takes seven
/// days and three to be verified; then the vote, a day, and the west bank, again ten days in all; the tolls
/// wait for the vote, and the keys for both banks.
#[test]
fn the_schedule_of_the_bridge_is_written_as_a_table() {
    let table = exported("bridge.yaml", "days.csv", &[]);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        lines[0],
        "item,title,owner,phase,round,begins,delivered,verified,begins on,delivered on,verified on,gate,\
         waits for,act,case,case hash,audience,journal,as of"
    );
    let gate = "observers on the bridge";
    let rows = [
        "observers,Observers,River Watch,P0,,0,5,5,2031-04-01,2031-04-06,2031-04-06,signature,,,"
            .to_owned(),
        format!(
            "pause,60-day pause,North,P1,,10,10,10,2031-04-11,2031-04-11,2031-04-11,{gate},observers,,"
        ),
        format!(
            "east,East bank,North,P1,1,10,17,20,2031-04-11,2031-04-18,2031-04-21,{gate},observers,,"
        ),
        "vote,The vote,South,,,20,21,21,2031-04-21,2031-04-22,2031-04-22,,east,,".to_owned(),
        format!(
            "west,West bank,South,P1,2,20,27,30,2031-04-21,2031-04-28,2031-05-01,{gate},observers,,"
        ),
        "tolls,Toll accounts,South,,2,21,21,21,2031-04-22,2031-04-22,2031-04-22,,vote,,".to_owned(),
        "keys-north,North's keys,North,,3,30,30,30,2031-05-01,2031-05-01,2031-05-01,,east,keys,"
            .to_owned(),
        "keys-south,South's keys,South,,3,30,30,30,2031-05-01,2031-05-01,2031-05-01,,west,keys,"
            .to_owned(),
    ];
    assert_eq!(lines.len(), rows.len() + 1, "{table}");
    for (line, row) in lines[1..].iter().zip(&rows) {
        assert!(line.starts_with(&format!("{row}bridge,")), "{line}\n{row}");
    }
}

/// The events of a calendar: summary, first day, and the day after the last.
fn events(calendar: &str) -> Vec<(String, String, String)> {
    let unfolded = calendar.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT").skip(1).map(|event| {
        let of = |name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_default().to_owned()
        };
        (
            of("SUMMARY:"),
            of("DTSTART;VALUE=DATE:"),
            of("DTEND;VALUE=DATE:"),
        )
    });
    events.collect()
}

#[test]
fn the_schedule_of_the_bridge_is_written_as_a_calendar() {
    let calendar = exported("bridge.yaml", "days.ics", &[]);
    let expected = [
        ("Observers (River Watch)", "20310401", "20310406"),
        ("Phase: Preparation", "20310401", "20310402"),
        ("Verified: Observers", "20310406", "20310407"),
        ("60-day pause (North)", "20310411", "20310412"),
        ("East bank (North)", "20310411", "20310418"),
        ("Phase: Hand-over", "20310411", "20310412"),
        ("Verified: 60-day pause", "20310411", "20310412"),
        ("The vote (South)", "20310421", "20310422"),
        ("Verified: East bank", "20310421", "20310422"),
        ("West bank (South)", "20310421", "20310428"),
        ("Toll accounts (South)", "20310422", "20310423"),
        ("Verified: The vote", "20310422", "20310423"),
        ("Verified: Toll accounts", "20310422", "20310423"),
        ("North's keys (North)", "20310501", "20310502"),
        ("South's keys (South)", "20310501", "20310502"),
        ("Verified: North's keys", "20310501", "20310502"),
        ("Verified: South's keys", "20310501", "20310502"),
        ("Verified: West bank", "20310501", "20310502"),
    ];
    let expected = expected.map(|(summary, first, end)| {
        let [summary, first, end] = [summary, first, end].map(str::to_owned);
        (first, summary, end)
    });
    let mut found: Vec<_> = events(&calendar)
        .into_iter()
        .map(|(summary, first, end)| (first, summary, end))
        .collect();
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(found, expected);
    let calendar = calendar.replace("\r\n ", "");
    let says = "DESCRIPTION:By South.\\nRound 2.\\nWaits for: The vote.";
    assert!(calendar.contains(says), "{calendar}");
    assert!(
        calendar.contains("Opens when: observers on the bridge."),
        "{calendar}"
    );
    assert_eq!(
        calendar,
        exported("bridge.yaml", "days.ics", &[]).replace("\r\n ", "")
    );
    // Phases are the same events as in the calendar of the talks.
    let talks = run(&[
        "export",
        "bridge.yaml",
        "calendar",
        "-o",
        "-",
        "--signed",
        "2031-04-01",
    ])
    .stdout;
    let phases = talks.lines().filter(|line| line.starts_with("UID:phase-"));
    let phases: Vec<&str> = phases.collect();
    assert_eq!(phases.len(), 2, "{talks}");
    assert!(
        phases.iter().all(|uid| calendar.contains(uid)),
        "{calendar}"
    );
}

#[test]
fn a_plan_that_cannot_be_carried_out_is_not_written() {
    let folder = scratch("phases-unwritten");
    let check = |case: &str, more: &[&str], told: &str| {
        for name in ["days.csv", "days.ics"] {
            let path = folder.join(name);
            let name = path.display().to_string();
            let ran = run(&[&["phases", case, "-o", &name], more].concat());
            assert_eq!(ran.code, Some(2), "{ran:?}");
            assert!(ran.told().contains(told), "{ran:?}");
            assert!(!path.exists());
        }
    };
    let none = "No schedule was found: nothing is written to";
    check(
        "bridge.yaml",
        &["--bound", "north=3", "--bound", "south=3"],
        none,
    );
    check("well.yaml", &[], none);
    check(
        "bridge.yaml",
        &["--node-limit", "1", "--at", "soon"],
        "--at",
    );
    let wrong = folder.join("days.pdf").display().to_string();
    let ran = run(&["phases", "bridge.yaml", "-o", &wrong]);
    assert!(ran.told().contains("names another kind of file"), "{ran:?}");
    let ran = run(&["phases", "bridge.yaml", "-o", "bridge.yaml", "--force"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
}

#[test]
fn a_calendar_needs_a_day_of_signature() {
    let text = fs::read_to_string(crate::run::folder().join("bridge.yaml")).unwrap();
    let folder = scratch("phases-unsigned");
    let [case, table, calendar] =
        ["bridge.yaml", "days.csv", "days.ics"].map(|name| folder.join(name).display().to_string());
    let unsigned = text.replace("  signed: 2031-04-01\n", "");
    fs::write(&case, unsigned.replace("as_of: 2031-03-14\n", "")).unwrap();
    let ran = run(&["phases", &case, "-o", &calendar]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.told().contains("needs the day of signature"), "{ran:?}");
    assert!(!std::path::Path::new(&calendar).exists());
    assert_eq!(run(&["phases", &case, "-o", &table]).code, Some(0));
    let written = fs::read_to_string(&table).unwrap();
    assert!(
        written.contains("vote,The vote,South,,,20,21,21,,,,,east,,"),
        "{written}"
    );
    fs::write(&case, unsigned).unwrap();
    let ran = run(&["phases", &case, "-o", &calendar]);
    assert!(
        ran.told()
            .contains("dates count from 2031-03-14, the day of the case"),
        "{ran:?}"
    );
    let written = fs::read_to_string(&calendar).unwrap();
    assert!(written.contains("DTSTART;VALUE=DATE:20310314"), "{written}");
}

#[test]
fn what_a_reader_may_not_see_is_not_written() {
    let text = fs::read_to_string(crate::run::folder().join("bridge.yaml")).unwrap();
    let folder = scratch("phases-readers");
    let case = folder.join("bridge.yaml").display().to_string();
    let hidden = "    - {id: depot, title: Hidden depot, owner: watch, visibility: mediator}\n";
    fs::write(&case, format!("{text}{hidden}")).unwrap();
    for name in ["days.csv", "days.ics"] {
        let seen = exported(&case, name, &["--as", "mediator"]);
        assert!(seen.contains("Hidden depot"), "{seen}");
        let files = ["public", "north"].map(|reader| exported(&case, name, &["--as", reader]));
        for file in files {
            assert!(
                !file.contains("depot") && file.contains("East bank"),
                "{file}"
            );
        }
    }
    let ran = run(&["phases", "bridge.yaml", "-o", "-"]);
    assert!(
        ran.stdout.starts_with("item,") && !ran.stdout.contains("Bonds"),
        "{ran:?}"
    );
}
