//! Whether an overlap depends on where uncertain no-deal values lie.

use winset_check::{Acceptable, NoOverlap};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::search::overlap;

/// What uncertain no-deal values leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Certainty {
    /// There is an overlap wherever the values lie: a package that reaches the most that each of
    /// them may be.
    Certain(Acceptable),
    /// There is one for some values and none for others.
    Possible {
        /// A package that reaches the least that each value may be.
        at_low: Acceptable,
        /// That no package reaches the most that each of them may be.
        at_high: NoOverlap,
    },
    /// There is none wherever they lie: no package reaches the least that each of them may be.
    Impossible(NoOverlap),
    /// Stopped before it was decided.
    Stopped(StopReason),
}

/// Whether there is an overlap for all, for some or for no values within the bounds that the case
/// states. `None` when every value is certain: the floors that were moved, or dropped, by the
/// positions are what they say.
pub fn certainty(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Option<Certainty> {
    let (mut low, mut high) = (positions.clone(), positions.clone());
    for (p, party) in case.parties.iter().enumerate() {
        let sheet = party.sheet.open();
        if let Some((least, most)) = sheet.no_deal_range
            && positions.floors[p].is_some()
            && positions.floors[p] == sheet.no_deal
        {
            low.floors[p] = Some(least);
            high.floors[p] = Some(most);
        }
    }
    (low != high).then(|| decide(case, &low, &high, budget))
}

fn decide(case: &Case, low: &Positions, high: &Positions, budget: &Budget<'_>) -> Certainty {
    let at_high = match overlap(case, high, budget) {
        Answer::Found(package) => return Certainty::Certain(package),
        Answer::Impossible(proof) => proof,
        Answer::Stopped { reason, .. } => return Certainty::Stopped(reason),
    };
    match overlap(case, low, budget) {
        Answer::Found(at_low) => Certainty::Possible { at_low, at_high },
        Answer::Impossible(proof) => Certainty::Impossible(proof),
        Answer::Stopped { reason, .. } => Certainty::Stopped(reason),
    }
}
