//! How many packages have the scores of each point.

use winset_check::FrontierClaim;
use winset_model::case::Case;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::count::Count;
use crate::parallel::each;

/// A way of counting packages.
pub(super) type Counting = fn(&Case, &Positions, &Budget<'_>) -> Count;

/// For each point the packages that have its scores.
pub(super) fn counted(
    count: Counting,
    case: &Case,
    positions: &Positions,
    claim: &FrontierClaim,
    budget: &Budget<'_>,
) -> Vec<Count> {
    each(budget.threads, claim.points(), |point| {
        let mut asked = positions.clone();
        for (axis, score) in claim.axes().iter().zip(point.scores()) {
            let floor = &mut asked.floors[axis.index()];
            *floor = (*floor).max(Some(*score));
        }
        // A point has a package.
        count(case, &asked, budget).with_one_known()
    })
}
