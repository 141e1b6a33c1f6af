//! Courses of `NegMAS` 0.16.0 (its negotiators run by its own mechanism), offer by offer.

use std::sync::Arc;

use serde_json::{Value, json};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::read_case;
use winset_play::own::OwnSide;
use winset_play::run::{play, seated};
use winset_play::session::{Action, Clock, Deadline, TalkMoment, Timing};
use winset_play::space::OutcomeSpace;
use winset_play::strategy::{
    AcceptAtLevel, AcceptNext, BestAlways, Composed, Intended, Levels, Micro, NaiveTitForTat,
    Offering, Strategy, TimeDependent, Turn,
};

const TRACES: &str = include_str!("negmas_traces.json");

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The domain of the courses, with these no-deal values.
fn case(traces: &Value, reserved: &[Value]) -> Case {
    let issues = list(&traces["issues"]);
    let points = issues.iter().enumerate().map(|(at, issue)| {
        let options = list(issue).iter().map(|id| json!({"id": id, "label": id}));
        json!({"id": format!("p{at}"), "title": format!("Point {at}"), "options": options.collect::<Vec<_>>()})
    });
    let parties = reserved.iter().enumerate().map(|(at, no_deal)| {
        json!({"id": format!("a{at}"), "name": format!("Party {at}"), "no_deal": no_deal})
    });
    let preferences = (0..reserved.len()).map(|party| {
        let of_points = (0..issues.len()).map(|point| {
            let worth = json!({"weight": traces["weights"][party][point], "scores": traces["tables"][party][point]});
            (format!("p{point}"), worth)
        });
        (format!("a{party}"), of_points.collect::<Value>())
    });
    let file = json!({
        "format": "winset-case/1", "id": "traces", "title": "Traces",
        "parties": parties.collect::<Vec<_>>(),
        "points": points.collect::<Vec<_>>(),
        "preferences": preferences.collect::<Value>(),
    });
    read_case(file.to_string().as_bytes(), Syntax::Json)
        .unwrap()
        .case
}

fn program(name: &str) -> Box<dyn Strategy> {
    let timed = |e: f64| -> Box<dyn Strategy> {
        let levels = Levels::Negmas { e };
        Box::new(Composed {
            offering: TimeDependent { levels },
            acceptance: AcceptAtLevel { levels },
        })
    };
    match name {
        "BoulwareTBNegotiator" => timed(4.0),
        "LinearTBNegotiator" => timed(1.0),
        "ConcederTBNegotiator" => timed(0.25),
        "ToughNegotiator" => Box::new(Composed {
            offering: BestAlways,
            acceptance: AcceptNext::PLAIN,
        }),
        "NaiveTitForTatNegotiator" => Box::new(Composed {
            offering: NaiveTitForTat::default(),
            acceptance: NaiveTitForTat::default(),
        }),
        "MiCRONegotiator" => Box::new(Composed {
            offering: Micro::new(1),
            acceptance: AcceptNext::PLAIN,
        }),
        other => unreachable!("{other}"),
    }
}

/// The sides of a case and their space.
fn sides(case: &Case) -> (Arc<OutcomeSpace>, Vec<OwnSide>) {
    let space = Arc::new(OutcomeSpace::of(case).unwrap());
    let sides = (0..case.parties.len())
        .map(|party| OwnSide::new(case, &space, PartyId::at(party)).unwrap());
    let sides = sides.collect();
    (space, sides)
}

/// What a course says: round, seat, options or the package that was agreed.
type Course = Vec<(u64, u64, Vec<String>)>;

fn ours(traces: &Value, run: &Value) -> (Course, Option<Vec<String>>, u32) {
    let case = case(traces, list(&run["reserved"]));
    let (space, sides) = sides(&case);
    let names = list(&run["negotiators"]).iter();
    let programs: Vec<_> = names.map(|name| program(name.as_str().unwrap())).collect();
    let rounds = u32::try_from(run["n_steps"].as_u64().unwrap()).unwrap();
    let labels = |outcome| -> Vec<String> {
        let package = space.package(outcome);
        let on = case.points.iter().zip(&package.0);
        on.map(|(point, option)| point.options[option.index()].id.clone())
            .collect()
    };
    let mut course = Vec::new();
    let timing = Timing {
        deadline: Deadline::rounds(rounds),
        clock: Clock::Negmas,
    };
    let end = play(&space, timing, seated(&sides, programs), |said| {
        if let Action::Offer(outcome) = said.action {
            course.push((
                u64::from(said.moment.round),
                u64::from(said.seat.0),
                labels(outcome),
            ));
        }
    });
    (course, end.agreed.ok().map(labels), end.moment.round)
}

fn strings(value: &Value) -> Vec<String> {
    list(value)
        .iter()
        .map(|v| v.as_str().unwrap().to_owned())
        .collect()
}

/// Offers of the recorded course. The last row of a deal repeats the package that was agreed, and one of
/// talks that ran out has lost its offer.
fn recorded(run: &Value) -> Course {
    let rows = list(&run["trace"]).iter();
    let offers = rows.filter(|row| row[6] == "continuing" && !row[3].is_null());
    let row = |row: &Value| {
        (
            row[0].as_u64().unwrap(),
            row[2].as_u64().unwrap(),
            strings(&row[3]),
        )
    };
    offers.map(row).collect()
}

#[test]
fn courses_are_those_of_negmas_offer_by_offer() {
    let traces: Value = serde_json::from_str(TRACES).unwrap();
    let mut compared = 0;
    for run in list(&traces["runs"]) {
        let label = run["label"].as_str().unwrap();
        let (mut course, agreed, round) = ours(&traces, run);
        let recorded = recorded(run);
        // MiCRO draws what it repeats from the generator of NegMAS: see below.
        if label != "MB60rv" {
            let (whole, last) = (course.len(), course.split_off(recorded.len()));
            assert_eq!(course, recorded, "{label}");
            assert!(last.len() <= 1, "{label}: {whole}");
            compared += recorded.len();
            let end = &run["end"];
            assert_eq!(
                agreed.unwrap_or_default(),
                strings(&end["agreement"]),
                "{label}"
            );
            if end["timedout"] == false {
                // It counts the rounds that have begun.
                assert_eq!(
                    u64::from(round) + 1,
                    end["step"].as_u64().unwrap(),
                    "{label}"
                );
            }
        }
    }
    assert!(compared == 128, "{compared}");
}

/// Which of its packages `MiCRO` repeats is drawn, all else follows: in the recorded course each package
/// that is new is the one that ours would table, and each that is not comes where ours would repeat one.
#[test]
fn micro_tables_what_is_new_where_ours_does() {
    let traces: Value = serde_json::from_str(TRACES).unwrap();
    let run = list(&traces["runs"])
        .iter()
        .find(|run| run["label"] == "MB60rv")
        .unwrap();
    let case = case(&traces, list(&run["reserved"]));
    let (space, sides) = sides(&case);
    let own = &sides[0];
    let mut micro = Micro::new(5);
    let (mut sent, mut repeated) = (Vec::new(), 0);
    for (round, seat, options) in recorded(run) {
        let ids = case.points.iter().zip(&options);
        let outcome = space.outcome(ids.map(|(point, id)| {
            point
                .options
                .iter()
                .position(|option| option.id == *id)
                .unwrap()
        }));
        let round = u32::try_from(round).unwrap();
        let deadline = Deadline::rounds(60);
        let moment = TalkMoment {
            round,
            time: Clock::Negmas.time(&deadline, round, 0),
            at_ms: 0,
        };
        if seat == 1 {
            micro.heard(own, outcome, moment);
            continue;
        }
        let turn = Turn {
            own,
            moment,
            deadline,
            tabled: None,
        };
        let intended = micro.intends(&turn);
        if sent.contains(&outcome) {
            assert_eq!(sent.last(), Some(&intended.settles_for), "round {round}");
            repeated += 1;
            micro.tabled(
                own,
                Intended {
                    offer: outcome,
                    ..intended
                },
            );
        } else {
            assert_eq!(intended, Intended::plain(outcome), "round {round}");
            sent.push(outcome);
            micro.tabled(own, intended);
        }
    }
    assert!(
        repeated > 20 && sent.len() > 5,
        "{repeated}, {}",
        sent.len()
    );
}
