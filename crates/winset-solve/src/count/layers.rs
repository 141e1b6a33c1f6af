//! Exact counting by dynamic programming: points are settled one after the other, and partial
//! packages that leave the same rules in the same state and the same scores to reach are counted
//! together.
//!
//! Time and memory grow with the number of states at the widest cut, not with the number of
//! packages. A score that every completion reaches is a state of its own, as is a rule that is
//! kept.

use std::ops::{Add, Mul};

use num_bigint::BigUint;
use winset_model::answer::StopReason;
use winset_model::options::OptionSet;

use super::number::product;
use crate::budget::Budget;
use crate::elimination::{Elimination, RuleStates, eliminations};
use crate::problem::{Problem, Worth};

/// Most values that the states of a layer may hold together.
const VALUES_MAX: usize = 1 << 22;
/// The mark of a floor that every completion reaches.
const REACHED: i64 = i64::MIN;

/// Counts the packages inside the domains that keep every rule and reach every floor.
///
/// # Errors
/// Stops at the budget, or where the states need too much memory.
pub(super) fn count(
    problem: &Problem,
    domains: &[OptionSet],
    budget: &Budget<'_>,
) -> Result<BigUint, StopReason> {
    if product(domains).bits() < 128 {
        layers::<u128>(problem, domains, budget).map(BigUint::from)
    } else {
        layers::<BigUint>(problem, domains, budget)
    }
}

/// A state: rules half settled, then floors, then terms half settled.
struct States<N> {
    width: usize,
    values: Vec<i64>,
    counts: Vec<N>,
}

/// How settling one point changes states.
struct Layer<'a> {
    problem: &'a Problem,
    elimination: &'a Elimination,
    /// For each floor the least and the most that is still to come after this point.
    rest: Vec<(i64, i64)>,
}

fn layers<N>(problem: &Problem, domains: &[OptionSet], budget: &Budget<'_>) -> Result<N, StopReason>
where
    N: Clone + From<u32> + Add<Output = N> + Mul<Output = N>,
{
    let mut rules = RuleStates::new(problem);
    let worths: Vec<Worth<'_>> = problem.floors.iter().map(|floor| floor.worth()).collect();
    let mut states = States {
        width: problem.floors.len(),
        values: problem.floors.iter().map(|f| f.need).collect(),
        counts: vec![N::from(1)],
    };
    for elimination in &eliminations(problem, domains, &worths) {
        let rest = worths.iter();
        let rest = rest.map(|worth| elimination.rest(problem, domains, *worth));
        let layer = Layer {
            problem,
            elimination,
            rest: rest.collect(),
        };
        states = layer.settle(&states, &domains[elimination.point], &mut rules, budget)?;
    }
    Ok(states.counts.into_iter().fold(N::from(0), |a, b| a + b))
}

impl Layer<'_> {
    fn settle<N>(
        &self,
        states: &States<N>,
        domain: &OptionSet,
        rules: &mut RuleStates<'_>,
        budget: &Budget<'_>,
    ) -> Result<States<N>, StopReason>
    where
        N: Clone + From<u32> + Add<Output = N> + Mul<Output = N>,
    {
        let floors = self.problem.floors.len();
        let width = self.elimination.rules_after() + floors + self.elimination.terms_after().len();
        let mut next = States {
            width,
            values: Vec::new(),
            counts: Vec::new(),
        };
        let mut row = Vec::with_capacity(width);
        for (number, count) in states.counts.iter().enumerate() {
            if number % 1024 == 0
                && let Some(reason) = (budget.stop)()
            {
                return Err(reason);
            }
            let from = &states.values[number * states.width..(number + 1) * states.width];
            for option in domain {
                let slot = self.problem.slots[self.elimination.point] + option.index();
                let class = OptionSet::only(option);
                row.clear();
                if rules.after(from, self.elimination, &class, &mut row)
                    && self.scores(
                        &from[self.elimination.rules_before()..],
                        &class,
                        slot,
                        &mut row,
                    )
                {
                    next.values.extend_from_slice(&row);
                    next.counts.push(count.clone());
                }
            }
            if next.values.len() > VALUES_MAX {
                next = next.merged();
                if next.values.len() > VALUES_MAX / 2 {
                    return Err(StopReason::MemoryLimit);
                }
            }
        }
        Ok(next.merged())
    }

    /// Writes what each floor still needs and which terms stay open; false when one is missed.
    fn scores(&self, from: &[i64], class: &OptionSet, slot: usize, row: &mut Vec<i64>) -> bool {
        let floors = self.problem.floors.len();
        let start = row.len();
        for (f, floor) in self.problem.floors.iter().enumerate() {
            row.push(if from[f] == REACHED {
                REACHED
            } else {
                from[f] - floor.scores[slot]
            });
        }
        let is_alive = |f: usize, b: usize| {
            let bonus = &self.problem.floors[f].bonuses[b];
            self.elimination
                .is_alive((f, b), bonus, class, &from[floors..])
        };
        for (f, floor) in self.problem.floors.iter().enumerate() {
            for (b, bonus) in floor.bonuses.iter().enumerate() {
                let ends = self.elimination.ends((f, b), bonus);
                if ends && row[start + f] != REACHED && is_alive(f, b) {
                    row[start + f] -= bonus.score;
                }
            }
            let (least, most) = self.rest[f];
            if row[start + f] != REACHED {
                if row[start + f] > most {
                    return false;
                }
                if row[start + f] <= least {
                    row[start + f] = REACHED;
                }
            }
        }
        for (f, b) in self.elimination.terms_after() {
            row.push(i64::from(row[start + f] != REACHED && is_alive(*f, *b)));
        }
        true
    }
}

impl<N: Clone + Add<Output = N>> States<N> {
    /// Counts equal states together; states come in rising order.
    fn merged(self) -> Self {
        let row = |n: usize| &self.values[n * self.width..(n + 1) * self.width];
        let mut sorted: Vec<usize> = (0..self.counts.len()).collect();
        sorted.sort_unstable_by(|a, b| row(*a).cmp(row(*b)));
        let mut merged = Self {
            width: self.width,
            values: Vec::new(),
            counts: Vec::new(),
        };
        let mut last: Option<usize> = None;
        for number in sorted {
            let count = self.counts[number].clone();
            match (last, merged.counts.last_mut()) {
                (Some(before), Some(sum)) if row(before) == row(number) => {
                    *sum = sum.clone() + count;
                }
                _ => {
                    merged.values.extend_from_slice(row(number));
                    merged.counts.push(count);
                    last = Some(number);
                }
            }
        }
        merged
    }
}
