//! Courses of strategies of the leagues (anl-agents 0.2.0) and of `NegMAS` 0.16.0, offer by offer: each of ours
//! hears what its original heard, and must say what it said.

use serde_json::Value;
use winset_play::own::OwnSide;
use winset_play::session::{Action, Clock, Deadline, TalkMoment};
use winset_play::space::Outcome;
use winset_play::strategy::{BadIron, Strategy, Turn, UoAgent, named};

use crate::domain::{Profile, sides};

const COURSES: &str = include_str!("league_courses.json");

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

fn profile(party: &Value) -> Profile {
    let row = |row: &Value| {
        (
            1.0,
            list(row)
                .iter()
                .map(|worth| worth.as_f64().unwrap())
                .collect(),
        )
    };
    Profile {
        points: list(&party["rows"]).iter().map(row).collect(),
        no_deal: party["no_deal"].as_f64(),
    }
}

fn program(name: &str, other: &OwnSide) -> Box<dyn Strategy> {
    match name {
        "badiron" => Box::new(BadIron::default()),
        // Its original is told the scores of the other.
        "uoagent" => Box::new(UoAgent::knowing(other)),
        "micro" | "fast-micro" => named(name).unwrap().begin(other, timing(1), 3),
        name => named(&format!("negmas:{name}"))
            .unwrap()
            .begin(other, timing(1), 3),
    }
}

fn timing(rounds: u32) -> winset_play::session::Timing {
    winset_play::session::Timing {
        deadline: Deadline::rounds(rounds),
        clock: Clock::Negmas,
    }
}

/// How many offers of a seat were compared.
fn compare(run: &Value, sides: &[OwnSide], seat: u8) -> usize {
    let name = run["names"][usize::from(seat)].as_str().unwrap();
    let own = &sides[usize::from(seat)];
    let mut program = program(name, &sides[usize::from(1 - seat)]);
    let deadline = Deadline::rounds(number(&run["rounds"]));
    let label = format!("{} {} at {seat}", run["names"], run["rounds"]);
    let moment = |round| TalkMoment {
        round,
        time: Clock::Negmas.time(&deadline, round, 0),
        at_ms: 0,
    };
    let (mut tabled, mut said, mut compared) = (None, Vec::new(), 0);
    let rows = list(&run["course"]);
    for (at, row) in rows.iter().enumerate() {
        // What is agreed stands in the round of the acceptance: for the second seat one too late.
        let is_agreed = at + 1 == rows.len() && !run["agreed"].is_null();
        let late = u32::from(is_agreed && row[1] == 1);
        let moment = moment(number(&row[0]) - late);
        let Some(outcome) = row[2].as_u64().map(Outcome) else {
            continue;
        };
        if number(&row[1]) != u32::from(seat) {
            program.heard(own, outcome, moment);
            tabled = Some(outcome);
            continue;
        }
        let turn = Turn {
            own,
            moment,
            deadline,
            tabled,
        };
        let action = program.act(&turn);
        let Action::Offer(ours) = action else {
            unreachable!("{label} {moment:?}: {action:?}")
        };
        let repeats = |offer| said.contains(&offer);
        if name == "fast-micro" && (repeats(outcome) || repeats(ours)) {
            // From here on it draws: also what it comes to next.
            return compared;
        }
        // What MiCRO repeats is drawn; what is new, and when, is not.
        let both_repeat = name == "micro" && repeats(outcome) && repeats(ours);
        if !both_repeat {
            assert_eq!(ours, outcome, "{label} {moment:?}");
            compared += 1;
        }
        said.push(outcome);
    }
    let last = rows.last().unwrap();
    if !run["agreed"].is_null() && number(&last[1]) != u32::from(seat) {
        let turn = Turn {
            own,
            moment: moment(number(&run["step"]) - 1),
            deadline,
            tabled,
        };
        assert_eq!(program.act(&turn), Action::Accept, "{label}");
        assert_eq!(run["agreed"], last[2], "{label}");
    }
    compared
}

#[test]
fn strategies_of_the_leagues_say_what_their_originals_said() {
    let courses: Value = serde_json::from_str(COURSES).unwrap();
    let domains = list(&courses["domains"]);
    assert_eq!(domains.len(), 10);
    let mut compared = 0;
    for domain in domains {
        let parties = list(&domain["parties"]);
        let (_, sides) = sides(&[profile(&parties[0]), profile(&parties[1])]);
        for run in list(&domain["runs"]) {
            assert_eq!(run["error"], false);
            compared += compare(run, &sides, 0) + compare(run, &sides, 1);
        }
    }
    assert!(compared > 8_000, "{compared}");
}
