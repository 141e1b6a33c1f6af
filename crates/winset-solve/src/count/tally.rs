//! Counting by search: subtrees whose every package is acceptable count as a whole, small ones are
//! enumerated.

use num_bigint::BigUint;
use winset_model::options::OptionSet;

use super::{Count, product};
use crate::budget::{Budget, Meter};
use crate::kernel::{self, PACKAGES_MAX};
use crate::problem::{Floor, Problem, Scratch};
use crate::rule::Truth;

/// Counts acceptable packages inside the domains; bounds when stopped.
pub(super) fn count(problem: &Problem, domains: Vec<OptionSet>, budget: &Budget<'_>) -> Count {
    count_by_branching(problem, domains, PACKAGES_MAX, budget)
}

/// The same, enumerating subtrees of at most so many packages.
pub(super) fn count_by_branching(
    problem: &Problem,
    domains: Vec<OptionSet>,
    packages_max: u64,
    budget: &Budget<'_>,
) -> Count {
    let mut meter = Meter::new(budget);
    let mut scratch = Scratch::default();
    let mut counted = BigUint::ZERO;
    let mut stack = vec![domains];
    while let Some(mut domains) = stack.pop() {
        if let Some(reason) = meter.node() {
            stack.push(domains);
            let left: BigUint = stack.iter().map(|d| product(d)).sum();
            return Count::Between {
                at_most: &counted + left,
                at_least: counted,
                reason,
            };
        }
        if !problem.propagate(&mut domains, None, &mut scratch) {
            continue;
        }
        match standing(problem, &domains, &mut scratch) {
            Standing::None => {}
            Standing::All => counted += product(&domains),
            Standing::Some => {
                let all = product(&domains);
                if all <= BigUint::from(packages_max) {
                    counted += kernel::count(problem, &domains);
                } else {
                    branch(problem, &domains, &mut stack);
                }
            }
        }
    }
    Count::Exact(counted)
}

/// How many packages of some domains are acceptable.
enum Standing {
    None,
    Some,
    All,
}

fn standing(problem: &Problem, domains: &[OptionSet], scratch: &mut Scratch) -> Standing {
    let mut all = true;
    for floor in &problem.floors {
        let (least, most) = range(problem, floor, domains);
        if most < floor.floor {
            return Standing::None;
        }
        all &= least >= floor.floor;
    }
    let kept = |r: &crate::rule::Rule, scratch: &mut Scratch| {
        r.truth(domains, None, &mut scratch.stack) == Truth::True
    };
    all = all && problem.rules.iter().all(|r| kept(r, scratch));
    if all { Standing::All } else { Standing::Some }
}

/// Bounds on what packages of the domains are worth to a party.
fn range(problem: &Problem, floor: &Floor, domains: &[OptionSet]) -> (i64, i64) {
    let (mut least, mut most) = (0, 0);
    for (domain, slot) in domains.iter().zip(&problem.slots) {
        let scores = || domain.iter().map(|o| floor.scores[slot + o.index()]);
        least += scores().min().unwrap_or(0);
        most += scores().max().unwrap_or(0);
    }
    for bonus in &floor.bonuses {
        if bonus
            .when
            .iter()
            .any(|(p, set)| domains[*p].is_disjoint(set))
        {
            continue;
        }
        let sure = bonus.when.iter().all(|(p, set)| domains[*p].is_subset(set));
        least += if sure {
            bonus.score
        } else {
            bonus.score.min(0)
        };
        most += if sure {
            bonus.score
        } else {
            bonus.score.max(0)
        };
    }
    (least, most)
}

/// Puts the children of a node on the stack: one for each option of the point that moves the
/// parties most, the first of equals.
fn branch(problem: &Problem, domains: &[OptionSet], stack: &mut Vec<Vec<OptionSet>>) {
    let spread = |point: usize| -> i64 {
        let of_floor = |floor: &Floor| {
            let scores = || {
                domains[point]
                    .iter()
                    .map(|o| floor.scores[problem.slots[point] + o.index()])
            };
            scores().max().unwrap_or(0) - scores().min().unwrap_or(0)
        };
        problem.floors.iter().map(of_floor).sum()
    };
    let several = (0..problem.len()).filter(|p| domains[*p].len() > 1);
    let Some(point) = several.max_by_key(|p| (spread(*p), std::cmp::Reverse(*p))) else {
        return;
    };
    for option in domains[point].iter() {
        let mut child = domains.to_vec();
        child[point] = OptionSet::only(option);
        stack.push(child);
    }
}
