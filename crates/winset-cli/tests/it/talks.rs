//! Talks held, stopped, gone on with, played again; what a person at the table sees.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::run::{Ran, run, run_with, scratch};

/// A case of two parties and six packages, by the scores of the height for South.
fn dam(folder: &Path, south: [i64; 3]) -> PathBuf {
    let options = |ids: &[&str]| -> Vec<Value> {
        ids.iter()
            .map(|id| json!({"id": id, "label": format!("{id} one")}))
            .collect()
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
            "south": {"height": {"weight": 1, "scores": south}, "share": {"weight": 0.5, "scores": [5, 0]}},
        },
    });
    let path = folder.join("dam.json");
    fs::write(&path, file.to_string()).unwrap();
    path
}

/// Talks that were stopped after any line of their whole trace go on to the same bytes.
pub(crate) fn goes_on_from_any_line(folder: &Path, case: &str, whole: &str) {
    let lines: Vec<&str> = whole.lines().collect();
    for kept in 1..lines.len() {
        let part = folder.join(format!("{kept}.talks"));
        fs::write(&part, lines[..kept].join("\n") + "\n").unwrap();
        let ran = run(&["talks", "resume", case, part.to_str().unwrap()]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert_eq!(fs::read_to_string(&part).unwrap(), whole);
    }
}

/// A command is refused with each of these flags, for a reason that says this.
pub(crate) fn each_is_refused(command: &[&str], cases: &[(&[&str], &str)]) {
    for (flags, says) in cases {
        let ran = run(&[command, flags].concat());
        assert_eq!(ran.code, Some(2), "{flags:?} {ran:?}");
        let words = ran.told();
        assert!(words.contains(says), "{flags:?} {words}");
    }
}

const SOUTH: [i64; 3] = [6, 4, 0];

fn answer(ran: &Ran) -> Value {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|_| panic!("{ran:?}"))
}

/// Alternating offers of a hardliner and one who takes whatever is worth 4: by hand.
#[test]
fn a_course_is_what_the_strategies_say() {
    let folder = scratch("talks-course");
    let case = dam(&folder, SOUTH);
    let case = case.to_str().unwrap();
    let seats = [
        "--seat",
        "north=hardliner",
        "--seat",
        "south=hardliner",
        "--rounds",
        "3",
    ];
    let told = answer(&run(
        &[&["talks", "run", case, "--json"], &seats[..]].concat()
    ));
    // Each tables its best package three times, and nothing is agreed: South's worst package is worth 0.
    let offers: Vec<&Value> = told["course"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| &a["package"])
        .collect();
    let (north, south) = (
        json!({"height": "high", "share": "half"}),
        json!({"height": "low", "share": "third"}),
    );
    assert_eq!(offers, [&north, &south, &north, &south, &north, &south]);
    assert_eq!(told["end"]["why"], "deadline");
    assert_eq!(told["end"]["got"], json!({"north": 2, "south": 0}));
    // South's best package is worth 6 and 2.5, North's 7 and 2.
    assert_eq!(told["course"][0]["worth"], json!({"north": 9, "south": 0}));
    assert_eq!(
        told["course"][1]["worth"],
        json!({"north": 1, "south": "17/2"})
    );
    let zero = run(&[
        &["talks", "run", case, "--json", "--no-deal", "zero"],
        &seats[..],
    ]
    .concat());
    assert_eq!(answer(&zero)["end"]["got"], json!({"north": 0, "south": 0}));
}

#[test]
fn talks_that_were_stopped_after_any_act_end_as_if_they_had_not_been() {
    let folder = scratch("talks-resume");
    let case = dam(&folder, SOUTH);
    let (case, trace) = (case.to_str().unwrap(), folder.join("whole.talks"));
    let trace_name = trace.to_str().unwrap();
    let seats = [
        "--seat",
        "north=random",
        "--seat",
        "south=offer=boulware,accept=next,model=frequency",
    ];
    let begun = [
        "talks", "run", case, "--rounds", "12", "--trace", trace_name,
    ];
    assert_eq!(run(&[&begun[..], &seats[..]].concat()).code, Some(0));
    let whole = fs::read_to_string(&trace).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    assert!(lines.len() > 3, "{whole}");
    goes_on_from_any_line(&folder, case, &whole);
    let replayed = run(&["talks", "replay", case, trace_name, "--json"]);
    let first = run(&[
        &["talks", "run", case, "--rounds", "12", "--json"],
        &seats[..],
    ]
    .concat());
    assert_eq!(replayed, first);
    let over = run(&["talks", "resume", case, trace_name]);
    assert_eq!(over.code, Some(2));
    // The same file is not written over.
    assert_eq!(run(&[&begun[..], &seats[..]].concat()).code, Some(2));
    assert_eq!(fs::read_to_string(&trace).unwrap(), whole);
}

#[test]
fn a_trace_that_was_changed_is_refused_line_by_line() {
    let folder = scratch("talks-changed");
    let case = dam(&folder, SOUTH);
    let (case, trace) = (case.to_str().unwrap(), folder.join("t.talks"));
    let trace_name = trace.to_str().unwrap();
    run(&[
        "talks",
        "run",
        case,
        "--seat",
        "south=conceder",
        "--trace",
        trace_name,
    ]);
    let whole = fs::read_to_string(&trace).unwrap();
    let replay = |text: &str| {
        fs::write(&trace, text).unwrap();
        run(&["talks", "replay", case, trace_name])
    };
    assert_eq!(replay(&whole).code, Some(0));
    // Another package than the strategy says: the rules hold, the program does not.
    let other = whole.replacen(r#""share":"third""#, r#""share":"half""#, 1);
    let told = replay(&other);
    assert_eq!(told.code, Some(1));
    assert!(told.told().contains("would do something else"), "{told:?}");
    let two =
        whole
            .replacen("\"height\"", "\"hight\"", 1)
            .replacen("\"at_ms\":0", "\"at_ms\":-1", 2);
    let told = replay(&two);
    assert_eq!(told.code, Some(2));
    assert!(
        told.told().contains(":2:") && told.told().contains(":3:"),
        "{told:?}"
    );
    let told = replay(&whole.replace("\"got\":{\"north\":", "\"got\":{\"north\": "));
    assert!(
        told.code == Some(2) && told.told().contains("the acts before end so"),
        "{told:?}"
    );
}

#[test]
fn a_person_plays_stops_and_goes_on() {
    let folder = scratch("talks-person");
    let case = dam(&folder, SOUTH);
    let (case, trace) = (case.to_str().unwrap(), folder.join("p.talks"));
    let trace_name = trace.to_str().unwrap();
    let play = [
        "talks",
        "play",
        case,
        "--as",
        "north",
        "--seat",
        "south=hardliner",
        "--trace",
        trace_name,
    ];
    let stopped = run_with(&play, b"pass\nheight=mid\ntable\nstop\n");
    assert_eq!(stopped.code, Some(3), "{stopped:?}");
    assert!(stopped.told().contains("cannot be passed"), "{stopped:?}");
    assert!(
        stopped.stdout.contains("winset talks resume"),
        "{stopped:?}"
    );
    let resumed = run_with(
        &["talks", "resume", case, trace_name, "--json"],
        b"theirs\naccept\n",
    );
    assert_eq!(resumed.code, Some(0), "{resumed:?}");
    let told = answer(&resumed);
    assert_eq!(
        told["end"]["agreed"],
        json!({"height": "low", "share": "third"})
    );
    assert_eq!(told["end"]["got"], json!({"north": 1}));
    assert_eq!(run(&["talks", "replay", case, trace_name]).code, Some(0));
    // The end of what is typed is the end of the day.
    let silent = run_with(&["talks", "play", case, "--as", "north"], b"");
    assert_eq!(silent.code, Some(3));
    assert!(silent.stdout.contains("nothing is kept"), "{silent:?}");
}

/// South says and tables the same in two worlds in which its scores differ: a person in North's seat sees the same.
#[test]
fn a_person_sees_nothing_of_the_others() {
    let worlds = [SOUTH, [9, 3, 1]].map(|south| {
        let folder = scratch(&format!("talks-worlds-{}", south[0]));
        let case = dam(&folder, south);
        let play = [
            "talks",
            "play",
            case.to_str().unwrap(),
            "--as",
            "north",
            "--seat",
            "south=hardliner",
            "--all",
        ];
        let said = b"help\nbest\nshow\nplace 3\ntable\ntheirs\nfoo\nshare=thrid\nbreak\n";
        let mut seen = vec![run_with(&play, said)];
        seen.push(run_with(&[&play[..], &["--json"]].concat(), said));
        seen.into_iter()
            .map(|ran| (ran.code, ran.stdout, ran.stderr))
            .collect::<Vec<_>>()
    });
    assert_eq!(worlds[0], worlds[1]);
    assert!(worlds[0][0].1.contains("broke off"), "{:?}", worlds[0]);
}

/// Of what comes up to its level a bound tables what the other likes best, by the scores that it holds. In the last of
/// four rounds a conceder of North takes its no-deal value, 2: of low-half (3 to North), mid-third (3), mid-half (5),
/// high-third (7) and high-half (9), South likes mid-third best, at 6.5.
#[test]
fn a_bound_knows_the_scores_of_the_other() {
    let folder = scratch("talks-bound");
    let case = dam(&folder, SOUTH);
    let case = case.to_str().unwrap();
    let bound = [
        "--seat",
        "north=known:negmas:time(e=0.001)",
        "--seat",
        "south=hardliner",
    ];
    let talks = [
        &["talks", "run", case, "--json", "--rounds", "4"][..],
        &bound,
    ]
    .concat();
    let told = answer(&run(&talks));
    let course = told["course"].as_array().unwrap();
    let offers: Vec<&Value> = course.iter().filter(|act| act["by"] == "north").collect();
    let last = &offers[offers.len() - 1]["package"];
    assert_eq!(*last, json!({"height": "mid", "share": "third"}));
    for (seat, says) in [
        ("north=known:micro", "it uses none"),
        ("north=known:boulwar", "boulware"),
    ] {
        let ran = run(&["talks", "run", case, "--seat", seat]);
        assert!(ran.code == Some(2) && ran.told().contains(says), "{ran:?}");
    }
    let alone = run(&[
        "talks",
        "run",
        case,
        "--order",
        "north",
        "--seat",
        "north=known:linear",
    ]);
    assert!(
        alone.code == Some(2) && alone.told().contains("one other party"),
        "{alone:?}"
    );
}

/// High with a half, the best of North, is against a law: it tables the next best, high with a third.
#[test]
fn only_what_laws_allow_is_tabled_on_request() {
    let folder = scratch("talks-lawful");
    let case = dam(&folder, SOUTH);
    let mut file: Value = serde_json::from_slice(&fs::read(&case).unwrap()).unwrap();
    file["links"] = json!([{"id": "no-high-half", "kind": "law",
        "if": {"height": ["high"]}, "then": {"share": ["third"]}}]);
    fs::write(&case, file.to_string()).unwrap();
    let case = case.to_str().unwrap();
    let first = |only: &[&str]| {
        let run_ = [
            "talks",
            "run",
            case,
            "--json",
            "--others",
            "hardliner",
            "--rounds",
            "1",
        ];
        let told = answer(&run(&[&run_[..], only].concat()));
        (told["course"][0]["package"].clone(), told["only"].clone())
    };
    let high = |share: &str| json!({"height": "high", "share": share});
    assert_eq!(first(&[]), (high("half"), json!("anything")));
    for only in ["lawful", "ratified"] {
        assert_eq!(first(&["--only", only]), (high("third"), json!(only)));
    }
    let trace = folder.join("lawful.talks");
    let play = [
        "talks",
        "play",
        case,
        "--as",
        "north",
        "--only",
        "lawful",
        "--trace",
        trace.to_str().unwrap(),
    ];
    let ran = run_with(
        &play,
        b"height=high share=half\ntable\nshare=third\ntable\nbreak\n",
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.told().contains("a law, or a body"), "{ran:?}");
    assert!(ran.stdout.contains("broke off"), "{ran:?}");
    let trace = trace.to_str().unwrap();
    assert_eq!(run(&["talks", "replay", case, trace]).code, Some(0));
    let unlawful = fs::read_to_string(trace).unwrap();
    let unlawful = unlawful.replacen(r#""share":"third""#, r#""share":"half""#, 1);
    fs::write(trace, unlawful).unwrap();
    assert_eq!(run(&["talks", "replay", case, trace]).code, Some(2));
}

#[test]
fn what_cannot_be_held_is_refused_with_a_reason() {
    let folder = scratch("talks-refused");
    let case = dam(&folder, SOUTH);
    let case = case.to_str().unwrap();
    let cases: [(&[&str], &str); 8] = [
        (&["--seat", "nort=micro"], "did you mean `north`"),
        (&["--seat", "north"], "such as north=conceder"),
        (&["--seat", "north=boulwar"], "boulware"),
        (
            &["--seat", "north=micro", "--seat", "north=micro"],
            "each party once",
        ),
        (&["--order", "north,north"], "each party once"),
        (
            &["--order", "north", "--seat", "south=micro"],
            "at the table",
        ),
        (&["--rounds", "0"], "--rounds"),
        (&["--trace", "t.pdf"], "another kind of file"),
    ];
    each_is_refused(&["talks", "run", case], &cases);
}

/// What is warned of in the lines of another party is for the mediator, not for the person at the table.
#[test]
fn a_person_is_not_warned_about_the_lines_of_others() {
    let folder = scratch("talks-warned");
    let case = dam(&folder, SOUTH);
    let mut file: Value = serde_json::from_slice(&fs::read(&case).unwrap()).unwrap();
    file["lines"] = json!([{"id": "S-height", "owner": "south", "point": "height", "visibility": "sealed",
        "ladder": [{"accept": ["low", "mid", "high"], "cost": 0}]}]);
    fs::write(&case, file.to_string()).unwrap();
    let case = case.to_str().unwrap();
    let checked = run(&["check", case]);
    let told = format!("{}{}", checked.stdout, checked.stderr);
    assert!(
        told.contains("warning") && told.contains("S-height"),
        "{told}"
    );
    let trace = folder.join("w.talks");
    let play = [
        "talks",
        "play",
        case,
        "--as",
        "north",
        "--trace",
        trace.to_str().unwrap(),
    ];
    for ran in [
        run_with(&play, b"table\nstop\n"),
        run_with(
            &["talks", "resume", case, trace.to_str().unwrap()],
            b"stop\n",
        ),
    ] {
        assert_eq!(ran.code, Some(3), "{ran:?}");
        assert!(
            !ran.told().contains("S-height") && !ran.told().contains("warning"),
            "{ran:?}"
        );
    }
}

/// The example program of the documentation plays through the command, and the trace plays again without it.
#[test]
fn a_program_of_somebody_else_takes_a_seat() {
    let folder = scratch("talks-outside");
    let case = dam(&folder, SOUTH);
    let (case, trace) = (case.to_str().unwrap(), folder.join("o.talks"));
    let agent = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/how-to/agents/agent.py");
    let seat = format!("north=program:python3 '{}'", agent.display());
    let flags = [
        "--seat",
        &seat,
        "--seat",
        "south=conceder",
        "--trace",
        trace.to_str().unwrap(),
    ];
    let told = answer(&run(
        &[&["talks", "run", case, "--json"], &flags[..]].concat()
    ));
    assert!(told["end"]["agreed"].is_object(), "{told}");
    assert_eq!(
        run(&["talks", "replay", case, trace.to_str().unwrap()]).code,
        Some(0)
    );
    let silent = ["--seat", "north=program:sleep 60", "--turn-time", "300ms"];
    let ran = run(&[&["talks", "run", case, "--json"], &silent[..]].concat());
    assert_eq!(answer(&ran)["end"]["why"], "silent");
    assert!(ran.told().contains("did not answer within 300"), "{ran:?}");
    let none = run(&[
        "talks",
        "run",
        case,
        "--seat",
        "north=program:no-such-program-here",
    ]);
    assert!(
        none.code == Some(2) && none.told().contains("no-such-program-here"),
        "{none:?}"
    );
}
