//! Holds answers about a package on the table to looking at every other package.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use winset_check::{Acceptable, Best, every_package};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;
use winset_solve::{
    Better, Budget, Nearest, SettlementFound, Slack, Undecided, better, nearest, slack, trade,
};

/// Asks for the packages nearest to one on the table, for the room above it, for what is better, and
/// for the best trade of at most `changes_max` points, and compares the answers with what looking at
/// every package shows: a sentence for each difference, as confidential as the case.
///
/// An answer that was stopped is a difference: the budget must be enough for all of them. `None` when
/// there are more than `packages_max` packages, when the package does not settle every point, or when
/// the positions do not fit the case.
pub fn audit_improve(
    case: &Case,
    positions: &Positions,
    table: &Package,
    changes_max: usize,
    budget: &Budget<'_>,
    packages_max: u64,
) -> Option<Vec<String>> {
    let mut pairs = table.0.iter().zip(&case.points);
    let fits = pairs.all(|(option, point)| option.index() < point.options.len());
    if !fits || table.0.len() != case.points.len() {
        return None;
    }
    let every = Every {
        case,
        table,
        all: every_package(case, positions, packages_max)?,
    };
    let mut differences = Vec::new();
    let mut add = |what: &str, wrong: Option<String>| {
        differences.extend(wrong.map(|wrong| format!("{what}: {wrong}")));
    };
    let found = nearest(case, positions, table, usize::MAX, budget);
    add("nearest", every.compare_nearest(&found));
    add(
        "room",
        every.compare_room(&slack(case, positions, table, budget)),
    );
    let any = case.points.len();
    let found = better(case, positions, table, budget);
    add("better", every.compare_better(&found, any));
    let found = trade(case, positions, table, changes_max, budget);
    let what = format!("trade of at most {changes_max} points");
    add(&what, every.compare_better(&found, changes_max));
    Some(differences)
}

/// Every acceptable package, in point-then-option order, and the one on the table.
struct Every<'a> {
    case: &'a Case,
    table: &'a Package,
    all: Vec<Acceptable>,
}

/// What is said and what is right, where they are not the same.
fn differs<T: PartialEq + std::fmt::Debug>(said: &T, right: &T) -> Option<String> {
    (said != right).then(|| format!("{said:?} said, {right:?} by looking"))
}

fn stopped(reason: StopReason) -> String {
    format!("stopped: {}", reason.as_str())
}

fn packages<'p>(of: impl IntoIterator<Item = &'p Acceptable>) -> Vec<Package> {
    of.into_iter().map(|a| a.package().clone()).collect()
}

impl Every<'_> {
    fn parties(&self) -> impl Iterator<Item = PartyId> + use<> {
        (0..self.case.parties.len()).map(PartyId::at)
    }

    /// On how many points a package differs from the one on the table.
    fn changes(&self, package: &Acceptable) -> usize {
        let pairs = package.package().0.iter().zip(&self.table.0);
        pairs.filter(|(a, b)| a != b).count()
    }

    /// What each party gains over the package on the table, 0 without preferences; `None` where
    /// somebody loses.
    fn gains(&self, package: &Acceptable) -> Option<Vec<i64>> {
        let gain = |party| {
            let score = self.case.score(party, package.package())?;
            Some(score - self.case.score(party, self.table)?)
        };
        let gains: Vec<i64> = self.parties().map(|p| gain(p).unwrap_or(0)).collect();
        gains.iter().all(|gain| *gain >= 0).then_some(gains)
    }

    /// The fewest changes to an acceptable package, and all packages of so many.
    fn nearest(&self) -> Option<(usize, Vec<Package>)> {
        let least = self.all.iter().map(|p| self.changes(p)).min()?;
        let near = self.all.iter().filter(|p| self.changes(p) == least);
        Some((least, packages(near)))
    }

    fn compare_nearest(
        &self,
        found: &Answer<Nearest, winset_check::NoOverlap, Undecided>,
    ) -> Option<String> {
        let said = match found {
            Answer::Found(Nearest {
                more: Some(reason), ..
            })
            | Answer::Stopped { reason, .. } => return Some(stopped(*reason)),
            Answer::Found(near) => Some((near.changes, packages(&near.packages))),
            Answer::Impossible(_) => None,
        };
        differs(&said, &self.nearest())
    }

    /// The most that each party can have among packages that give nobody less; `None` where there is
    /// no such package.
    fn slack(&self) -> Option<Vec<Option<i64>>> {
        let fair: Vec<&Acceptable> = self
            .all
            .iter()
            .filter(|p| self.gains(p).is_some())
            .collect();
        let most = |party| {
            let scores = fair.iter().map(|p| self.case.score(party, p.package()));
            scores.flatten().max()
        };
        (!fair.is_empty()).then(|| self.parties().map(most).collect())
    }

    fn compare_room(&self, found: &Slack) -> Option<String> {
        let said = match found {
            Slack::Most(most) => Some(most.iter().map(|b| b.as_ref().map(Best::value)).collect()),
            Slack::Nothing(_) => None,
            Slack::Stopped(reason) => return Some(stopped(*reason)),
        };
        differs(&said, &self.slack())
    }

    /// Of the packages that give nobody less and change at most so many points, for each of the
    /// largest sets of gaining parties those with the largest product of gains; by set.
    fn best(&self, changes_max: usize) -> BTreeMap<Vec<bool>, Vec<&Acceptable>> {
        let mut sets: BTreeMap<Vec<bool>, (BigInt, Vec<&Acceptable>)> = BTreeMap::new();
        for package in &self.all {
            let Some(gains) = self.gains(package) else {
                continue;
            };
            if self.changes(package) > changes_max {
                continue;
            }
            let above = gains.iter().filter(|gain| **gain > 0);
            let product: BigInt = above.map(|gain| BigInt::from(*gain)).product();
            let set = gains.iter().map(|gain| *gain > 0).collect();
            let known = sets.entry(set).or_default();
            if product > known.0 {
                *known = (product, vec![package]);
            } else if product == known.0 {
                known.1.push(package);
            }
        }
        let largest = sets.keys().map(|set| size(set)).max();
        let sets = sets
            .into_iter()
            .filter(|(set, _)| Some(size(set)) == largest);
        sets.map(|(set, (_, best))| (set, best)).collect()
    }

    /// How many parties gain by the best packages, and of each set's best packages those that change
    /// the fewest points.
    fn fewest(&self, changes_max: usize) -> Option<(usize, Vec<Package>)> {
        let best = self.best(changes_max);
        let gainers = best.keys().next().map(|set| size(set))?;
        let mut fewest = Vec::new();
        for set in best.values() {
            let least = set.iter().map(|p| self.changes(p)).min();
            let near = set.iter().filter(|p| Some(self.changes(p)) == least);
            fewest.extend(near.map(|p| p.package().clone()));
        }
        fewest.sort();
        Some((gainers, fewest))
    }

    fn compare_better(&self, found: &Better, changes_max: usize) -> Option<String> {
        let said = match &found.rule {
            SettlementFound::Found { claim, .. } => {
                let groups = claim.groups().iter().map(|group| group.parties().len());
                Some((groups.max().unwrap_or(0), packages(&found.fewest)))
            }
            SettlementFound::None(_) => None,
            SettlementFound::Stopped { reason, .. } => return Some(stopped(*reason)),
        };
        let scored = |party: PartyId| {
            let sheet = self.case.parties[party.index()].sheet.open();
            sheet.scores.is_some()
        };
        // The rule picks nothing where nobody has preferences.
        let right = self
            .fewest(changes_max)
            .filter(|_| self.parties().any(scored));
        differs(&said, &right)
    }
}

fn size(set: &[bool]) -> usize {
    set.iter().filter(|gains| **gains).count()
}
