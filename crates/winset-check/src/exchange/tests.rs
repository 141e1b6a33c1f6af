//! Exchanges by hand: what a case says, which runs there are, and schedules that are refused.

use winset_model::case::Case;
use winset_model::document::Syntax;

use super::*;
use crate::integer::{BoundLeaf, BoundNode, BoundProof};

/// Two of Hill's people and one of Dale's, one flight a week for two.
fn bridge(clearing: &str) -> Case {
    let claim = |held_by: &str, of: &str, count: u64| {
        format!(
            "{{held_by: {held_by}, of: {of}, category: all, claimed_by_owner: {count}, \
             acknowledged_by_holder: {count}, confirmed_dead: 0, disputed: 0}}"
        )
    };
    let (one, other) = (claim("dale", "hill", 2), claim("hill", "dale", 1));
    let text = format!(
        "format: winset-case/1\nid: bridge\ntitle: Bridge\nas_of: 2031-03-03\n\
         parties: [{{id: hill, name: Hill}}, {{id: dale, name: Dale}}]\n\
         points: [{{id: when, title: When, options: [{{id: now, label: Now}}]}}]\n\
         prisoners:\n  claims: [{one}, {other}]\n  clearing: {clearing}\n"
    );
    let read = winset_model::read_case(text.as_bytes(), Syntax::Yaml);
    read.unwrap_or_else(|found| panic!("{found:?}")).case
}

const FLIGHT: &str =
    "{carriers: [{id: flight, persons_per_day: 2, days: [sat], not_on: [2031-03-15]}]}";

#[test]
fn runs_are_those_of_their_days() {
    let case = bridge(FLIGHT);
    let days = |missed: &[MissedRun]| -> Vec<String> {
        let facts = ExchangeFacts::of(&case, missed).unwrap();
        let runs = facts.phases[0].runs.clone().unwrap();
        runs.iter().map(|run| run.day.to_string()).collect()
    };
    // The 3rd is a Monday. Three could go one way: two runs do, and the 15th is left out.
    assert_eq!(days(&[]), ["2031-03-08", "2031-03-22"]);
    let missed = MissedRun {
        carrier: 0,
        day: winset_model::calendar::Day::read("2031-03-08").unwrap(),
    };
    assert_eq!(days(&[missed]), ["2031-03-22", "2031-03-29"]);
}

#[test]
fn third_states_take_part_in_each_way_that_they_could() {
    let case = bridge(
        "{third_party_cycle: {state: Ostra, holds_of_hill: 3, holds_of_dale: 1, \
         wants_from_hill: 2, wants_from_dale: 5}}",
    );
    let facts = ExchangeFacts::of(&case, &[]).unwrap();
    let ways = facts.third_states.iter();
    let ways: Vec<_> = ways
        .map(|w| (w.releases_of, w.wants_from, w.most))
        .collect();
    assert_eq!(ways, [(0, 1, 3), (0, 0, 2), (1, 0, 1), (1, 1, 1)]);
}

/// All three released, with weights on the rows of what is acknowledged as proofs of nothing more.
fn all_released(facts: &ExchangeFacts) -> Cleared {
    let statement = ExchangeStatement::of(facts);
    let mut values = vec![0; statement.program.variables.len()];
    values[statement.release(0, 0, 0)] = 2;
    values[statement.release(0, 0, 1)] = 1;
    // The lesser share: 2 of 2 times 1, and 1 of 1 times 2.
    let last = values.len() - 1;
    values[last] = 2;
    // Bounds of variables show all stages: nobody is released who is not acknowledged.
    let leaf = || {
        BoundProof(vec![BoundNode::Leaf(BoundLeaf {
            over: 1,
            weights: Vec::new(),
        })])
    };
    let proofs: Vec<BoundProof> = statement.stages.iter().map(|_| leaf()).collect();
    cleared(facts, values, &proofs).unwrap()
}

#[test]
fn schedules_carry_what_is_cleared_and_no_more_than_runs_can() {
    let facts = ExchangeFacts::of(&bridge(FLIGHT), &[]).unwrap();
    let cleared = all_released(&facts);
    let load = |run: usize, persons: [u64; 2]| RunLoad {
        phase: 0,
        run,
        persons: vec![persons],
    };
    let check = |loads: Vec<RunLoad>| scheduled(&facts, &cleared, loads).map(|_| ());
    assert_eq!(check(vec![load(0, [1, 1]), load(1, [1, 0])]), Ok(()));
    let overloaded = check(vec![load(0, [2, 1])]);
    assert_eq!(overloaded, Err(ScheduleRefusal::Overloaded));
    let short = check(vec![load(0, [1, 1])]);
    assert_eq!(short, Err(ScheduleRefusal::Sums));
    let other_side = check(vec![load(0, [0, 2]), load(1, [1, 0])]);
    assert_eq!(other_side, Err(ScheduleRefusal::Sums));
    let twice = check(vec![load(0, [1, 1]), load(0, [1, 0])]);
    assert_eq!(twice, Err(ScheduleRefusal::Order));
    let unknown = check(vec![load(7, [1, 1])]);
    assert_eq!(unknown, Err(ScheduleRefusal::Unknown));
}
