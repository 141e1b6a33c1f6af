//! Counting by search: subtrees whose every package is acceptable count as a whole, small ones are
//! enumerated.

use std::rc::Rc;

use num_bigint::BigUint;
use winset_model::options::OptionSet;

use super::number::{Count, product};
use crate::bound::{Bounder, Weighting};
use crate::budget::{Budget, Meter};
use crate::enumerator::{self, PACKAGES_MAX};
use crate::numbers::ends;
use crate::problem::{Floor, Problem, Scratch};
use crate::rule::Truth;

/// Steps towards better weights at each node.
const STEPS: usize = 10;

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
    let mut bounder = Bounder::new(problem);
    let mut counted = BigUint::ZERO;
    let mut stack = vec![(domains, bounder.even())];
    while let Some((mut domains, inherited)) = stack.pop() {
        if let Some(reason) = meter.node() {
            stack.push((domains, inherited));
            let left: BigUint = stack.iter().map(|(d, _)| product(d)).sum();
            return Count::Between {
                at_most: &counted + left,
                at_least: counted,
                reason,
            };
        }
        let inherited = bounder.renewed(&inherited, &domains);
        if !bounder.propagate(&mut domains, None)
            || !bounder.narrow(&inherited, &mut domains, |_| {})
        {
            continue;
        }
        match standing(problem, &domains, &mut bounder.scratch) {
            Standing::None => continue,
            Standing::All => {
                counted += product(&domains);
                continue;
            }
            Standing::Some => {}
        }
        if product(&domains) <= BigUint::from(packages_max) {
            counted += enumerator::count(problem, &domains);
            continue;
        }
        let steps = bounder.improve(&domains, &inherited.guess, STEPS);
        let better = Rc::new(bounder.weighting(steps.guess, &domains));
        if bounder.narrow(&better, &mut domains, |_| {}) {
            branch(problem, &domains, &better, &mut stack);
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
        if most < floor.need {
            return Standing::None;
        }
        all &= least >= floor.need;
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
        let scores = domain.iter().map(|o| floor.scores[slot + o.index()]);
        let (low, high) = ends(scores);
        least += low;
        most += high;
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
/// parties most, the first of equals. Where narrowing left a single package, it is the one child.
fn branch(
    problem: &Problem,
    domains: &[OptionSet],
    weighting: &Rc<Weighting>,
    stack: &mut Vec<(Vec<OptionSet>, Rc<Weighting>)>,
) {
    let spread = |point: usize| -> i64 {
        let of_floor = |floor: &std::sync::Arc<Floor>| {
            let options = domains[point].iter();
            let scores = options.map(|o| floor.scores[problem.slots[point] + o.index()]);
            let (least, most) = ends(scores);
            most - least
        };
        problem.floors.iter().map(of_floor).sum()
    };
    let several = (0..problem.len()).filter(|p| domains[*p].len() > 1);
    let Some(point) = several.max_by_key(|p| (spread(*p), std::cmp::Reverse(*p))) else {
        stack.push((domains.to_vec(), Rc::clone(weighting)));
        return;
    };
    for option in &domains[point] {
        let mut child = domains.to_vec();
        child[point] = OptionSet::only(option);
        stack.push((child, Rc::clone(weighting)));
    }
}
