//! Numbers of negotiations, and that each is held the same wherever it is.

use std::collections::BTreeSet;

use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::read_case;

use super::*;
use crate::session::{Clock, NoDealScore};

pub(super) fn spec(strategies: &[&str], self_play: bool, rotate: bool) -> TournamentSpec {
    TournamentSpec {
        seed: 7,
        strategies: strategies.iter().map(|name| (*name).to_owned()).collect(),
        repetitions: 2,
        rounds: vec![5, 20],
        clock: Clock::Negmas,
        self_play,
        rotate,
        no_deal: NoDealScore::Value,
    }
}

/// A case of so many parties, who want different ends of three points.
pub(super) fn case(parties: usize) -> Case {
    let ids: Vec<String> = (0..parties).map(|party| format!("a{party}")).collect();
    let named = ids
        .iter()
        .map(|id| serde_json::json!({"id": id, "name": id, "no_deal": 3}));
    let points = (0..3).map(|point| {
        let options = ["x", "y", "z"].map(|id| serde_json::json!({"id": id, "label": id}));
        serde_json::json!({"id": format!("p{point}"), "title": "P", "options": options})
    });
    let worth = |party: usize| -> serde_json::Value {
        let of = |point: usize| {
            let scores = if (party + point).is_multiple_of(2) {
                [0, 2, 3]
            } else {
                [4, 1, 0]
            };
            (
                format!("p{point}"),
                serde_json::json!({"weight": party + point + 1, "scores": scores}),
            )
        };
        (0..3).map(of).collect()
    };
    let preferences: serde_json::Value = ids
        .iter()
        .enumerate()
        .map(|(party, id)| (id.clone(), worth(party)))
        .collect();
    let file = serde_json::json!({
        "format": "winset-case/1", "id": "t", "title": "T",
        "parties": named.collect::<Vec<_>>(), "points": points.collect::<Vec<_>>(),
        "preferences": preferences,
    });
    read_case(file.to_string().as_bytes(), Syntax::Json)
        .unwrap()
        .case
}

pub(super) fn cases() -> Vec<(String, Case)> {
    vec![("two".to_owned(), case(2)), ("three".to_owned(), case(3))]
}

#[test]
fn every_negotiation_has_one_number() {
    for (self_play, rotate, of_two, of_three) in [
        (true, true, 9 * 2, 27 * 3),
        (true, false, 9, 27),
        (false, true, 6 * 2, 6 * 3),
        (false, false, 6, 6),
    ] {
        let spec = spec(&["boulware", "conceder", "micro"], self_play, rotate);
        let tournament = Tournament::new(spec, &cases()).unwrap();
        // Two repetitions, two lengths.
        assert_eq!(tournament.count(), 4 * (of_two + of_three));
        let mut seen = BTreeSet::new();
        for number in 0..tournament.count() {
            let n = tournament.negotiation(number);
            assert_eq!(n.number, number);
            assert_eq!(n.strategies.len(), 2 + n.scenario);
            let different: BTreeSet<usize> = n.strategies.iter().copied().collect();
            assert!(self_play || different.len() == n.strategies.len());
            let sides: BTreeSet<usize> = n.sides.iter().copied().collect();
            assert_eq!(sides.len(), n.sides.len());
            assert!(seen.insert((n.scenario, n.strategies, n.sides, n.rounds, n.repetition)));
        }
    }
}

#[test]
fn what_is_held_depends_on_its_number_alone() {
    let one = Tournament::new(spec(&["micro", "random"], true, true), &cases()).unwrap();
    let other = Tournament::new(spec(&["micro", "random"], true, true), &cases()).unwrap();
    let forwards: Vec<NegotiationRow> = (0..one.count()).map(|n| one.hold(n)).collect();
    let mut backwards: Vec<NegotiationRow> =
        (0..one.count()).rev().map(|n| other.hold(n)).collect();
    backwards.reverse();
    assert_eq!(forwards, backwards);
    // Repetitions draw differently.
    assert!(forwards.iter().any(|row| row.negotiation.repetition == 1
        && row.utilities
            != forwards[usize::try_from(row.negotiation.number - 1).unwrap()].utilities));
}

#[test]
fn a_side_is_scored_on_its_own_scale() {
    let tournament =
        Tournament::new(spec(&["boulware", "hardliner"], true, true), &cases()).unwrap();
    let none = vec![Err(NoLandmarks::NoDiameter); tournament.scenarios().len()];
    let mut sums = TournamentSums::new(&tournament, &none);
    let mut table = DetailsTable::new(&tournament);
    let mut lines = details_head();
    for number in 0..tournament.count() {
        let row = tournament.hold(number);
        let distances = sums.add(&row);
        table.line(&mut lines, &row, distances);
        // Every cell holds what its column holds, and is written as a field.
        assert_eq!(table.cells().count(), DETAILS_COLUMNS.len());
        for (cell, (name, kind)) in table.cells().zip(DETAILS_COLUMNS) {
            assert!(cell.kind().is_none_or(|found| found == kind), "{name}");
            assert_eq!(
                cell.real().is_some(),
                cell.kind() == Some(DetailsKind::Real),
                "{name}"
            );
        }
        if row.negotiation.strategies.iter().all(|s| *s == 1) {
            assert!(row.end.agreed.is_err());
            assert!(
                row.utilities.iter().all(|u| (u - 3.0).abs() < 1e-12),
                "{row:?}"
            );
        }
    }
    sums.end();
    let figures = TournamentFigures::of(&tournament, sums);
    assert_eq!(figures.negotiations, tournament.count());
    let seats: u64 = figures.strategies.iter().map(|s| s.seats).sum();
    assert_eq!(seats, 4 * (8 * 2 + 24 * 3));
    // Commas within quotes part nothing.
    let fields = |line: &str| -> usize {
        line.split('"')
            .step_by(2)
            .map(|part| part.matches(',').count())
            .sum()
    };
    let head = fields(&details_head());
    assert!(lines.lines().all(|line| fields(line) == head));
}

#[test]
fn what_was_held_is_read_back() {
    let tournament = Tournament::new(spec(&["micro", "random"], true, true), &cases()).unwrap();
    for number in 0..tournament.count() {
        let row = tournament.hold(number);
        let mut line = String::new();
        held_line(&mut line, &row);
        let line = line.trim_end();
        assert_eq!(read_held(&tournament, number, line), Some(row));
        for damaged in [
            "",
            "x 1 2",
            "1 2",
            "99999 1 1",
            "1 1000 1",
            "deadline 1 1 1",
            "odd:0 1 1",
        ] {
            assert_eq!(read_held(&tournament, number, damaged), None, "{damaged}");
        }
    }
}

#[test]
fn what_cannot_be_held_is_refused_with_a_reason() {
    let refused = |spec: TournamentSpec, cases: &[(String, Case)]| {
        Tournament::new(spec, cases)
            .err()
            .map(|e| e.to_string())
            .unwrap_or_default()
    };
    assert!(refused(spec(&["boulwear"], true, true), &cases()).contains("boulware"));
    assert!(refused(spec(&[], true, true), &cases()).contains("at least one strategy"));
    assert!(refused(spec(&["micro"], false, true), &cases()).contains("self-play"));
    assert!(refused(spec(&["micro"], true, true), &[]).contains("scenario"));
}
