//! What each side takes at a turn, and what could be proposed, on a pie of ten slices: worked out by hand.

use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::read_case;
use winset_play::run::SeatTakes;
use winset_play::session::{Clock, Deadline, NoDealScore, Seat, Timing};
use winset_play::trace::TraceHead;
use winset_solve::Budget;

use super::{RehearsalPoint, RehearsalProposal, TalksAnswer, rehearsal, rehearsal_point};

/// North gets as many slices as the number of the option says, South the rest; `lines` are red lines.
fn pie(lines: &str) -> Case {
    let options = (0..=10).map(|n| format!("{{id: s{n}, label: S{n}}}"));
    let north = (0..=10)
        .map(|n| n.to_string())
        .collect::<Vec<_>>()
        .join(", ");
    let south = (0..=10).rev().map(|n| n.to_string());
    let file = format!(
        "format: winset-case/1
id: pie
title: Pie
parties: [{{id: north, name: North}}, {{id: south, name: South}}]
points:
  - {{id: slices, title: Slices, options: [{}]}}
{lines}
preferences:
  north: {{slices: {{scores: [{north}]}}}}
  south: {{slices: {{scores: [{}]}}}}
",
        options.collect::<Vec<_>>().join(", "),
        south.collect::<Vec<_>>().join(", "),
    );
    read_case(file.as_bytes(), Syntax::Yaml).unwrap().case
}

fn asked<T>(question: impl FnOnce(&Budget<'_>) -> T, stop: Option<StopReason>) -> T {
    question(&Budget {
        nodes_max: None,
        threads: 1,
        stop: &|| stop,
        refused: &|_| {},
    })
}

fn held(case: &Case, north: &str, south: &str, rounds: u32) -> TalksAnswer {
    let timing = Timing {
        deadline: Deadline {
            rounds: Some(rounds),
            duration_ms: None,
        },
        clock: Clock::Negmas,
    };
    let plays = [("north", north), ("south", south)];
    let head = TraceHead::among(case, plays, 0, timing, NoDealScore::Value);
    asked(|budget| rehearsal(case, head, budget), None).unwrap()
}

fn point(case: &Case, talks: &TalksAnswer, after: usize) -> RehearsalPoint {
    asked(|budget| rehearsal_point(case, talks, after, budget), None).unwrap()
}

/// What a seat takes, in slices of its own.
fn slices(
    case: &Case,
    talks: &TalksAnswer,
    point: &RehearsalPoint,
) -> Vec<Option<[Option<i64>; 2]>> {
    let parties = talks.parties(case).into_iter().flatten().zip(&point.takes);
    let of = parties.map(|(party, takes)| {
        let worth = |outcome| case.score(party, &talks.space.package(outcome));
        match *takes {
            SeatTakes::DownTo { takes, not } => Some([worth(takes), not.and_then(worth)]),
            _ => None,
        }
    });
    of.collect()
}

/// Slices of both in a proposal, whether it is the fairest, within the lines, and who takes it.
type Proposed = (Vec<Option<i64>>, bool, bool, Vec<bool>);

fn proposed(point: &RehearsalPoint) -> Option<Proposed> {
    match point.proposal.as_ref()? {
        RehearsalProposal::Package {
            package,
            is_fairest,
            within_lines,
            taken,
        } => Some((
            package.scores().to_vec(),
            *is_fairest,
            *within_lines,
            taken.clone(),
        )),
        _ => None,
    }
}

#[test]
fn each_side_takes_what_its_rule_says_and_the_fairest_of_that_is_proposed() {
    let case = pie("");
    let talks = held(
        &case,
        "offer=hardliner,accept=constant(c=3)",
        "offer=hardliner,accept=constant(c=4)",
        20,
    );
    // North opens with all of it, which leaves South nothing; so does South.
    for after in 0..4 {
        let point = point(&case, &talks, after);
        assert_eq!(point.turn, Some(Seat(u8::try_from(after % 2).unwrap())));
        let takes = slices(&case, &talks, &point);
        assert_eq!(takes, [Some([Some(3), Some(2)]), Some([Some(4), Some(3)])]);
        // North has from 3 to 6 slices: 5 times 5 is the most.
        let all = (vec![Some(5), Some(5)], true, true, vec![true, true]);
        assert_eq!(proposed(&point), Some(all));
    }
}

#[test]
fn a_proposal_keeps_red_lines_where_it_can() {
    let line = |least: u32| {
        let accept = (least..=10).map(|n| format!("s{n}"));
        let accept = accept.collect::<Vec<_>>().join(", ");
        pie(&format!(
            "lines: [{{id: most, owner: north, point: slices, ladder: [{{accept: [{accept}], cost: 0}}]}}]"
        ))
    };
    let rule = "offer=hardliner,accept=constant(c=4)";
    let case = line(6);
    let found = point(&case, &held(&case, rule, rule, 20), 2);
    let within = (vec![Some(6), Some(4)], true, true, vec![true, true]);
    assert_eq!(proposed(&found), Some(within));
    // With eight slices for North, South would have two: no package within the line, but one without it.
    let case = line(8);
    let found = point(&case, &held(&case, rule, rule, 20), 2);
    let without = (vec![Some(5), Some(5)], true, false, vec![true, true]);
    assert_eq!(proposed(&found), Some(without));
}

#[test]
fn where_demands_exclude_each_other_nothing_is_proposed_and_that_is_proven() {
    let case = pie("");
    let rule = "offer=hardliner,accept=constant(c=6)";
    let found = point(&case, &held(&case, rule, rule, 20), 1);
    assert!(matches!(found.proposal, Some(RehearsalProposal::None(_))));
    // Who takes nothing: six is more than a side that asks for eleven can get.
    let talks = held(&case, rule, "offer=hardliner,accept=constant(c=11)", 20);
    let found = point(&case, &talks, 1);
    assert_eq!(found.takes[1], SeatTakes::NotItsBest);
    assert!(matches!(found.proposal, Some(RehearsalProposal::NotAsked)));
    // Who takes anything.
    let talks = held(&case, rule, "offer=hardliner,accept=time(t=0)", 20);
    let found = point(&case, &talks, 0);
    let takes = slices(&case, &talks, &found);
    assert_eq!(takes, [Some([Some(6), Some(5)]), Some([Some(0), None])]);
}

#[test]
fn the_end_has_no_turn_and_the_last_turn_no_answer() {
    let case = pie("");
    let rule = "offer=hardliner,accept=constant(c=6)";
    let talks = held(&case, rule, rule, 3);
    assert_eq!(talks.course.len(), 6);
    let over = point(&case, &talks, 99);
    assert_eq!((over.after, over.turn), (6, None));
    assert!(over.takes.is_empty() && over.proposal.is_none());
    // In the last turn South may accept, but what it tables is not answered any more.
    let last = point(&case, &talks, 5);
    assert_eq!(last.turn, Some(Seat(1)));
    assert_eq!(last.takes[0], SeatTakes::NoTurn);
    assert!(matches!(last.takes[1], SeatTakes::DownTo { .. }));
}

#[test]
fn what_is_stopped_says_so() {
    let case = pie("");
    let rule = "offer=hardliner,accept=constant(c=4)";
    let talks = held(&case, rule, rule, 9);
    let late = Some(StopReason::TimeLimit);
    let found = asked(|budget| rehearsal_point(&case, &talks, 1, budget), late).unwrap();
    assert!(
        found
            .takes
            .iter()
            .all(|takes| matches!(takes, SeatTakes::Stopped(_)))
    );
    assert!(matches!(found.proposal, Some(RehearsalProposal::NotAsked)));
    let stopped = asked(|budget| rehearsal(&case, talks.head.clone(), budget), late).unwrap();
    assert!(stopped.end.is_none());
}
