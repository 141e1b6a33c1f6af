//! The packages that are left: all that lie in no box. A search over points, exact where it ends.

use std::fmt;
use std::sync::Arc;

use winset_model::options::{OptionId, OptionSet};

use super::cut::Cut;
use crate::space::{Outcome, OutcomeSpace};

type Allows = dyn Fn(&OutcomeSpace, Outcome) -> bool + Send + Sync;

/// What may be proposed at all, as a test of packages.
#[derive(Clone)]
pub struct Law(Arc<Allows>);

impl Law {
    /// The law that a test says; the test must say the same of a package each time.
    pub fn new(allows: impl Fn(&OutcomeSpace, Outcome) -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(allows))
    }
}

impl fmt::Debug for Law {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Law(..)")
    }
}

/// What the mediator knows before it asks: what is public, or was told to it.
#[derive(Debug, Clone)]
pub struct Prior {
    /// On each point, the options that may be agreed: within all lines that the mediator knows.
    pub allowed: Vec<OptionSet>,
    /// Combinations that may not be agreed, by links and laws: a package is one of them if it is in the set of
    /// each point.
    pub forbidden: Vec<Vec<OptionSet>>,
    /// What else must hold. Packages are looked at one by one for it, so put into `forbidden` what can be.
    pub law: Option<Law>,
}

impl Prior {
    /// Every package may be agreed.
    pub fn none(space: &OutcomeSpace) -> Self {
        let points = 0..space.points();
        Self {
            allowed: points
                .map(|point| OptionSet::first(space.options(point)))
                .collect(),
            forbidden: Vec::new(),
            law: None,
        }
    }
}

/// How many packages are left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remaining {
    /// So many.
    Exactly(u64),
    /// So many were counted before counting was given up; there may be more.
    AtLeast(u64),
}

/// What a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looked {
    Left(Outcome),
    NoneLeft,
    GaveUp,
}

/// The packages that may be agreed and lie in none of some boxes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'a> {
    pub(super) space: &'a OutcomeSpace,
    pub(super) prior: &'a Prior,
    pub(super) cuts: &'a [Cut],
}

impl Field<'_> {
    /// Whether a package is left.
    pub(super) fn holds(&self, package: Outcome) -> bool {
        let mut allowed = self.prior.allowed.iter().enumerate();
        let option = |point| OptionId::at(self.space.option(package, point));
        allowed.all(|(point, set)| set.contains(option(point)))
            && !self.cuts.iter().any(|cut| cut.holds(self.space, package))
            && self.is_lawful(package)
    }

    fn is_lawful(&self, package: Outcome) -> bool {
        let law = self.prior.law.as_ref();
        law.is_none_or(|Law(allows)| allows(self.space, package))
    }

    /// The first package that is left, in the order of numbers, looking at so many branches at most.
    pub(super) fn first(&self, branches_max: u64) -> Looked {
        let walk = Walk::over(*self, branches_max, true);
        match walk.first {
            Some(first) => Looked::Left(first),
            None if walk.gave_up => Looked::GaveUp,
            None => Looked::NoneLeft,
        }
    }

    /// How many packages are left, looking at so many branches at most.
    pub(super) fn count(&self, branches_max: u64) -> Remaining {
        let walk = Walk::over(*self, branches_max, false);
        if walk.gave_up {
            Remaining::AtLeast(walk.count)
        } else {
            Remaining::Exactly(walk.count)
        }
    }
}

/// A search through options, point by point.
struct Walk<'a> {
    field: Field<'a>,
    /// From which point on each box holds every allowed option: there it holds all that begins in it.
    whole_from: Vec<usize>,
    branches_left: u64,
    only_first: bool,
    first: Option<Outcome>,
    count: u64,
    gave_up: bool,
}

impl<'a> Walk<'a> {
    fn over(field: Field<'a>, branches_max: u64, only_first: bool) -> Self {
        let allowed = &field.prior.allowed;
        let whole_from = |cut: &Cut| {
            let whole = |(set, allowed): &(&OptionSet, &OptionSet)| allowed.is_subset(set);
            let rows = cut.0.iter().zip(allowed);
            allowed.len() - rows.rev().take_while(whole).count()
        };
        let mut walk = Self {
            field,
            whole_from: field.cuts.iter().map(whole_from).collect(),
            branches_left: branches_max,
            only_first,
            first: None,
            count: 0,
            gave_up: false,
        };
        let alive: Vec<usize> = (0..field.cuts.len()).collect();
        walk.branch(0, 0, &alive);
        walk
    }

    /// All packages that begin with the options chosen before a point; `alive` are the boxes that hold those.
    fn branch(&mut self, point: usize, number: u64, alive: &[usize]) {
        let Field { space, prior, cuts } = self.field;
        if self.gave_up || self.only_first && self.first.is_some() {
            return;
        }
        let Some(left) = self.branches_left.checked_sub(1) else {
            self.gave_up = true;
            return;
        };
        self.branches_left = left;
        if alive.iter().any(|cut| self.whole_from[*cut] <= point) {
            return;
        }
        if point == space.points() {
            if self.field.is_lawful(Outcome(number)) {
                self.count = self.count.saturating_add(1);
                self.first = self.first.or(Some(Outcome(number)));
            }
            return;
        }
        if alive.is_empty() && prior.law.is_none() && !self.only_first {
            let rest = prior.allowed[point..].iter().map(|set| set.len() as u64);
            self.count = self.count.saturating_add(rest.product());
            return;
        }
        for option in &prior.allowed[point] {
            let holds = |cut: &usize| cuts[*cut].0[point].contains(option);
            let inside: Vec<usize> = alive.iter().copied().filter(holds).collect();
            let number = number + option.index() as u64 * space.stride(point);
            self.branch(point + 1, number, &inside);
        }
    }
}
