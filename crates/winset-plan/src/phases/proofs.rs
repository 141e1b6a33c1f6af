//! Layers of sets of delivered items, as proofs that rounds do not suffice.

use std::collections::BTreeSet;

use winset_check::plan::{NoOrder, PlanQuestion, no_order, no_order_within};

use super::deliveries::{Deliveries, sum};
use super::rounds::RoundsAfter;

/// Most sets of a proof that no order does, in however many rounds.
const REACHED_MAX: usize = 5_000;
/// Most sets of a proof about some rounds, and most rounds tried for it.
const PROOF_SETS_MAX: usize = 5_000;
const PROOF_ROUNDS_MAX: usize = 100_000;

/// The checked proof that no order keeps the bounds within so many rounds, whatever the days; `None` where
/// one does, or the proof would be too large.
pub(super) fn no_order_in(question: &PlanQuestion<'_>, rounds: usize) -> Option<NoOrder> {
    let deliveries = Deliveries::of(question)?;
    let mut layers = vec![BTreeSet::from([0])];
    let (mut sets, mut tried) = (1, 0);
    for _ in 0..rounds {
        let mut next = BTreeSet::new();
        for set in layers.last()? {
            for round in RoundsAfter::all(&deliveries, *set) {
                tried += 1;
                next.insert(set | round);
                if tried > PROOF_ROUNDS_MAX || sets + next.len() > PROOF_SETS_MAX {
                    return None;
                }
            }
        }
        sets += next.len();
        layers.push(next);
    }
    no_order_within(question, &layers).ok()
}

/// The checked proof that no order keeps the bounds, in however many rounds and whatever the days; `None`
/// where one does, or the proof would be too large.
pub(super) fn no_order_at_all(question: &PlanQuestion<'_>) -> Option<NoOrder> {
    let deliveries = Deliveries::of(question)?;
    let mut sets = BTreeSet::from([0]);
    let mut open = vec![0];
    while let Some(set) = open.pop() {
        if set == deliveries.everything || sets.len() > REACHED_MAX {
            return None;
        }
        let net = deliveries.net(set);
        for unit in deliveries.units.iter().rev() {
            let next = set | unit.bits;
            let may = unit.bits & set == 0 && unit.before & !next == 0;
            if may && deliveries.keeps(&sum(&net, &unit.adds)) && sets.insert(next) {
                open.push(next);
            }
        }
    }
    no_order(question, &sets).ok()
}
