//! Variables, and constraints over them.
//!
//! - `x_<point>_<option>`: the point is settled on the option.
//! - `g_<n>`: gate `n` holds: a term of a condition, or a bloc that votes yes.
//! - `z_<party>_<n>`: bonus `n` of the party counts.

use winset_model::options::{OptionId, OptionSet, PointId};

use super::circuit::Lit;

/// A variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Var {
    /// An option of a point.
    Option(PointId, OptionId),
    /// A gate, by its place.
    Gate(usize),
    /// A bonus, by the places of its party and of the bonus among the party's.
    Bonus(usize, usize),
}

impl std::fmt::Display for Var {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Option(point, option) => write!(f, "x_{}_{}", point.0, option.0),
            Self::Gate(gate) => write!(f, "g_{gate}"),
            Self::Bonus(party, bonus) => write!(f, "z_{party}_{bonus}"),
        }
    }
}

/// A weighted literal: the variable counts when it has the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weighted {
    /// What it adds.
    pub weight: i128,
    /// The variable.
    pub var: Var,
    /// The value with which it counts.
    pub value: bool,
}

/// The literals that count add up to the need at least.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constraint {
    /// The literals.
    pub terms: Vec<Weighted>,
    /// The need.
    pub need: i128,
}

impl Constraint {
    /// That nothing counts so far, and so much is needed.
    pub fn needing(need: i128) -> Self {
        Self {
            terms: Vec::new(),
            need,
        }
    }

    /// The same with one more literal; a weight of 0 adds none.
    #[must_use]
    pub fn and(mut self, weight: i128, var: Var, value: bool) -> Self {
        if weight != 0 {
            self.terms.push(Weighted { weight, var, value });
        }
        self
    }

    pub(super) fn and_lit(self, weight: i128, lit: Lit) -> Self {
        self.and(weight, Var::Gate(lit.gate), lit.holds)
    }

    pub(super) fn and_lits(self, lits: &[Lit]) -> Self {
        lits.iter().fold(self, |sum, lit| sum.and_lit(1, *lit))
    }

    pub(super) fn and_negated(self, lits: &[Lit]) -> Self {
        let negated = lits.iter().map(|lit| lit.negated());
        negated.fold(self, |sum, lit| sum.and_lit(1, lit))
    }

    /// The same with every option of a set, weight 1.
    pub(super) fn and_options(self, point: PointId, options: &OptionSet) -> Self {
        options
            .iter()
            .fold(self, |sum, o| sum.and(1, Var::Option(point, o), true))
    }
}

impl std::fmt::Display for Constraint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for term in &self.terms {
            let sign = if term.value { "" } else { "~" };
            write!(f, "{} {sign}{} ", term.weight, term.var)?;
        }
        write!(f, ">= {}", self.need)
    }
}
