//! A frontier put together point by point: a certificate that only says where to look.
//!
//! Partial packages settle the points in a stated order. After each point some are *kept*; every
//! other one is shown to lead nowhere, or to have the same completions as a kept one that gives
//! nobody less, whatever terms across points may still add to it and not to the kept one. So whatever is acceptable gives nobody more than something acceptable that is put
//! together from kept ones. No search is needed to check that: for each kept one and each option of
//! the next point the certificate names the one to compare with.

use winset_model::case::Case;
use winset_model::options::{OptionId, Package, PartyId, PointId};
use winset_model::positions::Positions;

use crate::elimination::{Afters, Elimination, Follower, Kept, followers, settled};
use crate::misfit;
use crate::rejection::{Rejection, StageFault};
use crate::residuals::Residuals;

/// The mark of a partial package that leads to nothing acceptable.
pub const NOWHERE: u32 = u32::MAX;

/// How a frontier is put together.
#[derive(Clone, PartialEq, Eq)]
pub struct Stages {
    /// The points, each once, in the order in which they are settled.
    pub order: Vec<PointId>,
    /// What is kept after each of them.
    pub stages: Vec<Stage>,
    /// The points of the frontier, by their places among what the last stage keeps.
    pub points: Vec<u32>,
    /// For each that the last stage keeps, the place among the points of one that gives every axis
    /// as much.
    pub under: Vec<u32>,
}

/// What is kept after a point is settled.
#[derive(Clone, PartialEq, Eq)]
pub struct Stage {
    /// For each kept one its place among those of the stage before, and the option that it settles
    /// the point on.
    pub kept: Vec<(u32, OptionId)>,
    /// For each one kept before, and for each option of the point, the place of a kept one that has
    /// the same completions and gives nobody less in any of them; or [`NOWHERE`].
    pub above: Vec<u32>,
}

/// Shows the size; what is kept lets scores be inferred.
impl std::fmt::Debug for Stages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stages")
            .field("points", &self.points.len())
            .finish_non_exhaustive()
    }
}

/// Shows the size, as above.
impl std::fmt::Debug for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stage")
            .field("kept", &self.kept.len())
            .finish_non_exhaustive()
    }
}

/// Checks that the stages put together everything that matters, and returns the packages of the
/// points of the frontier. That these are acceptable, and that none dominates another, is checked by
/// whoever calls.
pub(crate) fn checked(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    stages: &Stages,
) -> Result<Vec<Package>, Rejection> {
    misfit::check(case, positions)?;
    if stages.stages.len() != stages.order.len() {
        return Err(StageFault::Order.into());
    }
    let followers = followers(case, positions, axes)?;
    let kept = settled(
        case,
        positions,
        &followers,
        &stages.order,
        |number, elimination, kept, residuals| {
            check(elimination, kept, &stages.stages[number], residuals)
        },
    )?;
    last(stages, &kept, &followers)
}

/// That every one kept at last is below a point, on the axes; the packages of the points.
fn last(
    stages: &Stages,
    kept: &Kept,
    followers: &[Follower<'_>],
) -> Result<Vec<Package>, Rejection> {
    let place = |point: &u32| usize::try_from(*point).ok().filter(|p| *p < kept.len());
    let points: Option<Vec<usize>> = stages.points.iter().map(place).collect();
    let points = points.ok_or(StageFault::Place)?;
    if stages.under.len() != kept.len() {
        return Err(StageFault::Width.into());
    }
    for (number, under) in stages.under.iter().enumerate() {
        let point = usize::try_from(*under).ok().and_then(|u| points.get(u));
        let above = kept.scores(*point.ok_or(StageFault::Place)?);
        let mut compared = followers.iter().zip(kept.scores(number).iter().zip(above));
        if compared.any(|(f, (score, above))| f.compared && score > above) {
            return Err(StageFault::NotBelow.into());
        }
    }
    Ok(points.iter().map(|place| package(stages, *place)).collect())
}

/// The package that stands at a place at last, from the last point back to the first. Every place of
/// the stages has been checked.
fn package(stages: &Stages, place: usize) -> Package {
    let mut package = Package(vec![OptionId(0); stages.order.len()]);
    let mut place = place;
    for (point, stage) in stages.order.iter().zip(&stages.stages).rev() {
        let (from, option) = stage.kept[place];
        package.0[point.index()] = option;
        place = from as usize;
    }
    package
}

/// Checks a stage; what is kept after it.
fn check(
    elimination: &Elimination<'_>,
    before: &Kept,
    stage: &Stage,
    residuals: &mut Residuals,
) -> Result<Kept, Rejection> {
    if stage.above.len() != before.len() * elimination.options {
        return Err(StageFault::Width.into());
    }
    let mut afters = Afters::new(elimination);
    let mut kept = Kept {
        width: before.width,
        scores: Vec::with_capacity(stage.kept.len() * before.width),
        residual: Vec::with_capacity(stage.kept.len()),
    };
    let mut scores = vec![0; before.width];
    let nothing = vec![0; before.width];
    for (from, option) in &stage.kept {
        let from = usize::try_from(*from).ok().filter(|f| *f < before.len());
        let from = from.ok_or(StageFault::Place)?;
        let after = afters.of(before.residual[from], elimination, *option, residuals);
        let residual =
            after.and_then(|a| elimination.settle(before.scores(from), *option, a, &mut scores));
        kept.residual.push(residual.ok_or(StageFault::Nowhere)?);
        kept.scores.extend_from_slice(&scores);
    }
    for (number, above) in stage.above.iter().enumerate() {
        let (from, option) = (
            number / elimination.options,
            OptionId::at(number % elimination.options),
        );
        let after = afters.of(before.residual[from], elimination, option, residuals);
        let residual =
            after.and_then(|a| elimination.settle(before.scores(from), option, a, &mut scores));
        let Some(residual) = residual else { continue };
        let above = usize::try_from(*above).ok().filter(|a| *a < kept.len());
        let above = above.ok_or(StageFault::Place)?;
        let more = if kept.residual[above] == residual {
            Some(nothing.as_slice())
        } else {
            residuals.more(residual, kept.residual[above], before.width)
        };
        let more = more.ok_or(StageFault::NotBelow)?;
        if !below(elimination, &scores, more, kept.scores(above)) {
            return Err(StageFault::NotBelow.into());
        }
    }
    Ok(kept)
}

/// Whether another partial package gives nobody less, as far as that matters, whatever is `more` to come
/// with this one: a party that is not compared needs no more than its floor.
fn below(elimination: &Elimination<'_>, scores: &[i64], more: &[i64], above: &[i64]) -> bool {
    elimination
        .followers
        .iter()
        .enumerate()
        .all(|(place, follower)| {
            let least = || above[place] + elimination.rest[place].0;
            let enough = || follower.floor.is_none_or(|floor| least() >= floor);
            scores[place] + more[place] <= above[place] || (!follower.compared && enough())
        })
}
