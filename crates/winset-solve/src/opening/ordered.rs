//! Minimal openings, found and put in order.

use winset_check::{ConcessionQuestion, Opening, Rejection};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::derived::Concession;
use winset_model::positions::Positions;

use super::asked::{OpeningTerms, Order, Wanted};
use super::found::{Openings, OpeningsEnd, Unfinished};
use super::hunt::Hunt;
use crate::budget::Budget;

/// Finds minimal openings in order, each proven to be the next: every cheaper one is refuted, or
/// gives up all that a listed one does.
///
/// Each is the best package of a derived case ([`ConcessionQuestion`]); a law that excludes it and all
/// that gives up more leaves the next. The list depends on case, positions and terms alone, unless
/// the budget stops it. Searches for each opening: about the logarithm of the range of costs, at
/// worst; their hardness grows with the number of openings listed before.
///
/// # Panics
/// When the positions are not of this case.
pub fn openings(
    case: &Case,
    positions: &Positions,
    asked: &OpeningTerms,
    wanted: Wanted,
    budget: &Budget<'_>,
) -> Openings {
    let all = match ConcessionQuestion::new(case, positions, &asked.terms) {
        Ok(all) => all.within(&asked.most),
        Err(rejection) => return unasked(&rejection, budget),
    };
    let mut hunt = Hunt::new(all, wanted, budget);
    let end = match asked.order {
        Order::Cost => hunt.by_cost(),
        Order::Largest => hunt.by_largest(),
    };
    let mut list = hunt.list;
    list.sort_by_cached_key(|found| key(found.opening(), asked.order));
    Openings {
        list,
        levels: hunt.levels,
        end: end.unwrap_or_else(OpeningsEnd::Stopped),
    }
}

/// The place of an opening in an order.
fn key(opening: &Opening, order: Order) -> (u64, u64, usize, Concession) {
    let largest = match order {
        Order::Cost => 0,
        Order::Largest => opening.largest(),
    };
    let concession = opening.concession().as_ref().clone();
    (largest, opening.cost(), opening.taken(), concession)
}

/// The answer to a question that cannot be restated.
fn unasked(rejection: &Rejection, budget: &Budget<'_>) -> Openings {
    let reason = match rejection {
        Rejection::CostsTooLarge => StopReason::NumberLimit,
        other => budget.check_failed(other),
    };
    Openings {
        list: Vec::new(),
        levels: Vec::new(),
        end: OpeningsEnd::Stopped(Unfinished {
            reason,
            level: None,
            at_least: 0,
            best: None,
        }),
    }
}
