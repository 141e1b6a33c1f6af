//! Orders of deliveries: rounds, precedence, and exposure after each.

use super::question::PlanQuestion;
use super::refusal::PlanRefusal;

/// An order in which everything valued is delivered, within the bounds; days are not looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryOrder {
    rounds: Vec<Vec<usize>>,
    exposures: Vec<Vec<u64>>,
}

impl DeliveryOrder {
    /// The items of each round, in the order of the file.
    pub fn rounds(&self) -> &[Vec<usize>] {
        &self.rounds
    }

    /// What each party has given without return after each round, by its own values.
    pub fn exposures(&self) -> &[Vec<u64>] {
        &self.exposures
    }

    /// The largest exposure of any party after any round; 0 without rounds.
    pub fn largest_exposure(&self) -> u64 {
        let all = self.exposures.iter().flatten();
        all.copied().max().unwrap_or(0)
    }
}

/// Checks that rounds deliver every valued item once, each round by one owner or as one act, after what
/// comes before, within the bounds.
///
/// # Errors
/// The first thing that is wrong.
pub fn delivery_order(
    question: &PlanQuestion<'_>,
    rounds: &[Vec<usize>],
) -> Result<DeliveryOrder, PlanRefusal> {
    let valued = question.valued();
    for place in rounds.iter().flatten() {
        if !valued.contains(place) {
            return Err(PlanRefusal::NotOnce(*place));
        }
    }
    for place in &valued {
        let rounds_with = rounds.iter().flatten().filter(|other| *other == place);
        if rounds_with.count() != 1 {
            return Err(PlanRefusal::NotOnce(*place));
        }
    }
    for (number, round) in rounds.iter().enumerate() {
        if !is_round(question, round) {
            return Err(PlanRefusal::NotARound(number));
        }
    }
    let before = question.precedence();
    let mut delivered: Vec<usize> = Vec::new();
    let mut exposures = Vec::new();
    for (number, round) in rounds.iter().enumerate() {
        delivered.extend(round);
        for item in round {
            let waits_for = |other: &&usize| before[*item][**other] && !delivered.contains(*other);
            if let Some(other) = valued.iter().find(waits_for) {
                return Err(PlanRefusal::TooEarly {
                    item: *item,
                    before: *other,
                });
            }
        }
        let now = question.exposures(&delivered);
        let mut both = now.iter().zip(&question.bounds);
        let over = both.position(|(exposure, bound)| bound.is_some_and(|b| *exposure > b));
        if let Some(party) = over {
            return Err(PlanRefusal::OverBound {
                round: number,
                party,
            });
        }
        exposures.push(now);
    }
    let mut rounds = rounds.to_vec();
    rounds.iter_mut().for_each(|round| round.sort_unstable());
    Ok(DeliveryOrder { rounds, exposures })
}

/// Whether items are a round: whole acts, of one owner; or one act.
fn is_round(question: &PlanQuestion<'_>, round: &[usize]) -> bool {
    let Some(first) = round.first() else {
        return false;
    };
    let is_whole = |item: &usize| {
        let together = question.delivered_with(*item);
        together.iter().all(|other| round.contains(other))
    };
    let owner = question.item(*first).owner;
    let one_owner = round.iter().all(|item| question.item(*item).owner == owner);
    let one_act = question.delivered_with(*first).len() == round.len();
    round.iter().all(is_whole) && (one_owner || one_act)
}
