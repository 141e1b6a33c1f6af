//! Points that stand for a frontier, against looking at every package.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use winset_check::{
    Acceptable, Corners, Listed, NOWHERE, Rejection, StageFault, Subset, SubsetPoint,
    bounded_subset, every_package,
};
use winset_gen::hard::{HardSize, hard};
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::at_most::{Question, at_least, frontier_at_most};
use super::selection::Selection;
use crate::budget::Budget;
use crate::frontier::coarse::Coarse;
use crate::frontier::found::FrontierFound;
use crate::frontier::pareto_improvement::ParetoImprovement;
use crate::frontier::sums::coarse;

/// A question, and what everything acceptable gives the axes.
struct Ground {
    case: Case,
    positions: Positions,
    axes: Vec<PartyId>,
    all: BTreeSet<Vec<i64>>,
}

impl Ground {
    fn new(case: Case, positions: Positions) -> Option<Self> {
        let scored = |p: &PartyId| case.parties[p.index()].sheet.open().scores.is_some();
        let parties = (0..case.parties.len()).map(PartyId::at);
        let axes: Vec<PartyId> = parties.filter(scored).collect();
        let packages = every_package(&case, &positions, PACKAGES_MAX as u64).unwrap();
        let scores = |package: &Acceptable| -> Vec<i64> {
            let score = |axis: &PartyId| package.scores()[axis.index()].unwrap();
            axes.iter().map(score).collect()
        };
        let all = packages.iter().map(scores).collect();
        (!axes.is_empty()).then_some(Self {
            case,
            positions,
            axes,
            all,
        })
    }

    /// A small case of every feature; every third question without floors, others at the declared
    /// positions or at random ones, in the eyes of all parties or of some.
    fn small(seed: u64) -> Option<Self> {
        let text = small(seed).to_string();
        let read = winset_model::read_case(text.as_bytes(), Syntax::Json);
        let case = read.unwrap().case;
        let mut rng = Rng::new(seed);
        let asked = match seed % 3 {
            0 => Positions::declared(&case).without_floors(),
            1 => Positions::declared(&case),
            _ => positions(&case, &mut rng),
        };
        let mut ground = Self::new(case, asked)?;
        if ground.axes.len() > 1 && rng.chance(1, 3) {
            let out = rng.below(ground.axes.len());
            ground.axes.remove(out);
            ground = Self {
                all: (ground.all.iter())
                    .map(|scores| {
                        let mut scores = scores.clone();
                        scores.remove(out);
                        scores
                    })
                    .collect(),
                ..ground
            };
        }
        Some(ground)
    }

    /// Five parties over five points, with links, lines and floors.
    fn five(seed: u64) -> Self {
        let size = HardSize {
            points: 5,
            options: 4,
            parties: 5,
            links: 3,
            lines: 2,
            grid: 1_000,
        };
        let text = hard(size, seed).to_string();
        let read = winset_model::read_case(text.as_bytes(), Syntax::Json);
        let case = read.unwrap().case;
        let mut asked = Positions::declared(&case);
        for party in 0..3 {
            let floor = i64::try_from(150 * (seed % 3)).unwrap();
            asked.floors[party] = (floor > 0).then_some(floor);
        }
        Self::new(case, asked).unwrap()
    }

    fn question<'a>(&'a self, at_most: usize, budget: &'a Budget<'a>) -> Question<'a> {
        Question {
            case: &self.case,
            positions: &self.positions,
            axes: &self.axes,
            at_most: NonZeroUsize::new(at_most),
            budget,
        }
    }

    fn corners(&self, count: usize) -> Result<Coarse, StopReason> {
        let budget = Budget::unlimited();
        coarse(&self.case, &self.positions, &self.axes, count, &budget)
    }

    /// Whether nothing acceptable exceeds every point by more than the gap, whether the points are
    /// acceptable, and whether those that are said to be are on the frontier.
    fn holds(&self, claim: &Subset) -> bool {
        let points: Vec<&[i64]> = claim.points().iter().map(|p| p.point().scores()).collect();
        let stands = |x: &Vec<i64>, p: &[i64]| {
            let mut axes = x.iter().zip(p.iter().zip(claim.gap()));
            axes.all(|(x, (p, gap))| *x <= p + gap)
        };
        let on_frontier = |p: &[i64]| !self.all.iter().any(|x| x != p && at_least(x, p));
        self.all.iter().all(|x| points.iter().any(|p| stands(x, p)))
            && points.iter().all(|p| self.all.contains(*p))
            && claim
                .points()
                .iter()
                .all(|p| !p.efficient() || on_frontier(p.point().scores()))
    }
}

fn every_ground() -> impl Iterator<Item = Ground> {
    let fives = (0..20).map(Ground::five);
    (0..500).filter_map(Ground::small).chain(fives)
}

#[test]
fn whatever_is_acceptable_is_within_the_gap_of_a_point() {
    let (mut gaps, mut closed, mut parts) = (0, 0, 0);
    for ground in every_ground() {
        for (corners, at_most) in [(1, 1), (2, 3), (8, 2), (40, 8), (5_000, 4)] {
            let Ok(found) = ground.corners(corners) else {
                continue;
            };
            let answers = [1, 2].map(|threads| {
                let budget = Budget {
                    threads,
                    ..Budget::unlimited()
                };
                ground.question(at_most, &budget).bounded(&found)
            });
            let [Selection::Part(one), Selection::Part(two)] = &answers else {
                // Too few corners for the states of the rules, or no example that is acceptable.
                continue;
            };
            assert!(one.claim == two.claim);
            let claim = &one.claim;
            assert!(ground.holds(claim));
            assert!(!claim.points().is_empty() && claim.points().len() <= at_most);
            assert!(claim.points().iter().all(SubsetPoint::efficient));
            assert_eq!((one.stopped, one.engine), (None, None));
            parts += 1;
            gaps += usize::from(!claim.complete());
            closed += usize::from(claim.complete());
        }
    }
    assert!(
        gaps > 150 && closed > 500 && parts > 700,
        "{gaps} {closed} {parts}"
    );
}

#[test]
fn points_of_a_whole_frontier_stand_for_it() {
    let budget = Budget::unlimited();
    let (mut parts, mut wholes) = (0, 0);
    for ground in every_ground() {
        for at_most in [1, 2, 5] {
            let (case, positions, axes) = (&ground.case, &ground.positions, &ground.axes);
            let asked = NonZeroUsize::new(at_most);
            match frontier_at_most(case, positions, axes, asked, &budget) {
                Selection::Part(part) => {
                    assert!(ground.holds(&part.claim) && !part.claim.complete());
                    assert!(part.claim.points().len() <= at_most);
                    assert!(part.claim.of() > Some(at_most) && part.engine.is_some());
                    assert_eq!(part.packages.len(), part.claim.points().len());
                    parts += 1;
                }
                Selection::Whole(FrontierFound::Complete { claim, .. }) => {
                    assert!(claim.points().len() <= at_most);
                    wholes += 1;
                }
                Selection::Whole(other) => panic!("{other:?}"),
            }
        }
    }
    assert!(parts > 150 && wholes > 300, "{parts} {wholes}");
}

/// A claim from corners, and what it was made of.
fn made(ground: &Ground, corners: usize) -> Option<(Corners, Vec<Listed>, Vec<usize>)> {
    let budget = Budget::unlimited();
    let question = ground.question(4, &budget);
    let found = ground.corners(corners).ok()?;
    let raise = ParetoImprovement::new(&ground.case, &ground.positions, &ground.axes);
    let examples = found
        .examples
        .iter()
        .map(|e| raise.accepted(e, &budget).unwrap());
    let examples: Vec<Acceptable> = examples.collect();
    let above = winset_check::corners(
        &ground.case,
        &ground.positions,
        &ground.axes,
        &found.corners,
    );
    let above = above.unwrap();
    let vectors: Vec<&[i64]> = above.iter().map(Vec::as_slice).collect();
    let listed = question.raised(&raise, &vectors, &examples).unwrap();
    (!listed.is_empty()).then(|| (found.corners, listed, vec![0; above.len()]))
}

#[test]
fn whatever_is_accepted_is_right() {
    let (mut accepted, mut refused) = (0, 0);
    for (seed, ground) in (0..).zip(every_ground()) {
        let Some((corners, listed, under)) = made(&ground, 6) else {
            continue;
        };
        let check = |corners: &Corners, listed: &[Listed], under: &[usize]| {
            let (case, positions, axes) = (&ground.case, &ground.positions, &ground.axes);
            bounded_subset(case, positions, axes, listed, (corners, under))
        };
        assert!(ground.holds(&check(&corners, &listed, &under).unwrap()));
        let mut rng = Rng::new(seed);
        for _ in 0..12 {
            let (mut corners, mut listed, mut under) =
                (corners.clone(), listed.clone(), under.clone());
            let stage = rng.below(corners.above.len());
            let names = corners.above[stage].len();
            match rng.below(6) {
                0 if names > 0 => corners.above[stage][rng.below(names)] = NOWHERE,
                1 | 2 if names > 0 => {
                    let name = corners.above[stage][rng.below(names)];
                    corners.above[stage][rng.below(names)] = name;
                }
                3 => {
                    let other = rng.below(corners.order.len());
                    corners.order.swap(stage, other);
                }
                4 => under
                    .iter_mut()
                    .for_each(|u| *u = rng.below(listed.len() + 1)),
                _ => {
                    let (one, other) = (rng.below(listed.len()), rng.below(listed.len()));
                    listed[one].proof = listed[other].proof.clone();
                }
            }
            match check(&corners, &listed, &under) {
                Ok(claim) => {
                    assert!(ground.holds(&claim), "seed {seed}");
                    accepted += 1;
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(accepted > 200 && refused > 200, "{accepted} {refused}");
}

#[test]
fn what_does_not_fit_is_refused() {
    let found = (0..).filter_map(Ground::small).filter(|g| g.all.len() > 9);
    let mut found = found.filter_map(|ground| Some((made(&ground, 6)?, ground)));
    let ((corners, listed, under), ground) = found.next().unwrap();
    let refused = |corners: &Corners, listed: &[Listed], under: &[usize]| {
        let (case, positions, axes) = (&ground.case, &ground.positions, &ground.axes);
        bounded_subset(case, positions, axes, listed, (corners, under)).unwrap_err()
    };
    let live = corners.above[0]
        .iter()
        .position(|name| *name != NOWHERE)
        .unwrap();
    let with = |change: &dyn Fn(&mut Corners)| {
        let mut forged = corners.clone();
        change(&mut forged);
        refused(&forged, &listed, &under)
    };
    let fault = |fault: StageFault| Rejection::Stages(fault);
    assert_eq!(
        with(&|c| c.above[0][live] = NOWHERE),
        fault(StageFault::Place)
    );
    assert_eq!(
        with(&|c| c.above[0][live] = 1 << 30),
        fault(StageFault::Place)
    );
    assert_eq!(with(&|c| c.above[0].truncate(1)), fault(StageFault::Width));
    assert_eq!(with(&|c| c.above.truncate(1)), fault(StageFault::Order));
    assert_eq!(with(&|c| c.order[0] = c.order[1]), fault(StageFault::Order));
    assert_eq!(refused(&corners, &listed, &under[1..]), Rejection::Subset);
    assert_eq!(refused(&corners, &[], &under), Rejection::Subset);
    let twice = [&listed[..], &listed[..1]].concat();
    assert_eq!(refused(&corners, &twice, &under), Rejection::DominatedPoint);
    let mut short = listed.clone();
    short[0].proof.as_mut().unwrap().0.pop();
    assert_eq!(refused(&corners, &short, &under), Rejection::Subset);
    let mut forged = listed.clone();
    forged[0].proof.as_mut().unwrap().1.pop();
    assert!(matches!(
        refused(&corners, &forged, &under),
        Rejection::Certificate { .. }
    ));
}
