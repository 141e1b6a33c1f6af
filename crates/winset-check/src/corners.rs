//! Score vectors that every acceptable package lies below: a certificate that only says what stands
//! for what.
//!
//! Partial packages settle the points in a stated order. Those that leave the same of the rules and
//! terms may be put together under one *corner*, which gives each party the most that any of them
//! gives. Whatever completes one of them completes the corner, and gives nobody more than the corner
//! completed in the same way. So after the last point every acceptable package is below a corner; how
//! far above what is possible the corners are is for others to say. A corner is left out only where
//! even it breaks a rule or cannot reach a floor. No search is needed to check that, and no score is
//! taken from the certificate. These are relaxed decision diagrams that merge by the largest value
//! (Bergman, Cire, van Hoeve and Hooker 2016), for several objectives.

use winset_model::case::Case;
use winset_model::options::{OptionId, PartyId, PointId};
use winset_model::positions::Positions;

use crate::elimination::{Afters, Elimination, Kept, followers, settled};
use crate::misfit;
use crate::rejection::{Rejection, StageFault};
use crate::residuals::Residuals;

/// The mark of a corner that has no place yet.
const UNSET: usize = usize::MAX;

/// How corners are put together.
#[derive(Clone, PartialEq, Eq)]
pub struct Corners {
    /// The points, each once, in the order in which they are settled.
    pub order: Vec<PointId>,
    /// For each of them, for each corner before and each option of the point, the place of the
    /// corner after that stands for it; or [`NOWHERE`](crate::NOWHERE). After a point there are as
    /// many corners as places are named.
    pub above: Vec<Vec<u32>>,
}

/// Shows the size; what stands for what lets scores be inferred.
impl std::fmt::Debug for Corners {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Corners")
            .field("points", &self.order.len())
            .finish_non_exhaustive()
    }
}

/// Checks that the corners stand for everything that matters. Returns what each of the last ones
/// gives the axes, which are in order: every acceptable package gives no axis more than one of them
/// does. None where nothing is acceptable. Linear in the entries of the certificate.
///
/// # Errors
/// What is wrong with the certificate or with the axes.
pub fn corners(
    case: &Case,
    positions: &Positions,
    axes: &[PartyId],
    corners: &Corners,
) -> Result<Vec<Vec<i64>>, Rejection> {
    misfit::check(case, positions)?;
    if axes.is_empty() || !axes.is_sorted_by(|a, b| a < b) {
        return Err(Rejection::Parties);
    }
    if axes.iter().any(|axis| axis.index() >= case.parties.len()) {
        return Err(Rejection::Parties);
    }
    if corners.above.len() != corners.order.len() {
        return Err(StageFault::Order.into());
    }
    let followers = followers(case, positions, axes)?;
    let kept = settled(
        case,
        positions,
        &followers,
        &corners.order,
        |number, elimination, before, residuals| {
            merged(elimination, before, &corners.above[number], residuals)
        },
    )?;
    let compared = |place: usize| {
        let scores = followers.iter().zip(kept.scores(place));
        let compared = scores.filter(|(follower, _)| follower.compared);
        compared.map(|(_, score)| *score).collect()
    };
    Ok((0..kept.len()).map(compared).collect())
}

/// The corners after a stage: each gives everybody the most of what it stands for.
fn merged(
    elimination: &Elimination<'_>,
    before: &Kept,
    above: &[u32],
    residuals: &mut Residuals,
) -> Result<Kept, Rejection> {
    if above.len() != before.len() * elimination.options {
        return Err(StageFault::Width.into());
    }
    let mut afters = Afters::new(elimination);
    let mut kept = Kept {
        width: before.width,
        scores: Vec::new(),
        residual: Vec::new(),
    };
    let mut scores = vec![0; before.width];
    for (number, place) in above.iter().enumerate() {
        let (from, option) = (
            number / elimination.options,
            OptionId::at(number % elimination.options),
        );
        let after = afters.of(before.residual[from], elimination, option, residuals);
        let residual =
            after.and_then(|a| elimination.settle(before.scores(from), option, a, &mut scores));
        let Some(residual) = residual else { continue };
        // There are never more corners than entries that name them.
        let place = usize::try_from(*place).ok().filter(|p| *p < above.len());
        let place = place.ok_or(StageFault::Place)?;
        if place >= kept.residual.len() {
            kept.residual.resize(place + 1, UNSET);
            kept.scores.resize((place + 1) * kept.width, i64::MIN);
        }
        if kept.residual[place] == UNSET {
            kept.residual[place] = residual;
        } else if kept.residual[place] != residual {
            return Err(StageFault::NotBelow.into());
        }
        let most = &mut kept.scores[place * kept.width..(place + 1) * kept.width];
        for (most, score) in most.iter_mut().zip(&scores) {
            *most = (*most).max(*score);
        }
    }
    if kept.residual.contains(&UNSET) {
        return Err(StageFault::Place.into());
    }
    Ok(kept)
}
