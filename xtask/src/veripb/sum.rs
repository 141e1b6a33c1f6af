//! A weighted sum of floors and rows, as the steps that derive it and as what it takes out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use winset_model::case::Bonus;
use winset_model::options::{OptionSet, PointId};

use super::certificate::Weights;
use super::opb::{Bound, Formula};
use super::proof::Ground;
use super::rows::ProofRow;

/// Rows that were derived, by rule and place, with the numbers of their constraints.
pub(super) type Derived = BTreeMap<(usize, usize), (usize, ProofRow)>;

/// A weighted sum over the points, and the steps that derive it.
#[derive(Debug)]
pub(super) struct Sum {
    steps: String,
    /// The value of each option of each point.
    values: Vec<Vec<i128>>,
    constant: i128,
    need: i128,
}

/// A bonus that a sum takes in.
struct Taken<'a> {
    bonus: &'a Bonus,
    bound: &'a Bound,
    /// What it adds to the sum where it counts.
    amount: i128,
}

impl Sum {
    /// Floors and rows with their weights, and bounds of bonuses over the domains. `None` if a
    /// sum does not fit 128 bits.
    pub(super) fn of(
        ground: &Ground<'_>,
        derived: &Derived,
        weights: &Weights,
        domains: &[OptionSet],
    ) -> Option<Self> {
        let points = ground.case.points.iter();
        let mut sum = Self {
            steps: String::new(),
            values: points.map(|p| vec![0; p.options.len()]).collect(),
            constant: 0,
            need: 0,
        };
        for (party, weight) in weights.parties.iter().enumerate() {
            if *weight == 0 {
                continue;
            }
            let sheet = ground.case.parties[party].sheet.open();
            let weight = i128::from(*weight);
            sum.add(ground.formula.floors[party]?, weight);
            let floor = i128::from(ground.positions.floors[party]?);
            sum.need = sum.need.checked_add(weight.checked_mul(floor)?)?;
            // A party without preferences scores 0.
            let Some(scores) = &sheet.scores else {
                continue;
            };
            for (point, scores) in scores.by_option.iter().enumerate() {
                for (option, score) in scores.iter().enumerate() {
                    sum.raise(point, option, weight.checked_mul(i128::from(*score))?)?;
                }
            }
            for (bonus, bound) in scores.bonuses.iter().zip(&ground.formula.bonuses[party]) {
                let amount = weight.checked_mul(i128::from(bonus.score))?;
                let taken = Taken {
                    bonus,
                    bound,
                    amount,
                };
                sum.add_bonus(&ground.formula, &taken, domains)?;
            }
        }
        for (rule, row, weight) in &weights.rows {
            let (number, row) = derived.get(&(*rule, *row))?;
            let weight = i128::from(*weight);
            sum.add(*number, weight);
            sum.need = sum
                .need
                .checked_add(weight.checked_mul(i128::from(row.need))?)?;
            for ((point, option), coefficient) in &row.coefficients {
                let amount = weight.checked_mul(i128::from(*coefficient))?;
                sum.raise(point.index(), option.index(), amount)?;
            }
        }
        Some(sum)
    }

    fn raise(&mut self, point: usize, option: usize, amount: i128) -> Option<()> {
        let value = self.values.get_mut(point)?.get_mut(option)?;
        *value = value.checked_add(amount)?;
        Some(())
    }

    /// Adds a constraint a positive number of times.
    fn add(&mut self, constraint: usize, times: i128) {
        let plus = if self.steps.is_empty() { "" } else { " +" };
        let space = if self.steps.is_empty() { "" } else { " " };
        let _ = write!(self.steps, "{space}{constraint} {times} *{plus}");
    }

    /// Adds what bounds a bonus by options of one point, where something must.
    ///
    /// The bonus' own variable is already in the sum. One that cannot count, or must, is known
    /// from the options that are out. An undecided gain is at most the amount, and only on a
    /// listed option of the first undecided point; an undecided loss is sure if one point decides
    /// on it, else it is taken for nothing.
    fn add_bonus(
        &mut self,
        formula: &Formula,
        taken: &Taken<'_>,
        domains: &[OptionSet],
    ) -> Option<()> {
        let Taken {
            bonus,
            bound,
            amount,
        } = *taken;
        let domain = |point: PointId| domains[point.index()].clone();
        let entries = bonus.when.iter().enumerate();
        if entries
            .clone()
            .any(|(_, (p, set))| domain(*p).is_disjoint(set))
        {
            return Some(());
        }
        let undecided: Vec<(usize, &(PointId, OptionSet))> = entries
            .filter(|(_, (p, set))| !domain(*p).is_subset(set))
            .collect();
        let Some((place, (point, options))) = undecided.iter().min_by_key(|(_, (p, _))| *p) else {
            self.constant = self.constant.checked_add(amount)?;
            return Some(());
        };
        if amount > 0 {
            self.add(bound.forward[*place], amount);
        } else if amount < 0 && undecided.len() == 1 {
            self.add(bound.back[0], -amount);
            self.add(formula.one_option[point.index()], -amount);
        } else {
            return Some(());
        }
        for option in options {
            if option.index() < self.values[point.index()].len() {
                self.raise(point.index(), option.index(), amount)?;
            }
        }
        Some(())
    }

    /// The steps with each point's best value taken off, whether no package of the domains
    /// reaches the need, and the options with which none does.
    pub(super) fn against(
        mut self,
        formula: &Formula,
        domains: &[OptionSet],
    ) -> Option<(String, bool, Vec<OptionSet>)> {
        let mut most = self.constant;
        let mut best = Vec::with_capacity(domains.len());
        for (point, domain) in domains.iter().enumerate() {
            let here = domain.iter().map(|o| self.values[point][o.index()]).max()?;
            most = most.checked_add(here)?;
            best.push(here);
            match here {
                1.. => self.add(formula.one_option[point], here),
                0 => {}
                ..0 => self.add(formula.some_option[point], here.checked_neg()?),
            }
        }
        let spare = most.checked_sub(self.need)?;
        let mut short = Vec::with_capacity(domains.len());
        for ((values, domain), best) in self.values.iter().zip(domains).zip(&best) {
            let mut out = OptionSet::EMPTY;
            for option in domain {
                if best.checked_sub(values[option.index()])? > spare {
                    out.insert(option);
                }
            }
            short.push(out);
        }
        Some((self.steps, spare < 0, short))
    }
}
