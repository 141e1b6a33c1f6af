//! Frontiers point by point: sums of sets of score vectors, pruned after every point.
//!
//! Partial packages that leave the same rules and terms in the same state have the same completions.
//! Among them one that gives no party more than another can be left out: whatever completes it is
//! below the same completion of the other. So after the last point exactly the frontier is left
//! (multi-objective dynamic programming: Bazgan, Hugot and Vanderpooten 2009; without rules across
//! points these are Minkowski sums). Time and memory grow with the partial packages that are kept,
//! not with the number of packages.

use winset_check::{NOWHERE, Stage, Stages};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::{PartyId, PointId};
use winset_model::positions::Positions;

use super::archive::Archive;
use super::axes::{Axis, allowed, axes};
use super::coarse::Coarse;
use super::cross_state_dominance::prune;
use super::question::Question;
use super::step::{Level, Outlook, Step, narrow};
use crate::budget::Budget;
use crate::elimination::{Elimination, RuleStates, eliminations};
use crate::problem::{Problem, Worth};

/// When to prune across states, and when to give up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Candidates of all points together, at most.
    pub(super) candidates_max: usize,
    /// Candidates of all points together from which on partial packages are left out under others in
    /// another state: with fewer it is as fast without, and packages are counted on the way.
    pub(super) pruned_from: usize,
    /// Partial packages from which on that is worth while.
    pub(super) pruned_min: usize,
}

impl Limits {
    /// At most so many candidates.
    pub(super) fn of(candidates_max: usize) -> Self {
        Self {
            candidates_max,
            pruned_from: 1 << 18,
            pruned_min: 256,
        }
    }

    /// Prunes wherever it can.
    pub(super) fn pruned() -> Self {
        Self {
            candidates_max: usize::MAX,
            pruned_from: 0,
            pruned_min: 2,
        }
    }
}

/// The frontier, with how it was put together.
#[derive(Debug)]
pub(super) struct Sums {
    /// The certificate.
    pub(super) stages: Stages,
    /// How many packages each point of it has; `None` where that was not counted.
    pub(super) packages: Option<Vec<u128>>,
    /// Whether partial packages were left out under others in another state: then the points can have a
    /// great many packages.
    pub(super) pruned: bool,
}

/// Asks a question about so many axes as there are, or a few more on which everything stands at 0: each
/// width is compiled by itself.
macro_rules! by_width {
    ($case:expr, $positions:expr, $parties:expr, $budget:expr, $ask:ident($with:expr)) => {{
        let problem = Problem::new($case, $positions);
        let axes = axes($case, $positions, &problem, $parties);
        let domains = allowed($case, $positions, &problem);
        let question = Question {
            problem: &problem,
            axes: &axes,
            compared: $parties.len(),
            domains: &domains,
            budget: $budget,
        };
        match axes.len() {
            1 => question.$ask::<1>($with),
            2 => question.$ask::<2>($with),
            3 => question.$ask::<3>($with),
            4 => question.$ask::<4>($with),
            5 => question.$ask::<5>($with),
            6 => question.$ask::<6>($with),
            7..=10 => question.$ask::<10>($with),
            _ => Err(StopReason::MemoryLimit),
        }
    }};
}

/// Finds the frontier in the eyes of the parties, in order and each with preferences.
///
/// # Errors
/// Stops at the budget, with more candidates of all points together than so many, and where it
/// follows too many parties.
pub(super) fn sums(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    limits: Limits,
    budget: &Budget<'_>,
) -> Result<Sums, StopReason> {
    by_width!(case, positions, parties, budget, run(limits))
}

/// Finds corners that every acceptable package lies below, at most so many after each point.
///
/// # Errors
/// As above.
pub(super) fn coarse(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    count: usize,
    budget: &Budget<'_>,
) -> Result<Coarse, StopReason> {
    by_width!(case, positions, parties, budget, coarse(count))
}

impl Question<'_> {
    fn run<const N: usize>(&self, limits: Limits) -> Result<Sums, StopReason> {
        let worth: Vec<Worth<'_>> = self.axes.iter().map(Axis::worth).collect();
        let eliminations = eliminations(self.problem, self.domains, &worth);
        let mut states = RuleStates::new(self.problem);
        let mut level = Level::<N> {
            vectors: vec![[0; N]],
            counts: vec![1],
            groups: vec![(Vec::new(), 0..1)],
            uncounted: false,
            pruned: false,
        };
        let mut stages = Vec::new();
        let mut candidates = 0;
        for elimination in &eliminations {
            let options = self.option_count(elimination.point);
            candidates += level.vectors.len() * options;
            if candidates > limits.candidates_max {
                return Err(StopReason::MemoryLimit);
            }
            let (mut next, mut stage) = self.settle(&level, &mut states, elimination)?;
            let many = next.vectors.len() >= limits.pruned_min;
            if candidates >= limits.pruned_from && many {
                prune(
                    &mut next,
                    &mut stage,
                    elimination,
                    &self.terms(elimination),
                    self.budget,
                )?;
            }
            level = next;
            stages.push(stage);
        }
        let order = eliminations
            .iter()
            .map(|elimination| PointId::at(elimination.point))
            .collect();
        Ok(self.finished(&level, order, stages))
    }

    fn settle<const N: usize>(
        &self,
        level: &Level<N>,
        states: &mut RuleStates<'_>,
        elimination: &Elimination,
    ) -> Result<(Level<N>, Stage), StopReason> {
        let sources = self.sources(&level.groups, states, elimination)?;
        let mut step = Step {
            question: self,
            options: self.option_count(elimination.point),
            outlook: Outlook::new(self, elimination),
            next: Level {
                vectors: Vec::new(),
                counts: Vec::new(),
                groups: Vec::new(),
                uncounted: level.uncounted,
                pruned: level.pruned,
            },
            stage: Stage {
                kept: Vec::new(),
                above: vec![NOWHERE; level.vectors.len() * self.option_count(elimination.point)],
            },
        };
        for (state, sources) in sources {
            step.group(level, state, &sources)?;
        }
        Ok((step.next, step.stage))
    }

    /// The terms that are half settled after a stage, each with its axis and its score.
    fn terms(&self, elimination: &Elimination) -> Vec<(usize, i64)> {
        let terms = elimination.terms_after().iter();
        let score = |(axis, term): &(usize, usize)| self.axes[*axis].bonuses[*term].score;
        terms.map(|term| (term.0, score(term))).collect()
    }

    /// What is left of the last level: everything it keeps, or what nothing dominates on the axes
    /// that are compared.
    fn finished<const N: usize>(
        &self,
        level: &Level<N>,
        order: Vec<PointId>,
        stages: Vec<Stage>,
    ) -> Sums {
        let (points, under) = if self.compared == self.axes.len() {
            // All rules are settled, so all stand in one group: none of them is above another.
            let all = (0..level.vectors.len()).map(narrow);
            (all.clone().collect(), all.collect())
        } else {
            self.compared_points(level)
        };
        let counted = !level.uncounted && !level.pruned && self.compared == self.axes.len();
        let packages = counted.then(|| level.counts.clone());
        Sums {
            stages: Stages {
                order,
                stages,
                points,
                under,
            },
            packages,
            pruned: level.pruned,
        }
    }

    /// What nothing is above on the axes that are compared, and for each which of those is.
    fn compared_points<const N: usize>(&self, level: &Level<N>) -> (Vec<u32>, Vec<u32>) {
        let mut places: Vec<usize> = (0..level.vectors.len()).collect();
        let key = |place: &usize| &level.vectors[*place][..self.compared];
        places.sort_by(|a, b| key(b).cmp(key(a)));
        let mut archive = Archive::<N>::new();
        let mut points = Vec::new();
        let mut under = vec![NOWHERE; places.len()];
        for place in places {
            let mut vector = level.vectors[place];
            vector[self.compared..].fill(0);
            under[place] = archive.above(&vector).unwrap_or_else(|| {
                let number = narrow(points.len());
                archive.keep(vector, number);
                points.push(narrow(place));
                number
            });
        }
        (points, under)
    }
}
