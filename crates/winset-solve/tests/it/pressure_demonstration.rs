//! Pressure and time on the demonstration case: against its `expected` block, and against all
//! packages that its opened demands leave.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use winset_check::Acceptable;
use winset_model::case::Case;
use winset_model::options::{Package, PartyId, PointId};
use winset_model::positions::Positions;
use winset_solve::{
    Budget, CrossingDate, DAYS_MAX, JointPressure, PressureSteps, StepLimits, crossing_dates,
    joint_pressure, levers, listing, steps, unchanged,
};

use crate::demonstration::{case, expected, opened, pairs, text, texts};

fn steps_of(
    case: &Case,
    positions: &Positions,
    party: PartyId,
    limits: StepLimits,
) -> PressureSteps {
    let found = steps(case, positions, party, limits, &Budget::unlimited());
    found.unwrap().unwrap()
}

fn packages_at(steps: &PressureSteps, value: i64) -> String {
    let step = steps.count.steps.iter().find(|s| value <= s.up_to);
    step.map_or("0".to_owned(), |s| s.packages.to_string())
}

fn listed(case: &Case, positions: &Positions) -> Vec<Acceptable> {
    let found = listing(case, positions, usize::MAX, &Budget::unlimited());
    assert_eq!(found.stopped, None);
    found.packages
}

#[test]
fn step_functions_give_the_sensitivity_stated() {
    let case = case();
    let positions = opened(&case);
    for (key, party) in [("orvane_no_deal", "orvane"), ("lethia_no_deal", "lethia")] {
        let party = case.party_named(party).unwrap();
        let whole = steps_of(&case, &positions, party, StepLimits::default());
        assert!(whole.count.ends && whole.count.above.is_none());
        let rows = pairs(expected(&case, &["sensitivity", key]));
        assert!(rows.len() >= 8);
        for (floor, packages) in rows {
            let said = packages_at(&whole, floor.parse().unwrap());
            assert_eq!(said, packages, "{key} {floor}");
        }
        // Each end is one: listed there, and one above.
        for pair in whole.count.steps.windows(2) {
            for (floor, step) in [(pair[0].up_to, &pair[0]), (pair[0].up_to + 1, &pair[1])] {
                let moved = positions.clone().with_floor(party, Some(floor));
                let right = listed(&case, &moved).len();
                assert_eq!(step.packages, right.into(), "{key} {floor}");
            }
        }
        let last = whole.count.steps.last().unwrap().up_to;
        let beyond = positions.clone().with_floor(party, Some(last + 1));
        assert_eq!(listed(&case, &beyond).len(), 0);
    }
}

#[test]
fn steps_found_one_by_one_are_those_of_the_whole() {
    let case = case();
    let positions = opened(&case);
    for (party, packages_max) in (0..4).map(PartyId::at).flat_map(|p| [(p, 100), (p, 1_000)]) {
        let few = StepLimits {
            packages_max,
            steps_max: 3,
        };
        let whole = steps_of(&case, &positions, party, StepLimits::default()).count;
        let part = steps_of(&case, &positions, party, few).count;
        let free = positions.clone().with_floor(party, None);
        if listed(&case, &free).len() <= packages_max {
            assert_eq!(part, whole);
            continue;
        }
        let present = positions.floors[party.index()].unwrap();
        let here = whole.steps.iter().position(|s| present <= s.up_to).unwrap();
        // With all packages above the present value, all steps above it.
        let end = if listed(&case, &positions).len() <= packages_max {
            whole.steps.len()
        } else {
            (here + 4).min(whole.steps.len())
        };
        let right = &whole.steps[here.saturating_sub(3)..end];
        assert_eq!(part.steps, right);
        let around = unchanged(&case, &positions, party, &Budget::unlimited());
        let around = around.unwrap().unwrap();
        assert_eq!(around.up_to, Some(whole.steps[here].up_to));
        let below = here.checked_sub(1).map(|before| whole.steps[before].up_to);
        assert_eq!(around.above, below);
    }
}

#[test]
fn the_nash_package_stated_is_that_of_the_present_values() {
    let case = case();
    let positions = opened(&case);
    let path = ["overlap_after_opening", "solutions", "nash_four", "package"];
    let options = texts(expected(&case, &path));
    let options = options.iter().enumerate();
    let options = options.map(|(p, id)| case.option_named(PointId::at(p), id).unwrap());
    let stated = Package(options.collect());
    for party in (0..4).map(PartyId::at) {
        let found = steps_of(&case, &positions, party, StepLimits::default());
        let present = BigInt::from(positions.floors[party.index()].unwrap());
        let nash = found.nash.unwrap();
        let step = nash
            .steps
            .iter()
            .find(|s| *s.up_to.numer() > &present * s.up_to.denom());
        assert_eq!(step.unwrap().packages, std::slice::from_ref(&stated));
    }
}

#[test]
fn at_declared_positions_nothing_but_demands_can_open_it() {
    let case = case();
    let declared = Positions::declared(&case);
    let budget = Budget::unlimited();
    let found = levers(&case, &declared, None, &budget);
    assert!(found.sets.is_empty() && found.rest.is_some() && found.stopped.is_none());
    let JointPressure::Complete(joint) = joint_pressure(&case, &declared, None, &budget) else {
        panic!("not complete")
    };
    assert!(joint.least().is_empty());
    let found = crossing_dates(&case, &declared, DAYS_MAX, &budget).unwrap();
    assert!(matches!(found.together, CrossingDate::NeverOpens(_)));
    assert_eq!(found.alone.len(), 4);
    for alone in &found.alone {
        assert!(matches!(alone, Some(CrossingDate::NeverOpens(_))));
    }
}

#[test]
fn opened_it_stays_open_for_ever() {
    let case = case();
    let found = crossing_dates(&case, &opened(&case), DAYS_MAX, &Budget::unlimited()).unwrap();
    assert!(matches!(found.together, CrossingDate::NeverCloses(_)));
}

/// The opened case with values so high that there is no overlap, and every package inside its
/// demands: as many as its author counted.
fn raised(case: &Case) -> (Positions, Vec<Vec<i64>>) {
    let mut positions = opened(case);
    let every = listed(case, &positions.clone().without_floors());
    let block = ["overlap_after_opening", "packages_before_no_deal_floors"];
    assert_eq!(every.len().to_string(), text(expected(case, &block)));
    for (party, value) in [
        ("orvane", 612),
        ("lethia", 676),
        ("meridia", 700),
        ("compact", 760),
    ] {
        positions.floors[case.party_named(party).unwrap().index()] = Some(value);
    }
    let scores = |x: &Acceptable| x.scores().iter().map(|s| s.unwrap()).collect();
    (positions, every.iter().map(scores).collect())
}

fn reached(scores: &[Vec<i64>], floors: &[i64]) -> bool {
    let reaches = |s: &Vec<i64>| s.iter().zip(floors).all(|(s, f)| s >= f);
    scores.iter().any(reaches)
}

#[test]
fn all_the_least_reductions_are_those_of_enumeration() {
    let case = case();
    let (positions, scores) = raised(&case);
    let floors: Vec<i64> = positions.floors.iter().map(|f| f.unwrap()).collect();
    assert!(!reached(&scores, &floors));
    let kept =
        |s: &Vec<i64>| -> Vec<i64> { s.iter().zip(&floors).map(|(s, f)| *s.min(f)).collect() };
    let kept: BTreeSet<Vec<i64>> = scores.iter().map(kept).collect();
    let at_least = |a: &[i64], b: &[i64]| a.iter().zip(b).all(|(a, b)| a >= b);
    let least = |one: &&Vec<i64>| !kept.iter().any(|o| o != *one && at_least(o, one));
    // The least reductions of the first party come first: the highest floors.
    let mut right: Vec<Vec<i64>> = kept.iter().filter(least).cloned().collect();
    right.reverse();
    let found = joint_pressure(&case, &positions, None, &Budget::unlimited());
    let JointPressure::Complete(joint) = found else {
        panic!("{found:?}")
    };
    let floors_of = |f: &[Option<i64>]| f.iter().map(|f| f.unwrap()).collect();
    let said: Vec<Vec<i64>> = joint
        .least()
        .iter()
        .map(|w| floors_of(w.floors()))
        .collect();
    assert_eq!(said, right);
    assert!(said.len() > 10, "{said:?}");
}

#[test]
fn the_sets_of_levers_are_those_of_enumeration() {
    let case = case();
    let (positions, scores) = raised(&case);
    let count = case.levers.len();
    assert_eq!(count, 6);
    let mut right: Vec<(u64, usize, BTreeSet<usize>, u64)> = Vec::new();
    let mut opening: Vec<BTreeSet<usize>> = Vec::new();
    let mut every: Vec<BTreeSet<usize>> = (0..1_usize << count)
        .map(|bits| (0..count).filter(|l| bits >> l & 1 == 1).collect())
        .collect();
    every.sort_by_key(BTreeSet::len);
    for set in every {
        let mut floors: Vec<i64> = positions.floors.iter().map(|f| f.unwrap()).collect();
        for lever in set.iter().map(|l| &case.levers[*l]) {
            let delta = i64::try_from(lever.no_deal_delta.to_integer()).unwrap();
            floors[lever.target.index()] += delta;
        }
        if reached(&scores, &floors) && !opening.iter().any(|less| less.is_subset(&set)) {
            opening.push(set.clone());
            let pulled = set.iter().map(|l| &case.levers[*l]);
            let cost = pulled.clone().map(|l| l.cost_to_puller).sum();
            let delay = pulled.map(|l| l.delay_days).max().unwrap();
            right.push((cost, set.len(), set, delay));
        }
    }
    right.sort();
    let found = levers(&case, &positions, None, &Budget::unlimited());
    let said: Vec<_> = found
        .sets
        .iter()
        .map(|s| (s.cost(), s.levers.len(), s.levers.clone(), s.delay_days))
        .collect();
    assert_eq!(said, right);
    assert!(said.len() > 1 && found.rest.is_some(), "{said:?}");
}

#[test]
fn the_day_on_which_trends_open_it_is_that_of_enumeration() {
    let case = case();
    let (positions, scores) = raised(&case);
    let found = crossing_dates(&case, &positions, DAYS_MAX, &Budget::unlimited()).unwrap();
    let on_day = |day: i64, moves: &dyn Fn(usize) -> bool| -> Vec<i64> {
        let floors = positions.floors.iter().enumerate();
        let floor = floors.map(|(p, floor)| {
            let trend = case.parties[p].sheet.open().trend_per_month.unwrap();
            let trend = i64::try_from(trend.to_integer()).unwrap();
            let moved = if moves(p) { trend * day * 1_600 } else { 0 };
            // The ceiling of a quotient.
            floor.unwrap() - (-moved).div_euclid(48_699)
        });
        floor.collect()
    };
    let first = |moves: &dyn Fn(usize) -> bool| {
        (0..i64::from(DAYS_MAX)).find(|day| reached(&scores, &on_day(*day, moves)))
    };
    let day_of = |turn: &CrossingDate| match turn {
        CrossingDate::Opens { day, before, .. } => {
            assert_eq!(before.last() + 1, *day);
            Some(i64::from(*day))
        }
        CrossingDate::NeverOpens(_) => None,
        other => panic!("{other:?}"),
    };
    let together = first(&|_| true);
    assert_eq!(day_of(&found.together), together);
    assert!(together.is_some_and(|day| day > 30), "{together:?}");
    for (p, alone) in found.alone.iter().enumerate() {
        let alone = alone.as_ref().unwrap();
        assert_eq!(day_of(alone), first(&|q| q == p), "party number {p}");
    }
}
