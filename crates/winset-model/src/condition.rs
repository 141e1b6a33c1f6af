//! Conditions on a package, over any number of points.

use crate::options::{OptionSet, PointId};

/// One term of a condition in postfix order: members come before what joins them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// The point is settled on one of the options.
    Holds {
        /// The point.
        point: PointId,
        /// The options.
        options: OptionSet,
    },
    /// The last `of` members all hold. With `of` = 0: always.
    All {
        /// How many members are joined.
        of: usize,
    },
    /// At least one of the last `of` members holds. With `of` = 0: never.
    Any {
        /// How many members are joined.
        of: usize,
    },
    /// At least `need` of the last `of` members hold.
    AtLeast {
        /// How many must hold.
        need: usize,
        /// How many members are joined.
        of: usize,
    },
    /// The last member does not hold.
    Not,
}

/// A condition, flat: evaluating it needs a stack of values and no recursion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    terms: Vec<Term>,
}

impl Condition {
    /// The condition that one point is settled on one of the options.
    pub fn holds(point: PointId, options: OptionSet) -> Self {
        Self {
            terms: vec![Term::Holds { point, options }],
        }
    }

    /// The condition that holds always.
    pub fn always() -> Self {
        Self {
            terms: vec![Term::All { of: 0 }],
        }
    }

    /// All members hold.
    pub fn all(members: Vec<Self>) -> Self {
        Self::joined(members, |of| Term::All { of })
    }

    /// At least one member holds.
    pub fn any(members: Vec<Self>) -> Self {
        Self::joined(members, |of| Term::Any { of })
    }

    /// At least `need` members hold.
    pub fn at_least(need: usize, members: Vec<Self>) -> Self {
        let of = members.len();
        let mut terms: Vec<Term> = members.into_iter().flat_map(|m| m.terms).collect();
        terms.push(Term::AtLeast { need, of });
        Self { terms }
    }

    /// The member does not hold.
    #[must_use]
    pub fn negated(mut self) -> Self {
        self.terms.push(Term::Not);
        self
    }

    /// A single member stands for itself.
    fn joined(mut members: Vec<Self>, join: impl Fn(usize) -> Term) -> Self {
        if members.len() == 1 {
            return members.remove(0);
        }
        let of = members.len();
        let mut terms: Vec<Term> = members.into_iter().flat_map(|m| m.terms).collect();
        terms.push(join(of));
        Self { terms }
    }

    /// The terms in postfix order; evaluating them leaves exactly one value.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The points that the condition looks at, in order, each once.
    pub fn points(&self) -> Vec<PointId> {
        let mut points: Vec<PointId> = self
            .terms
            .iter()
            .filter_map(|t| {
                if let Term::Holds { point, .. } = t {
                    Some(*point)
                } else {
                    None
                }
            })
            .collect();
        points.sort_unstable();
        points.dedup();
        points
    }
}
