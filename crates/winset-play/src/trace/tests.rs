//! Traces written, read and played again.

use std::sync::Arc;

use serde_json::json;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::read_case;

use super::*;
use crate::own::OwnSide;
use crate::run::{play, seated};
use crate::session::{Clock, Deadline, NoDealReason, NoDealScore, Passing, SeatSet, Timing};
use crate::space::OutcomeSpace;
use crate::strategy::named;

fn case() -> Case {
    let options = |ids: &[&str]| -> Vec<_> {
        ids.iter()
            .map(|id| json!({"id": id, "label": id}))
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
            "south": {"height": {"weight": 1, "scores": [6, 4, 0]}, "share": {"weight": 0.5, "scores": [5, 0]}},
        },
    });
    read_case(file.to_string().as_bytes(), Syntax::Json)
        .unwrap()
        .case
}

fn head(case: &Case, plays: [&str; 2], rounds: u32) -> TraceHead {
    let seat = |(party, plays): (&str, &str)| TraceSeat {
        party: party.to_owned(),
        plays: plays.to_owned(),
        seed: u64::MAX,
    };
    TraceHead {
        case: case.id.clone(),
        hash: case.hash.clone(),
        seats: ["north", "south"]
            .into_iter()
            .zip(plays)
            .map(seat)
            .collect(),
        may_table: SeatSet::first(2),
        passing: Passing::Refused,
        must_agree: SeatSet::first(2),
        timing: Timing {
            deadline: Deadline::rounds(rounds),
            clock: Clock::Negmas,
        },
        no_deal: NoDealScore::Value,
        only: crate::session::TalksOnly::Anything,
    }
}

/// A whole trace of programs.
fn written(case: &Case, head: &TraceHead) -> String {
    let space = Arc::new(OutcomeSpace::of(case).unwrap());
    let sides = (0..2).map(|party| OwnSide::new(case, &space, PartyId::at(party)).unwrap());
    let sides: Vec<OwnSide> = sides.collect();
    let programs = head.seats.iter().zip(&sides);
    let programs: Vec<_> = programs
        .map(|(seat, own)| {
            named(&seat.plays)
                .unwrap()
                .begin(own, head.timing, seat.seed)
        })
        .collect();
    let mut text = head.line();
    let end = play(&space, head.timing, seated(&sides, programs), |said| {
        text += &act_line(head, case, &space, said);
    });
    text += &last_line(head, &end).unwrap_or_default();
    text + &end_line(head, case, &space, &end)
}

#[test]
fn what_is_written_plays_again_to_the_same_end() {
    let case = case();
    let space = Arc::new(OutcomeSpace::of(&case).unwrap());
    for (plays, rounds) in [
        (["boulware", "conceder"], 20),
        (["hardliner", "hardliner"], 3),
        (["micro", "micro"], 50),
    ] {
        let text = written(&case, &head(&case, plays, rounds));
        let trace = read_trace(&text, &case, &space).unwrap();
        assert_eq!(trace.head.line() + &text[trace.head.line().len()..], text);
        let replayed = replay(&trace, &case, &space).unwrap();
        let end = replayed.end.unwrap();
        assert_eq!(
            end.agreed == Err(NoDealReason::Deadline),
            plays[0] == "hardliner",
            "{text}"
        );
    }
}

#[test]
fn each_line_that_does_not_follow_is_named() {
    let case = case();
    let space = Arc::new(OutcomeSpace::of(&case).unwrap());
    let text = written(&case, &head(&case, ["boulware", "conceder"], 20));
    let lines: Vec<&str> = text.lines().collect();
    let faults = |text: &str| -> Vec<String> {
        match read_trace(text, &case, &space) {
            Err(faults) => faults.iter().map(ToString::to_string).collect(),
            Ok(trace) => replay(&trace, &case, &space)
                .err()
                .iter()
                .map(ToString::to_string)
                .collect(),
        }
    };
    assert_eq!(faults(&text), Vec::<String>::new());
    let without_one = [&lines[..2], &lines[3..]].concat().join("\n");
    assert!(
        faults(&without_one)[0].contains("line"),
        "{:?}",
        faults(&without_one)
    );
    let two_wrong = text.replacen("\"low\"", "\"lowest\"", 1) + "{}\n";
    assert!(faults(&two_wrong).len() >= 2, "{:?}", faults(&two_wrong));
    let other_end = text.replace("\"round\":", "\"round\": ");
    assert!(
        faults(&other_end)[0].contains("the acts before end so"),
        "{:?}",
        faults(&other_end)
    );
    assert_eq!(
        faults(""),
        ["line 1: no head of a trace: EOF while parsing a value at line 1 column 0"]
    );
    let more = text.clone() + lines[1] + "\n";
    assert!(faults(&more)[0].contains("nothing stands after the end"));
}

#[test]
fn gains_are_exact() {
    let case = case();
    let text = written(&case, &head(&case, ["hardliner", "hardliner"], 2));
    let last = text.lines().last().unwrap();
    assert_eq!(
        last,
        r#"{"agreed":null,"got":{"north":"2","south":"0"},"round":2,"why":{"deadline":true}}"#
    );
}
