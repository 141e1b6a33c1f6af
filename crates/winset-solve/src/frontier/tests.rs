//! Certificates of frontiers that say something else are refused.

use winset_check::{NOWHERE, Rejection, StageFault, Stages, census, staged_frontier};
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::{OptionId, PartyId, PointId};
use winset_model::positions::Positions;

use super::sums::sums;
use crate::budget::Budget;

/// A random small question with the certificate of its frontier.
fn question(seed: u64) -> Option<(Case, Positions, Vec<PartyId>, Stages)> {
    let text = small(seed).to_string();
    let case = winset_model::read_case(text.as_bytes(), Syntax::Json)
        .unwrap()
        .case;
    let asked = positions(&case, &mut Rng::new(seed)).without_floors();
    let scored = |p: &PartyId| case.parties[p.index()].sheet.open().scores.is_some();
    let axes: Vec<PartyId> = (0..case.parties.len())
        .map(PartyId::at)
        .filter(scored)
        .collect();
    if axes.is_empty() {
        return None;
    }
    let found = sums(&case, &asked, &axes, usize::MAX, &Budget::unlimited()).unwrap();
    Some((case, asked, axes, found.stages))
}

#[test]
fn a_point_left_out_is_missed() {
    let mut missed = 0;
    for seed in 0..300 {
        let Some((case, asked, axes, right)) = question(seed) else {
            continue;
        };
        let points = right.points.len();
        assert_eq!(
            staged_frontier(&case, &asked, &axes, &right)
                .unwrap()
                .points()
                .len(),
            points
        );
        if points < 2 {
            continue;
        }
        let mut forged = right.clone();
        let out = u32::try_from(usize::try_from(seed).unwrap() % points).unwrap();
        forged.points.remove(out as usize);
        for under in &mut forged.under {
            // Whoever was below the one left out is said to be below another.
            *under = if *under == out {
                0
            } else {
                *under - u32::from(*under > out)
            };
        }
        let refused = staged_frontier(&case, &asked, &axes, &forged);
        assert_eq!(
            refused.unwrap_err(),
            Rejection::Stages(StageFault::NotBelow),
            "seed {seed}"
        );
        missed += 1;
    }
    assert!(missed > 60, "{missed}");
}

#[test]
fn a_partial_package_left_out_is_missed() {
    let (mut nowhere, mut not_below) = (0, 0);
    for seed in 0..300 {
        let Some((case, asked, axes, right)) = question(seed) else {
            continue;
        };
        let mut rng = Rng::new(seed);
        for turn in 0..right.stages.len() {
            let live: Vec<usize> = (0..right.stages[turn].above.len())
                .filter(|place| right.stages[turn].above[*place] != NOWHERE)
                .collect();
            if live.is_empty() {
                continue;
            }
            let place = live[rng.below(live.len())];
            let mut forged = right.clone();
            forged.stages[turn].above[place] = NOWHERE;
            let refused = staged_frontier(&case, &asked, &axes, &forged);
            assert_eq!(
                refused.unwrap_err(),
                Rejection::Stages(StageFault::Place),
                "seed {seed}"
            );
            nowhere += 1;
            // A kept one names itself; in the same state no other gives as much.
            let kept = right.stages[turn].kept.len();
            let own = right.stages[turn].above[place] as usize;
            let (from, option) = right.stages[turn].kept[own];
            let options = right.stages[turn].above.len() / previous(&right, turn);
            if kept > 1 && from as usize * options + option.index() == place {
                let mut forged = right.clone();
                forged.stages[turn].above[place] = u32::try_from((own + 1) % kept).unwrap();
                let refused = staged_frontier(&case, &asked, &axes, &forged);
                let fault = Rejection::Stages(StageFault::NotBelow);
                assert_eq!(refused.unwrap_err(), fault, "seed {seed}");
                not_below += 1;
            }
        }
    }
    assert!(nowhere > 500 && not_below > 100, "{nowhere} {not_below}");
}

/// How many were kept before a turn.
fn previous(stages: &Stages, turn: usize) -> usize {
    turn.checked_sub(1)
        .map_or(1, |before| stages.stages[before].kept.len())
}

#[test]
fn what_does_not_fit_is_refused() {
    let (case, asked, axes, right) = (0..100)
        .filter_map(question)
        .find(|(.., stages)| !stages.points.is_empty())
        .unwrap();
    let refused = |forged: &Stages| staged_frontier(&case, &asked, &axes, forged).unwrap_err();
    let mut forged = right.clone();
    forged.order[0] = PointId(u16::MAX);
    assert_eq!(refused(&forged), Rejection::Stages(StageFault::Order));
    let mut forged = right.clone();
    forged.stages.pop();
    assert_eq!(refused(&forged), Rejection::Stages(StageFault::Order));
    let mut forged = right.clone();
    forged.stages[0].above.pop();
    assert_eq!(refused(&forged), Rejection::Stages(StageFault::Width));
    let mut forged = right.clone();
    forged.stages[0].kept.push((7, OptionId(0)));
    assert_eq!(refused(&forged), Rejection::Stages(StageFault::Place));
    let mut forged = right.clone();
    forged.stages[0].kept.push((0, OptionId(u16::MAX)));
    assert_eq!(refused(&forged), Rejection::Stages(StageFault::Nowhere));
    let mut forged = right.clone();
    forged.points.push(NOWHERE);
    assert_eq!(refused(&forged), Rejection::Stages(StageFault::Place));
    let mut forged = right.clone();
    forged.under.push(0);
    assert_eq!(refused(&forged), Rejection::Stages(StageFault::Width));
    let mut forged = right;
    forged.points.push(forged.points[0]);
    assert_eq!(refused(&forged), Rejection::DominatedPoint);
    assert!(census(&case, &asked, 1_000_000).unwrap().count > 0);
}
