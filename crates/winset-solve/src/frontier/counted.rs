//! How many packages have the scores of each point.

use num_bigint::BigUint;
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
        at_least_one(count(case, &asked, budget))
    })
}

/// A point has a package.
fn at_least_one(count: Count) -> Count {
    match count {
        Count::Between {
            at_least,
            at_most,
            reason,
        } => Count::Between {
            at_least: at_least.max(BigUint::from(1_u8)),
            at_most,
            reason,
        },
        exact @ Count::Exact(_) => exact,
    }
}
