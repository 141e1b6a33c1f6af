//! Frontiers point by point: sums of sets of score vectors, pruned after every point.
//!
//! Partial packages that leave the same rules and terms in the same state have the same completions.
//! Among them one that gives no party more than another can be left out: whatever completes it is
//! below the same completion of the other. So after the last point exactly the frontier is left
//! (multi-objective dynamic programming: Bazgan, Hugot and Vanderpooten 2009; without rules across
//! points these are Minkowski sums). Time and memory grow with the partial packages that are kept,
//! not with the number of packages.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use winset_check::{NOWHERE, Stage, Stages};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::positions::Positions;

use super::archive::Archive;
use super::axes::{Axis, allowed, axes, rest};
use super::state::{States, Turn};
use crate::budget::Budget;
use crate::problem::Problem;

/// Most candidates of all points together.
const CANDIDATES_MAX: usize = 1 << 26;
/// Candidates between two looks at the clock.
const LOOK: usize = 1 << 14;
/// The score of a party that only has a floor, once every completion reaches it.
const REACHED: i64 = i64::MAX / 4;

/// The frontier, with how it was put together.
#[derive(Debug)]
pub(super) struct Sums {
    /// The certificate.
    pub(super) stages: Stages,
    /// How many packages each point of it has; `None` where that was not counted.
    pub(super) packages: Option<Vec<u128>>,
}

/// Finds the frontier in the eyes of the parties, in order and each with preferences.
///
/// # Errors
/// Stops at the budget, and where it needs too much memory or follows too many parties.
pub(super) fn sums(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    budget: &Budget<'_>,
) -> Result<Sums, StopReason> {
    let problem = Problem::new(case, positions);
    let axes = axes(case, positions, &problem, parties);
    let domains = allowed(case, positions, &problem);
    let question = Question {
        problem: &problem,
        axes: &axes,
        compared: parties.len(),
        domains: &domains,
        budget,
    };
    match axes.len() {
        1 => question.run::<1>(),
        2 => question.run::<2>(),
        3 => question.run::<3>(),
        4 => question.run::<4>(),
        5 => question.run::<5>(),
        6 => question.run::<6>(),
        7 => question.run::<7>(),
        8 => question.run::<8>(),
        9 => question.run::<9>(),
        10 => question.run::<10>(),
        _ => Err(StopReason::MemoryLimit),
    }
}

struct Question<'a> {
    problem: &'a Problem,
    axes: &'a [Axis],
    /// How many of the axes are compared; the others only have floors.
    compared: usize,
    domains: &'a [OptionSet],
    budget: &'a Budget<'a>,
}

/// Partial packages kept after a point; those in the same state stand together, from the most for
/// the first axis down.
struct Level<const N: usize> {
    vectors: Vec<[i64; N]>,
    counts: Vec<u128>,
    groups: Vec<(Vec<i64>, Range<usize>)>,
    /// Whether a count outgrew its range.
    uncounted: bool,
}

/// A group of partial packages, all settled on an option of the next point.
struct Source<const N: usize> {
    from: Range<usize>,
    option: OptionId,
    gain: [i64; N],
}

/// A partial package that may be kept.
#[derive(Clone, Copy)]
struct Candidate<const N: usize> {
    vector: [i64; N],
    from: u32,
    option: OptionId,
}

/// What a point makes of partial packages.
struct Step<'q, const N: usize> {
    question: &'q Question<'q>,
    point: usize,
    rest: Vec<(i64, i64)>,
    next: Level<N>,
    stage: Stage,
}

impl Question<'_> {
    fn run<const N: usize>(&self) -> Result<Sums, StopReason> {
        let mut states = States::new(self.problem, self.axes, self.domains);
        let mut level = Level::<N> {
            vectors: vec![[0; N]],
            counts: vec![1],
            groups: vec![(Vec::new(), 0..1)],
            uncounted: false,
        };
        let mut stages = Vec::new();
        let mut candidates = 0;
        for turn in states.turns() {
            let options = self.option_count(turn.point);
            candidates += level.vectors.len() * options;
            if candidates > CANDIDATES_MAX {
                return Err(StopReason::MemoryLimit);
            }
            let (next, stage) = self.settle(&level, &mut states, &turn)?;
            level = next;
            stages.push(stage);
        }
        Ok(self.finished(&level, states.order(), stages))
    }

    fn option_count(&self, point: usize) -> usize {
        self.problem.slots[point + 1] - self.problem.slots[point]
    }

    fn settle<const N: usize>(
        &self,
        level: &Level<N>,
        states: &mut States<'_>,
        turn: &Turn,
    ) -> Result<(Level<N>, Stage), StopReason> {
        let mut sources: BTreeMap<Vec<i64>, Vec<Source<N>>> = BTreeMap::new();
        for (state, from) in &level.groups {
            for option in &self.domains[turn.point] {
                let Some((state, terms)) = states.after(state, turn, option) else {
                    continue;
                };
                let slot = self.problem.slots[turn.point] + option.index();
                let gain = |axis: usize| self.axes[axis].scores[slot] + terms[axis];
                let source = Source {
                    from: from.clone(),
                    option,
                    gain: std::array::from_fn(gain),
                };
                sources.entry(state).or_default().push(source);
            }
        }
        let mut step = Step {
            question: self,
            point: turn.point,
            rest: rest(self.axes, self.problem, self.domains, &turn.to_come),
            next: Level {
                vectors: Vec::new(),
                counts: Vec::new(),
                groups: Vec::new(),
                uncounted: level.uncounted,
            },
            stage: Stage {
                kept: Vec::new(),
                above: vec![NOWHERE; level.vectors.len() * self.option_count(turn.point)],
            },
        };
        for (state, sources) in sources {
            step.group(level, state, &sources)?;
        }
        Ok((step.next, step.stage))
    }

    /// What is left of the last level: everything it keeps, or what nothing dominates on the axes
    /// that are compared.
    fn finished<const N: usize>(
        &self,
        level: &Level<N>,
        order: Vec<PointId>,
        stages: Vec<Stage>,
    ) -> Sums {
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
        let counted = !level.uncounted && self.compared == N;
        let packages = counted.then(|| level.counts.clone());
        Sums {
            stages: Stages {
                order,
                stages,
                points,
                under,
            },
            packages,
        }
    }
}

impl<const N: usize> Step<'_, N> {
    /// Keeps what nothing in the same state gives as much as.
    fn group(
        &mut self,
        level: &Level<N>,
        state: Vec<i64>,
        sources: &[Source<N>],
    ) -> Result<(), StopReason> {
        let mut candidates = Vec::new();
        for source in sources {
            for from in source.from.clone() {
                let Some(vector) = self.sum(&level.vectors[from], &source.gain) else {
                    continue;
                };
                candidates.push(Candidate {
                    vector,
                    from: narrow(from),
                    option: source.option,
                });
            }
        }
        candidates.sort_by_key(|candidate| Reverse(candidate.vector));
        let options = self.question.option_count(self.point);
        let first = self.next.vectors.len();
        let mut archive = Archive::<N>::new();
        for (number, candidate) in candidates.iter().enumerate() {
            if number % LOOK == 0
                && let Some(reason) = (self.question.budget.stop)()
            {
                return Err(reason);
            }
            let from = candidate.from as usize;
            let place = from * options + candidate.option.index();
            let count = level.counts[from];
            if let Some(last) = self.next.vectors.last()
                && self.next.vectors.len() > first
                && *last == candidate.vector
            {
                self.stage.above[place] = narrow(self.next.vectors.len() - 1);
                self.next.add(count);
            } else if let Some(above) = archive.above(&candidate.vector) {
                self.stage.above[place] = above;
            } else {
                let number = narrow(self.next.vectors.len());
                archive.keep(candidate.vector, number);
                self.stage.above[place] = number;
                self.stage.kept.push((candidate.from, candidate.option));
                self.next.vectors.push(candidate.vector);
                self.next.counts.push(count);
            }
        }
        let end = self.next.vectors.len();
        if end > first {
            self.next.groups.push((state, first..end));
        }
        Ok(())
    }

    /// The vector with a gain; `None` where some floor is then out of reach.
    fn sum(&self, vector: &[i64; N], gain: &[i64; N]) -> Option<[i64; N]> {
        let mut sum = *vector;
        for (place, axis) in self.question.axes.iter().enumerate() {
            if vector[place] == REACHED {
                continue;
            }
            sum[place] += gain[place];
            let Some(need) = axis.need else { continue };
            let (least, most) = self.rest[place];
            if sum[place] + most < need {
                return None;
            }
            if place >= self.question.compared && sum[place] + least >= need {
                sum[place] = REACHED;
            }
        }
        Some(sum)
    }
}

impl<const N: usize> Level<N> {
    /// Counts more packages with the vector that was kept last.
    fn add(&mut self, count: u128) {
        if let Some(last) = self.counts.last_mut() {
            match last.checked_add(count) {
                Some(sum) => *last = sum,
                None => self.uncounted = true,
            }
        }
    }
}

/// A place as the certificate has it; there are never more than [`CANDIDATES_MAX`].
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NOWHERE)
}
