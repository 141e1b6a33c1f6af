//! One linear bound per weighting of floors and rows: what falls short of it holds no acceptable
//! package.

use winset_model::case::Bonus;
use winset_model::options::{OptionSet, PartyId, PointId};

use crate::arithmetic::{Overflow, minus, plus, times};
use crate::certificate::RowTable;
use crate::propagate::{self, Node};
use crate::question::{Domains, Question};
use crate::rows::Row;

/// How much each floor and each row counts; what is absent counts nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    /// Positive weights of parties that have a floor.
    pub(crate) parties: Vec<(PartyId, i64)>,
    /// Positive weights of rows, by link and place in the link's rows.
    pub(crate) rows: Vec<(usize, usize, i64)>,
}

/// A weighted sum over the points, and what it must reach.
#[derive(Debug)]
struct Balance {
    /// The value of each option of each point.
    values: Vec<Vec<i128>>,
    /// What is added whatever the options.
    constant: i128,
    /// What every acceptable package reaches.
    need: i128,
}

/// Applies a weighting to an open node: closes it, or takes out the options that fall short and
/// propagates the rules again.
///
/// `rows` holds every row that is weighed: whoever reads or writes weights sees to that.
pub(crate) fn apply(
    question: &Question<'_>,
    weights: &Weights,
    rows: &RowTable,
    domains: &mut Domains,
) -> Result<Node, Overflow> {
    let mut balance = Balance::empty(question);
    for (party, weight) in &weights.parties {
        balance.add_party(question, *party, i128::from(*weight), domains)?;
    }
    for (link, place, weight) in &weights.rows {
        balance.add_row(&rows[link][*place], i128::from(*weight))?;
    }
    let Some(short) = balance.short(domains)? else {
        return Ok(Node::Closed);
    };
    let mut changed = Vec::new();
    for (point, options) in short.iter().enumerate() {
        if !options.is_empty() {
            domains[point] = domains[point].without(options);
            changed.push(PointId::at(point));
        }
    }
    Ok(propagate::after(question, domains, &changed))
}

impl Balance {
    fn empty(question: &Question<'_>) -> Self {
        let points = question.case.points.iter();
        Self {
            values: points.map(|p| vec![0; p.options.len()]).collect(),
            constant: 0,
            need: 0,
        }
    }

    /// Adds the weighted demand that the party's score reach its floor. A party without a floor
    /// demands nothing; one without preferences scores 0.
    fn add_party(
        &mut self,
        question: &Question<'_>,
        party: PartyId,
        weight: i128,
        domains: &Domains,
    ) -> Result<(), Overflow> {
        let Some(floor) = question.positions.floors[party.index()] else {
            return Ok(());
        };
        self.need = plus(self.need, times(weight, i128::from(floor))?)?;
        let sheet = question.case.parties[party.index()].sheet.open();
        let Some(scores) = &sheet.scores else {
            return Ok(());
        };
        for (values, scores) in self.values.iter_mut().zip(&scores.by_option) {
            for (value, score) in values.iter_mut().zip(scores) {
                *value = plus(*value, times(weight, i128::from(*score))?)?;
            }
        }
        for bonus in &scores.bonuses {
            let amount = times(weight, i128::from(bonus.score))?;
            self.add_bonus(bonus, amount, domains)?;
        }
        Ok(())
    }

    /// Adds the most that a bonus can give to a package of the domains.
    fn add_bonus(
        &mut self,
        bonus: &Bonus,
        amount: i128,
        domains: &Domains,
    ) -> Result<(), Overflow> {
        let domain = |point: PointId| &domains[point.index()];
        if bonus
            .when
            .iter()
            .any(|(p, set)| domain(*p).is_disjoint(set))
        {
            return Ok(());
        }
        let undecided = bonus
            .when
            .iter()
            .filter(|(p, set)| !domain(*p).is_subset(set));
        let Some((point, options)) = undecided.clone().min_by_key(|(point, _)| *point) else {
            self.constant = plus(self.constant, amount)?;
            return Ok(());
        };
        // A loss is sure only where one point alone decides on it.
        if amount > 0 || undecided.count() == 1 {
            for option in options {
                let value = &mut self.values[point.index()][option.index()];
                *value = plus(*value, amount)?;
            }
        }
        Ok(())
    }

    /// Adds a weighted row.
    fn add_row(&mut self, row: &Row, weight: i128) -> Result<(), Overflow> {
        self.need = plus(self.need, times(weight, i128::from(row.need))?)?;
        for ((point, option), coefficient) in &row.coefficients {
            let value = &mut self.values[point.index()][option.index()];
            *value = plus(*value, times(weight, i128::from(*coefficient))?)?;
        }
        Ok(())
    }

    /// The options of each point that no package reaching the need can have; `None` when no
    /// package reaches it at all.
    fn short(&self, domains: &Domains) -> Result<Option<Vec<OptionSet>>, Overflow> {
        let mut most_by_point = Vec::with_capacity(domains.len());
        let mut most = self.constant;
        for (values, domain) in self.values.iter().zip(domains) {
            let Some(here) = domain.iter().map(|o| values[o.index()]).max() else {
                return Ok(None);
            };
            most_by_point.push(here);
            most = plus(most, here)?;
        }
        if most < self.need {
            return Ok(None);
        }
        let mut short = Vec::with_capacity(domains.len());
        for ((values, domain), here) in self.values.iter().zip(domains).zip(most_by_point) {
            let elsewhere = minus(most, here)?;
            let mut options = OptionSet::EMPTY;
            for option in domain {
                if plus(elsewhere, values[option.index()])? < self.need {
                    options.insert(option);
                }
            }
            short.push(options);
        }
        Ok(Some(short))
    }
}
