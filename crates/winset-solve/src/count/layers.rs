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

use super::order::order;
use super::residual::{BROKEN, KEPT, Residuals};
use crate::budget::Budget;
use crate::problem::Problem;
use crate::rule::Class;

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
    if super::product(domains).bits() < 128 {
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
    point: usize,
    /// Rules open before, and after.
    before: &'a [usize],
    after: &'a [usize],
    /// Terms (floor, bonus) open before, and after.
    terms_before: &'a [(usize, usize)],
    terms_after: &'a [(usize, usize)],
    /// For each floor the least and the most that is still to come after this point.
    rest: Vec<(i64, i64)>,
}

fn layers<N>(problem: &Problem, domains: &[OptionSet], budget: &Budget<'_>) -> Result<N, StopReason>
where
    N: Clone + From<u32> + Add<Output = N> + Mul<Output = N>,
{
    let several: Vec<bool> = domains.iter().map(|d| d.len() > 1).collect();
    let order = order(problem, &several);
    let place = places(&order);
    let mut residuals = Vec::new();
    let mut firsts = Vec::new();
    for rule in &problem.rules {
        let (states, first) = Residuals::new(rule);
        residuals.push(states);
        firsts.push(first);
    }
    if firsts.contains(&BROKEN) {
        return Ok(N::from(0));
    }
    let mut states = States {
        width: problem.floors.len(),
        values: problem.floors.iter().map(|f| f.need).collect(),
        counts: vec![N::from(1)],
    };
    let (mut open, mut terms): (Vec<usize>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    for (turn, point) in order.iter().enumerate() {
        let after = open_rules(problem, &place, turn);
        let terms_after = open_terms(problem, &place, turn);
        let layer = Layer {
            problem,
            point: *point,
            before: &open,
            after: &after,
            terms_before: &terms,
            terms_after: &terms_after,
            rest: rest(problem, domains, &order[turn + 1..], &place, turn),
        };
        states = layer.settle(&states, &domains[*point], &mut residuals, &firsts, budget)?;
        (open, terms) = (after, terms_after);
    }
    Ok(states.counts.into_iter().fold(N::from(0), |a, b| a + b))
}

/// For each point its turn.
fn places(order: &[usize]) -> Vec<usize> {
    let mut place = vec![0; order.len()];
    order
        .iter()
        .enumerate()
        .for_each(|(turn, point)| place[*point] = turn);
    place
}

/// Rules with a point settled by this turn and one still to come.
fn open_rules(problem: &Problem, place: &[usize], turn: usize) -> Vec<usize> {
    let open = |r: &usize| {
        let mut turns = problem.rules[*r].points.iter().map(|(p, _)| place[*p]);
        turns.clone().any(|t| t <= turn) && turns.any(|t| t > turn)
    };
    (0..problem.rules.len()).filter(open).collect()
}

/// Terms across points with a point settled by this turn and one still to come.
fn open_terms(problem: &Problem, place: &[usize], turn: usize) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    for (f, floor) in problem.floors.iter().enumerate() {
        for (b, bonus) in floor.bonuses.iter().enumerate() {
            let mut turns = bonus.when.iter().map(|(p, _)| place[*p]);
            if turns.clone().any(|t| t <= turn) && turns.any(|t| t > turn) {
                open.push((f, b));
            }
        }
    }
    open
}

/// For each floor the least and the most that points after this turn, and terms that reach beyond
/// it, can still give.
fn rest(
    problem: &Problem,
    domains: &[OptionSet],
    later: &[usize],
    place: &[usize],
    turn: usize,
) -> Vec<(i64, i64)> {
    let of_floor = |floor: &std::sync::Arc<crate::problem::Floor>| {
        let (mut least, mut most) = (0, 0);
        for point in later {
            let scores = || {
                domains[*point]
                    .iter()
                    .map(|o| floor.scores[problem.slots[*point] + o.index()])
            };
            least += scores().min().unwrap_or(0);
            most += scores().max().unwrap_or(0);
        }
        for bonus in &floor.bonuses {
            if bonus.when.iter().any(|(p, _)| place[*p] > turn) {
                least += bonus.score.min(0);
                most += bonus.score.max(0);
            }
        }
        (least, most)
    };
    problem.floors.iter().map(of_floor).collect()
}

impl Layer<'_> {
    fn settle<N>(
        &self,
        states: &States<N>,
        domain: &OptionSet,
        residuals: &mut [Residuals],
        firsts: &[i64],
        budget: &Budget<'_>,
    ) -> Result<States<N>, StopReason>
    where
        N: Clone + From<u32> + Add<Output = N> + Mul<Output = N>,
    {
        let width = self.after.len() + self.problem.floors.len() + self.terms_after.len();
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
                let slot = self.problem.slots[self.point] + option.index();
                let class = OptionSet::only(option);
                row.clear();
                if self.rules(from, &class, residuals, firsts, &mut row)
                    && self.scores(&from[self.before.len()..], &class, slot, &mut row)
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

    /// Writes the states of the rules that stay open; false when one is broken.
    fn rules(
        &self,
        from: &[i64],
        class: &OptionSet,
        residuals: &mut [Residuals],
        firsts: &[i64],
        row: &mut Vec<i64>,
    ) -> bool {
        let state_of = |rule: usize| {
            self.before
                .binary_search(&rule)
                .map_or(firsts[rule], |place| from[place])
        };
        for rule in &self.problem.watchers[self.point] {
            if self.after.binary_search(rule).is_err() {
                let state = residuals[*rule].after(state_of(*rule), self.point, class);
                if state != KEPT {
                    return false;
                }
            }
        }
        for rule in self.after {
            let mut state = state_of(*rule);
            if self.watches(*rule) {
                state = residuals[*rule].after(state, self.point, class);
            }
            if state == BROKEN {
                return false;
            }
            row.push(state);
        }
        true
    }

    fn watches(&self, rule: usize) -> bool {
        let points: &[(usize, Vec<Class>)] = &self.problem.rules[rule].points;
        points
            .binary_search_by_key(&self.point, |(p, _)| *p)
            .is_ok()
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
        let alive = |f: usize, b: usize| {
            let before = self.terms_before.binary_search(&(f, b));
            let bonus = &self.problem.floors[f].bonuses[b];
            let here = bonus.when.iter().find(|(p, _)| *p == self.point);
            before.map_or(true, |place| from[floors + place] == 1)
                && here.is_none_or(|(_, set)| class.is_subset(set))
        };
        for (f, floor) in self.problem.floors.iter().enumerate() {
            for (b, bonus) in floor.bonuses.iter().enumerate() {
                let here = bonus.when.iter().any(|(p, _)| *p == self.point);
                let ends = here && self.terms_after.binary_search(&(f, b)).is_err();
                if ends && row[start + f] != REACHED && alive(f, b) {
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
        for (f, b) in self.terms_after {
            row.push(i64::from(row[start + f] != REACHED && alive(*f, *b)));
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
