//! All packages that reach an optimum.

use num_bigint::BigUint;
use winset_check::Acceptable;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::OptionSet;
use winset_model::positions::Positions;

use super::seeds::Seeds;
use crate::budget::Budget;
use crate::count::{Count, count};
use crate::listing::{Listing, listing};
use crate::survey::occurring;

/// Most packages that are listed for one settlement.
pub const TIES_MAX: usize = 1_000;

/// Packages that are equally good.
#[derive(Debug, Clone)]
pub struct Ties {
    /// The packages, in point-then-option order; the first [`TIES_MAX`] when there are more.
    pub packages: Vec<Acceptable>,
    /// How many there are.
    pub count: Count,
    /// For each point the options that they hold, all of them together: one where the rule settles
    /// the point. None where that is not known.
    pub occurring: Option<Vec<OptionSet>>,
}

impl Ties {
    /// These packages and no others.
    pub(super) fn just(packages: Vec<Acceptable>) -> Self {
        Self {
            count: Count::Exact(packages.len().into()),
            occurring: Some(held(&packages)),
            packages,
        }
    }
}

/// For each point the options that packages hold; nothing where there are no packages.
fn held(packages: &[Acceptable]) -> Vec<OptionSet> {
    let points = packages.first().map_or(0, |first| first.package().0.len());
    let mut held = vec![OptionSet::EMPTY; points];
    for package in packages {
        for (set, option) in held.iter_mut().zip(&package.package().0) {
            set.insert(*option);
        }
    }
    held
}

/// What two lists of packages hold together.
fn joined(one: Option<Vec<OptionSet>>, other: Option<Vec<OptionSet>>) -> Option<Vec<OptionSet>> {
    let (one, other) = (one?, other?);
    Some(match (one.is_empty(), other.is_empty()) {
        (true, _) => other,
        (_, true) => one,
        _ => one.iter().zip(&other).map(|(a, b)| a.or(b)).collect(),
    })
}

/// Lists what is acceptable in any of several questions that have no package in common and differ
/// from the one that the seeds are about by higher floors. Of each a package is known.
pub(super) fn ties(
    case: &Case,
    asked: &[(Positions, Acceptable)],
    seeds: &Seeds,
    budget: &Budget<'_>,
) -> Ties {
    let mut ties = Ties::just(Vec::new());
    for (positions, known) in asked {
        let here = if seeds.complete {
            Ties::just(seeds.inside(positions).packages)
        } else {
            listed(case, positions, known, budget)
        };
        ties.count = sum(&ties.count, &here.count);
        ties.occurring = joined(ties.occurring, here.occurring);
        ties.packages.extend(here.packages);
    }
    let order = |package: &Acceptable| package.package().clone();
    ties.packages.sort_by_cached_key(order);
    ties.packages.truncate(TIES_MAX);
    ties
}

/// Lists what is acceptable; counts what is not listed. A package is known.
pub(super) fn listed(
    case: &Case,
    positions: &Positions,
    known: &Acceptable,
    budget: &Budget<'_>,
) -> Ties {
    let Listing {
        mut packages,
        stopped,
    } = listing(case, positions, TIES_MAX, budget);
    let Some(reason) = stopped else {
        return Ties::just(packages);
    };
    let is_known = |package: &Acceptable| package.package() == known.package();
    if packages.len() < TIES_MAX && !packages.iter().any(is_known) {
        packages.push(known.clone());
    }
    let count = counted(case, positions, packages.len(), reason, budget);
    Ties {
        packages,
        count,
        occurring: occurring(case, positions, known, budget).ok(),
    }
}

/// The number of packages of a question whose listing came to an end too early.
fn counted(
    case: &Case,
    positions: &Positions,
    listed: usize,
    reason: StopReason,
    budget: &Budget<'_>,
) -> Count {
    if (budget.stop)().is_some() {
        return Count::Between {
            at_least: listed.into(),
            at_most: case.package_count(),
            reason,
        };
    }
    match count(case, positions, budget) {
        Count::Between {
            at_least,
            at_most,
            reason,
        } => Count::Between {
            at_least: at_least.max(listed.into()),
            at_most,
            reason,
        },
        exact @ Count::Exact(_) => exact,
    }
}

fn sum(one: &Count, other: &Count) -> Count {
    let bounds = |count: &Count| -> (BigUint, BigUint, Option<StopReason>) {
        match count {
            Count::Exact(count) => (count.clone(), count.clone(), None),
            Count::Between {
                at_least,
                at_most,
                reason,
            } => (at_least.clone(), at_most.clone(), Some(*reason)),
        }
    };
    let (one, other) = (bounds(one), bounds(other));
    match one.2.or(other.2) {
        None => Count::Exact(one.0 + other.0),
        Some(reason) => Count::Between {
            at_least: one.0 + other.0,
            at_most: one.1 + other.1,
            reason,
        },
    }
}
