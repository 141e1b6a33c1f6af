//! Enumeration: every package of small domains, scores held as one array per party.
//!
//! The last points form a block whose sums are tabled once; the points before them run like an
//! odometer. In a block each package is a lane: comparing sums with floors runs down plain arrays,
//! and rules that the odometer leaves open are evaluated on all lanes at once.

use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet};
use winset_model::positions::Positions;

use crate::problem::{Bonus, Problem};
use crate::rule::MEMBERS;
use crate::rule::{Op, Rule, Truth};

/// Up to so many packages, enumerating is quicker than searching on.
pub(crate) const PACKAGES_MAX: u64 = 1 << 16;
/// Most lanes of a block: the sums of a few parties fit into the nearest cache.
const LANES_MAX: usize = 4_096;
/// Lanes compared at a time.
const CHUNK: usize = 32;

/// Counts the acceptable packages by looking at every one. Time grows with the number of packages:
/// a second for about 10^9 on one core, so this is for small cases and for comparison.
pub fn enumerate(case: &Case, positions: &Positions) -> u64 {
    let problem = Problem::new(case, positions);
    if problem.root.iter().any(OptionSet::is_empty) {
        return 0;
    }
    count(&problem, &problem.root)
}

/// Counts the acceptable packages inside domains, none of which may be empty.
pub(crate) fn count(problem: &Problem, domains: &[OptionSet]) -> u64 {
    count_in_blocks(problem, domains, LANES_MAX)
}

/// The same in blocks of at most so many lanes.
pub(crate) fn count_in_blocks(problem: &Problem, domains: &[OptionSet], lanes_max: usize) -> u64 {
    let small = i64::from(i32::MAX / 4);
    if problem.floors.iter().all(|f| f.magnitude < small) {
        Enumerator::<i32>::new(problem, domains, lanes_max).count()
    } else {
        Enumerator::<i64>::new(problem, domains, lanes_max).count()
    }
}

/// A number wide enough for the sums of a block.
trait Lane: Copy + Ord + std::ops::Add<Output = Self> {
    /// The value, which fits.
    fn of(value: i64) -> Self;
}

impl Lane for i32 {
    fn of(value: i64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "magnitudes are checked before"
        )]
        let lane = value.clamp(i64::from(Self::MIN), i64::from(Self::MAX)) as Self;
        lane
    }
}

impl Lane for i64 {
    fn of(value: i64) -> Self {
        value
    }
}

struct Enumerator<'a, T> {
    problem: &'a Problem,
    domains: Vec<OptionSet>,
    /// Points of the odometer, and their options.
    outer: Vec<(usize, Vec<OptionId>)>,
    /// For each point of the block, the option on each lane.
    inner: Vec<Option<Vec<OptionId>>>,
    /// For each floor the block's part of the sum, on each lane.
    sums: Vec<Vec<T>>,
    lanes: usize,
    /// 1 for every lane, 0 for those that fill up the last chunk.
    all: Vec<u32>,
}

impl<'a, T: Lane> Enumerator<'a, T> {
    fn new(problem: &'a Problem, domains: &[OptionSet], lanes_max: usize) -> Self {
        let mut lanes = 1;
        let mut first = problem.len();
        while first > 0 && lanes * domains[first - 1].len() <= lanes_max {
            first -= 1;
            lanes *= domains[first].len();
        }
        let options = |p: usize| -> Vec<OptionId> { domains[p].iter().collect() };
        let mut inner: Vec<Option<Vec<OptionId>>> = vec![None; problem.len()];
        let mut run = lanes;
        let filled = lanes.next_multiple_of(CHUNK);
        for (point, on) in inner.iter_mut().enumerate().skip(first) {
            let options = options(point);
            run /= options.len();
            *on = Some(
                (0..lanes)
                    .map(|lane| options[lane / run % options.len()])
                    .collect(),
            );
        }
        let sums = problem.floors.iter().map(|floor| {
            let sum = |lane: usize| {
                let at = |p: usize| {
                    inner[p]
                        .as_ref()
                        .map_or(0, |on| floor.scores[problem.slots[p] + on[lane].index()])
                };
                T::of((first..problem.len()).map(at).sum())
            };
            (0..lanes)
                .map(sum)
                .chain(std::iter::repeat_n(T::of(0), filled - lanes))
                .collect()
        });
        let sums = sums.collect();
        let outer = (0..first).map(|p| (p, options(p))).collect();
        Self {
            problem,
            domains: domains.to_vec(),
            outer,
            inner,
            sums,
            lanes,
            all: (0..filled).map(|lane| u32::from(lane < lanes)).collect(),
        }
    }

    fn count(mut self) -> u64 {
        let mut turn = vec![0; self.outer.len()];
        let mut lanes = Lanes::default();
        let mut counted = 0;
        for (point, options) in &self.outer {
            self.domains[*point] = OptionSet::only(options[0]);
        }
        loop {
            counted += self.block(&mut lanes);
            let mut place = turn.len();
            loop {
                if place == 0 {
                    return counted;
                }
                place -= 1;
                let (point, options) = &self.outer[place];
                turn[place] = (turn[place] + 1) % options.len();
                self.domains[*point] = OptionSet::only(options[turn[place]]);
                if turn[place] != 0 {
                    break;
                }
            }
        }
    }

    /// Counts the acceptable lanes of the block under the odometer's options.
    fn block(&self, lanes: &mut Lanes<T>) -> u64 {
        let mut open: Vec<&Rule> = Vec::new();
        for rule in &self.problem.rules {
            match rule.truth(&self.domains, None, &mut lanes.truths) {
                Truth::False => return 0,
                Truth::Open => open.push(rule),
                Truth::True => {}
            }
        }
        let mut floors: Vec<(std::borrow::Cow<'_, [T]>, T)> = Vec::new();
        for (floor, sums) in self.problem.floors.iter().zip(&self.sums) {
            let settled = |(p, _): &(usize, Vec<OptionId>)| {
                let option = self.domains[*p].least();
                let option = option.expect("the odometer stands on an option");
                floor.scores[self.problem.slots[*p] + option.index()]
            };
            let mut need = floor.need - self.outer.iter().map(settled).sum::<i64>();
            let mut sums = std::borrow::Cow::Borrowed(sums.as_slice());
            for bonus in &floor.bonuses {
                need -= self.bonus(bonus, &mut sums);
            }
            floors.push((sums, T::of(need)));
        }
        if open.is_empty() {
            return compare(&floors, &self.all);
        }
        lanes.kept.clone_from(&self.all);
        for rule in open {
            self.evaluate(rule, lanes);
        }
        compare(&floors, &lanes.kept)
    }

    /// What a term gives to every lane; what it gives to some is added to the sums.
    fn bonus(&self, bonus: &Bonus, sums: &mut std::borrow::Cow<'_, [T]>) -> i64 {
        if bonus
            .when
            .iter()
            .any(|(p, set)| self.domains[*p].is_disjoint(set))
        {
            return 0;
        }
        if bonus
            .when
            .iter()
            .all(|(p, set)| self.domains[*p].is_subset(set))
        {
            return bonus.score;
        }
        let score = T::of(bonus.score);
        for (lane, sum) in sums.to_mut().iter_mut().enumerate().take(self.lanes) {
            let holds = |(p, set): &(usize, OptionSet)| {
                self.inner[*p]
                    .as_ref()
                    .is_none_or(|on| set.contains(on[lane]))
            };
            if bonus.when.iter().all(holds) {
                *sum = *sum + score;
            }
        }
        0
    }

    /// Evaluates a rule on all lanes and keeps those on which it holds.
    fn evaluate(&self, rule: &Rule, lanes: &mut Lanes<T>) {
        lanes.stack.clear();
        for op in &rule.ops {
            let value: Vec<i64> = match op {
                Op::Holds(point, options) => match &self.inner[*point] {
                    Some(on) => on.iter().map(|o| i64::from(options.contains(*o))).collect(),
                    None => vec![i64::from(self.domains[*point].is_subset(options)); self.lanes],
                },
                Op::Threshold { need, weights } => {
                    let first = lanes.stack.len() - weights.len();
                    let members = lanes.stack.split_off(first);
                    let mut sum = vec![0_i64; self.lanes];
                    for (member, weight) in members.iter().zip(weights) {
                        sum.iter_mut()
                            .zip(member)
                            .for_each(|(s, m)| *s += weight * m);
                    }
                    sum.iter().map(|s| i64::from(s >= need)).collect()
                }
                Op::Not => {
                    let inner = lanes.stack.pop().expect(MEMBERS);
                    inner.iter().map(|m| 1 - m).collect()
                }
            };
            lanes.stack.push(value);
        }
        let holds = lanes.stack.pop().expect(MEMBERS);
        let lanes = lanes.kept.iter_mut().zip(&holds);
        lanes.for_each(|(k, h)| *k &= u32::from(*h == 1));
    }
}

/// Working memory of a block.
#[derive(Debug)]
struct Lanes<T> {
    truths: Vec<Truth>,
    stack: Vec<Vec<i64>>,
    kept: Vec<u32>,
    of: std::marker::PhantomData<T>,
}

impl<T> Default for Lanes<T> {
    fn default() -> Self {
        Self {
            truths: Vec::new(),
            stack: Vec::new(),
            kept: Vec::new(),
            of: std::marker::PhantomData,
        }
    }
}

/// Counts the lanes that are kept and on which every sum reaches its need. All lists are whole
/// chunks long.
fn compare<T: Lane>(floors: &[(std::borrow::Cow<'_, [T]>, T)], kept: &[u32]) -> u64 {
    let mut counted = 0;
    for (place, kept) in kept.as_chunks::<CHUNK>().0.iter().enumerate() {
        let mut alive = *kept;
        for (sums, need) in floors {
            let sums = &sums.as_chunks::<CHUNK>().0[place];
            alive
                .iter_mut()
                .zip(sums)
                .for_each(|(a, s)| *a &= u32::from(s >= need));
        }
        counted += u64::from(alive.iter().sum::<u32>());
    }
    counted
}
