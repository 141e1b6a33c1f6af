//! The search for an order of rounds within limits: depth first in the order of ties, so that the first one
//! found is the one that is wanted.

use std::collections::BTreeMap;

use winset_model::answer::StopReason;
use winset_model::options::PartyId;

use super::deliveries::Deliveries;
use super::limit::PlanLimit;
use super::network::Network;
use super::rounds::RoundsAfter;

/// What has been delivered, by whom last, and how many rounds are left.
type State = (u64, Option<PartyId>, usize);

/// Days, and the round of each valued item, of a beginning that cannot be finished.
#[derive(Debug)]
struct Dead {
    begins: Vec<i64>,
    rounds: Vec<Vec<usize>>,
}

/// A search for orders.
#[derive(Debug)]
pub(super) struct Ordering<'a> {
    deliveries: &'a Deliveries,
    network: &'a Network,
    limit: &'a PlanLimit<'a>,
    /// The day by which everything is verified.
    end: Option<i64>,
    /// Whether an order can be finished without looking at days.
    finishes: BTreeMap<State, bool>,
    dead: BTreeMap<State, Vec<Dead>>,
}

impl<'a> Ordering<'a> {
    pub(super) fn new(
        deliveries: &'a Deliveries,
        network: &'a Network,
        limit: &'a PlanLimit<'a>,
        end: Option<i64>,
    ) -> Self {
        Self {
            deliveries,
            network,
            limit,
            end,
            finishes: BTreeMap::new(),
            dead: BTreeMap::new(),
        }
    }

    /// The first order of at most so many rounds, by the order of [`RoundsAfter`] round by round; among those
    /// in which no party delivers twice in a row, as two such rounds can be one.
    pub(super) fn first(
        &mut self,
        rounds_max: usize,
    ) -> Result<Option<Vec<Vec<usize>>>, StopReason> {
        let mut rounds = Vec::new();
        let found = self.dated_from((0, None, rounds_max), &mut rounds)?;
        Ok(found.then_some(rounds))
    }

    fn owner_of(&self, round: u64) -> Option<PartyId> {
        let units = self.deliveries.units.iter();
        let mut of_round = units.filter(|unit| unit.bits & round != 0);
        of_round.next().and_then(|unit| unit.owner)
    }

    /// The states after one more round.
    fn next(&self, state: State, round: u64) -> Option<State> {
        let (set, last, left) = state;
        let owner = self.owner_of(round);
        if left == 0 || (owner.is_some() && owner == last) {
            return None;
        }
        let next = set | round;
        (self.deliveries.rounds_least(next) < left).then_some((next, owner, left - 1))
    }

    /// Whether an order can be finished, whatever the days. Recursion is as deep as there are rounds.
    fn finishes(&mut self, state: State) -> Result<bool, StopReason> {
        if state.0 == self.deliveries.everything {
            return Ok(true);
        }
        if let Some(known) = self.finishes.get(&state) {
            return Ok(*known);
        }
        let mut found = false;
        for round in RoundsAfter::new(self.deliveries, state.0) {
            self.limit.step()?;
            if let Some(next) = self.next(state, round)
                && self.finishes(next)?
            {
                found = true;
                break;
            }
        }
        self.finishes.insert(state, found);
        Ok(found)
    }

    /// Finishes an order with days. Recursion is as deep as there are rounds.
    fn dated_from(
        &mut self,
        state: State,
        rounds: &mut Vec<Vec<usize>>,
    ) -> Result<bool, StopReason> {
        if !self.finishes(state)? {
            return Ok(false);
        }
        let valued = &self.deliveries.places;
        let Some(begins) = self.network.earliest(rounds, valued, self.end) else {
            return Ok(false);
        };
        if state.0 == self.deliveries.everything {
            return Ok(true);
        }
        if self.is_dead(state, &begins, rounds) {
            return Ok(false);
        }
        for round in RoundsAfter::new(self.deliveries, state.0) {
            self.limit.step()?;
            let Some(next) = self.next(state, round) else {
                continue;
            };
            rounds.push(self.deliveries.items(round));
            if self.dated_from(next, rounds)? {
                return Ok(true);
            }
            rounds.pop();
        }
        let dead = Dead {
            begins,
            rounds: rounds.clone(),
        };
        self.dead.entry(state).or_default().push(dead);
        Ok(false)
    }

    /// Whether a beginning is no better than one that could not be finished: nothing begins earlier or,
    /// where items lapse, so that earlier is not better, everything is in the same order and more.
    fn is_dead(&self, state: State, begins: &[i64], rounds: &[Vec<usize>]) -> bool {
        let dead = self.dead.get(&state).map(Vec::as_slice).unwrap_or_default();
        if self.network.has_lapses {
            return dead.iter().any(|dead| orders_all(rounds, &dead.rounds));
        }
        dead.iter().any(|dead| {
            let mut both = dead.begins.iter().zip(begins);
            both.all(|(dead, here)| dead <= here)
        })
    }
}

/// Whether rounds order everything that others order.
fn orders_all(rounds: &[Vec<usize>], others: &[Vec<usize>]) -> bool {
    let round_of = |item: &usize| rounds.iter().position(|round| round.contains(item));
    others.iter().enumerate().all(|(number, round)| {
        let later = others[number + 1..].iter().flatten();
        let mut pairs = later.flat_map(|after| round.iter().map(move |before| (before, after)));
        pairs.all(|(before, after)| round_of(before) < round_of(after))
    })
}
