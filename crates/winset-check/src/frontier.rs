//! A complete frontier: a checked claim.

use std::fmt;

use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, accept};
use crate::cover::{Cover, Covered, Cut, LowerCorner};
use crate::proof::NoOverlap;
use crate::rejection::Rejection;
use crate::stages::{self, Stages};
use crate::undominated::undominated;

/// Everything that no acceptable package dominates, in the eyes of some parties, the axes: a
/// checked claim. A package dominates another if it gives none of the axes less and one of them
/// more.
#[derive(Clone, PartialEq, Eq)]
pub struct FrontierClaim {
    axes: Vec<PartyId>,
    floors: LowerCorner,
    points: Vec<FrontierPoint>,
    proofs: Vec<NoOverlap>,
}

/// Scores that no acceptable package dominates, and a package that has them.
#[derive(Clone, PartialEq, Eq)]
pub struct FrontierPoint {
    scores: Vec<i64>,
    package: Acceptable,
}

impl FrontierClaim {
    /// The parties in whose eyes.
    pub fn axes(&self) -> &[PartyId] {
        &self.axes
    }

    /// The floors of the axes.
    pub(crate) fn floors(&self) -> &LowerCorner {
        &self.floors
    }

    /// The points, from the most for the first axis down.
    pub fn points(&self) -> &[FrontierPoint] {
        &self.points
    }

    /// That there are no others, where that is shown by a cover; none where stages show it.
    pub fn proofs(&self) -> &[NoOverlap] {
        &self.proofs
    }
}

impl FrontierPoint {
    /// What each axis gets, on its party's scale.
    pub fn scores(&self) -> &[i64] {
        &self.scores
    }

    /// One package of it.
    pub fn package(&self) -> &Acceptable {
        &self.package
    }
}

/// Shows the size; scores and proofs are confidential.
impl fmt::Debug for FrontierClaim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrontierClaim")
            .field("axes", &self.axes)
            .field("points", &self.points.len())
            .finish_non_exhaustive()
    }
}

/// Shows the package; its scores are confidential.
impl fmt::Debug for FrontierPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrontierPoint")
            .field("package", &self.package)
            .finish_non_exhaustive()
    }
}

/// Checks that the packages are acceptable, that none of them dominates another or has the same
/// scores, and that every acceptable package is below one of them: so they are the frontier.
///
/// # Errors
/// What is wrong with a package, with the order of the axes, or with the cover.
pub fn frontier(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    packages: &[Package],
    cover: &Cover,
) -> Result<FrontierClaim, Rejection> {
    let points = alone(case, positions, axes, packages)?;
    let is_point = |cut: &Cut| points.iter().any(|p| is_at(cut, &p.scores));
    let covered = Covered {
        case,
        positions,
        axes,
    };
    let proofs = covered.check(cover, is_point, |_| false)?;
    Ok(FrontierClaim {
        axes: axes.to_vec(),
        floors: floors(positions, axes),
        points,
        proofs,
    })
}

/// The same of a frontier that is put together point by point: that nothing is missing is shown by
/// the stages.
///
/// # Errors
/// What is wrong with the stages, with a package, or with the order of the axes.
pub fn staged_frontier(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    stages: &Stages,
) -> Result<FrontierClaim, Rejection> {
    let packages = stages::checked(case, positions, axes, stages)?;
    Ok(FrontierClaim {
        axes: axes.to_vec(),
        points: alone(case, positions, axes, &packages)?,
        floors: floors(positions, axes),
        proofs: Vec::new(),
    })
}

/// What packages give the axes at least; the axes were found in the case.
fn floors(positions: &Positions, axes: &[PartyId]) -> LowerCorner {
    axes.iter()
        .map(|axis| positions.floors[axis.index()])
        .collect()
}

/// The points without their numbers.
fn alone(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    packages: &[Package],
) -> Result<Vec<FrontierPoint>, Rejection> {
    if packages.is_empty() && axes.iter().any(|axis| axis.index() >= case.parties.len()) {
        return Err(Rejection::Parties);
    }
    let points = points(case, positions, axes, packages)?;
    Ok(points.into_iter().map(|(point, _)| point).collect())
}

/// The points, from the most for the first axis down, each with the number of its package: each
/// acceptable, and none of them gives every axis as much as another.
pub(crate) fn points(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    packages: &[Package],
) -> Result<Vec<(FrontierPoint, usize)>, Rejection> {
    if axes.is_empty() || !axes.is_sorted_by(|a, b| a < b) {
        return Err(Rejection::Parties);
    }
    let mut points = Vec::with_capacity(packages.len());
    for (number, package) in packages.iter().enumerate() {
        let package = accept(case, positions, package)?;
        let scores = on_axes(&package, axes).ok_or(Rejection::Parties)?;
        points.push((FrontierPoint { scores, package }, number));
    }
    points.sort_by(|a, b| b.0.scores.cmp(&a.0.scores));
    let vectors: Vec<&[i64]> = points.iter().map(|(p, _)| p.scores.as_slice()).collect();
    if undominated(&vectors) {
        Ok(points)
    } else {
        Err(Rejection::DominatedPoint)
    }
}

/// What a package gives each axis; `None` for a party that the case does not have or that has no
/// preferences.
pub(crate) fn on_axes(package: &Acceptable, axes: &[PartyId]) -> Option<Vec<i64>> {
    axes.iter()
        .map(|axis| package.scores().get(axis.index()).copied().flatten())
        .collect()
}

/// Whether a cut is exactly at these scores.
pub(crate) fn is_at(cut: &Cut, scores: &[i64]) -> bool {
    cut.len() == scores.len() && cut.iter().zip(scores).all(|(limit, s)| *limit == Some(*s))
}
