//! The question about a plan, and what the case says of it: which items are planned, what is handed over
//! together, what comes before what, what sets of items mean in exposure.

use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::register::{ImplementationPlan, PlanItem};

use crate::acceptable::holds;

/// Most valued items of a plan for which sets of them are looked at: bits of a word.
pub const VALUED_ITEMS_MAX: usize = 64;

/// How the deliveries of a case can be ordered and dated.
#[derive(Debug, Clone)]
pub struct PlanQuestion<'c> {
    /// The case.
    pub case: &'c Case,
    /// Its plan.
    pub plan: &'c ImplementationPlan,
    /// The package that is carried out; without one all items are planned.
    pub package: Option<&'c Package>,
    /// The most that each party may have given without return; `None`: not bounded.
    pub bounds: Vec<Option<u64>>,
}

impl<'c> PlanQuestion<'c> {
    /// The question with the bounds that the plan declares; `None` for a case without plan.
    pub fn of(case: &'c Case, package: Option<&'c Package>) -> Option<Self> {
        let plan = case.register.plan.as_ref()?;
        let parties = (0..case.parties.len()).map(PartyId::at);
        Some(Self {
            case,
            plan,
            package,
            bounds: parties.map(|party| plan.bound_of(party)).collect(),
        })
    }

    /// The same with one bound for every party.
    #[must_use]
    pub fn with_common_bound(&self, bound: u64) -> Self {
        let mut changed = self.clone();
        changed.bounds = vec![Some(bound); self.case.parties.len()];
        changed
    }

    /// The same with another bound of one party, or none.
    #[must_use]
    pub fn with_bound(&self, party: PartyId, bound: Option<u64>) -> Self {
        let mut changed = self.clone();
        changed.bounds[party.index()] = bound;
        changed
    }

    /// The same with no bound above a cap.
    #[must_use]
    pub fn capped(&self, cap: u64) -> Self {
        let mut changed = self.clone();
        for bound in &mut changed.bounds {
            *bound = Some(bound.map_or(cap, |bound| bound.min(cap)));
        }
        changed
    }

    /// An item, by its place.
    pub fn item(&self, place: usize) -> &'c PlanItem {
        &self.plan.items[place]
    }

    /// Whether an item is part of the plan for the package.
    pub fn is_planned(&self, place: usize) -> bool {
        match (&self.plan.items[place].when, self.package) {
            (Some(when), Some(package)) => holds(when, package),
            _ => true,
        }
    }

    /// The items that are part of the plan, in the order of the file.
    pub fn planned(&self) -> Vec<usize> {
        let all = 0..self.plan.items.len();
        all.filter(|place| self.is_planned(*place)).collect()
    }

    /// The planned items that are delivered in rounds, in the order of the file; in sets of items, the
    /// place here is the bit.
    pub fn valued(&self) -> Vec<usize> {
        let planned = self.planned().into_iter();
        planned
            .filter(|place| self.item(*place).is_valued())
            .collect()
    }

    /// The valued items that are delivered in one round with an item, with itself, in the order of the
    /// file: those of its act.
    pub fn delivered_with(&self, place: usize) -> Vec<usize> {
        let valued = self.valued().into_iter();
        let together = valued.filter(|other| *other == place || self.share_act(*other, place));
        together.collect()
    }

    fn share_act(&self, one: usize, other: usize) -> bool {
        let act = &self.item(one).act;
        act.is_some() && self.item(other).act == *act
    }

    /// Which planned items come before which, whatever times they take: by `after`, through other items,
    /// and through acts, whose items begin as one. `[i][j]`: item `j` comes before item `i`.
    pub fn precedence(&self) -> Vec<Vec<bool>> {
        let count = self.plan.items.len();
        let planned = self.planned();
        let mut before = vec![vec![false; count]; count];
        for place in &planned {
            for other in &self.item(*place).after {
                before[*place][*other] = self.is_planned(*other);
            }
        }
        let mut changed = true;
        while changed {
            changed = false;
            for i in &planned {
                for j in &planned {
                    if before[*i][*j] {
                        continue;
                    }
                    let found = planned.iter().any(|k| {
                        (before[*i][*k] && (before[*k][*j] || self.share_act(*k, *j)))
                            || (self.share_act(*i, *k) && before[*k][*j])
                    });
                    before[*i][*j] = found;
                    changed |= found;
                }
            }
        }
        before
    }

    /// What each party has given more than it received, by its own values, at least 0, once these items
    /// are delivered.
    pub fn exposures(&self, delivered: &[usize]) -> Vec<u64> {
        let parties = (0..self.case.parties.len()).map(PartyId::at);
        let of = |party: PartyId| {
            let mut given = 0_i64;
            for place in delivered {
                let item = self.item(*place);
                let value = i64::try_from(item.value_to(party)).unwrap_or(i64::MAX);
                given += if item.owner == party { value } else { -value };
            }
            u64::try_from(given).unwrap_or(0)
        };
        parties.map(of).collect()
    }

    /// Whether exposures are within the bounds.
    pub fn keeps_bounds(&self, exposures: &[u64]) -> bool {
        let mut both = exposures.iter().zip(&self.bounds);
        both.all(|(exposure, bound)| bound.is_none_or(|bound| *exposure <= bound))
    }
}
