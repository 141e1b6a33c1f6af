//! What would open an overlap: the cheapest steps and drops, the next cheapest, all minimal ones.

mod hunt;
mod least;
mod moves;

use winset_check::{Cheapest, ConcessionQuestion, NoOther, NoOverlap, Opening, Rejection};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::derived::{Concession, ConcessionTerms};
use winset_model::positions::Positions;

use crate::budget::Budget;
use hunt::Hunt;

pub use moves::{Move, Target, clashes_at_hand, moves};

/// Which openings are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpeningTerms {
    /// What may be given up.
    pub terms: ConcessionTerms,
    /// For each party the most that its concessions may cost; parties that are not listed have no
    /// limit.
    pub most: Vec<Option<u64>>,
    /// Which come first.
    pub order: Order,
}

/// In which order openings are listed.
///
/// Of those that are equal in it, the ones with fewer steps and drops come first, then those whose
/// steps are first by the order of lines in the case, then by step, then by what is dropped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By the sum of all parties' costs.
    #[default]
    Cost,
    /// By the cost of the party that it costs most, then by the sum: nobody should be alone in
    /// giving way.
    Largest,
}

/// How many openings are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// So many, and all that are equal to the last of them in costs; at least one.
    First(usize),
    /// All minimal ones. They can be exponentially many.
    All,
}

/// Minimal openings: nothing less than one of them opens.
#[derive(Debug)]
pub struct Openings {
    /// The openings, in order. Where there is an overlap already, one that gives up nothing.
    pub list: Vec<Cheapest>,
    /// With [`Order::Largest`]: for each level of the largest cost that occurs, from the second
    /// on, that there is no other opening below it; for the first as well unless it is 0.
    pub levels: Vec<NoOther>,
    /// What is known of all others.
    pub end: OpeningsEnd,
}

/// What is known of openings that are not listed.
#[derive(Debug)]
pub enum OpeningsEnd {
    /// The list holds all minimal openings.
    Complete(NoOther),
    /// All others cost more than the last one of the list.
    Dearer(NoOther),
    /// There is none at all.
    Nothing(NoOther, Blocked),
    /// Stopped; there may be others, none of which comes before those of the list.
    Stopped(Unfinished),
}

/// What is known of the next opening when a list was stopped.
#[derive(Debug)]
pub struct Unfinished {
    /// Why it was stopped.
    pub reason: StopReason,
    /// With [`Order::Largest`]: the largest cost of the next one is at least this.
    pub level: Option<u64>,
    /// The next one costs at least this, all parties together; where there is a level, only if its
    /// largest cost is that.
    pub at_least: u64,
    /// An opening that is not known to be the next one.
    pub best: Option<Box<Opening>>,
}

/// Why nothing that may be given up opens an overlap.
#[derive(Debug)]
pub enum Blocked {
    /// The no-deal values: without them something would open.
    NoDealValues,
    /// What cannot be given up, even without any no-deal value.
    Positions(NoOverlap),
    /// Stopped before that was known.
    Undecided(StopReason),
}

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
