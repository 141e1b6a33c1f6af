//! The case changes while talks go on: every face follows, and what was is found by its day.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::acts::{about, sella};
use crate::run::command;

fn done(case: &Path, args: &[&str]) -> String {
    let ran = about(case, args);
    assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.stderr);
    ran.stdout
}

fn json(case: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&done(case, &[args, &["--json"]].concat())).unwrap()
}

const DAY_1: &str = "--at=2031-04-01T09:00:00Z";
const DAY_8: &str = "--at=2031-04-08T09:00:00Z";

/// In the middle of talks a point is added, an option is split in two, a party and a point are
/// renamed, an offer is withdrawn.
#[test]
fn talks_that_change_stand_on_every_face() {
    let case = sella("amend-talks");
    let before = fs::read(&case).unwrap();
    done(
        &case,
        &[
            "offer",
            "add",
            "talks.yaml",
            "--by",
            "orvane",
            "--set",
            "ceasefire=c2",
            DAY_1,
        ],
    );
    done(
        &case,
        &[
            "offer",
            "add",
            "talks.yaml",
            "--by",
            "lethia",
            "--set",
            "territory=t3",
            DAY_1,
        ],
    );
    done(
        &case,
        &["text", "draft", "talks.yaml", "--version", "V1", DAY_1],
    );
    let amend = |args: &[&str]| done(&case, &[&["amend", "talks.yaml", DAY_8], args].concat());
    amend(&[
        "--add",
        "points={id: fish, title: Fishing rights, options: [{id: none, label: None}, {id: shared, label: Shared}]}",
    ]);
    amend(&[
        "--set",
        "points.ceasefire.options.c2.label=Pause on land",
        "--add",
        "points.ceasefire.options={id: c2sea, label: Pause at sea}",
        "--after",
        "c2",
    ]);
    amend(&["--rename", "points.territory=land"]);
    amend(&["--rename", "parties.orvane=federation"]);
    done(
        &case,
        &[
            "undo",
            "talks.yaml",
            "--by",
            "lethia",
            "--reason",
            "sent by mistake",
            DAY_8,
        ],
    );
    assert_eq!(
        fs::read(&case).unwrap(),
        before,
        "the case file stays as it is"
    );

    faces_follow(&case);
    days_are_kept(&case);
}

fn faces_follow(case: &Path) {
    let show = json(case, &["show", "talks.yaml"]);
    assert_eq!(show["points"].as_array().unwrap().len(), 21);
    assert_eq!(show["parties"][0]["id"], "federation");
    let offers = json(case, &["offer", "list", "talks.yaml"]);
    let last = offers["offers"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["by"], &last["says"]["ceasefire"]),
        (&"federation".into(), &"c2".into())
    );
    for face in [
        &["status", "talks.yaml"][..],
        &["solve", "talks.yaml", "--brief"],
        &["text", "talks.yaml"],
        &["text", "talks.yaml", "--version", "V1"],
        &["text", "talks.yaml", "--redline", "V1"],
        &["clashes", "talks.yaml"],
        &["export", "talks.yaml", "matrix", "-o", "-"],
        &["journal", "verify", "talks.yaml"],
        &["show", "talks.yaml"],
    ] {
        let said = done(case, face);
        assert!(!said.contains("does not fit"), "{face:?}: {said}");
    }
}

fn days_are_kept(case: &Path) {
    let offers = json(case, &["offer", "list", "talks.yaml"]);
    let then = json(case, &["show", "talks.yaml", "--as-of", "2031-04-01"]);
    assert_eq!(then["points"].as_array().unwrap().len(), 20);
    assert_eq!(then["parties"][0]["id"], "orvane");
    let then = json(
        case,
        &["offer", "list", "talks.yaml", "--as-of", "2031-04-01"],
    );
    assert_eq!(
        then["offers"].as_array().unwrap().len(),
        offers["offers"].as_array().unwrap().len() + 1
    );
    assert_eq!(
        about(
            case,
            &[
                "offer",
                "add",
                "talks.yaml",
                "--by",
                "lethia",
                "--set",
                "land=t3",
                "--as-of",
                "3"
            ]
        )
        .code,
        Some(2)
    );

    insta::assert_snapshot!(
        "history",
        about(case, &["history", "talks.yaml"]).transcript()
    );
    insta::assert_snapshot!(
        "history-since",
        about(
            case,
            &[
                "history",
                "talks.yaml",
                "--since",
                "2031-04-08",
                "--as",
                "public"
            ]
        )
        .transcript()
    );
    let all = json(case, &["history", "talks.yaml", "--all"]);
    let taken_back: Vec<&Value> = all["acts"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|act| act["taken_back"] == true)
        .collect();
    assert_eq!(taken_back.len(), 1);
    assert_eq!(taken_back[0]["kind"], "offer");
}

#[test]
fn one_clean_file_reads_as_the_same_case() {
    let case = sella("amend-clean");
    done(
        &case,
        &[
            "amend",
            "talks.yaml",
            "--rename",
            "points.territory=land",
            DAY_1,
        ],
    );
    done(
        &case,
        &[
            "offer",
            "add",
            "talks.yaml",
            "--by",
            "lethia",
            "--set",
            "land=t3",
            "--visibility",
            "mediator",
            "--note",
            "in caucus",
            DAY_1,
        ],
    );
    for name in ["clean.yaml", "clean.json"] {
        done(&case, &["case", "write", "talks.yaml", "-o", name]);
        let of = |file: &str| {
            let mut shown = json(&case, &["show", file, "--new-journal"]);
            shown["offers"] =
                json(&case, &["offer", "list", file, "--new-journal"])["offers"].clone();
            shown
        };
        assert_eq!(of(name), of("talks.yaml"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(case.with_file_name(name))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
    // Never over the case.
    let args = ["case", "write", "talks.yaml", "-o", "talks.yaml", "--force"];
    assert_eq!(about(&case, &args).code, Some(2));
}

#[test]
fn a_party_is_given_what_it_may_see_and_nothing_else() {
    let case = sella("amend-cut");
    let said = [
        "offer",
        "add",
        "talks.yaml",
        "--by",
        "lethia",
        "--set",
        "territory=t3",
        "--visibility",
        "mediator",
        "--note",
        "in caucus",
        DAY_1,
    ];
    done(&case, &said);
    done(
        &case,
        &[
            "case",
            "cut",
            "talks.yaml",
            "--as",
            "orvane",
            "-o",
            "orvane.yaml",
        ],
    );
    let cut = fs::read_to_string(case.with_file_name("orvane.yaml")).unwrap();
    assert!(!cut.contains("in caucus") && cut.contains("territory"));
    let own = json(&case, &["show", "orvane.yaml", "--new-journal"]);
    let through = json(&case, &["solve", "orvane.yaml", "--new-journal"]);
    assert_eq!(through["answer"], "solve");
    assert_eq!(own["parties"].as_array().unwrap().len(), 4);
}

#[test]
fn an_edited_copy_becomes_changes() {
    let case = sella("amend-like");
    done(&case, &["case", "write", "talks.yaml", "-o", "copy.yaml"]);
    let copy = case.with_file_name("copy.yaml");
    let text = fs::read_to_string(&copy).unwrap();
    let edited = text.replace("Sella Basin: status and control", "The Basin");
    assert_ne!(edited, text);
    fs::write(&copy, edited).unwrap();
    let answer = json(
        &case,
        &["amend", "talks.yaml", "--like", "copy.yaml", DAY_1],
    );
    let words = answer["act"]["words"].as_str().unwrap();
    assert_eq!(
        words,
        "The mediator rewords the point “Sella Basin: status and control” to “The Basin”."
    );
    assert_eq!(answer["act"]["kind"], "amendment");
    let again = about(
        &case,
        &["amend", "talks.yaml", "--like", "copy.yaml", DAY_1],
    );
    assert_eq!(again.code, Some(2));
    assert!(
        again.told().contains("nothing would change"),
        "{}",
        again.stderr
    );
}

#[test]
#[cfg(unix)]
fn an_editor_opens_the_case() {
    let case = sella("amend-edit");
    let edit = |editor: &str| {
        let mut command = command(&["amend", "talks.yaml", "--edit", DAY_1, "--json"]);
        let output = command
            .current_dir(case.parent().unwrap())
            .env_remove("VISUAL")
            .env("EDITOR", editor)
            .output();
        let output = output.unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let (code, said, _) = edit("true");
    assert_eq!(code, Some(0));
    assert!(said.contains("Nothing was changed"), "{said}");
    let (code, said, _) = edit("sed -i s/Assembly/Parliament/");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Parliament"), "{said}");
    let (code, _, error) = edit("false");
    assert_eq!(code, Some(2), "{error}");
    // Nothing is left beside the case.
    let mut names: Vec<String> = fs::read_dir(case.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().display().to_string())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "talks.yaml",
            "talks.yaml.journal",
            "talks.yaml.journal.head"
        ]
    );
}

#[test]
fn mistakes_are_told_at_their_place() {
    let case = sella("amend-mistakes");
    let refused = |args: &[&str]| {
        let ran = about(&case, &[&["amend", "talks.yaml", DAY_1], args].concat());
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert!(ran.stdout.is_empty());
        ran.stderr
    };
    insta::assert_snapshot!(
        "amend-mistakes",
        [
            refused(&[
                "--set",
                "points.teritory.title=x",
                "--rename",
                "points.line",
                "--retire",
                "links.none"
            ]),
            refused(&["--set", "points.line.id=other"]),
            refused(&["--add", "points={title: No identifier}"]),
            refused(&["--retire", "points.plant"]),
            refused(&["--by", "orvane", "--set", "parties.lethia.no_deal=500"]),
            refused(&[
                "--set",
                "parties.orvane.no_deal=500",
                "--visibility",
                "public"
            ]),
            refused(&["--set", "points.line.title='open"]),
        ]
        .join("----\n")
    );
    assert!(!case.with_file_name("talks.yaml.journal").exists());
    let undo = about(&case, &["undo", "talks.yaml"]);
    assert_eq!(undo.code, Some(2));
    done(
        &case,
        &[
            "amend",
            "talks.yaml",
            "--add",
            "points={id: fish, title: Fish, options: [{id: a, label: A}]}",
            DAY_1,
        ],
    );
    done(
        &case,
        &[
            "amend",
            "talks.yaml",
            "--set",
            "points.fish.title=Fishing",
            DAY_1,
        ],
    );
    let undo = about(&case, &["undo", "talks.yaml", "--line", "1"]);
    assert_eq!(undo.code, Some(2));
    assert!(
        undo.told().contains("later acts rest on it: 2"),
        "{}",
        undo.stderr
    );
}

/// A file that is changed by hand meanwhile: what does not fit any more is told, and nothing stops.
#[test]
fn a_file_changed_by_hand_stops_nothing() {
    let case = sella("amend-by-hand");
    done(
        &case,
        &[
            "amend",
            "talks.yaml",
            "--set",
            "points.territory.title=The Basin",
            DAY_1,
        ],
    );
    done(
        &case,
        &[
            "amend",
            "talks.yaml",
            "--set",
            "points.line.title=The line of contact",
            DAY_1,
        ],
    );
    let text = fs::read_to_string(&case).unwrap();
    fs::write(&case, text.replace("territory", "land")).unwrap();
    let ran = about(&case, &["show", "talks.yaml", "--json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(
        ran.told().contains("`territory` is not there"),
        "{}",
        ran.stderr
    );
    let shown: Value = serde_json::from_str(&ran.stdout).unwrap();
    let titles: Vec<&str> = shown["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["title"].as_str().unwrap())
        .collect();
    assert!(titles.contains(&"The line of contact") && !titles.contains(&"The Basin"));
}

/// A party's workbook holds its own columns; what comes back untouched changes nothing.
#[test]
fn workbooks_go_out_and_come_back() {
    let case = sella("amend-sheets");
    done(
        &case,
        &[
            "sheet",
            "write",
            "talks.yaml",
            "--as",
            "lethia",
            "-o",
            "lethia.xlsx",
        ],
    );
    done(&case, &["sheet", "write", "talks.yaml", "-o", "all.xlsx"]);
    for name in ["lethia.xlsx", "all.xlsx"] {
        let ran = about(&case, &["sheet", "read", name, "--onto", "talks.yaml"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        assert!(ran.told().contains("changes nothing"), "{}", ran.stderr);
    }
    // What changed meanwhile stays.
    done(
        &case,
        &[
            "amend",
            "talks.yaml",
            "--set",
            "points.line.title=Contact",
            DAY_1,
        ],
    );
    let ran = about(
        &case,
        &["sheet", "read", "all.xlsx", "--onto", "talks.yaml"],
    );
    assert!(ran.told().contains("changes nothing"), "{}", ran.stderr);
    // A workbook stands for a case, and begins one.
    let solved = json(&case, &["solve", "all.xlsx"]);
    assert_eq!(solved["verdict"], "no-overlap");
    done(&case, &["new", "again.yaml", "--from", "all.xlsx"]);
    assert_eq!(
        json(&case, &["show", "again.yaml", "--new-journal"]),
        json(&case, &["show", "talks.yaml", "--as-of", "0"])
    );
    // Its sheets as CSV, and never over what is there.
    done(&case, &["sheet", "write", "talks.yaml", "-o", "sheets"]);
    let positions =
        fs::read_to_string(case.with_file_name("sheets").join("positions.csv")).unwrap();
    assert!(positions.contains("step 1 (cost 4)"), "{positions}");
    assert_eq!(
        about(&case, &["sheet", "write", "talks.yaml", "-o", "all.xlsx"]).code,
        Some(2)
    );
    assert_eq!(
        about(&case, &["sheet", "write", "talks.yaml", "-o", "all.pdf"]).code,
        Some(2)
    );
    fs::write(case.with_file_name("broken.xlsx"), b"PK no workbook").unwrap();
    let broken = about(
        &case,
        &["sheet", "read", "broken.xlsx", "--onto", "talks.yaml"],
    );
    assert_eq!(broken.code, Some(2));
    assert!(broken.told().contains("broken.xlsx"), "{}", broken.stderr);
}
