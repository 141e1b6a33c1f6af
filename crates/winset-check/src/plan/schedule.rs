//! Schedules: orders of deliveries with days that keep every rule.

use super::order::{DeliveryOrder, delivery_order};
use super::question::PlanQuestion;
use super::refusal::PlanRefusal;
use super::rule::PlanRule;

/// A schedule that keeps every rule of the case and every bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSchedule {
    order: DeliveryOrder,
    begins: Vec<Option<u64>>,
    verified: Vec<Option<u64>>,
}

impl PlanSchedule {
    /// The rounds, with exposures.
    pub fn order(&self) -> &DeliveryOrder {
        &self.order
    }

    /// The day on which each item begins, in days after signature, by place; `None`: not planned.
    pub fn begins(&self) -> &[Option<u64>] {
        &self.begins
    }

    /// The day on which each item is verified.
    pub fn verified(&self) -> &[Option<u64>] {
        &self.verified
    }

    /// Planned items by their places, in the order in which they begin, then in which they are verified.
    pub fn in_order(&self, planned: &[usize]) -> Vec<usize> {
        let mut places = planned.to_vec();
        places.sort_by_key(|place| (self.begins[*place], self.verified[*place], *place));
        places
    }

    /// The last day on which something is verified; 0 without items.
    pub fn duration_days(&self) -> u64 {
        self.verified.iter().flatten().copied().max().unwrap_or(0)
    }
}

/// Checks a schedule: rounds as [`delivery_order`] has them, a day for each planned item and no other,
/// every rule of the case kept, and each round begun when all rounds before are verified.
///
/// # Errors
/// The first thing that is wrong.
pub fn plan_schedule(
    question: &PlanQuestion<'_>,
    rounds: &[Vec<usize>],
    begins: &[Option<u64>],
) -> Result<PlanSchedule, PlanRefusal> {
    let order = delivery_order(question, rounds)?;
    let count = question.plan.items.len();
    if begins.len() != count {
        return Err(PlanRefusal::NotDated(begins.len().min(count)));
    }
    for (place, begin) in begins.iter().enumerate() {
        let fits = begin.is_none_or(|day| i64::try_from(day).is_ok_and(|day| day < i64::MAX / 4));
        if begin.is_some() != question.is_planned(place) || !fits {
            return Err(PlanRefusal::NotDated(place));
        }
    }
    let rules = PlanRule::all(question);
    if rules
        .iter()
        .any(|rule| rule.broken_by(question, begins) > 0)
    {
        return Err(PlanRefusal::BrokenRule);
    }
    let spans = (0..count).map(|place| question.item(place).span_days());
    let verified: Vec<Option<u64>> = begins
        .iter()
        .zip(spans)
        .map(|(begin, days)| begin.map(|begin| begin + days))
        .collect();
    for (number, round) in order.rounds().iter().enumerate() {
        let earlier = order.rounds()[..number].iter().flatten();
        let done = earlier.filter_map(|place| verified[*place]).max();
        if round.iter().any(|place| begins[*place] < done) {
            return Err(PlanRefusal::BrokenRule);
        }
    }
    Ok(PlanSchedule {
        order,
        begins: begins.to_vec(),
        verified,
    })
}
