//! One answer in each way that finds it, for who compares the ways with each other or with plain
//! enumeration. Who asks a question for its answer wants [`count`](crate::count),
//! [`frontier`](crate::frontier) or [`settlements`](crate::settlements).

use winset_check::NoOverlap;
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

pub use crate::count::ways as counts;

use crate::budget::Budget;
use crate::frontier::{Engine, FrontierFound, from_start, frontier_by, frontier_pruned};
use crate::search::Undecided;
use crate::settle::{Known, Seeds, SettlementTerms, Settlements, settle};

/// The frontier in the eyes of some parties point by point, under a name that says how: as it is
/// found, and with partial packages left out wherever that can be done.
///
/// # Panics
/// As [`overlap`](crate::overlap).
pub fn frontiers(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    budget: &Budget<'_>,
) -> [(&'static str, FrontierFound); 2] {
    let summed = frontier_by(case, positions, parties, &[Engine::Sums], budget);
    let pruned = frontier_pruned(case, positions, parties, budget);
    [("sums", summed), ("pruned sums", pruned)]
}

/// What searches lead to that begin with some packages.
#[derive(Debug)]
pub struct FromStart {
    /// Which packages they are.
    pub name: &'static str,
    /// The frontier by boxes, in the eyes of the parties of the terms.
    pub frontier: FrontierFound,
    /// What the rules pick; impossible, or stopped, where not even one package was found.
    pub settlements: Answer<Settlements, NoOverlap, Undecided>,
}

/// What searches lead to from each start: from what lies around a package, and from one package.
///
/// # Panics
/// As [`overlap`](crate::overlap).
pub fn from_starts(
    case: &Case,
    positions: &Positions,
    terms: &SettlementTerms,
    budget: &Budget<'_>,
) -> [FromStart; 2] {
    let ordered = terms.ordered();
    let starts = [
        ("all around", Seeds::around(case, positions, budget)),
        ("one package", Seeds::one(case, positions, budget)),
    ];
    starts.map(|(name, start)| FromStart {
        name,
        frontier: from_start(case, positions, &ordered.parties, start.clone(), budget),
        settlements: match start {
            Answer::Found(seeds) => {
                let known = Known { seeds, bests: &[] };
                Answer::Found(settle(case, positions, &ordered, known, budget))
            }
            Answer::Impossible(proof) => Answer::Impossible(proof),
            Answer::Stopped { reason, bound, .. } => Answer::Stopped {
                reason,
                best: None,
                bound,
            },
        },
    })
}
