//! In which state rules and terms are once some points are settled.

use winset_model::options::{OptionId, OptionSet, PointId};

use super::axes::Axis;
use crate::count::order::order;
use crate::count::residual::{BROKEN, KEPT, Residuals};
use crate::problem::Problem;

/// The states that partial packages can be in.
pub(super) struct States<'a> {
    problem: &'a Problem,
    axes: &'a [Axis],
    order: Vec<usize>,
    residuals: Vec<Residuals>,
    firsts: Vec<i64>,
}

/// A point that is settled, and what is open before and after.
pub(super) struct Turn {
    pub(super) point: usize,
    /// For each point whether it is settled later.
    pub(super) to_come: Vec<bool>,
    /// Rules half settled before, and after; in order.
    rules: [Vec<usize>; 2],
    /// Terms (axis, bonus) half settled before, and after; in order.
    terms: [Vec<(usize, usize)>; 2],
}

impl<'a> States<'a> {
    pub(super) fn new(problem: &'a Problem, axes: &'a [Axis], domains: &[OptionSet]) -> Self {
        let several: Vec<bool> = domains.iter().map(|domain| domain.len() > 1).collect();
        let new = problem.rules.iter().map(|rule| Residuals::new(rule));
        let (residuals, firsts) = new.unzip();
        Self {
            problem,
            axes,
            order: order(problem, &several),
            residuals,
            firsts,
        }
    }

    /// The points in the order in which they are settled.
    pub(super) fn order(&self) -> Vec<PointId> {
        self.order.iter().map(|point| PointId::at(*point)).collect()
    }

    /// The turns, in order.
    pub(super) fn turns(&self) -> Vec<Turn> {
        let mut to_come = vec![true; self.order.len()];
        let (mut rules, mut terms) = (Vec::new(), Vec::new());
        let mut turns = Vec::with_capacity(self.order.len());
        for point in &self.order {
            to_come[*point] = false;
            let (rules_after, terms_after) = (self.open_rules(&to_come), self.open_terms(&to_come));
            turns.push(Turn {
                point: *point,
                to_come: to_come.clone(),
                rules: [rules, rules_after.clone()],
                terms: [terms, terms_after.clone()],
            });
            (rules, terms) = (rules_after, terms_after);
        }
        turns
    }

    /// Rules with a point settled and one still to come.
    fn open_rules(&self, to_come: &[bool]) -> Vec<usize> {
        let open = |r: &usize| {
            let mut points = self.problem.rules[*r]
                .points
                .iter()
                .map(|(p, _)| to_come[*p]);
            points.clone().any(|later| later) && points.any(|later| !later)
        };
        (0..self.problem.rules.len()).filter(open).collect()
    }

    /// Terms with a point settled and one still to come.
    fn open_terms(&self, to_come: &[bool]) -> Vec<(usize, usize)> {
        let mut open = Vec::new();
        for (a, axis) in self.axes.iter().enumerate() {
            for (b, bonus) in axis.bonuses.iter().enumerate() {
                let mut points = bonus.when.iter().map(|(p, _)| to_come[*p]);
                if points.clone().any(|later| later) && points.any(|later| !later) {
                    open.push((a, b));
                }
            }
        }
        open
    }

    /// The state once the point of the turn is settled on an option, and what terms that end with it
    /// give each axis; `None` where a rule is broken.
    pub(super) fn after(
        &mut self,
        state: &[i64],
        turn: &Turn,
        option: OptionId,
    ) -> Option<(Vec<i64>, Vec<i64>)> {
        let class = OptionSet::only(option);
        let [before, after] = &turn.rules;
        let mut next = Vec::with_capacity(after.len() + turn.terms[1].len());
        for rule in &self.problem.watchers[turn.point] {
            if after.binary_search(rule).is_err() {
                let from = before
                    .binary_search(rule)
                    .map_or(self.firsts[*rule], |p| state[p]);
                if self.residuals[*rule].after(from, turn.point, &class) != KEPT {
                    return None;
                }
            }
        }
        for rule in after {
            let mut from = before
                .binary_search(rule)
                .map_or(self.firsts[*rule], |p| state[p]);
            if self.problem.watchers[turn.point].contains(rule) {
                from = self.residuals[*rule].after(from, turn.point, &class);
            }
            if from == BROKEN {
                return None;
            }
            next.push(from);
        }
        let given = self.terms(&state[before.len()..], turn, &class, &mut next);
        Some((next, given))
    }

    fn terms(
        &self,
        state: &[i64],
        turn: &Turn,
        class: &OptionSet,
        next: &mut Vec<i64>,
    ) -> Vec<i64> {
        let [before, after] = &turn.terms;
        let alive = |a: usize, b: usize| {
            let here = self.axes[a].bonuses[b]
                .when
                .iter()
                .find(|(p, _)| *p == turn.point);
            let known = before.binary_search(&(a, b));
            known.map_or(true, |place| state[place] == 1)
                && here.is_none_or(|(_, set)| class.is_subset(set))
        };
        let mut given = vec![0; self.axes.len()];
        for (a, axis) in self.axes.iter().enumerate() {
            for (b, bonus) in axis.bonuses.iter().enumerate() {
                let here = bonus.when.iter().any(|(p, _)| *p == turn.point);
                let ends = here && after.binary_search(&(a, b)).is_err();
                if ends && alive(a, b) {
                    given[a] += bonus.score;
                }
            }
        }
        next.extend(after.iter().map(|(a, b)| i64::from(alive(*a, *b))));
        given
    }
}
