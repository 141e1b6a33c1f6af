//! Some points that stand for a frontier, and how much is missing: a checked claim.

use std::fmt;

use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::corners::{Corners, corners};
use crate::cover::LowerCorner;
use crate::frontier::{FrontierClaim, FrontierPoint, points};
use crate::rejection::Rejection;
use crate::sum::largest_sum;

/// Points that stand for a whole frontier: a checked claim.
///
/// For every acceptable package one of the points gives each axis as much but for its
/// [`gap`](Self::gap). (The gaps are additive epsilons, one for each axis: Zitzler, Thiele, Laumanns,
/// Fonseca and Grunert da Fonseca 2003; sets of points with such a bound are the approximate Pareto
/// curves of Papadimitriou and Yannakakis 2000.)
#[derive(Clone, PartialEq, Eq)]
pub struct Subset {
    axes: Vec<PartyId>,
    points: Vec<SubsetPoint>,
    gap: Vec<i64>,
    spans: Vec<i64>,
    of: Option<usize>,
}

/// A point that stands for others.
#[derive(Clone, PartialEq, Eq)]
pub struct SubsetPoint {
    point: FrontierPoint,
    efficient: bool,
}

impl Subset {
    /// The parties in whose eyes.
    pub fn axes(&self) -> &[PartyId] {
        &self.axes
    }

    /// The points, from the most for the first axis down; none gives every axis as much as another.
    pub fn points(&self) -> &[SubsetPoint] {
        &self.points
    }

    /// For each axis how much more an acceptable package may give it than the point that stands for
    /// the package, on its party's scale.
    pub fn gap(&self) -> &[i64] {
        &self.gap
    }

    /// For each axis what its gap is a share of: the span from its floor, or where it has none from
    /// the least that a known point gives it, to the most that a known point gives it. Known are all
    /// points of the frontier, or where these are not, the ones listed. 0 without any.
    pub fn spans(&self) -> &[i64] {
        &self.spans
    }

    /// The largest gap as a share of its span; `None` where there is a gap and no span.
    pub fn share(&self) -> Option<Exact> {
        let mut largest = Exact::from_integer(0);
        for (gap, span) in self.gap.iter().zip(&self.spans) {
            if *gap > 0 {
                let span = (*span > 0).then_some(*span)?;
                largest = largest.max(Exact::new((*gap).into(), span.into()));
            }
        }
        Some(largest)
    }

    /// How many points the whole frontier has, where that is known.
    pub fn of(&self) -> Option<usize> {
        self.of
    }

    /// Whether nothing is missing: then the points are the frontier.
    pub fn complete(&self) -> bool {
        self.gap.iter().all(|gap| *gap == 0)
    }
}

impl SubsetPoint {
    /// Its scores and a package.
    pub fn point(&self) -> &FrontierPoint {
        &self.point
    }

    /// Whether it is proven that no acceptable package dominates it.
    pub fn efficient(&self) -> bool {
        self.efficient
    }
}

/// Shows the size; scores and gaps are confidential.
impl fmt::Debug for Subset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subset")
            .field("axes", &self.axes)
            .field("points", &self.points.len())
            .finish_non_exhaustive()
    }
}

/// Shows the package; its scores are confidential.
impl fmt::Debug for SubsetPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SubsetPoint")
            .field("point", &self.point)
            .field("efficient", &self.efficient)
            .finish()
    }
}

/// A package that is listed, and why nothing dominates it, where that is known.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    /// The package.
    pub package: Package,
    /// Floors of the axes that it reaches, and a certificate that no acceptable package that reaches
    /// them has a larger sum of scores, as [`largest_sum`] has it.
    pub proof: Option<(LowerCorner, Vec<u8>)>,
}

/// Shows the package; floors are confidential.
impl fmt::Debug for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listed")
            .field("package", &self.package)
            .finish_non_exhaustive()
    }
}

/// Some points of a complete frontier, by their places in ascending order; `under` says for each
/// point of the frontier which of them, by its place among them, stands for it. The gaps are what
/// that comes to.
///
/// # Errors
/// A place that does not exist, or not one for each point.
pub fn subset(
    frontier: &FrontierClaim,
    places: &[usize],
    under: &[usize],
) -> Result<Subset, Rejection> {
    let all = frontier.points();
    let ascending = places.is_sorted_by(|a, b| a < b);
    let listed: Option<Vec<&FrontierPoint>> = places.iter().map(|place| all.get(*place)).collect();
    let listed = listed.filter(|_| ascending).ok_or(Rejection::Subset)?;
    let vectors: Vec<&[i64]> = all.iter().map(FrontierPoint::scores).collect();
    let scores: Vec<&[i64]> = listed.iter().map(|point| point.scores()).collect();
    let points = listed.into_iter().map(|point| SubsetPoint {
        point: point.clone(),
        efficient: true,
    });
    Ok(Subset {
        axes: frontier.axes().to_vec(),
        points: points.collect(),
        gap: gap(frontier.axes().len(), &vectors, &scores, under)?,
        spans: spans(frontier.floors(), &vectors)?,
        of: Some(all.len()),
    })
}

/// Acceptable packages, and a cover of all that is acceptable: corners that every acceptable package
/// lies below, and for each corner which of the packages, by its place, stands for it. The gaps are what that comes to. A
/// package that is proven to have the largest sum among some that hold all that could dominate it
/// is on the frontier.
///
/// # Errors
/// What is wrong with a package, a proof, or the corners; packages of which one dominates another or
/// has the same scores; a place that does not exist, or not one for each corner.
pub fn bounded_subset(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    listed: &[Listed],
    cover: (&Corners, &[usize]),
) -> Result<Subset, Rejection> {
    let (above, under) = cover;
    let above = corners(case, positions, axes, above)?;
    let packages: Vec<Package> = listed.iter().map(|l| l.package.clone()).collect();
    let points = points(case, positions, axes, &packages)?;
    let efficient = |listed: &Listed| is_efficient(case, positions, axes, listed);
    let efficient: Result<Vec<bool>, Rejection> = listed.iter().map(efficient).collect();
    let efficient = efficient?;
    let vectors: Vec<&[i64]> = above.iter().map(Vec::as_slice).collect();
    let scores: Vec<&[i64]> = points.iter().map(|(point, _)| point.scores()).collect();
    // `under` names packages as they were listed, not as they are sorted.
    let mut sorted = vec![0; points.len()];
    for (place, (_, number)) in points.iter().enumerate() {
        sorted[*number] = place;
    }
    let under = under.iter().map(|number| sorted.get(*number).copied());
    let under: Option<Vec<usize>> = under.collect();
    let under = under.ok_or(Rejection::Subset)?;
    let gap = gap(axes.len(), &vectors, &scores, &under)?;
    let floors: LowerCorner = axes.iter().map(|a| positions.floors[a.index()]).collect();
    let spans = spans(&floors, &scores)?;
    let complete = gap.iter().all(|gap| *gap == 0);
    let points = points.into_iter().map(|(point, number)| SubsetPoint {
        point,
        efficient: complete || efficient[number],
    });
    let points: Vec<SubsetPoint> = points.collect();
    Ok(Subset {
        axes: axes.to_vec(),
        of: complete.then_some(points.len()),
        points,
        gap,
        spans,
    })
}

/// For each axis the most by which what is stood for exceeds what stands for it.
fn gap(
    width: usize,
    vectors: &[&[i64]],
    listed: &[&[i64]],
    under: &[usize],
) -> Result<Vec<i64>, Rejection> {
    if under.len() != vectors.len() {
        return Err(Rejection::Subset);
    }
    let mut gap = vec![0; width];
    for (vector, under) in vectors.iter().zip(under) {
        let point = listed.get(*under).ok_or(Rejection::Subset)?;
        for (gap, (score, has)) in gap.iter_mut().zip(vector.iter().zip(*point)) {
            let more = score.checked_sub(*has).ok_or(Rejection::TooLarge)?;
            *gap = more.max(*gap);
        }
    }
    Ok(gap)
}

/// For each axis the span from its floor, or the least, to the most of some vectors.
fn spans(floors: &LowerCorner, vectors: &[&[i64]]) -> Result<Vec<i64>, Rejection> {
    let span = |(axis, floor): (usize, &Option<i64>)| {
        let scores = || vectors.iter().map(|vector| vector[axis]);
        let (Some(least), Some(most)) = (scores().min(), scores().max()) else {
            // Nothing is known, and nothing is missing.
            return Ok(0);
        };
        let least = match floor {
            Some(floor) => *floor,
            None => least,
        };
        most.checked_sub(least).ok_or(Rejection::TooLarge)
    };
    floors.iter().enumerate().map(span).collect()
}

/// Whether it is proven that nothing dominates a package: whatever does reaches the floors that it
/// reaches, and has a larger sum.
fn is_efficient(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    listed: &Listed,
) -> Result<bool, Rejection> {
    let Some((floors, certificate)) = &listed.proof else {
        return Ok(false);
    };
    if floors.len() != axes.len() {
        return Err(Rejection::Subset);
    }
    let mut asked = positions.clone();
    for (axis, floor) in axes.iter().zip(floors) {
        asked.floors[axis.index()] = asked.floors[axis.index()].max(*floor);
    }
    largest_sum(
        case,
        &asked,
        axes,
        &listed.package,
        &[],
        certificate.clone(),
    )?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_go_from_the_floor_or_the_least_to_the_most() {
        let vectors: [&[i64]; 2] = [&[3, 9], &[5, -1]];
        assert_eq!(spans(&vec![None, Some(2)], &vectors), Ok(vec![2, 7]));
        assert_eq!(spans(&vec![None, Some(2)], &[]), Ok(vec![0, 0]));
        let far: [&[i64]; 2] = [&[i64::MAX], &[-1]];
        assert_eq!(spans(&vec![None], &far), Err(Rejection::TooLarge));
    }
}
