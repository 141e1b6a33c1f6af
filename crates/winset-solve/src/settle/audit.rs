//! Holds settlements and frontiers to what looking at every package gives.

use num_bigint::BigUint;
use winset_check::{FrontierPoint, every_package};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::Package;
use winset_model::positions::Positions;

use super::every::Every;
use super::seeds::Seeds;
use super::{Settlement, Settlements, TIES_MAX, Terms, Ties, settle};
use crate::budget::Budget;
use crate::count::Count;
use crate::frontier::{Frontier, from_seeds};

/// Compares what the rules pick, and the frontier in the eyes of the same parties, with what looking
/// at every package gives; a sentence for each difference, as confidential as the case.
///
/// An answer that the budget stopped says nothing and is no difference; `None` when there are more
/// than `packages_max` packages.
pub fn audit_settlements(
    case: &Case,
    positions: &Positions,
    terms: &Terms,
    budget: &Budget<'_>,
    packages_max: u64,
) -> Option<Vec<String>> {
    let all = every_package(case, positions, packages_max)?;
    let every = Every { case, terms, all };
    let mut differences = Vec::new();
    let starts = [
        Seeds::around(case, positions, budget),
        Seeds::one(case, positions, budget),
    ];
    for (start, how) in starts.into_iter().zip(["all around", "one package"]) {
        let axes = terms.ordered().parties;
        let mut found = Vec::new();
        if !axes.is_empty() {
            let points = from_seeds(case, positions, &axes, start.clone(), budget);
            found.push(compare_frontier(&points, &every));
        }
        match start {
            Answer::Found(seeds) if !axes.is_empty() => {
                let settled = settle(case, positions, (&terms.ordered(), &[]), seeds, budget);
                found.extend(compare(&settled, &every));
            }
            Answer::Impossible(_) if !every.all.is_empty() => {
                found.push(Some("no overlap said".to_owned()));
            }
            _ => {}
        }
        let found = found.into_iter().flatten();
        differences.extend(found.map(|difference| format!("from {how}: {difference}")));
    }
    Some(differences)
}

/// What is not as looking at every package has it; nothing for what is.
fn compare(found: &Settlements, every: &Every<'_>) -> [Option<String>; 4] {
    let compare = |rule: &str, said: Said, right: Option<Vec<Package>>| {
        let difference = said.differs(right)?;
        Some(format!("{rule}: {difference}"))
    };
    let shares = Said::of(&found.kalai_smorodinsky);
    [
        compare("nash", Said::of(&found.nash), every.nash()),
        compare("kalai-smorodinsky", shares, every.shares()),
        compare("egalitarian", Said::of(&found.egalitarian), every.gains()),
        compare("utilitarian", Said::of(&found.utilitarian), every.sums()),
    ]
}

fn compare_frontier(found: &Frontier, every: &Every<'_>) -> Option<String> {
    match found {
        Frontier::Complete { claim, packages } => {
            let right = every.frontier();
            let points = claim.points().iter().zip(packages).zip(&right);
            let same = claim.points().len() == right.len()
                && points.into_iter().all(|((point, count), (scores, right))| {
                    point.scores() == scores && may_be(count, *right)
                });
            let said: Vec<&[i64]> = claim.points().iter().map(FrontierPoint::scores).collect();
            let words = || format!("frontier: {said:?}, {packages:?} said, {right:?} by looking");
            (!same).then(words)
        }
        Frontier::Nobody => Some("frontier: nobody said".to_owned()),
        Frontier::Stopped { reason, .. } => (*reason == StopReason::CheckFailed)
            .then(|| "frontier: refused by the checker".to_owned()),
    }
}

/// What a settlement says.
enum Said {
    Packages(Vec<Package>, Count),
    Nothing,
    Stopped(StopReason),
}

impl Said {
    fn of<C>(found: &Settlement<C>) -> Self {
        match found {
            Settlement::Found {
                ties: Ties { packages, count },
                ..
            } => {
                let packages = packages.iter().map(|a| a.package().clone());
                Self::Packages(packages.collect(), count.clone())
            }
            Settlement::None(_) => Self::Nothing,
            Settlement::Stopped { reason, .. } => Self::Stopped(*reason),
        }
    }

    fn differs(&self, right: Option<Vec<Package>>) -> Option<String> {
        // Numbers that the plain way cannot hold say nothing.
        let right = right?;
        match self {
            Self::Packages(said, number) => {
                let listed = match number {
                    Count::Exact(_) => *said == right[..right.len().min(TIES_MAX)],
                    Count::Between { .. } => {
                        !said.is_empty() && said.iter().all(|package| right.contains(package))
                    }
                };
                let as_looking = listed && may_be(number, right.len() as u64);
                let words = || format!("{number:?}: {said:?} said, {right:?} by looking");
                (!as_looking).then(words)
            }
            Self::Nothing if right.is_empty() => None,
            Self::Nothing => Some(format!("nothing said, {right:?} by looking")),
            Self::Stopped(StopReason::CheckFailed) => Some("refused by the checker".to_owned()),
            Self::Stopped(_) => None,
        }
    }
}

/// Whether a number of packages is right, as far as it is known.
fn may_be(count: &Count, right: u64) -> bool {
    let right = BigUint::from(right);
    match count {
        Count::Exact(count) => *count == right,
        Count::Between {
            at_least, at_most, ..
        } => (at_least..=at_most).contains(&&right),
    }
}
