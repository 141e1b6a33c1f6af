//! A shuttle with a single text: by programs, by a person, stopped and gone on with.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::run::{Ran, run, run_with, scratch};
use crate::talks::{each_is_refused, goes_on_from_any_line};

/// Two parties and six packages. North has 2 without a deal, so that it refuses only low with a third, which is worth
/// 1 to it. South has no scores; it accepts these heights and shares.
fn dam(folder: &Path, heights: &[&str], shares: &[&str]) -> PathBuf {
    let options = |ids: &[&str]| -> Vec<Value> {
        ids.iter()
            .map(|id| json!({"id": id, "label": format!("{id} one")}))
            .collect()
    };
    let line = |id: &str, point: &str, accept: &[&str]| {
        json!({"id": id, "owner": "south", "point": point, "visibility": "sealed",
            "ladder": [{"accept": accept, "cost": 0}]})
    };
    let file = json!({
        "format": "winset-case/1", "id": "dam", "title": "Dam",
        "parties": [{"id": "north", "name": "North", "no_deal": 2}, {"id": "south", "name": "South"}],
        "points": [
            {"id": "height", "title": "Height", "options": options(&["low", "mid", "high"])},
            {"id": "share", "title": "Share", "options": options(&["third", "half"])},
        ],
        "preferences": {
            "north": {"height": {"weight": 1, "scores": [1, 3, 7]}, "share": {"weight": 1, "scores": [0, 2]}},
        },
        "lines": [line("S-height", "height", heights), line("S-share", "share", shares)],
    });
    let path = folder.join("dam.json");
    fs::write(&path, file.to_string()).unwrap();
    path
}

fn answer(ran: &Ran) -> Value {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|_| panic!("{ran:?}"))
}

fn shuttle(case: &Path, flags: &[&str]) -> Value {
    let ran = run(&[
        &["talks", "shuttle", case.to_str().unwrap(), "--json"],
        flags,
    ]
    .concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    answer(&ran)
}

/// The only package that both accept is high with a half: 9 for North.
#[test]
fn an_overlap_is_found_and_an_empty_one_is_proven() {
    let folder = scratch("shuttle-found");
    let case = dam(&folder, &["high"], &["half"]);
    for mediator in ["asking", "asking-points", "asking-pairs", "asking-orders"] {
        let told = shuttle(&case, &["--mediator", mediator]);
        let both = json!({"height": "high", "share": "half"});
        assert_eq!(told["end"]["agreed"], both, "{mediator}");
        assert_eq!(told["end"]["got"], json!({"north": 9}));
        assert_eq!(told["knows"]["result"], "found");
        let texts = told["texts"].as_array().unwrap();
        let last = &texts[texts.len() - 1];
        assert_eq!(last["package"], both);
        assert_eq!(last["answers"], json!({"north": "yes", "south": "yes"}));
    }
    // South accepts the one package that North refuses.
    let folder = scratch("shuttle-none");
    let case = dam(&folder, &["low"], &["third"]);
    let told = shuttle(&case, &[]);
    let mut texts: Vec<String> = told["texts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|text| text["package"].to_string())
        .collect();
    // Where each party may accept any set of packages, a no says nothing of another: all six have to be asked about.
    texts.sort();
    texts.dedup();
    assert_eq!(
        (texts.len(), told["texts"].as_array().unwrap().len()),
        (6, 6)
    );
    assert_eq!(told["knows"]["result"], "none-left");
    assert_eq!(told["knows"]["assumption"], "fixed-set");
    assert_eq!(told["end"]["agreed"], Value::Null);
    assert_eq!(told["end"]["got"], json!({"north": 2}));
    let page = run(&["talks", "shuttle", case.to_str().unwrap()]);
    assert!(
        page.stdout
            .contains("Proven: there is no package that all accept"),
        "{page:?}"
    );
    // Not asked to the end: open, and said to be.
    let told = shuttle(&case, &["--texts", "4"]);
    assert_eq!(told["end"]["why"], "deadline");
    let knows = &told["knows"];
    assert_eq!(
        (&knows["result"], &knows["remaining"], &knows["is_exact"]),
        (&json!("stopped"), &json!(2), &json!(true))
    );
}

/// What a law forbids is never proposed, and no proof rests on asking about it.
#[test]
fn laws_are_known_to_the_mediator() {
    let folder = scratch("shuttle-laws");
    let case = dam(&folder, &["low"], &["third"]);
    let mut file: Value = serde_json::from_slice(&fs::read(&case).unwrap()).unwrap();
    file["links"] = json!([{"id": "no-high-half", "kind": "law",
        "if": {"height": ["high"]}, "then": {"share": ["third"]}}]);
    fs::write(&case, file.to_string()).unwrap();
    let told = shuttle(&case, &[]);
    let texts = told["texts"].as_array().unwrap();
    assert_eq!(texts.len(), 5, "{told}");
    let forbidden = json!({"height": "high", "share": "half"});
    assert!(texts.iter().all(|text| text["package"] != forbidden));
    assert_eq!(told["knows"]["result"], "none-left");
}

#[test]
fn a_shuttle_that_was_stopped_after_any_act_ends_as_if_it_had_not_been() {
    let folder = scratch("shuttle-resume");
    let case = dam(&folder, &["mid", "high"], &["half"]);
    let (name, trace) = (case.to_str().unwrap(), folder.join("whole.talks"));
    let trace_name = trace.to_str().unwrap();
    let flags = [
        "--mediator",
        "flip",
        "--ask",
        "over-standing",
        "--texts",
        "9",
    ];
    let begun = ["talks", "shuttle", name, "--trace", trace_name];
    assert_eq!(run(&[&begun[..], &flags[..]].concat()).code, Some(0));
    let whole = fs::read_to_string(&trace).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    assert!(lines.len() > 10, "{whole}");
    goes_on_from_any_line(&folder, name, &whole);
    let replayed = run(&["talks", "replay", name, trace_name, "--json"]);
    let first = run(&[&["talks", "shuttle", name, "--json"], &flags[..]].concat());
    assert_eq!(replayed, first);
    assert_eq!(run(&["talks", "resume", name, trace_name]).code, Some(2));
    // An answer that the program would not give.
    let other = whole.replacen("\"answer\":\"no\"", "\"answer\":\"yes\"", 1);
    fs::write(&trace, &other).unwrap();
    let told = run(&["talks", "replay", name, trace_name]);
    assert_ne!(told.code, Some(0), "{told:?}");
    fs::write(
        &trace,
        whole.replacen("\"answer\":\"no\"", "\"answer\":\"perhaps\"", 1),
    )
    .unwrap();
    let told = run(&["talks", "replay", name, trace_name]);
    assert!(
        told.code == Some(2) && told.told().contains("yes, no, better, worse, same"),
        "{told:?}"
    );
}

#[test]
fn a_person_answers_stops_and_goes_on() {
    let folder = scratch("shuttle-person");
    let case = dam(&folder, &["high"], &["half"]);
    let (name, trace) = (case.to_str().unwrap(), folder.join("p.talks"));
    let trace_name = trace.to_str().unwrap();
    let play = [
        "talks", "shuttle", name, "--as", "south", "--trace", trace_name,
    ];
    let stopped = run_with(&play, b"better\nhelp\nshow\nno\nstop\n");
    assert_eq!(stopped.code, Some(3), "{stopped:?}");
    assert!(stopped.told().contains("yes or no"), "{stopped:?}");
    assert!(
        stopped.stdout.contains("winset talks resume"),
        "{stopped:?}"
    );
    let resumed = run_with(
        &["talks", "resume", name, trace_name, "--json"],
        b"no\nno\nno\nno\nno\n",
    );
    assert_eq!(resumed.code, Some(0), "{resumed:?}");
    let told = answer(&resumed);
    assert_eq!(told["reader"], "south");
    assert_eq!(
        told["end"],
        json!({"agreed": null, "why": null, "by": null, "texts": 6, "got": {}})
    );
    assert_eq!(told["knows"], Value::Null);
    for text in told["texts"].as_array().unwrap() {
        assert_eq!(text["answers"], json!({"south": "no"}));
        assert_eq!(text["worth"], json!({}));
    }
    assert_eq!(run(&["talks", "replay", name, trace_name]).code, Some(0));
}

/// A person mediates: it hears who answered what.
#[test]
fn a_person_proposes_the_texts() {
    let folder = scratch("shuttle-mediator");
    let case = dam(&folder, &["high"], &["half"]);
    let play = [
        "talks",
        "shuttle",
        case.to_str().unwrap(),
        "--mediator",
        "person",
        "--json",
    ];
    let said = b"close it\nheight=hihg\nheight=high\npropose\nshare=half\nshow\npropose\nclose\n";
    let ran = run_with(&play, said);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.told().contains("did you mean `high`"), "{ran:?}");
    assert!(ran.told().contains("South: against it."), "{ran:?}");
    let told = answer(&ran);
    assert_eq!(
        told["end"]["agreed"],
        json!({"height": "high", "share": "half"})
    );
    assert_eq!(told["texts"].as_array().unwrap().len(), 2);
    assert_eq!(told["reader"], "mediator");
    assert_eq!(told["texts"][0]["all_for"], false);
    assert_eq!(
        told["texts"][0]["answers"],
        json!({"north": "yes", "south": "no"})
    );
    // Where mediators hear only whether all were for it, so does a person, to the end.
    let quiet = [&play[..], &["--told", "whether-all"]].concat();
    let ran = run_with(&quiet, b"height=high\npropose\nclose\n");
    let told = answer(&ran);
    assert_eq!(told["texts"][0]["answers"], json!({}));
    assert_eq!(told["texts"][0]["all_for"], false);
    assert!(
        ran.told().contains("Somebody was against it") && !ran.told().contains("South"),
        "{ran:?}"
    );
    let closed = answer(&run_with(&play, b"close\n"));
    assert_eq!(
        (&closed["end"]["why"], &closed["end"]["by"]),
        (&json!("broken-off"), &json!("mediator"))
    );
}

/// North refuses everything, so that texts by chance are the same whatever South answers: a person in North's seat sees
/// the same in both worlds.
#[test]
fn a_party_learns_nothing_of_the_answers_of_others() {
    let mut worlds = Vec::new();
    for (world, shares) in [["third", "half"].as_slice(), &["half"]].iter().enumerate() {
        let folder = scratch(&format!("shuttle-worlds-{world}"));
        let case = dam(&folder, &["low", "mid", "high"], shares);
        let flags = [
            "--mediator",
            "flip",
            "--ask",
            "by-itself",
            "--texts",
            "5",
            "--all",
        ];
        let play = [
            &["talks", "shuttle", case.to_str().unwrap(), "--as", "north"],
            &flags[..],
        ];
        let said = b"no\nshow\nno\nno\nno\nno\n";
        let page = run_with(&play.concat(), said);
        let form = run_with(&[&play.concat()[..], &["--json"]].concat(), said);
        worlds.push([page, form].map(|ran| (ran.code, ran.stdout, ran.stderr)));
    }
    assert_eq!(worlds[0], worlds[1]);
    assert!(
        worlds[0][0].1.contains("No deal after 5 texts"),
        "{:?}",
        worlds[0]
    );
}

#[test]
fn what_cannot_be_held_is_refused_with_a_reason() {
    let folder = scratch("shuttle-refused");
    let case = dam(&folder, &["high"], &["half"]);
    let case = case.to_str().unwrap();
    let cases: [(&[&str], &str); 10] = [
        (&["--mediator", "askin"], "asking"),
        (&["--mediator", "boulware"], "a mediator named"),
        (&["--seat", "south=climber"], "has no scores"),
        (&["--seat", "north=annealer(t=0)"], "may be from"),
        (&["--seat", "nort=truthful"], "did you mean `north`"),
        (&["--ask", "over-last"], "asks what they accept"),
        (&["--order", "north", "--as", "south"], "--order"),
        (
            &["--as", "north", "--mediator", "person"],
            "one person plays",
        ),
        (&["--texts", "0"], "--texts"),
        (&["--trace", "t.pdf"], "another kind of file"),
    ];
    each_is_refused(&["talks", "shuttle", case], &cases);
}
