//! A guess at good weights, in floats: errors cost size, never soundness.
//!
//! Projected subgradient steps of Polyak's length on the Lagrangian dual (Held, Wolfe and Crowder
//! 1974), with a running average of the options chosen (the volume idea of Barahona and Anbil
//! 2000) as an estimate of the relaxation's solution, from which the search takes its branches.

use winset_model::options::{OptionId, OptionSet, Package};

use crate::numbers::ends;
use crate::problem::Problem;
use crate::surrogate::Effective;

/// What the guess works with: scores brought to comparable size.
#[derive(Debug)]
pub(crate) struct Dual {
    floors: Vec<Side>,
    /// Rows as slots, coefficients and need.
    rows: Vec<(Vec<(usize, f64)>, f64)>,
}

#[derive(Debug)]
struct Side {
    scores: Vec<f64>,
    need: f64,
    unit: f64,
}

/// Weights in the units of [`Dual`]: floors first, then rows.
pub(crate) type Guess = Vec<f64>;

/// What the steps found.
#[derive(Debug)]
pub(crate) struct Steps {
    /// The weights with the least bound.
    pub(crate) guess: Guess,
    /// Their bound less their need, per unit of weight; below 0 when no package is left.
    pub(crate) excess: f64,
    /// How often each slot was chosen, lately.
    pub(crate) share: Vec<f64>,
    /// A package that reaches every floor and every row, to be checked.
    pub(crate) candidate: Option<Package>,
}

impl Dual {
    pub(crate) fn new(problem: &Problem) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "floats only guess weights")]
        let side = |f: &std::sync::Arc<crate::problem::Floor>| {
            let unit = 1.0 / spread(problem, &f.scores).max(1) as f64;
            Side {
                scores: f.scores.iter().map(|s| *s as f64 * unit).collect(),
                need: f.need as f64 * unit,
                unit,
            }
        };
        #[expect(clippy::cast_precision_loss, reason = "floats only guess weights")]
        let row = |r: &std::sync::Arc<crate::row::Row>| {
            let slots = r
                .coefficients
                .iter()
                .map(|(s, c)| (*s, *c as f64 * ROW_UNIT))
                .collect();
            (slots, r.need as f64 * ROW_UNIT)
        };
        Self {
            floors: problem.floors.iter().map(side).collect(),
            rows: problem.rows.iter().map(row).collect(),
        }
    }

    /// The weights to begin with: all parties alike, no row.
    pub(crate) fn even(&self) -> Guess {
        let mut guess = vec![1.0; self.floors.len()];
        guess.resize(
            self.floors.len() + self.rows.len(),
            if self.floors.is_empty() { 1.0 } else { 0.0 },
        );
        guess
    }

    /// The guess as weights per unit of score, and per unit of row.
    pub(crate) fn split(&self, guess: &Guess) -> (Vec<f64>, Vec<f64>) {
        let (floors, rows) = guess.split_at(self.floors.len());
        (
            floors
                .iter()
                .zip(&self.floors)
                .map(|(w, f)| w * f.unit)
                .collect(),
            rows.iter().map(|w| w * ROW_UNIT).collect(),
        )
    }

    /// Improves a guess by at most so many steps; stops early at a bound below 0 or at a package.
    pub(crate) fn improve(
        &self,
        problem: &Problem,
        domains: &[OptionSet],
        effective: Option<&Effective>,
        start: &Guess,
        steps_max: usize,
    ) -> Steps {
        let view = View::new(self, problem, domains, effective);
        let mut weights = normalised(start.clone());
        let mut found = Steps {
            guess: weights.clone(),
            excess: f64::INFINITY,
            share: vec![0.0; problem.slot_count()],
            candidate: None,
        };
        let (mut pace, mut stale) = (1.0, 0);
        let mut choice = vec![0; problem.len()];
        for _ in 0..steps_max {
            let excess = view.choose(&weights, &mut choice);
            let slope = view.slope(&choice);
            for (point, slot) in choice.iter().enumerate() {
                let slots = &mut found.share[problem.slots[point]..problem.slots[point + 1]];
                slots.iter_mut().for_each(|s| *s *= 1.0 - MEMORY);
                found.share[*slot] += MEMORY;
            }
            if excess < found.excess {
                found.excess = excess;
                found.guess.clone_from(&weights);
                stale = 0;
            } else {
                stale += 1;
                if stale >= PATIENCE {
                    pace *= 0.6;
                    stale = 0;
                }
            }
            if excess < -TINY {
                break;
            }
            if slope.iter().all(|s| *s >= -TINY) {
                found.candidate = Some(package(problem, &choice));
                break;
            }
            let free = |(s, w): (&f64, &f64)| if *w <= 0.0 && *s > 0.0 { 0.0 } else { s * s };
            let square: f64 = slope.iter().zip(&weights).map(free).sum();
            if square <= TINY * TINY {
                break;
            }
            // Aim a little below the best so far: the bound scales with the weights, so a bound
            // of 0 is the least that tells anything.
            let aim = (found.excess * 0.9 - 0.002).min(found.excess - 0.002);
            let length = pace * (excess - aim) / square;
            weights
                .iter_mut()
                .zip(&slope)
                .for_each(|(w, s)| *w = (*w - length * s).max(0.0));
            weights = normalised(weights);
        }
        found
    }
}

/// The weight of the newest choice in the running average.
const MEMORY: f64 = 0.1;
/// Steps without progress before steps get shorter.
const PATIENCE: usize = 4;
/// What counts as nothing.
const TINY: f64 = 1e-9;
/// A row counts like so large a part of a party's whole spread of scores.
const ROW_UNIT: f64 = 0.1;

/// The largest difference that choices can make to a party.
fn spread(problem: &Problem, scores: &[i64]) -> i64 {
    let of_point = |w: &[usize]| {
        let (least, most) = ends(scores[w[0]..w[1]].iter().copied());
        most - least
    };
    problem.slots.windows(2).map(of_point).sum()
}

fn normalised(mut weights: Guess) -> Guess {
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        weights.iter_mut().for_each(|w| *w /= sum);
    } else {
        weights.fill(1.0);
    }
    weights
}

fn package(problem: &Problem, choice: &[usize]) -> Package {
    let option = |(slot, first): (&usize, &usize)| OptionId::at(slot - first);
    Package(choice.iter().zip(&problem.slots).map(option).collect())
}

/// The slots that domains leave, and the scores that count under them.
struct View<'a> {
    dual: &'a Dual,
    open: Vec<Vec<usize>>,
    scores: Option<Vec<Vec<f64>>>,
    needs: Vec<f64>,
    slot_count: usize,
}

impl<'a> View<'a> {
    fn new(
        dual: &'a Dual,
        problem: &Problem,
        domains: &[OptionSet],
        effective: Option<&Effective>,
    ) -> Self {
        let slots = |(d, s): (&OptionSet, &usize)| d.iter().map(|o| s + o.index()).collect();
        #[expect(clippy::cast_precision_loss, reason = "floats only guess weights")]
        let scaled = |(s, f): (&Vec<i64>, &Side)| s.iter().map(|v| *v as f64 * f.unit).collect();
        let needs = dual.floors.iter().enumerate().map(|(f, side)| {
            #[expect(clippy::cast_precision_loss, reason = "floats only guess weights")]
            let constant = effective.map_or(0.0, |e| e.constants[f] as f64 * side.unit);
            side.need - constant
        });
        Self {
            dual,
            open: domains.iter().zip(&problem.slots).map(slots).collect(),
            scores: effective.map(|e| e.scores.iter().zip(&dual.floors).map(scaled).collect()),
            needs: needs.collect(),
            slot_count: problem.slot_count(),
        }
    }

    fn scores(&self, floor: usize) -> &[f64] {
        match &self.scores {
            Some(scores) => &scores[floor],
            None => &self.dual.floors[floor].scores,
        }
    }

    /// Chooses the best slot of every point under the weights; returns the bound less the need.
    fn choose(&self, weights: &Guess, choice: &mut [usize]) -> f64 {
        let mut values = vec![0.0; self.slot_count];
        let mut excess = 0.0;
        let (floors, rows) = weights.split_at(self.needs.len());
        for (f, weight) in floors.iter().enumerate() {
            if *weight > 0.0 {
                values
                    .iter_mut()
                    .zip(self.scores(f))
                    .for_each(|(v, s)| *v += weight * s);
                excess -= weight * self.needs[f];
            }
        }
        for ((slots, need), weight) in self.dual.rows.iter().zip(rows) {
            if *weight > 0.0 {
                slots
                    .iter()
                    .for_each(|(slot, c)| values[*slot] += weight * c);
                excess -= weight * need;
            }
        }
        for (slots, chosen) in self.open.iter().zip(choice) {
            let mut best = f64::NEG_INFINITY;
            for slot in slots {
                if values[*slot] > best {
                    best = values[*slot];
                    *chosen = *slot;
                }
            }
            excess += best;
        }
        excess
    }

    /// How far the choice is above each need: the subgradient.
    fn slope(&self, choice: &[usize]) -> Vec<f64> {
        let floors = self.needs.iter().enumerate().map(|(f, need)| {
            let scores = self.scores(f);
            choice.iter().map(|slot| scores[*slot]).sum::<f64>() - need
        });
        let mut chosen = vec![false; self.slot_count];
        choice.iter().for_each(|slot| chosen[*slot] = true);
        let rows = self.dual.rows.iter().map(|(slots, need)| {
            slots
                .iter()
                .filter(|(s, _)| chosen[*s])
                .map(|(_, c)| c)
                .sum::<f64>()
                - need
        });
        floors.chain(rows).collect()
    }
}
