//! How much trust is needed: the smallest bound with which everything can be delivered.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use winset_check::plan::{NoOrder, PlanQuestion, TrustNeeded, no_order, trust_needed};
use winset_model::answer::StopReason;
use winset_model::options::PartyId;

use super::deliveries::{Deliveries, sum};
use super::limit::PlanLimit;

/// Most sets of delivered items that are looked at for a smallest bound.
const SETS_MAX: usize = 50_000;

/// How much a party must dare to have given without return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trust {
    /// The smallest bound that would do.
    Smallest(TrustNeeded),
    /// No bound would do: others' bounds stand in the way.
    NoBound(NoOrder),
    /// Stopped: smaller ones are proven to be too small.
    AtLeast {
        /// The least that is not ruled out.
        bound: u64,
        /// Why.
        reason: StopReason,
    },
}

/// The smallest bound with which some order delivers everything, whatever the days: one for every party in
/// the place of all bounds or, of a party, with the others' as they are.
///
/// Looks at sets of delivered items, least exposure first: exponential in the number of valued items.
pub fn trust(question: &PlanQuestion<'_>, party: Option<PartyId>, limit: &PlanLimit<'_>) -> Trust {
    let unbounded = match party {
        None => question.with_common_bound(i64::MAX.unsigned_abs()),
        Some(party) => question.with_bound(party, None),
    };
    let nothing = |reason| Trust::AtLeast { bound: 0, reason };
    let Some(deliveries) = Deliveries::of(&unbounded) else {
        return nothing(StopReason::NumberLimit);
    };
    let exposure = |net: &[i64]| -> u64 {
        let most = match party {
            None => net.iter().copied().max().unwrap_or(0),
            Some(party) => net[party.index()],
        };
        u64::try_from(most).unwrap_or(0)
    };
    let mut open = BinaryHeap::from([Reverse((0_u64, 0_u64))]);
    // The least exposure known with which each set is reached, and the unit delivered last.
    let mut reached: BTreeMap<u64, (u64, usize)> = BTreeMap::new();
    let mut closed: BTreeMap<u64, u64> = BTreeMap::new();
    while let Some(Reverse((most, set))) = open.pop() {
        if closed.contains_key(&set) {
            continue;
        }
        if set == deliveries.everything {
            let rounds = path(&deliveries, &reached, set);
            let below = closed.iter().filter(|(_, exposure)| **exposure < most);
            let below: BTreeSet<u64> = below.map(|(set, _)| *set).collect();
            let checked = trust_needed(question, party, most, &rounds, &below);
            let reason = StopReason::CheckFailed;
            let unchecked = |_| Trust::AtLeast {
                bound: most,
                reason,
            };
            return checked.map_or_else(unchecked, Trust::Smallest);
        }
        closed.insert(set, most);
        let step = limit.step();
        let full = closed.len() >= SETS_MAX;
        let stopped = full.then_some(StopReason::MemoryLimit).or(step.err());
        if let Some(reason) = stopped {
            return Trust::AtLeast {
                bound: most,
                reason,
            };
        }
        let here = deliveries.net(set);
        for (place, unit) in deliveries.units.iter().enumerate() {
            let next = set | unit.bits;
            if unit.bits & set != 0 || unit.before & !next != 0 || closed.contains_key(&next) {
                continue;
            }
            let net = sum(&here, &unit.adds);
            if deliveries.keeps(&net) {
                let most = most.max(exposure(&net));
                if reached.get(&next).is_none_or(|(known, _)| most < *known) {
                    reached.insert(next, (most, place));
                    open.push(Reverse((most, next)));
                }
            }
        }
    }
    let sets: BTreeSet<u64> = closed.into_keys().collect();
    match no_order(&unbounded, &sets) {
        Ok(proof) => Trust::NoBound(proof),
        Err(_) => nothing(StopReason::CheckFailed),
    }
}

/// One delivery after the other, up to a set.
fn path(
    deliveries: &Deliveries,
    reached: &BTreeMap<u64, (u64, usize)>,
    set: u64,
) -> Vec<Vec<usize>> {
    let (mut rounds, mut here) = (Vec::new(), set);
    while let Some((_, unit)) = reached.get(&here) {
        let bits = deliveries.units[*unit].bits;
        rounds.push(deliveries.items(bits));
        here &= !bits;
    }
    rounds.reverse();
    rounds
}
