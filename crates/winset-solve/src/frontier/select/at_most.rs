//! Frontiers of which so many points at most are wanted, or that are too large to be found.

use std::num::NonZeroUsize;

use winset_check::{Acceptable, FrontierPoint, Listed, Rejection, bounded_subset, corners, subset};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::selection::{FrontierPart, POINTS_MAX, Selection};
use crate::budget::Budget;
use crate::frontier::choose::{Cover, chosen};
use crate::frontier::coarse::Coarse;
use crate::frontier::found::FrontierFound;
use crate::frontier::pareto_improvement::ParetoImprovement;
use crate::frontier::ruler::Ruler;
use crate::frontier::search::from_seeds;
use crate::frontier::sums::{Limits, coarse};
use crate::frontier::whole::{CANDIDATES_MAX, by_sums, in_order};
use crate::numbers::ends;
use crate::parallel::each;
use crate::settle::Seeds;

/// Axes from which on each candidate is much work, so that there may be fewer of them.
const MANY_AXES: usize = 5;
/// Candidates of the first try to find all points, with few axes and with many: about a second.
const FIRST_CANDIDATES_MAX: [usize; 2] = [1 << 22, 1 << 20];
/// The same of the second try.
const SECOND_CANDIDATES_MAX: [usize; 2] = [CANDIDATES_MAX, 1 << 22];
/// Axes up to which boxes are tried.
const FEW_AXES: usize = 2;
/// Corners after each point.
const CORNERS_MAX: usize = 1 << 14;
/// Packages that are raised side by side.
const BATCH: usize = 16;

/// Finds a frontier as [`frontier`](crate::frontier()) does, or points that stand for it.
///
/// With `at_most`, so many points at most: out of the whole frontier where that is found, those that
/// leave a small gap, for two parties the smallest. Else all of it, where it can be found. A frontier
/// that is too large is bounded with a few thousand corners, and [`POINTS_MAX`] points, or as many as
/// are asked for, are raised to it. How far the points are off is in the claim, and proven. The
/// answer does not depend on the number of threads.
///
/// # Panics
/// As [`overlap`](crate::overlap).
pub fn frontier_at_most(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    at_most: Option<NonZeroUsize>,
    budget: &Budget<'_>,
) -> Selection {
    let Some(axes) = in_order(case, parties) else {
        return Selection::Whole(FrontierFound::Nobody);
    };
    let question = Question {
        case,
        positions,
        axes: &axes,
        at_most,
        budget,
    };
    let candidates_max = FIRST_CANDIDATES_MAX[usize::from(axes.len() >= MANY_AXES)];
    match by_sums(case, positions, &axes, Limits::of(candidates_max), budget) {
        Ok(whole) => question.out_of(whole),
        Err(StopReason::MemoryLimit) => question.large(),
        Err(reason) => Selection::Whole(FrontierFound::stopped(reason)),
    }
}

/// Points of a frontier that are asked for.
pub(super) struct Question<'a> {
    pub(super) case: &'a Case,
    pub(super) positions: &'a Positions,
    pub(super) axes: &'a [PartyId],
    pub(super) at_most: Option<NonZeroUsize>,
    pub(super) budget: &'a Budget<'a>,
}

impl Question<'_> {
    /// A frontier that is not found at once: bounded first, so that something is known whatever
    /// stops the rest; then tried once more.
    fn large(&self) -> Selection {
        let (case, positions, axes) = (self.case, self.positions, self.axes);
        let bounded = match coarse(case, positions, axes, CORNERS_MAX, self.budget) {
            Ok(bounded) => Some(bounded),
            Err(StopReason::MemoryLimit) => None,
            Err(reason) => return Selection::Whole(FrontierFound::stopped(reason)),
        };
        let candidates_max = SECOND_CANDIDATES_MAX[usize::from(axes.len() >= MANY_AXES)];
        let whole = by_sums(
            case,
            positions,
            axes,
            Limits::of(candidates_max),
            self.budget,
        );
        match (whole, bounded) {
            (Ok(whole), _) => self.out_of(whole),
            (Err(StopReason::MemoryLimit), bounded) => self.by_boxes(bounded.as_ref()),
            (Err(_), Some(bounded)) => self.bounded(&bounded),
            (Err(reason), None) => Selection::Whole(FrontierFound::stopped(reason)),
        }
    }

    /// By boxes, where few points can be expected: for two parties, in a small overlap, and where
    /// nothing else is known.
    fn by_boxes(&self, bounded: Option<&Coarse>) -> Selection {
        let seeds = Seeds::around(self.case, self.positions, self.budget);
        let small = match &seeds {
            Answer::Found(seeds) => seeds.complete,
            Answer::Impossible(_) => true,
            Answer::Stopped { .. } => false,
        };
        if let Some(bounded) = bounded
            && !small
            && self.axes.len() > FEW_AXES
        {
            return self.bounded(bounded);
        }
        let whole = from_seeds(self.case, self.positions, self.axes, seeds, self.budget);
        match (whole, bounded) {
            (FrontierFound::Stopped { .. }, Some(bounded)) => self.bounded(bounded),
            (whole, _) => self.out_of(whole),
        }
    }

    /// So many points of a whole frontier as are asked for.
    fn out_of(&self, whole: FrontierFound) -> Selection {
        let FrontierFound::Complete {
            claim,
            packages,
            engine,
        } = &whole
        else {
            return Selection::Whole(whole);
        };
        let count = self.at_most.map_or(usize::MAX, NonZeroUsize::get);
        if claim.points().len() <= count {
            return Selection::Whole(whole);
        }
        let vectors: Vec<&[i64]> = claim.points().iter().map(FrontierPoint::scores).collect();
        let ruler = self.ruler(&vectors);
        let (places, under) = chosen(&ruler, &vectors, count);
        let few = match subset(claim, &places, &under) {
            Ok(few) => few,
            Err(why) => {
                let reason = self.budget.check_failed(why);
                return Selection::Whole(FrontierFound::stopped(reason));
            }
        };
        let counts = places.iter().map(|place| packages.get(*place).cloned());
        Selection::Part(Box::new(FrontierPart {
            claim: few,
            packages: counts.collect(),
            engine: Some(*engine),
            stopped: None,
        }))
    }

    /// Points raised from the examples of corners.
    pub(super) fn bounded(&self, found: &Coarse) -> Selection {
        self.try_bounded(found).unwrap_or_else(|reason| {
            // Nothing acceptable is known, or a check failed.
            Selection::Whole(FrontierFound::stopped(reason))
        })
    }

    fn try_bounded(&self, found: &Coarse) -> Result<Selection, StopReason> {
        let (case, positions, axes) = (self.case, self.positions, self.axes);
        let failed = |why: Rejection| self.budget.check_failed(why);
        let corners = corners(case, positions, axes, &found.corners).map_err(failed)?;
        let raise = ParetoImprovement::new(case, positions, axes);
        let examples = found
            .examples
            .iter()
            .map(|e| raise.accepted(e, self.budget));
        let mut examples: Vec<Acceptable> = examples.collect::<Result<_, _>>()?;
        if examples.is_empty() {
            match Seeds::around(case, positions, self.budget) {
                Answer::Found(seeds) if !seeds.complete => examples = seeds.packages,
                known => {
                    let whole = from_seeds(case, positions, axes, known, self.budget);
                    return Ok(self.out_of(whole));
                }
            }
        }
        let corners: Vec<&[i64]> = corners.iter().map(Vec::as_slice).collect();
        let listed = self.raised(&raise, &corners, &examples)?;
        let scores: Vec<Vec<i64>> = listed
            .iter()
            .map(|listed| Ok(self.scores(&raise.accepted(&listed.package, self.budget)?)))
            .collect::<Result<_, StopReason>>()?;
        let vectors: Vec<&[i64]> = scores.iter().map(Vec::as_slice).collect();
        let ruler = self.ruler(&vectors);
        let mut cover = Cover::new(&ruler, &corners);
        vectors.iter().for_each(|vector| cover.take(vector));
        let under = cover.under();
        let claim = bounded_subset(case, positions, axes, &listed, (&found.corners, &under));
        let claim = claim.map_err(failed)?;
        Ok(Selection::Part(Box::new(FrontierPart {
            packages: vec![None; claim.points().len()],
            claim,
            engine: None,
            stopped: (self.budget.stop)(),
        })))
    }

    /// Examples near to what lies furthest away, raised to the frontier, a few at a time; each once,
    /// and none that another one dominates.
    pub(super) fn raised(
        &self,
        raise: &ParetoImprovement<'_>,
        corners: &[&[i64]],
        examples: &[Acceptable],
    ) -> Result<Vec<Listed>, StopReason> {
        let scores: Vec<Vec<i64>> = examples
            .iter()
            .map(|example| self.scores(example))
            .collect();
        let candidates: Vec<&[i64]> = scores.iter().map(Vec::as_slice).collect();
        let ruler = self.ruler(&candidates);
        let measured: Vec<Vec<i64>> = candidates.iter().map(|c| ruler.measured(c)).collect();
        let count = self.at_most.unwrap_or(POINTS_MAX).get();
        let mut listed: Vec<(Vec<i64>, Listed)> = Vec::new();
        let mut cover = Cover::new(&ruler, corners);
        loop {
            let mut trial = cover.clone();
            let mut batch = Vec::new();
            while batch.len() < BATCH.min(count - listed.len()) {
                let Some(next) = trial.next(&measured) else {
                    break;
                };
                trial.take(candidates[next]);
                batch.push(&examples[next]);
            }
            if batch.is_empty() {
                break;
            }
            for found in each(self.budget.threads, &batch, |e| {
                raise.raised(e, self.budget)
            }) {
                let scores = self.scores(&raise.accepted(&found.package, self.budget)?);
                let below = |(other, _): &(Vec<i64>, Listed)| at_least(other, &scores);
                if !listed.iter().any(below) {
                    cover.take(&scores);
                    listed.retain(|(other, _)| !at_least(&scores, other));
                    listed.push((scores, found));
                }
            }
            cover.settle_as(trial);
        }
        Ok(listed.into_iter().map(|(_, found)| found).collect())
    }

    fn scores(&self, package: &Acceptable) -> Vec<i64> {
        let score = |axis: &PartyId| package.utility(*axis);
        self.axes.iter().map(score).collect()
    }

    /// A ruler from the floors, or the least scores, to the most.
    fn ruler(&self, vectors: &[&[i64]]) -> Ruler {
        let span = |(place, axis): (usize, &PartyId)| {
            let scores = || vectors.iter().map(|vector| vector[place]);
            let floor = self.positions.floors[axis.index()];
            let (least, most) = ends(scores());
            most.saturating_sub(floor.unwrap_or(least))
        };
        let spans: Vec<i64> = self.axes.iter().enumerate().map(span).collect();
        Ruler::new(&spans)
    }
}

/// Whether one vector gives every axis as much as another.
pub(super) fn at_least(vector: &[i64], other: &[i64]) -> bool {
    vector.iter().zip(other).all(|(v, o)| v >= o)
}
