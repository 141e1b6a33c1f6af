//! Every combination of scores that no acceptable package beats (the Pareto frontier), or some that
//! stand for them.

use std::num::NonZeroUsize;

use num_bigint::BigUint;
use winset_check::{Acceptable, FrontierPoint, LowerCorner};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;
use winset_solve::{
    Budget, Count, Engine, FrontierFound, FrontierPart, Selection, frontier_at_most, frontier_by,
    listing,
};
use winset_told::standing;

/// What is asked of a frontier.
#[derive(Debug, Clone)]
pub struct FrontierTerms {
    /// In whose eyes, in the case's order.
    pub axes: Vec<PartyId>,
    /// Most points that are wanted; none: all of them, or where these are too many some that stand
    /// for them.
    pub at_most: Option<NonZeroUsize>,
}

/// A point of the frontier.
#[derive(Debug)]
pub struct FrontierAnswerPoint {
    /// A package of it, with everybody's scores.
    pub package: Acceptable,
    /// Whether it is proven that no acceptable package beats it.
    pub proven: bool,
    /// How many packages have its scores; `None` where that was not counted.
    pub count: Option<Count>,
    /// These packages, where they are asked for.
    pub packages: Vec<Package>,
}

/// What was found.
#[derive(Debug)]
pub struct FrontierAnswer {
    /// In whose eyes, in the order in which they were asked for.
    pub axes: Vec<PartyId>,
    /// From the most for the first axis down.
    pub points: Vec<FrontierAnswerPoint>,
    /// How all of it was found; `None` where it was not.
    pub engine: Option<Engine>,
    /// What the points leave out, where they are some of many.
    pub missing: Option<MissingPoints>,
    /// Why it was stopped, and the boxes that could hold other points.
    pub stopped: Option<(StopReason, Vec<LowerCorner>)>,
    /// Proofs of a cover, in all bytes; 0 where stages show that nothing is missing.
    pub proofs: (usize, usize),
}

/// What points that stand for a frontier leave out.
#[derive(Debug)]
pub struct MissingPoints {
    /// For each axis how much more an acceptable package may give it than the point that stands for
    /// the package, on its party's scale.
    pub gap: Vec<i64>,
    /// The largest gap as a share of what lies between a party's no-deal value and the most that a
    /// point gives it; `None` where there is nothing between.
    pub share: Option<Exact>,
    /// How many points the whole frontier has, where that is known.
    pub of: Option<usize>,
}

/// The frontier of a case at some positions, or points that stand for it.
pub fn frontier(
    case: &Case,
    positions: &Positions,
    terms: FrontierTerms,
    budget: &Budget<'_>,
) -> FrontierAnswer {
    let FrontierTerms { axes, at_most } = terms;
    match frontier_at_most(case, positions, &axes, at_most, budget) {
        Selection::Whole(whole) => FrontierAnswer::whole(axes, whole),
        Selection::Part(part) => FrontierAnswer::part(axes, *part),
    }
}

/// The whole frontier, however many points it has.
pub fn whole_frontier(
    case: &Case,
    positions: &Positions,
    axes: Vec<PartyId>,
    budget: &Budget<'_>,
) -> FrontierAnswer {
    let found = winset_solve::frontier(case, positions, &axes, budget);
    FrontierAnswer::whole(axes, found)
}

/// The whole frontier, looked for in one way only.
pub fn frontier_by_engine(
    case: &Case,
    positions: &Positions,
    axes: Vec<PartyId>,
    engine: Engine,
    budget: &Budget<'_>,
) -> FrontierAnswer {
    let found = frontier_by(case, positions, &axes, &[engine], budget);
    FrontierAnswer::whole(axes, found)
}

impl FrontierAnswerPoint {
    /// How many packages have its scores, where they were counted to the end.
    pub fn counted(&self) -> Option<&BigUint> {
        self.count.as_ref().and_then(standing::exact)
    }

    /// What it gives a party, unscaled; `None` for one without preferences.
    pub fn score(&self, case: &Case, party: PartyId) -> Option<Exact> {
        let score = self
            .package
            .scores()
            .get(party.index())
            .copied()
            .flatten()?;
        Some(case.unscaled(party, score))
    }

    /// One with the number of its packages, where they were counted.
    fn new(package: Acceptable, count: Option<Count>) -> Self {
        Self {
            package,
            proven: true,
            count,
            packages: Vec::new(),
        }
    }
}

impl FrontierAnswer {
    /// A whole frontier.
    pub fn whole(axes: Vec<PartyId>, found: FrontierFound) -> Self {
        let nothing = Self {
            axes,
            points: Vec::new(),
            engine: None,
            missing: None,
            stopped: None,
            proofs: (0, 0),
        };
        match found {
            FrontierFound::Complete {
                claim,
                packages,
                engine,
            } => {
                let points = claim.points().iter().zip(packages);
                let point = |(point, count): (&FrontierPoint, Count)| {
                    FrontierAnswerPoint::new(point.package().clone(), Some(count))
                };
                Self {
                    proofs: (
                        claim.proofs().len(),
                        claim.proofs().iter().map(|p| p.bytes().len()).sum(),
                    ),
                    points: points.map(point).collect(),
                    engine: Some(engine),
                    ..nothing
                }
            }
            FrontierFound::Stopped {
                reason,
                points,
                left,
            } => {
                let points = points
                    .into_iter()
                    .map(|package| FrontierAnswerPoint::new(package, None));
                Self {
                    points: points.collect(),
                    stopped: Some((reason, left)),
                    ..nothing
                }
            }
            FrontierFound::Nobody => nothing,
        }
    }

    /// Points that stand for a frontier.
    pub fn part(axes: Vec<PartyId>, part: FrontierPart) -> Self {
        let FrontierPart {
            claim,
            packages,
            engine,
            stopped,
        } = part;
        let points = claim.points().iter().zip(packages);
        let points = points.map(|(point, count)| FrontierAnswerPoint {
            proven: point.efficient(),
            ..FrontierAnswerPoint::new(point.point().package().clone(), count)
        });
        Self {
            axes,
            points: points.collect(),
            engine,
            missing: Some(MissingPoints {
                gap: claim.gap().to_vec(),
                share: claim.share(),
                of: claim.of(),
            }),
            stopped: stopped
                .filter(|_| !claim.complete())
                .map(|reason| (reason, Vec::new())),
            proofs: (0, 0),
        }
    }

    /// Whether these are all points.
    pub fn complete(&self) -> bool {
        let missing = self.missing.iter().flat_map(|missing| &missing.gap);
        self.stopped.is_none() && missing.into_iter().all(|gap| *gap == 0)
    }

    /// Lists the packages of every point, each up to a number.
    pub fn list(
        &mut self,
        case: &Case,
        positions: &Positions,
        packages_max: usize,
        budget: &Budget<'_>,
    ) {
        for point in &mut self.points {
            let mut asked = positions.clone();
            for axis in &self.axes {
                asked.floors[axis.index()] = point.package.scores()[axis.index()];
            }
            let all = listing(case, &asked, packages_max, budget);
            let packages = all.packages.iter().map(|a| a.package().clone());
            point.packages = packages.collect();
        }
    }

    /// How many packages reach a point, where all were counted.
    pub fn packages(&self) -> Option<BigUint> {
        self.points.iter().map(FrontierAnswerPoint::counted).sum()
    }
}
