//! Looking for an acceptable package by small changes: quick where packages are there but rare,
//! silent where there is none.
//!
//! Breakout local search (Morris 1993) over whole packages: the one change of a point that lessens
//! the weighted shortfall most, with a short memory against turning back; where no change helps,
//! what is still missing gets heavier. It proves nothing: a package that it finds is checked, and
//! when it finds none the search goes on as if it had never been called. All in integers, and the
//! same for the same problem.

use winset_model::options::{OptionId, OptionSet, Package};

use crate::numbers::ends;
use crate::problem::{Bonus, Floor, Problem};
use crate::rule::Truth;

/// A party's whole spread of scores, on the scale of the search.
const UNIT: i64 = 1 << 30;
/// What a broken rule weighs at first.
const RULE: i64 = UNIT / 16;
/// The largest weight, in units of the least.
const HEAVY: i64 = 1 << 10;
/// What scores count for at most, far beyond the costs that [`Side::cost`] tells apart.
const FAR: i64 = UNIT << 10;
/// Changes for which a point keeps a choice, besides a random few.
const TENURE: u64 = 3;

/// A floor on the scale of the search, rounded.
#[derive(Debug)]
struct Side {
    scores: Vec<i64>,
    bonuses: Vec<i64>,
    need: i64,
    weight: i64,
    /// The score of the package.
    now: i64,
}

impl Side {
    /// A floor, its spread over the domains as one unit. What every option of a point is worth at
    /// least is taken off the need: a party may have scores far above what it can gain by any choice.
    fn new(problem: &Problem, floor: &Floor, domains: &[OptionSet]) -> Self {
        let of_point = |(domain, slot): (&OptionSet, &usize)| {
            ends(domain.iter().map(|o| floor.scores[slot + o.index()]))
        };
        let ends = domains.iter().zip(&problem.slots).map(of_point);
        let ends: Vec<(i64, i64)> = ends.collect();
        let wide = |(least, most): &(i64, i64)| i128::from(*most) - i128::from(*least);
        let spread = ends.iter().map(wide).sum::<i128>().max(1);
        let scaled = |score: i128| {
            let scaled = (score * i128::from(UNIT) / spread).clamp((-FAR).into(), FAR.into());
            i64::try_from(scaled).unwrap_or(FAR)
        };
        let mut scores = vec![0; floor.scores.len()];
        for ((domain, slot), (least, _)) in domains.iter().zip(&problem.slots).zip(&ends) {
            for place in domain.iter().map(|option| slot + option.index()) {
                scores[place] = scaled(i128::from(floor.scores[place]) - i128::from(*least));
            }
        }
        let least: i128 = ends.iter().map(|(least, _)| i128::from(*least)).sum();
        let bonuses = floor.bonuses.iter().map(|b| scaled(b.score.into()));
        Self {
            scores,
            bonuses: bonuses.collect(),
            need: scaled(i128::from(floor.need) - least),
            weight: 1,
            now: 0,
        }
    }

    /// What a score costs: nothing from the need on, below it no more than four spreads.
    fn cost(&self, score: i64) -> i64 {
        self.weight * self.need.saturating_sub(score).clamp(0, 4 * UNIT)
    }
}

/// A running search.
#[derive(Debug)]
pub(crate) struct LocalSearch<'a> {
    problem: &'a Problem,
    options: Vec<Vec<OptionId>>,
    /// The package as domains of one option each.
    now: Vec<OptionSet>,
    sides: Vec<Side>,
    broken: Vec<bool>,
    rule_weights: Vec<i64>,
    cost: i64,
    /// Until when an option may not be taken again, by slot.
    barred: Vec<u64>,
    turn: u64,
    random: u64,
    stack: Vec<Truth>,
}

impl<'a> LocalSearch<'a> {
    /// Begins at a package inside the domains, none of which may be empty.
    pub(crate) fn new(problem: &'a Problem, domains: &[OptionSet], start: &[OptionId]) -> Self {
        let mut local_search = Self {
            problem,
            options: domains.iter().map(|d| d.iter().collect()).collect(),
            now: start.iter().map(|o| OptionSet::only(*o)).collect(),
            sides: problem
                .floors
                .iter()
                .map(|f| Side::new(problem, f, domains))
                .collect(),
            broken: vec![false; problem.rules.len()],
            rule_weights: vec![RULE; problem.rules.len()],
            cost: 0,
            barred: vec![0; problem.slot_count()],
            turn: 0,
            random: 0x9E37_79B9_7F4A_7C15,
            stack: Vec::new(),
        };
        local_search.look();
        local_search
    }

    /// Makes so many changes; a package that seems to keep every rule and reach every floor.
    pub(crate) fn run(&mut self, changes: u64) -> Option<Package> {
        for _ in 0..changes {
            if self.cost == 0 {
                return crate::problem::single_package(&self.now);
            }
            self.turn += 1;
            let (point, option, cost) = self.best_change()?;
            if cost >= self.cost {
                self.grow_heavier();
            }
            self.take(point, option);
        }
        None
    }

    /// Sums every score and looks at every rule.
    fn look(&mut self) {
        for (side, floor) in self.sides.iter_mut().zip(&self.problem.floors) {
            let chosen = self.now.iter().filter_map(OptionSet::least);
            let points = chosen.zip(&self.problem.slots);
            side.now = points.map(|(o, slot)| side.scores[slot + o.index()]).sum();
            let bonuses = floor.bonuses.iter().zip(&side.bonuses);
            let counts = |b: &Bonus| b.when.iter().all(|(p, set)| self.now[*p].is_subset(set));
            side.now += bonuses
                .filter(|(b, _)| counts(b))
                .map(|(_, s)| *s)
                .sum::<i64>();
        }
        for (rule, broken) in self.problem.rules.iter().zip(&mut self.broken) {
            *broken = rule.truth(&self.now, None, &mut self.stack) != Truth::True;
        }
        self.weigh();
    }

    fn weigh(&mut self) {
        let floors: i64 = self.sides.iter().map(|s| s.cost(s.now)).sum();
        let broken = self.broken.iter().zip(&self.rule_weights);
        self.cost = floors + broken.filter(|(b, _)| **b).map(|(_, w)| *w).sum::<i64>();
    }

    /// The change with the least cost after it; ties by chance.
    fn best_change(&mut self) -> Option<(usize, OptionId, i64)> {
        let base = self.cost;
        let mut best: Option<(usize, OptionId, i64)> = None;
        let mut equals = 0;
        for point in 0..self.options.len() {
            let Some(from) = self.now[point].least() else {
                continue;
            };
            for place in 0..self.options[point].len() {
                let option = self.options[point][place];
                if option == from {
                    continue;
                }
                let cost = base + self.difference(point, from, option);
                let slot = self.problem.slots[point] + option.index();
                if self.barred[slot] > self.turn && cost > 0 {
                    continue;
                }
                let least = best.map_or(i64::MAX, |(_, _, least)| least);
                if cost < least {
                    equals = 1;
                    best = Some((point, option, cost));
                } else if cost == least {
                    equals += 1;
                    if self.next(equals) == 0 {
                        best = Some((point, option, cost));
                    }
                }
            }
        }
        best
    }

    /// By how much a change alters the cost.
    fn difference(&mut self, point: usize, from: OptionId, option: OptionId) -> i64 {
        let problem = self.problem;
        let (old, new) = (
            problem.slots[point] + from.index(),
            problem.slots[point] + option.index(),
        );
        let mut difference = 0;
        for (side, floor) in self.sides.iter().zip(&problem.floors) {
            let mut score = side.now + side.scores[new] - side.scores[old];
            for (bonus, worth) in floor.bonuses.iter().zip(&side.bonuses) {
                score += worth * self.bonus_change(bonus, point, from, option);
            }
            difference += side.cost(score) - side.cost(side.now);
        }
        let set = OptionSet::only(option);
        for r in &problem.watchers[point] {
            let at = Some((point, &set));
            let breaks = problem.rules[*r].truth(&self.now, at, &mut self.stack) != Truth::True;
            if breaks != self.broken[*r] {
                let weight = self.rule_weights[*r];
                difference += if breaks { weight } else { -weight };
            }
        }
        difference
    }

    /// Whether a term across points comes to count by a change, 1, or no longer counts, -1.
    fn bonus_change(&self, bonus: &Bonus, point: usize, from: OptionId, option: OptionId) -> i64 {
        let Some((_, here)) = bonus.when.iter().find(|(p, _)| *p == point) else {
            return 0;
        };
        let (before, after) = (here.contains(from), here.contains(option));
        let others = || {
            let mut others = bonus.when.iter().filter(|(p, _)| *p != point);
            others.all(|(p, set)| self.now[*p].is_subset(set))
        };
        match (before, after) {
            (false, true) if others() => 1,
            (true, false) if others() => -1,
            _ => 0,
        }
    }

    fn take(&mut self, point: usize, option: OptionId) {
        let problem = self.problem;
        let Some(from) = self.now[point].least() else {
            return;
        };
        let slots = [from, option].map(|o| problem.slots[point] + o.index());
        self.barred[slots[0]] = self.turn + TENURE + self.next(TENURE);
        let mut changes = Vec::with_capacity(self.sides.len());
        for (side, floor) in self.sides.iter().zip(&problem.floors) {
            let bonuses = floor.bonuses.iter().zip(&side.bonuses);
            let bonus = |(b, worth): (_, &i64)| worth * self.bonus_change(b, point, from, option);
            let change = side.scores[slots[1]] - side.scores[slots[0]];
            changes.push(change + bonuses.map(bonus).sum::<i64>());
        }
        self.sides
            .iter_mut()
            .zip(changes)
            .for_each(|(s, c)| s.now += c);
        self.now[point] = OptionSet::only(option);
        for r in &problem.watchers[point] {
            let rule = &problem.rules[*r];
            self.broken[*r] = rule.truth(&self.now, None, &mut self.stack) != Truth::True;
        }
        self.weigh();
    }

    /// What is missing gets heavier; where something has become very heavy, everything gets
    /// lighter.
    fn grow_heavier(&mut self) {
        for side in &mut self.sides {
            side.weight += i64::from(side.now < side.need);
        }
        for (broken, weight) in self.broken.iter().zip(&mut self.rule_weights) {
            *weight += if *broken { RULE } else { 0 };
        }
        let heavy = |w: i64, unit: i64| w / unit > HEAVY;
        if self.sides.iter().any(|s| heavy(s.weight, 1))
            || self.rule_weights.iter().any(|w| heavy(*w, RULE))
        {
            self.sides
                .iter_mut()
                .for_each(|s| s.weight = 1 + s.weight / 2);
            self.rule_weights
                .iter_mut()
                .for_each(|w| *w = RULE + *w / 2);
        }
        self.weigh();
    }

    /// A number below `below`, by xorshift.
    fn next(&mut self, below: u64) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random % below.max(1)
    }
}

#[cfg(test)]
mod tests {
    use winset_gen::small::small;
    use winset_model::document::Syntax;
    use winset_model::positions::Positions;

    use super::*;

    #[test]
    fn packages_are_found_where_there_are_some_and_nowhere_else() {
        let (mut with, mut found) = (0, 0);
        for seed in 0..600 {
            let text = small(seed).to_string();
            let reading = winset_model::read_case(text.as_bytes(), Syntax::Json).unwrap();
            let declared = Positions::declared(&reading.case);
            let feasible = crate::enumerate(&reading.case, &declared) > 0;
            let problem = Problem::new(&reading.case, &declared);
            let start: Vec<OptionId> = problem.root.iter().filter_map(OptionSet::least).collect();
            let looked = LocalSearch::new(&problem, &problem.root, &start).run(300);
            let accepted = looked.is_some_and(|p| problem.accepts(&p, &mut Vec::new()));
            assert!(feasible || !accepted, "seed {seed}");
            with += u32::from(feasible);
            found += u32::from(accepted);
        }
        assert!(found * 10 > with * 9 && with > 100, "{found} of {with}");
    }

    #[test]
    fn what_is_summed_step_by_step_is_the_sum() {
        for seed in 0..200 {
            let text = small(seed).to_string();
            let reading = winset_model::read_case(text.as_bytes(), Syntax::Json).unwrap();
            let problem = Problem::new(&reading.case, &Positions::declared(&reading.case));
            let start: Vec<OptionId> = problem.root.iter().filter_map(OptionSet::least).collect();
            let mut local_search = LocalSearch::new(&problem, &problem.root, &start);
            local_search.run(20);
            let now = |p: &LocalSearch<'_>| p.sides.iter().map(|s| s.now).collect::<Vec<_>>();
            let kept = (
                now(&local_search),
                local_search.broken.clone(),
                local_search.cost,
            );
            local_search.look();
            assert_eq!(
                kept,
                (
                    now(&local_search),
                    local_search.broken.clone(),
                    local_search.cost
                ),
                "seed {seed}"
            );
        }
    }
}
