//! The main question: is there any overlap at the declared positions, and what does it look like?

use num_bigint::BigUint;
use winset_check::{Acceptable, Best, NoOverlap};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{OptionSet, PartyId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::count::{Count, count};
use crate::search::{Undecided, overlap};
use crate::survey::{best, occurring};

/// The verdict on a case.
#[derive(Debug)]
pub struct Verdict {
    /// Number of all packages.
    pub packages: BigUint,
    /// The answer under the positions asked about.
    pub overlap: Answer<Overlap, NoOverlap, Undecided>,
    /// The answer under the same positions without any floor.
    pub without_floors: Answer<Count, NoOverlap, Undecided>,
}

/// What is known of an overlap.
#[derive(Debug)]
pub struct Overlap {
    /// How many packages it holds.
    pub count: Count,
    /// One of them.
    pub witness: Acceptable,
    /// For each point the options that occur; `None` when that was not finished.
    pub occurring: Option<Vec<OptionSet>>,
    /// For each party the best that it can get; `None` for a party without preferences, or when
    /// that was not finished.
    pub best: Vec<Option<Best>>,
    /// Why a part was not finished.
    pub stopped: Option<StopReason>,
}

/// Decides a case under the given positions, and once more without floors.
pub fn verdict(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Verdict {
    let packages = case.package_count();
    let open = positions.clone().without_floors();
    let without_floors = match overlap(case, &open, budget) {
        Answer::Found(_) => Answer::Found(count(case, &open, budget)),
        Answer::Impossible(proof) => Answer::Impossible(proof),
        Answer::Stopped { reason, bound, .. } => Answer::Stopped {
            reason,
            best: None,
            bound,
        },
    };
    let overlap = match overlap(case, positions, budget) {
        Answer::Found(witness) => Answer::Found(look_around(case, positions, witness, budget)),
        Answer::Impossible(proof) => Answer::Impossible(proof),
        Answer::Stopped { reason, bound, .. } => Answer::Stopped {
            reason,
            best: None,
            bound,
        },
    };
    Verdict {
        packages,
        overlap,
        without_floors,
    }
}

fn look_around(
    case: &Case,
    positions: &Positions,
    witness: Acceptable,
    budget: &Budget<'_>,
) -> Overlap {
    let mut stopped = None;
    let occurring = occurring(case, positions, &witness, budget);
    let occurring = occurring.map_err(|reason| stopped = Some(reason)).ok();
    let mut bests = Vec::new();
    for party in 0..case.parties.len() {
        let found = best(case, positions, PartyId::at(party), &witness, budget);
        bests.push(found.unwrap_or_else(|reason| {
            stopped = Some(reason);
            None
        }));
    }
    let count = count(case, positions, budget);
    Overlap {
        count,
        witness,
        occurring,
        best: bests,
        stopped,
    }
}
