//! What is asked of a frontier, and what the options of a point make of groups of partial packages.

use std::collections::BTreeMap;
use std::ops::Range;

use winset_model::answer::StopReason;
use winset_model::options::{OptionId, OptionSet};

use super::axes::Axis;
use crate::budget::Budget;
use crate::elimination::{Elimination, RuleStates};
use crate::problem::Problem;

/// Groups of partial packages between two looks at the clock.
const GROUPS_LOOK: usize = 1 << 10;

/// A frontier that is put together point by point.
pub(super) struct Question<'a> {
    pub(super) problem: &'a Problem,
    pub(super) axes: &'a [Axis],
    /// How many of the axes are compared; the others only have floors.
    pub(super) compared: usize,
    pub(super) domains: &'a [OptionSet],
    pub(super) budget: &'a Budget<'a>,
}

/// A group of partial packages, all settled on an option of the next point.
pub(super) struct Source<const N: usize> {
    pub(super) from: Range<usize>,
    pub(super) option: OptionId,
    pub(super) gain: [i64; N],
}

impl Question<'_> {
    /// How many options a point has.
    pub(super) fn option_count(&self, point: usize) -> usize {
        self.problem.slots[point + 1] - self.problem.slots[point]
    }

    /// What the options of the stage's point make of groups of partial packages, by what is left of
    /// the rules and terms.
    ///
    /// # Errors
    /// Stops at the budget.
    pub(super) fn sources<const N: usize>(
        &self,
        groups: &[(Vec<i64>, Range<usize>)],
        states: &mut RuleStates<'_>,
        elimination: &Elimination,
    ) -> Result<BTreeMap<Vec<i64>, Vec<Source<N>>>, StopReason> {
        let mut sources: BTreeMap<Vec<i64>, Vec<Source<N>>> = BTreeMap::new();
        for (number, (state, from)) in groups.iter().enumerate() {
            if number % GROUPS_LOOK == 0
                && let Some(reason) = (self.budget.stop)()
            {
                return Err(reason);
            }
            for option in &self.domains[elimination.point] {
                let Some((state, terms)) = self.after(states, state, elimination, option) else {
                    continue;
                };
                let slot = self.problem.slots[elimination.point] + option.index();
                let scores = self.axes.iter().map(|axis| axis.scores[slot]);
                // Axes beyond those that there are stand at 0.
                let mut gain = [0; N];
                for ((gain, score), terms) in gain.iter_mut().zip(scores).zip(&terms) {
                    *gain = score + terms;
                }
                let source = Source {
                    from: from.clone(),
                    option,
                    gain,
                };
                sources.entry(state).or_default().push(source);
            }
        }
        Ok(sources)
    }

    /// The state once the point of the stage is settled on an option, and what terms that end with it
    /// give each axis; `None` where a rule is broken. Rules stand before terms.
    fn after(
        &self,
        states: &mut RuleStates<'_>,
        state: &[i64],
        elimination: &Elimination,
        option: OptionId,
    ) -> Option<(Vec<i64>, Vec<i64>)> {
        let class = OptionSet::only(option);
        let mut next =
            Vec::with_capacity(elimination.rules_after() + elimination.terms_after().len());
        if !states.after(state, elimination, &class, &mut next) {
            return None;
        }
        let known = &state[elimination.rules_before()..];
        let is_alive = |a: usize, b: usize| {
            let bonus = &self.axes[a].bonuses[b];
            elimination.is_alive((a, b), bonus, &class, known)
        };
        let mut given = vec![0; self.axes.len()];
        for (a, axis) in self.axes.iter().enumerate() {
            for (b, bonus) in axis.bonuses.iter().enumerate() {
                if elimination.ends((a, b), bonus) && is_alive(a, b) {
                    given[a] += bonus.score;
                }
            }
        }
        let open = elimination.terms_after().iter();
        next.extend(open.map(|(a, b)| i64::from(is_alive(*a, *b))));
        Some((next, given))
    }
}
