//! Certificates of frontiers that say something else are refused.

use winset_check::{NOWHERE, Rejection, StageFault, Stages, census, staged_frontier};
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::{OptionId, PartyId, PointId};
use winset_model::positions::Positions;

use super::sums::{Limits, sums};
use crate::budget::Budget;

/// A random small question with the certificate of its frontier, in which no kept one is above another.
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
    let found = sums(&case, &asked, &axes, Limits::pruned(), &Budget::unlimited()).unwrap();
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
        for elimination in 0..right.stages.len() {
            let live: Vec<usize> = (0..right.stages[elimination].above.len())
                .filter(|place| right.stages[elimination].above[*place] != NOWHERE)
                .collect();
            if live.is_empty() {
                continue;
            }
            let place = live[rng.below(live.len())];
            let mut forged = right.clone();
            forged.stages[elimination].above[place] = NOWHERE;
            let refused = staged_frontier(&case, &asked, &axes, &forged);
            assert_eq!(
                refused.unwrap_err(),
                Rejection::Stages(StageFault::Place),
                "seed {seed}"
            );
            nowhere += 1;
            // A kept one names itself; no other gives as much, whatever terms can still add.
            let kept = right.stages[elimination].kept.len();
            let own = right.stages[elimination].above[place] as usize;
            let (from, option) = right.stages[elimination].kept[own];
            let options = right.stages[elimination].above.len() / previous(&right, elimination);
            if kept > 1 && from as usize * options + option.index() == place {
                let mut forged = right.clone();
                forged.stages[elimination].above[place] = u32::try_from((own + 1) % kept).unwrap();
                let refused = staged_frontier(&case, &asked, &axes, &forged);
                let fault = Rejection::Stages(StageFault::NotBelow);
                assert_eq!(refused.unwrap_err(), fault, "seed {seed}");
                not_below += 1;
            }
        }
    }
    assert!(nowhere > 500 && not_below > 100, "{nowhere} {not_below}");
}

/// How many were kept before a stage.
fn previous(stages: &Stages, elimination: usize) -> usize {
    elimination
        .checked_sub(1)
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

/// Partial packages are left out under others in another state, and every point stays.
#[test]
fn leaving_out_across_states_loses_no_point() {
    let mut pruned = 0;
    for seed in 0..600 {
        let Some((case, asked, axes, found)) = question(seed) else {
            continue;
        };
        let budget = Budget::unlimited();
        let plain = sums(&case, &asked, &axes, Limits::of(usize::MAX), &budget).unwrap();
        let points = |stages: &Stages| -> Vec<Vec<i64>> {
            let claim = staged_frontier(&case, &asked, &axes, stages).unwrap();
            claim.points().iter().map(|p| p.scores().to_vec()).collect()
        };
        assert_eq!(points(&found), points(&plain.stages), "seed {seed}");
        let kept = |stages: &Stages| stages.stages.iter().map(|s| s.kept.len()).sum::<usize>();
        pruned += usize::from(kept(&found) < kept(&plain.stages));
    }
    assert!(pruned > 50, "{pruned}");
}

/// A partial package with 1 stands for one with 0 that a term can still raise: only if that is by no more.
#[test]
fn what_terms_can_still_add_counts() {
    for (score, harm, right) in [(1, 0, true), (2, 0, false), (5, 0, false), (1, -1, false)] {
        let case = format!(
            "{{format: winset-case/1, id: c, title: C, parties: [{{id: a, name: A}}], points: [
              {{id: p, title: P, options: [{{id: x, label: X}}, {{id: y, label: Y}}]}},
              {{id: q, title: Q, options: [{{id: v, label: V}}, {{id: w, label: W}}]}}],
              preferences: {{a: {{p: {{values: [1, 0]}}, q: {{values: [0, 0]}}, bonuses: [
                {{when: {{p: [y], q: [w]}}, score: {score}}},
                {{when: {{p: [x], q: [w]}}, score: {harm}}}]}}}}}}"
        );
        let case = winset_model::read_case(case.as_bytes(), Syntax::Yaml);
        let case = case.unwrap().case;
        let stage = |kept: &[(u32, u16)], above: &[u32]| winset_check::Stage {
            kept: kept.iter().map(|(f, o)| (*f, OptionId(*o))).collect(),
            above: above.to_vec(),
        };
        // Only x goes on; of x with v and with w the better one is kept.
        let best = u16::from(harm > 0);
        let stages = Stages {
            order: vec![PointId(0), PointId(1)],
            stages: vec![stage(&[(0, 0)], &[0, 0]), stage(&[(0, best)], &[0, 0])],
            points: vec![0],
            under: vec![0],
        };
        let said = staged_frontier(&case, &Positions::declared(&case), &[PartyId(0)], &stages);
        match said {
            Ok(claim) => assert!(right && claim.points().len() == 1, "{score} {harm}"),
            Err(fault) => {
                assert!(!right, "{score} {harm}: {fault:?}");
                assert_eq!(fault, Rejection::Stages(StageFault::NotBelow));
            }
        }
    }
}
