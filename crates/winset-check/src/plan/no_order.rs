//! Proofs that no order of deliveries keeps the bounds: sets of delivered items that are closed under
//! everything that could be delivered next, and do not reach the end.

use std::collections::BTreeSet;

use winset_model::options::PartyId;

use super::question::{PlanQuestion, VALUED_ITEMS_MAX};
use super::refusal::PlanRefusal;

/// Most deliveries that the check of one proof tries.
pub const ROUNDS_TRIED_MAX: usize = 4_000_000;

/// No order of deliveries keeps the bounds, whatever the days: not at all, or not within some rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoOrder {
    rounds: Option<usize>,
    sets: usize,
}

impl NoOrder {
    /// Within how many rounds; `None`: however many there are.
    pub fn rounds(&self) -> Option<usize> {
        self.rounds
    }

    /// How many sets of delivered items the proof holds.
    pub fn sets(&self) -> usize {
        self.sets
    }
}

/// Checks that no order keeps the bounds, in however many rounds: that the sets hold the empty one and
/// with each set what any further delivery makes of it, but not the set of everything.
///
/// Deliveries are tried one by one, an act at once. A round of one owner can be taken apart into such
/// deliveries: the giver's exposure rises to what it is at the round's end, others' falls from what it
/// was before; so what rounds reach, single deliveries reach.
///
/// # Errors
/// When something is missing, or everything can be delivered.
pub fn no_order(question: &PlanQuestion<'_>, sets: &BTreeSet<u64>) -> Result<NoOrder, PlanRefusal> {
    let moves = Moves::of(question)?;
    if moves.units.len().saturating_mul(sets.len()) > ROUNDS_TRIED_MAX {
        return Err(PlanRefusal::TooLarge);
    }
    if !sets.contains(&0) {
        return Err(PlanRefusal::Missing);
    }
    if sets.contains(&moves.everything) {
        return Err(PlanRefusal::Deliverable);
    }
    for set in sets {
        for unit in &moves.units {
            if let Some(next) = moves.after(*set, unit.bits)
                && !sets.contains(&next)
            {
                return Err(PlanRefusal::Missing);
            }
        }
    }
    Ok(NoOrder {
        rounds: None,
        sets: sets.len(),
    })
}

/// Checks that no order keeps the bounds within as many rounds as there are layers but one: that the
/// first layer holds the empty set, and each what any round makes of the sets of the one before, and
/// that none holds the set of everything.
///
/// # Errors
/// As [`no_order`].
pub fn no_order_within(
    question: &PlanQuestion<'_>,
    layers: &[BTreeSet<u64>],
) -> Result<NoOrder, PlanRefusal> {
    let moves = Moves::of(question)?;
    let first = layers.first().ok_or(PlanRefusal::Missing)?;
    if !first.contains(&0) {
        return Err(PlanRefusal::Missing);
    }
    if layers.iter().any(|layer| layer.contains(&moves.everything)) {
        return Err(PlanRefusal::Deliverable);
    }
    let mut tried = 0;
    for (layer, next) in layers.iter().zip(&layers[1..]) {
        for set in layer {
            for round in moves.rounds(*set, &mut tried)? {
                if moves
                    .after(*set, round)
                    .is_some_and(|to| !next.contains(&to))
                {
                    return Err(PlanRefusal::Missing);
                }
            }
        }
    }
    Ok(NoOrder {
        rounds: Some(layers.len() - 1),
        sets: layers.iter().map(BTreeSet::len).sum(),
    })
}

/// Items that are delivered at once: those of an act, or one.
struct Unit {
    bits: u64,
    /// `None` where it has several owners.
    owner: Option<PartyId>,
}

/// What can be delivered, by sets of bits as [`PlanQuestion::valued`] numbers them.
struct Moves<'q> {
    question: &'q PlanQuestion<'q>,
    valued: Vec<usize>,
    everything: u64,
    units: Vec<Unit>,
    /// For each bit those that come before it.
    before: Vec<u64>,
}

impl<'q> Moves<'q> {
    fn of(question: &'q PlanQuestion<'q>) -> Result<Self, PlanRefusal> {
        let valued = question.valued();
        if valued.len() > VALUED_ITEMS_MAX {
            return Err(PlanRefusal::TooLarge);
        }
        let bits = |holds: &dyn Fn(usize) -> bool| -> u64 {
            let places = valued.iter().enumerate();
            let held = places.filter(|(_, place)| holds(**place));
            held.map(|(bit, _)| 1_u64 << bit).sum()
        };
        let precedence = question.precedence();
        let before = valued
            .iter()
            .map(|i| bits(&|j| precedence[*i][j]))
            .collect();
        let mut units = Vec::new();
        for place in &valued {
            let together = question.delivered_with(*place);
            if together[0] == *place {
                let owner = question.item(*place).owner;
                let one = together
                    .iter()
                    .all(|other| question.item(*other).owner == owner);
                units.push(Unit {
                    bits: bits(&|other| together.contains(&other)),
                    owner: one.then_some(owner),
                });
            }
        }
        Ok(Self {
            everything: bits(&|_| true),
            units,
            before,
            question,
            valued,
        })
    }

    fn items(&self, set: u64) -> Vec<usize> {
        let places = self.valued.iter().enumerate();
        let held = places.filter(|(bit, _)| set >> bit & 1 == 1);
        held.map(|(_, place)| *place).collect()
    }

    /// The set after a delivery; `None` when it is none, or breaks precedence or a bound.
    fn after(&self, set: u64, delivery: u64) -> Option<u64> {
        if delivery == 0 || set & delivery != 0 {
            return None;
        }
        let next = set | delivery;
        let waits = (0..self.valued.len())
            .any(|bit| delivery >> bit & 1 == 1 && self.before[bit] & !next != 0);
        let exposures = self.question.exposures(&self.items(next));
        (!waits && self.question.keeps_bounds(&exposures)).then_some(next)
    }

    /// All rounds that could follow a set, before precedence and bounds are looked at.
    fn rounds(&self, set: u64, tried: &mut usize) -> Result<Vec<u64>, PlanRefusal> {
        let left = || self.units.iter().filter(|unit| unit.bits & set == 0);
        let joint = left().filter(|unit| unit.owner.is_none());
        let mut rounds: Vec<u64> = joint.map(|unit| unit.bits).collect();
        for party in (0..self.question.case.parties.len()).map(PartyId::at) {
            let own = left().filter(|unit| unit.owner == Some(party));
            let mut sets = vec![0];
            for unit in own {
                if sets.len() > ROUNDS_TRIED_MAX {
                    return Err(PlanRefusal::TooLarge);
                }
                let with: Vec<u64> = sets.iter().map(|set| set | unit.bits).collect();
                sets.extend(with);
            }
            rounds.extend(sets.into_iter().filter(|set| *set != 0));
        }
        *tried += rounds.len();
        if *tried > ROUNDS_TRIED_MAX {
            return Err(PlanRefusal::TooLarge);
        }
        Ok(rounds)
    }
}
