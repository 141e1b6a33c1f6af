//! Narrowing domains by rules and by weights, the same for searching and for counting.

use std::cell::Cell;
use std::rc::Rc;

use winset_model::options::OptionSet;

use crate::dual::{Dual, Guess, Steps};
use crate::problem::{Problem, Scratch};
use crate::surrogate::{Effective, Table, Weighed, Weights};

/// Size of the largest weight: enough that rounding costs few nodes, small enough to write.
const WEIGHT_SIZE: f64 = 65_536.0;

/// Weights, their table under some domains, and their number in a certificate once used.
#[derive(Debug)]
pub(crate) struct Weighting {
    pub(crate) weights: Weights,
    table: Table,
    pub(crate) guess: Guess,
    pub(crate) number: Cell<Option<usize>>,
}

/// Narrows domains of a problem.
#[derive(Debug)]
pub(crate) struct Bounder<'a> {
    pub(crate) problem: &'a Problem,
    dual: Dual,
    pub(crate) scratch: Scratch,
    bonuses: bool,
}

impl<'a> Bounder<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let bonuses = problem.floors.iter().any(|f| !f.bonuses.is_empty());
        Self {
            problem,
            dual: Dual::new(problem),
            scratch: Scratch::default(),
            bonuses,
        }
    }

    /// The weights to begin with: all parties alike.
    pub(crate) fn even(&self) -> Rc<Weighting> {
        Rc::new(self.weighting(self.dual.even(), &self.problem.root))
    }

    /// Weights rounded from a guess, with their table under the domains.
    pub(crate) fn weighting(&self, guess: Guess, domains: &[OptionSet]) -> Weighting {
        let (floors, rows) = self.dual.split(&guess);
        let mut weights = self.problem.rounded(&floors, &rows, WEIGHT_SIZE);
        if !self.problem.within(&weights) {
            weights.floors.fill(0);
            weights.rows.fill(0);
        }
        self.tabled(weights, guess, domains)
    }

    /// The weights that look at one floor only.
    pub(crate) fn single(&self, floor: usize, domains: &[OptionSet]) -> Weighting {
        let mut weights = Weights {
            floors: vec![0; self.problem.floors.len()],
            rows: vec![0; self.problem.rows.len()],
        };
        weights.floors[floor] = 1;
        self.tabled(weights, Guess::new(), domains)
    }

    /// The same weights with their table under other domains; only terms across points differ.
    pub(crate) fn renewed(
        &self,
        weighting: &Rc<Weighting>,
        domains: &[OptionSet],
    ) -> Rc<Weighting> {
        if !self.bonuses {
            return Rc::clone(weighting);
        }
        let renewed = self.tabled(weighting.weights.clone(), weighting.guess.clone(), domains);
        renewed.number.set(weighting.number.get());
        Rc::new(renewed)
    }

    /// Weights with their table under the domains.
    fn tabled(&self, weights: Weights, guess: Guess, domains: &[OptionSet]) -> Weighting {
        let table = self
            .problem
            .table(&weights, self.effective(domains).as_ref());
        Weighting {
            weights,
            table,
            guess,
            number: Cell::new(None),
        }
    }

    fn effective(&self, domains: &[OptionSet]) -> Option<Effective> {
        self.bonuses.then(|| self.problem.effective(domains))
    }

    /// Removes what rules refuse. Returns whether every point still has an option.
    pub(crate) fn propagate(
        &mut self,
        domains: &mut [OptionSet],
        changed: Option<&[usize]>,
    ) -> bool {
        self.problem.propagate(domains, changed, &mut self.scratch)
    }

    /// Applies weights, and the rules after them, until nothing changes; `used` hears of every
    /// application that removed something. Returns whether the node stays open.
    pub(crate) fn narrow(
        &mut self,
        weighting: &Rc<Weighting>,
        domains: &mut [OptionSet],
        mut used: impl FnMut(&Weighting),
    ) -> bool {
        let mut weighting = Rc::clone(weighting);
        loop {
            match self.problem.weigh(&weighting.table, domains) {
                Weighed::Closed => {
                    used(&weighting);
                    return false;
                }
                Weighed::Open { shrunk } if shrunk.is_empty() => return true,
                Weighed::Open { shrunk } => {
                    used(&weighting);
                    if !self.propagate(domains, Some(&shrunk)) {
                        return false;
                    }
                }
            }
            weighting = self.renewed(&weighting, domains);
        }
    }

    /// Looks for better weights from a guess, in so many steps.
    pub(crate) fn improve(&self, domains: &[OptionSet], guess: &Guess, steps_max: usize) -> Steps {
        let effective = self.effective(domains);
        self.dual
            .improve(self.problem, domains, effective.as_ref(), guess, steps_max)
    }
}
