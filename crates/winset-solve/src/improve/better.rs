//! What is better for somebody and worse for nobody than a package on the table.

use std::collections::BTreeMap;

use winset_check::{Acceptable, Nash, PackageRefusal, accept};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use super::nearest::{Likeness, Nearest, nearest};
use super::slack::no_worse;
use crate::budget::Budget;
use crate::count::Count;
use crate::settle::{SettlementFound, SettlementTerms, TIES_MAX, Ties, settlements};

/// A better package.
#[derive(Debug)]
pub struct Better {
    /// The largest product of what the parties gain over the package on the table, among packages
    /// that give nobody less; with the proof, or why there is none.
    pub rule: SettlementFound<Nash>,
    /// Of the packages that reach it, those that change the fewest points, in point-then-option
    /// order; for each of several equally large sets of parties that gain by itself. At most
    /// [`TIES_MAX`] for each combination of scores; none where the budget stopped their listing.
    pub fewest: Vec<Acceptable>,
    /// The case and the positions that the rule was asked about.
    pub asked: (Case, Positions),
}

impl Better {
    /// Whether a package is found that gives somebody more and nobody less.
    pub fn somebody_gains(&self) -> bool {
        let SettlementFound::Found { claim, .. } = &self.rule else {
            return false;
        };
        let mut groups = claim.groups().iter();
        groups.any(|group| !group.parties().is_empty())
    }
}

/// The best package that nobody likes less than the one on the table: the Nash solution with that
/// package as the disagreement point, so that no party's scale matters (a post-settlement
/// settlement: Raiffa 1985). The package must settle every point; it need not be acceptable.
///
/// Where no acceptable package is better for anybody, the rule picks the packages that are as good
/// as the one on the table for everybody: it is on the frontier. Where none is as good, the rule
/// picks nothing.
pub fn better(
    case: &Case,
    positions: &Positions,
    package: &Package,
    budget: &Budget<'_>,
) -> Better {
    let raised = no_worse(case, positions, package);
    asked(
        case,
        (case.clone(), raised.clone()),
        &raised,
        package,
        budget,
    )
}

/// The same among packages that differ from the one on the table on at most so many points: the
/// best trade.
pub fn trade(
    case: &Case,
    positions: &Positions,
    package: &Package,
    changes_max: usize,
    budget: &Budget<'_>,
) -> Better {
    let raised = no_worse(case, positions, package);
    match Likeness::new(case, &raised, package) {
        Ok(alike) => {
            let within = alike.within(changes_max);
            asked(case, (alike.case, within), &raised, package, budget)
        }
        Err(reason) => Better {
            rule: stopped(reason),
            fewest: Vec::new(),
            asked: (case.clone(), raised),
        },
    }
}

fn stopped(reason: StopReason) -> SettlementFound<Nash> {
    SettlementFound::Stopped {
        reason,
        best: None,
        bound: None,
    }
}

/// Asks the rule about a case with the same points and parties, and maybe more parties; `raised`
/// are the positions of the case itself.
fn asked(
    case: &Case,
    asked: (Case, Positions),
    raised: &Positions,
    package: &Package,
    budget: &Budget<'_>,
) -> Better {
    let with_scores = |p: &PartyId| case.parties[p.index()].sheet.open().scores.is_some();
    let parties = (0..case.parties.len()).map(PartyId::at);
    let terms = SettlementTerms {
        parties: parties.filter(with_scores).collect(),
        disagreement: Disagreement::at(&asked.0, package),
        comparable: false,
    };
    let rule = settlements(&asked.0, &asked.1, &terms, &[], budget).nash;
    let fewest = match &rule {
        SettlementFound::Found { ties, .. } if are_all(ties) => {
            fewest(&asked.0, &ties.packages, package)
        }
        SettlementFound::Found { claim, .. } => {
            // None where the budget stopped their listing.
            nearest_winners(case, raised, claim, package, budget).unwrap_or_default()
        }
        SettlementFound::None(_) | SettlementFound::Stopped { .. } => Vec::new(),
    };
    let own = fewest
        .iter()
        .map(|found| accept(case, raised, found.package()));
    match own.collect() {
        Ok(fewest) => Better {
            rule,
            fewest,
            asked,
        },
        Err::<_, PackageRefusal>(why) => Better {
            rule: stopped(budget.check_failed(why)),
            fewest: Vec::new(),
            asked,
        },
    }
}

/// Whether all packages that are equally good are listed.
fn are_all(ties: &Ties) -> bool {
    ties.count == Count::Exact(ties.packages.len().into())
}

/// What [`fewest`] gives where there are too many packages to list: for each largest set of gaining
/// parties, the nearest of those that give everybody at least what a winner of the rule does. None of
/// them gives anybody more, or it would win. `None` where the budget stopped it.
fn nearest_winners(
    case: &Case,
    raised: &Positions,
    claim: &Nash,
    package: &Package,
    budget: &Budget<'_>,
) -> Option<Vec<Acceptable>> {
    let mut all = Vec::new();
    for group in claim.groups() {
        let mut near: Vec<Nearest> = Vec::new();
        for winner in group.winners() {
            let mut asked = raised.clone();
            for (floor, score) in asked.floors.iter_mut().zip(winner.scores()) {
                *floor = (*floor).max(*score);
            }
            match nearest(case, &asked, package, TIES_MAX, budget) {
                Answer::Found(found) if !found.packages.is_empty() => near.push(found),
                Answer::Found(_) | Answer::Impossible(_) | Answer::Stopped { .. } => return None,
            }
        }
        let least = near.iter().map(|found| found.changes).min();
        let near = near
            .into_iter()
            .filter(|found| Some(found.changes) == least);
        all.extend(near.flat_map(|found| found.packages));
    }
    all.sort_by_cached_key(|found| found.package().clone());
    Some(all)
}

/// Of equally good packages those that change the fewest points, for each set of parties that gain
/// by itself: products of different sets are not compared.
fn fewest(case: &Case, tied: &[Acceptable], package: &Package) -> Vec<Acceptable> {
    let gainers = |found: &Acceptable| -> Vec<bool> {
        let scores = found.scores().iter().enumerate();
        let gains = scores.map(|(p, score)| *score > case.score(PartyId::at(p), package));
        gains.collect()
    };
    let changes = |found: &Acceptable| {
        let pairs = found.package().0.iter().zip(&package.0);
        pairs.filter(|(a, b)| a != b).count()
    };
    let mut least: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
    for found in tied {
        let known = least.entry(gainers(found)).or_insert(usize::MAX);
        *known = changes(found).min(*known);
    }
    let nearest = |found: &&Acceptable| least.get(&gainers(found)) == Some(&changes(found));
    tied.iter().filter(nearest).cloned().collect()
}
