//! How much trust is needed: the smallest bound with which everything can be delivered.

use std::collections::BTreeSet;

use winset_model::options::PartyId;

use super::no_order::no_order;
use super::order::delivery_order;
use super::question::PlanQuestion;
use super::refusal::PlanRefusal;

/// The smallest bound with which some order delivers everything, whatever the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrustNeeded {
    party: Option<PartyId>,
    bound: u64,
}

impl TrustNeeded {
    /// Whose bound it is, with the others' as they are; `None`: one bound for every party.
    pub fn party(self) -> Option<PartyId> {
        self.party
    }

    /// The bound.
    pub fn bound(self) -> u64 {
        self.bound
    }
}

/// Checks that a bound is the smallest: that rounds keep it, and that no order keeps one less, by sets as
/// in [`no_order`].
///
/// # Errors
/// When rounds do not keep it, or one less is not proven to be too little.
pub fn trust_needed(
    question: &PlanQuestion<'_>,
    party: Option<PartyId>,
    bound: u64,
    rounds: &[Vec<usize>],
    sets_below: &BTreeSet<u64>,
) -> Result<TrustNeeded, PlanRefusal> {
    let bounded = |bound: u64| match party {
        None => question.with_common_bound(bound),
        Some(party) => question.with_bound(party, Some(bound)),
    };
    delivery_order(&bounded(bound), rounds)?;
    if let Some(less) = bound.checked_sub(1) {
        no_order(&bounded(less), sets_below).map_err(|_| PlanRefusal::OtherBound)?;
    }
    Ok(TrustNeeded { party, bound })
}
