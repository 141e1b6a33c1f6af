//! Laws of pressure and time on random small cases.

use std::collections::BTreeSet;

use winset_gen::rng::Rng;
use winset_model::answer::Answer;
use winset_model::case::{Case, Lever};
use winset_model::derived::{Levered, after_levers, file};
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_model::trends::{TrendDirection, Trends};
use winset_solve::{
    Budget, JointPressure, Pressure, crossing_dates, joint_pressure, levers, overlap, pressure,
};

use crate::pressure::{asked, pressed, read};

fn is_open(case: &Case, asked: &Positions) -> bool {
    match overlap(case, asked, &Budget::unlimited()) {
        Answer::Found(_) => true,
        Answer::Impossible(_) => false,
        Answer::Stopped { reason, .. } => panic!("{reason:?}"),
    }
}

/// The questions of a seed: at declared or random positions, and closed by values alone.
fn questions(seed: u64) -> Vec<(Case, Positions)> {
    let case = read(seed);
    let mut questions = vec![(case.clone(), asked(&case, seed))];
    questions.extend(pressed(&case, &mut Rng::new(seed)));
    questions
}

#[test]
fn a_least_way_opens_and_nothing_of_it_can_be_spared() {
    let (mut lowered, mut spared) = (0, 0);
    for (case, asked) in (0..300).flat_map(questions) {
        let found = joint_pressure(&case, &asked, None, &Budget::unlimited());
        let JointPressure::Complete(found) = found else {
            panic!("{found:?}")
        };
        for way in found.least() {
            let mut after = asked.clone();
            after.floors = way.floors().to_vec();
            assert!(is_open(&case, &after));
            for p in 0..asked.floors.len() {
                let Some(floor) = way.floors()[p] else {
                    continue;
                };
                // Lower floors never close.
                let lower = after.clone().with_floor(PartyId::at(p), Some(floor - 1));
                assert!(is_open(&case, &lower));
                lowered += 1;
                if Some(floor) < asked.floors[p] {
                    let higher = after.clone().with_floor(PartyId::at(p), Some(floor + 1));
                    assert!(!is_open(&case, &higher));
                    spared += 1;
                }
            }
        }
    }
    assert!(lowered > 300 && spared > 100, "{lowered} and {spared}");
}

/// The way that lowers one party's floor alone is its gap.
#[test]
fn pressure_on_one_party_is_a_way_of_its_own() {
    let mut alone = 0;
    for (case, asked) in (0..300).flat_map(questions) {
        let found = joint_pressure(&case, &asked, None, &Budget::unlimited());
        let JointPressure::Complete(found) = found else {
            panic!("{found:?}")
        };
        for (p, gap) in pressure(&case, &asked, &Budget::unlimited())
            .iter()
            .enumerate()
        {
            let party = PartyId::at(p);
            let only = found.least().iter().find(|way| {
                let others = |q: &usize| *q == p || way.floors()[*q] == asked.floors[*q];
                (0..asked.floors.len()).all(|q| others(&q))
            });
            match gap {
                Pressure::OpensAt(best) => {
                    let reached = asked.floors[p].map(|f| f.min(best.value()));
                    assert_eq!(only.map(|way| way.floors()[p]), Some(reached));
                    alone += 1;
                }
                Pressure::Never(_) => assert!(only.is_none()),
                Pressure::NoFloor => {
                    let scored = case.parties[p].sheet.open().scores.is_some();
                    assert!(asked.floors[party.index()].is_none() || !scored);
                }
                Pressure::Stopped(reason) => panic!("{reason:?}"),
            }
        }
    }
    assert!(alone > 100, "{alone}");
}

#[test]
fn a_lever_pulled_back_restores_the_base() {
    let mut pulled = 0;
    for (mut case, asked) in (0..400).flat_map(questions) {
        for l in 0..case.levers.len() {
            let lever = &case.levers[l];
            let back = Lever {
                id: format!("back-{l}"),
                no_deal_delta: -lever.no_deal_delta,
                ..lever.clone()
            };
            case.levers.push(back);
            let both = BTreeSet::from([l, case.levers.len() - 1]);
            assert_eq!(after_levers(&case, &asked, &both).as_ref(), Some(&asked));
            pulled += 1;
        }
    }
    assert!(pulled > 100, "{pulled}");
}

/// A set of levers opens; without any one of its levers it does not.
#[test]
fn a_set_of_levers_opens_and_no_part_of_it_does() {
    let mut sets = 0;
    for (case, asked) in (0..600).flat_map(questions) {
        for set in levers(&case, &asked, None, &Budget::unlimited()).sets {
            let after = after_levers(&case, &asked, &set.levers).unwrap();
            assert!(is_open(&case, &after));
            for lever in &set.levers {
                let mut fewer = set.levers.clone();
                fewer.remove(lever);
                let after = after_levers(&case, &asked, &fewer).unwrap();
                assert!(!is_open(&case, &after));
                sets += 1;
            }
        }
    }
    assert!(sets > 50, "{sets}");
}

/// A case restated for its levers is what its canonical file says.
#[test]
fn a_levered_case_is_what_its_file_says() {
    let mut raised = 0;
    for (case, asked) in (0..400).flat_map(questions) {
        let levered = Levered::new(&case, &asked).unwrap().case;
        let text = file(&levered).canonical_json();
        let Ok(reading) = winset_model::read_case(text.as_bytes(), Syntax::Json) else {
            // Scores near the largest that files may state.
            continue;
        };
        assert_eq!(reading.case.hash, levered.hash);
        for (p, party) in levered.parties.iter().enumerate() {
            let read = &reading.case.parties[p];
            assert_eq!(read.sheet.open(), party.sheet.open(), "{text}");
        }
        let finer = |p: usize| {
            let of = |case: &Case| case.parties[p].sheet.open().scale;
            of(&levered) > of(&case)
        };
        raised += u32::from((0..case.parties.len()).any(finer));
    }
    assert!(raised > 20, "{raised}");
}

/// By its trend a floor moves one way only, alone as with the others.
#[test]
fn floors_move_one_way_and_from_where_they_are() {
    for (case, asked) in (0..300).flat_map(questions) {
        let trends = Trends::new(&case, &asked);
        assert_eq!(trends.on(&asked, 0), asked);
        assert_eq!(
            trends.is_still(),
            crossing_dates(&case, &asked, 0, &Budget::unlimited()).is_none()
        );
        for p in 0..case.parties.len() {
            let party = PartyId::at(p);
            let mut before = asked.floors[p];
            for day in (0..2_000).step_by(50) {
                let floor = trends.on(&asked, day).floors[p];
                match trends.direction(party) {
                    TrendDirection::Falls => assert!(floor <= before),
                    TrendDirection::Stays => assert_eq!(floor, before),
                    TrendDirection::Rises => assert!(floor >= before),
                }
                assert_eq!(trends.only(party).on(&asked, day).floors[p], floor);
                before = floor;
            }
        }
    }
}
