//! What is left of the rules from stage to stage.

use winset_model::options::OptionSet;

use super::residual::{BROKEN, KEPT, Residuals};
use super::stages::Elimination;
use crate::problem::Problem;

/// What is left of each rule, by numbers.
pub(crate) struct RuleStates<'a> {
    problem: &'a Problem,
    residuals: Vec<Residuals>,
    firsts: Vec<i64>,
    /// Whether some rule is broken before anything is settled.
    broken: bool,
}

impl<'a> RuleStates<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let states = problem.rules.iter().map(|rule| Residuals::new(rule));
        let (residuals, firsts): (_, Vec<i64>) = states.unzip();
        Self {
            problem,
            residuals,
            broken: firsts.contains(&BROKEN),
            firsts,
        }
    }

    /// Writes the states of the rules that stay open; false when one is broken. `from` begins with
    /// the states of those open before.
    pub(crate) fn after(
        &mut self,
        from: &[i64],
        elimination: &Elimination,
        class: &OptionSet,
        row: &mut Vec<i64>,
    ) -> bool {
        if self.broken {
            return false;
        }
        let [before, after] = &elimination.rules;
        let state_of = |rule: usize, firsts: &[i64]| {
            before
                .binary_search(&rule)
                .map_or(firsts[rule], |place| from[place])
        };
        let watchers = &self.problem.watchers[elimination.point];
        for rule in watchers {
            if after.binary_search(rule).is_err() {
                let state = state_of(*rule, &self.firsts);
                if self.residuals[*rule].after(state, elimination.point, class) != KEPT {
                    return false;
                }
            }
        }
        for rule in after {
            let mut state = state_of(*rule, &self.firsts);
            if watchers.binary_search(rule).is_ok() {
                state = self.residuals[*rule].after(state, elimination.point, class);
            }
            if state == BROKEN {
                return false;
            }
            row.push(state);
        }
        true
    }
}
