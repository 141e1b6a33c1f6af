//! The record: entries written, listed, exported and imported, and who sees what of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use winset_gen::discreet;
use winset_gen::twin::{Reader, twin};

use crate::acts::{about, sella};
use crate::run::{Ran, command, scratch};

const AT: &str = "--at=2031-03-14T09:30:00Z";

const PIER: &str = "format: winset-case/1
id: pier
title: Pier
parties: [{id: ann, name: Ann}, {id: bob, name: Bob}]
points:
  - {id: land, title: Land, options: [{id: keep, label: Keep}, {id: share, label: Share}, {id: sell, label: Sell}]}
lines:
  - {id: ann-land, owner: ann, point: land, ladder: [{accept: [keep], cost: 0}]}
delegations: [{id: ann-d, party: ann, offices: [envoy]}, {id: bob-d, party: bob, offices: [envoy]}]
";

/// A small case with a record, in a folder of its own.
fn pier(name: &str, lists: &str) -> PathBuf {
    let path = scratch(name).join("pier.yaml");
    fs::write(&path, format!("{PIER}{lists}")).unwrap();
    path
}

fn json_of(case: &Path, args: &[&str]) -> Value {
    let ran = about(case, args);
    assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// The identifiers that a reader is listed.
fn ids(case: &Path, reader: &str) -> Vec<String> {
    let listed = json_of(
        case,
        &["record", "list", "pier.yaml", "--as", reader, "--json"],
    );
    let entries = listed["entries"].as_array().unwrap().iter();
    entries
        .map(|entry| entry["id"].as_str().unwrap().to_owned())
        .collect()
}

fn add(case: &Path, args: &[&str]) -> Ran {
    about(case, &[&["record", "add"], args, &["--yes", AT]].concat())
}

const INCIDENT: [&str; 10] = [
    "incident",
    "pier.yaml",
    "--date",
    "2031-03-04",
    "--place",
    "Quay",
    "--category",
    "shelling",
    "--alleged",
    "bob",
];

#[test]
fn what_is_added_is_its_authors_until_it_is_released() {
    let case = pier("record-narrow", "");
    let ran = add(&case, &INCIDENT);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("Who will see it:"), "{}", ran.stderr);
    assert_eq!(ids(&case, "mediator").len(), 1);
    assert_eq!(ids(&case, "ann"), [""; 0]);
    let own = [&INCIDENT[..], &["--by", "ann", "--stance", "ann=asserts"]].concat();
    let ran = add(&case, &own);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(ids(&case, "ann").len(), 1);
    assert_eq!(ids(&case, "bob"), [""; 0]);
    let open = [
        "--count",
        "shells=9",
        "--visibility",
        "public",
        "--stance",
        "bob=denies",
    ];
    let open = [&INCIDENT[..], &open].concat();
    let ran = add(&case, &open);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(ids(&case, "public").len(), 1);
    assert_eq!(ids(&case, "bob"), ids(&case, "public"));
    assert_eq!(ids(&case, "mediator").len(), 3);
}

/// An identifier that is made does not count what is out of sight.
#[test]
fn identifiers_tell_nothing_of_other_entries() {
    let open = [&INCIDENT[..], &["--visibility", "public"]].concat();
    let alone = pier("record-alone", "");
    assert_eq!(add(&alone, &open).code, Some(0));
    let beside = pier("record-beside", "");
    let hidden = [
        "session",
        "pier.yaml",
        "--date",
        "2031-03-01",
        "--format",
        "shuttle",
    ];
    let hidden = [&hidden[..], &["--led-by", "ann-d"]].concat();
    assert_eq!(add(&beside, &INCIDENT).code, Some(0));
    assert_eq!(add(&beside, &hidden).code, Some(0));
    let ran = add(&beside, &[&open[..], &["--count", "shells=2"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let ran = add(&alone, &[&open[..], &["--count", "shells=2"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let last = |case: &Path| ids(case, "public").pop();
    assert_eq!(last(&alone), last(&beside));
}

#[test]
fn mistakes_are_told_all_at_once_and_nothing_is_written() {
    let case = pier("record-mistakes", "");
    let ran = add(
        &case,
        &[
            "incident",
            "pier.yaml",
            "--date",
            "2031-03-04",
            "--says",
            "x",
        ],
    );
    assert_eq!(ran.code, Some(2));
    for told in ["--says", "`--place` is missing", "`--what` is missing"] {
        assert!(ran.told().contains(told), "{told}: {}", ran.stderr);
    }
    let wrong = [
        "--category",
        "stryke",
        "--source",
        "observer=G9",
        "--about",
        "sea",
    ];
    let place = [
        "incident",
        "pier.yaml",
        "--date",
        "2031-02-30",
        "--place",
        "Quay",
        "--what",
        "x",
    ];
    let ran = add(&case, &[&place[..], &wrong].concat());
    assert_eq!(ran.code, Some(2));
    for told in ["2031-02-30", "stryke", "G9", "sea"] {
        assert!(ran.told().contains(told), "{told}: {}", ran.stderr);
    }
    let entries = json!([
        {"id": "ok", "date": "2031-03-04", "place": "Quay", "kind": "shots", "attributed_to": "bob"},
        {"id": "no", "date": "2031-03-04", "place": "Quay", "attributed_to": "cid"},
    ]);
    fs::write(case.with_file_name("in.json"), entries.to_string()).unwrap();
    let ran = add(&case, &["incident", "pier.yaml", "--json", "in.json"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.told().contains("incidents.no"), "{}", ran.stderr);
    assert!(!case.with_file_name("pier.yaml.journal").exists());
    let ran = about(&case, &[&["record", "add"][..], &INCIDENT].concat());
    assert_eq!(ran.code, Some(2));
    assert!(ran.told().contains("--yes writes it"), "{}", ran.stderr);
    assert!(!case.with_file_name("pier.yaml.journal").exists());
}

const RECORD: &str = "statements:
  - {id: s1, date: 2031-03-01, by: ann, says: Only ours., reads_as: {land: [keep]}}
  - {id: s2, date: 2031-03-05, by: ann, says: Or shared., reads_as: {land: [share, sell]}}
  - {id: s3, date: 2031-03-06, by: ann, says: Sell it., reads_as: {land: [sell]}, supersedes: s2}
  - {id: s4, date: 2031-03-06, by: bob, says: Share it., reads_as: {land: [share]}}
incidents:
  - {id: i1, date: 2031-03-03, place: Quay, kind: shots, claimed_by: ann, attributed_to: bob, clauses: [c1], visibility: public}
  - {id: i2, date: 2031-03-09, place: Quay, kind: shots, claimed_by: ann, attributed_to: bob, clauses: [c1], visibility: public, verification: {status: confirmed}}
  - {id: i3, date: 2031-03-10, place: Mole, kind: shots, claimed_by: bob, attributed_to: ann, clauses: [c1], visibility: public, status: probable}
  - {id: i4, date: 2031-03-04, place: Mole, kind: shots, claimed_by: bob, attributed_to: ann, clauses: [c1], visibility: public, verification: {status: refuted}}
  - {id: i5, date: 2031-03-04, place: Mole, kind: shots, claimed_by: bob, attributed_to: ann, clauses: [c1]}
offers:
  - {seq: 1, date: 2031-03-01, by: ann, says: {land: keep}}
  - {seq: 2, date: 2031-03-02, by: bob, says: {land: share}}
  - {seq: 3, date: 2031-03-03, by: ann, says: {land: share}}
";

/// Worked out by hand: 3 March 2031 is a Monday, and 9 March the Sunday of its week.
#[test]
fn what_follows_from_a_record() {
    let case = pier("record-findings", RECORD);
    let of = |reader: &str| {
        json_of(
            &case,
            &["record", "findings", "pier.yaml", "--as", reader, "--json"],
        )
    };
    let (all, public) = (of("mediator"), of("public"));
    let week = |week: &str, alleged: u64, unverified: u64, refuted: u64| json!({"clause": "c1", "week": week, "alleged": alleged, "unverified": unverified, "refuted": refuted});
    assert_eq!(
        all["violations"],
        json!([week("2031-03-03", 3, 2, 1), week("2031-03-10", 1, 0, 0)])
    );
    assert_eq!(
        public["violations"],
        json!([week("2031-03-03", 2, 1, 1), week("2031-03-10", 1, 0, 0)])
    );
    // s2 is replaced, so that it contradicts nobody.
    assert_eq!(
        all["contradictions"],
        json!([{"party": "ann", "point": "land", "earlier": "s1", "later": "s3"}])
    );
    assert_eq!(all["contradictions_count"], 1);
    let wider: Vec<&Value> = all["wider"].as_array().unwrap().iter().collect();
    let wider: Vec<&str> = wider
        .iter()
        .map(|s| s["statement"].as_str().unwrap())
        .collect();
    assert_eq!(wider, ["s2", "s3"]);
    let made = json!({"offer": 3, "by": "ann", "point": "land", "from": "keep", "to": "share"});
    assert_eq!(
        all["moves"],
        json!([
            {"party": "ann", "gave": [made], "got": []},
            {"party": "bob", "gave": [], "got": [made]},
        ])
    );
    let page = about(&case, &["record", "findings", "pier.yaml"])
        .stdout
        .to_lowercase();
    assert!(!page.contains("score") && !page.contains("blame"), "{page}");
}

#[test]
fn lists_are_filtered() {
    let case = pier("record-filters", RECORD);
    let of = |args: &[&str]| {
        let asked = [&["record", "list", "pier.yaml", "--json"], args].concat();
        let listed = json_of(&case, &asked);
        let entries = listed["entries"].as_array().unwrap().clone();
        let ids = entries.iter().map(|e| e["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<String>>().join(" ")
    };
    assert_eq!(of(&["--kind", "incident", "--place", "mole"]), "i4 i5 i3");
    assert_eq!(of(&["--kind", "statement,offer", "--party", "bob"]), "2 s4");
    assert_eq!(
        of(&["--since", "2031-03-05", "--until", "2031-03-06"]),
        "s2 s3 s4"
    );
    assert_eq!(of(&["--status", "unverified"]), "i1 i5");
    assert_eq!(of(&["--point", "land", "--kind", "offer"]), "1 2 3");
    assert_eq!(of(&["--grade-at-least", "A1"]), "");
    let ran = about(
        &case,
        &[
            "record",
            "list",
            "pier.yaml",
            "--party",
            "an",
            "--status",
            "sure",
        ],
    );
    assert_eq!(ran.code, Some(2));
    assert!(ran.told().contains("`an` is no party") && ran.told().contains("`sure` is no status"));
    let weeks = about(
        &case,
        &["record", "timeline", "pier.yaml", "--kind", "incident"],
    )
    .stdout;
    let places = ["Week of 2031-03-03", "i1", "i2", "Week of 2031-03-10", "i3"];
    let places = places.map(|text| weeks.find(text).unwrap());
    assert!(places.is_sorted(), "{weeks}");
    let shown = about(&case, &["record", "show", "pier.yaml", "i2"]).stdout;
    assert!(
        shown.contains("alleged: Bob") && shown.contains("confirmed"),
        "{shown}"
    );
    assert_eq!(
        about(&case, &["record", "show", "pier.yaml", "i9"]).code,
        Some(2)
    );
}

/// What a reader may not see changes no byte of what it is given.
#[test]
fn twins_give_the_same_bytes() {
    let folder = scratch("record-twins");
    let mut compared = 0;
    for seed in 0..24 {
        let file = discreet(seed);
        let parties = file["parties"].as_array().unwrap().iter();
        let parties: Vec<&str> = parties.map(|p| p["id"].as_str().unwrap()).collect();
        for reader in [None, parties.first().copied()] {
            let other = twin(&file, Reader(reader), seed);
            let name = reader.unwrap_or("public");
            let said = |world: &str, file: &Value| -> Vec<Ran> {
                let place = folder
                    .join(format!("{seed}-{name}-{world}"))
                    .join("pier.json");
                fs::create_dir_all(place.parent().unwrap()).unwrap();
                fs::write(&place, file.to_string()).unwrap();
                let asked: [&[&str]; 5] = [
                    &["list", "pier.json"],
                    &["list", "pier.json", "--json"],
                    &["timeline", "pier.json"],
                    &["findings", "pier.json", "--json"],
                    &["export", "pier.json", "-o", "-"],
                ];
                let asked = asked.map(|words| [&["record"], words, &["--as", name]].concat());
                asked.iter().map(|words| about(&place, words)).collect()
            };
            let (one, two) = (said("one", &file), said("two", &other));
            assert!(one.iter().all(|ran| ran.code == Some(0)), "{seed} {one:?}");
            assert_eq!(one, two, "{seed} {name}");
            compared += usize::from(file != other);
        }
    }
    assert!(compared > 30, "{compared}");
}

#[test]
fn tables_are_guarded_and_made_for_their_reader() {
    let lists = "incidents:
  - {id: i1, date: 2031-03-03, place: '=1+1', kind: shots, category: strike, claimed_by: ann, attributed_to: bob, visibility: public, sources: [{kind: observer, grade: B2, note: by the pump}]}
  - {id: i2, date: 2031-03-03, place: Mole, kind: shots, claimed_by: ann, attributed_to: bob}
";
    let case = pier("record-table", lists);
    let of = |reader: &str| {
        about(
            &case,
            &["record", "export", "pier.yaml", "--as", reader, "-o", "-"],
        )
        .stdout
    };
    let public = of("public");
    assert!(
        public.contains("'=1+1") && public.contains("observer=B2"),
        "{public}"
    );
    assert!(
        public.contains("19,Explosions/Remote violence,Air/drone strike"),
        "{public}"
    );
    assert!(
        !public.contains("pump") && !public.contains("i2"),
        "{public}"
    );
    assert!(of("mediator").contains("i2"));
}

fn import(case: &Path, bytes: &[u8], args: &[&str]) -> Ran {
    fs::write(case.with_file_name("events.csv"), bytes).unwrap();
    let asked = ["record", "import", "events.csv", "--onto", "pier.yaml", AT];
    about(case, &[&asked[..], args].concat())
}

#[test]
fn a_table_of_events_becomes_entries() {
    let case = pier("record-import", "");
    let table = "\u{FEFF}Day;Site;Type;Who;Hurt
2031-03-04;Quay;shelling;bob;injured=2-3; killed=1
2031-03-05;\"Old; mole\";strike;;
";
    let table = table.replace("injured=2-3; killed=1", "\"injured=2-3; killed=1\"");
    let map = [
        "--map",
        "Day=date,Site=place,Type=category",
        "--map",
        "Who=alleged,Hurt=count",
    ];
    let ran = import(&case, table.as_bytes(), &[&map[..], &["--yes"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let listed = json_of(&case, &["record", "list", "pier.yaml", "--json"]);
    let entries = listed["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0]["alleged"], "Bob");
    assert!(
        entries[0]["words"]
            .as_str()
            .unwrap()
            .contains("2 to 3 injured and 1 killed")
    );
    assert_eq!(entries[1]["place"], "Old; mole");
    assert_eq!(entries[1]["alleged"], "unknown");
    // One act for all of them.
    let journal = fs::read_to_string(case.with_file_name("pier.yaml.journal")).unwrap();
    assert_eq!(journal.lines().count(), 1);
}

#[test]
fn what_is_wrong_with_a_table_is_told_where_it_stands() {
    let case = pier("record-malformed", "");
    let wrong = "date,place,what,alleged,count\n\
        2031-03-04,Quay,shots,bob,\n\
        2031-02-30,,shots,bob,many\n\
        2031-03-05,Mole,shots,bob,shells\n";
    let ran = import(&case, wrong.as_bytes(), &["--yes"]);
    assert_eq!(ran.code, Some(2));
    for told in [
        "row 3, column place",
        "row 3, column count",
        "row 4, column count",
    ] {
        assert!(ran.told().contains(told), "{told}: {}", ran.stderr);
    }
    let wrong = "date,place,what,alleged\n2031-03-04,Quay,shots,bob\n2031-02-30,Quay,shots,cid\n";
    let ran = import(&case, wrong.as_bytes(), &["--yes"]);
    assert_eq!(ran.code, Some(2));
    for told in ["row 3, column date", "row 3, column alleged"] {
        assert!(ran.told().contains(told), "{told}: {}", ran.stderr);
    }
    let many = vec!["x"; 1_000_000].join(",");
    let tables: [(&str, Vec<u8>); 6] = [
        ("empty", Vec::new()),
        ("heads only", b"date,place\n".to_vec()),
        (
            "latin-1",
            b"date,place,what\n2031-03-04,Stra\xdfe,shots\n".to_vec(),
        ),
        (
            "nul",
            b"date,place,what\n2031-03-04,Qu\0ay,sh\0ots\n".to_vec(),
        ),
        ("columns", format!("{many}\n{many}\n").into_bytes()),
        (
            "quotes",
            b"date,place,what\n2031-03-04,\"Quay,shots\n2031-03-05,Mole,shots\n".to_vec(),
        ),
    ];
    for (what, bytes) in tables {
        let ran = import(&case, &bytes, &["--yes"]);
        assert_eq!(ran.code, Some(2), "{what}: {}{}", ran.stdout, ran.stderr);
        assert!(ran.stderr.starts_with("error"), "{what}: {}", ran.stderr);
        assert!(!ran.stderr.contains("panicked"), "{what}: {}", ran.stderr);
    }
    assert!(!case.with_file_name("pier.yaml.journal").exists());
}

/// Whatever was acknowledged is there after a kill, and what is there holds.
#[test]
fn a_kill_loses_no_acknowledged_entry() {
    let case = pier("record-killed", "");
    let mut acknowledged = Vec::new();
    let mut killed = 0;
    for round in 0..24_u64 {
        let id = format!("i{round}");
        let words = [&["record", "add"][..], &INCIDENT, &["--yes", "--id", &id]].concat();
        let mut command = command(&words);
        command.current_dir(case.parent().unwrap());
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        std::thread::sleep(Duration::from_millis(round * 5));
        // It may be done by now.
        let _ = child.kill();
        let ended = child.wait_with_output().unwrap();
        if ended.status.success() || !ended.stdout.is_empty() {
            acknowledged.push(id);
        } else {
            killed += 1;
        }
    }
    let there = ids(&case, "mediator");
    for id in &acknowledged {
        assert!(there.contains(id), "{id} was acknowledged: {there:?}");
    }
    assert!(killed > 0, "nothing was killed");
    let verified = about(&case, &["journal", "verify", "pier.yaml"]);
    assert_eq!(verified.code, Some(0), "{}", verified.stdout);
}

#[test]
fn the_demonstration_reads_as_before() {
    let case = sella("record-sella");
    let listed = json_of(
        &case,
        &["record", "list", "talks.yaml", "--json", "--as", "public"],
    );
    let entries = listed["entries"].as_array().unwrap().iter();
    let ids: Vec<&str> = entries.map(|entry| entry["id"].as_str().unwrap()).collect();
    // Statements but for one in confidence, and the offers; sessions and incidents are the mediator's.
    assert_eq!(ids, ["1", "2", "N1", "N2", "3", "4", "N4", "N5", "N6", "5"]);
}
