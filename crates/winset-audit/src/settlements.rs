//! Holds settlements and frontiers to what looking at every package gives.

use num_bigint::BigUint;
use winset_check::{FrontierPoint, every_package};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::Package;
use winset_model::positions::Positions;
use winset_solve::ways::{self, FromStart};
use winset_solve::{
    Budget, Count, FrontierFound, SettlementFound, SettlementTerms, Settlements, TIES_MAX, Ties,
};

use crate::every::Every;

/// What comparing settlements and frontiers with every package gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettlementsAudit {
    /// What does not agree, a sentence each; as confidential as the case.
    pub differences: Vec<String>,
    /// Answers, or numbers of ties, that were stopped before they were decided, or that the plain
    /// way has no numbers for.
    pub undecided: usize,
}

/// Compares what the rules pick, and the frontier in the eyes of the same parties, with what looking
/// at every package gives.
///
/// An answer that was stopped says nothing and is no difference: it is counted. `None` when there are
/// more than `packages_max` packages.
pub fn audit_settlements(
    case: &Case,
    positions: &Positions,
    terms: &SettlementTerms,
    budget: &Budget<'_>,
    packages_max: u64,
) -> Option<SettlementsAudit> {
    let all = every_package(case, positions, packages_max)?;
    let every = Every { case, terms, all };
    let mut audit = SettlementsAudit::default();
    let somebody = !terms.parties.is_empty();
    if somebody {
        for (how, found) in ways::frontiers(case, positions, &terms.parties, budget) {
            audit.note(how, compare_frontier(&found, &every));
        }
    }
    for start in ways::from_starts(case, positions, terms, budget) {
        let FromStart {
            name,
            frontier,
            settlements,
        } = start;
        if somebody {
            audit.note(name, compare_frontier(&frontier, &every));
        }
        match settlements {
            Answer::Found(settled) if somebody => compare(&settled, &every)
                .into_iter()
                .for_each(|compared| audit.note(name, compared)),
            Answer::Impossible(_) if !every.all.is_empty() => {
                audit.note(name, Compared::Differs("no overlap said".to_owned()));
            }
            // What stopped the start has stopped the frontier.
            Answer::Found(_) | Answer::Impossible(_) | Answer::Stopped { .. } => {}
        }
    }
    Some(audit)
}

impl SettlementsAudit {
    fn note(&mut self, how: &str, compared: Compared) {
        match compared {
            Compared::Same => {}
            Compared::Undecided => self.undecided += 1,
            Compared::Differs(what) => self.differences.push(format!("from {how}: {what}")),
        }
    }
}

/// What one answer is, next to what looking at every package has.
enum Compared {
    Same,
    Undecided,
    Differs(String),
}

impl Compared {
    /// A difference that was found, or none.
    fn of(difference: Option<String>) -> Self {
        difference.map_or(Self::Same, Self::Differs)
    }
}

/// What each rule picked, next to what looking at every package has.
fn compare(found: &Settlements, every: &Every<'_>) -> [Compared; 4] {
    let compare = |rule: &str, said: Said, right: Option<Vec<Package>>| match said.compare(right) {
        Compared::Differs(difference) => Compared::Differs(format!("{rule}: {difference}")),
        other => other,
    };
    let shares = Said::of(&found.kalai_smorodinsky);
    [
        compare("nash", Said::of(&found.nash), every.nash()),
        compare("kalai-smorodinsky", shares, every.shares()),
        compare("egalitarian", Said::of(&found.egalitarian), every.gains()),
        compare("utilitarian", Said::of(&found.utilitarian), every.sums()),
    ]
}

fn compare_frontier(found: &FrontierFound, every: &Every<'_>) -> Compared {
    match found {
        FrontierFound::Complete {
            claim,
            packages,
            engine: _,
        } => {
            let right = every.frontier();
            let points = claim.points().iter().zip(packages).zip(&right);
            let same = claim.points().len() == right.len()
                && points.into_iter().all(|((point, count), (scores, right))| {
                    point.scores() == scores && may_be(count, *right)
                });
            let said: Vec<&[i64]> = claim.points().iter().map(FrontierPoint::scores).collect();
            let words = || format!("frontier: {said:?}, {packages:?} said, {right:?} by looking");
            match (same, packages.iter().all(is_exact)) {
                (false, _) => Compared::Differs(words()),
                (true, false) => Compared::Undecided,
                (true, true) => Compared::Same,
            }
        }
        FrontierFound::Nobody => Compared::Differs("frontier: nobody said".to_owned()),
        FrontierFound::Stopped { reason, .. } if *reason == StopReason::CheckFailed => {
            Compared::Differs("frontier: refused by the checker".to_owned())
        }
        FrontierFound::Stopped { .. } => Compared::Undecided,
    }
}

/// What a settlement says.
enum Said {
    Packages(Vec<Package>, Count),
    Nothing,
    Stopped(StopReason),
}

impl Said {
    fn of<C>(found: &SettlementFound<C>) -> Self {
        match found {
            SettlementFound::Found {
                ties: Ties {
                    packages, count, ..
                },
                ..
            } => {
                let packages = packages.iter().map(|a| a.package().clone());
                Self::Packages(packages.collect(), count.clone())
            }
            SettlementFound::None(_) => Self::Nothing,
            SettlementFound::Stopped { reason, .. } => Self::Stopped(*reason),
        }
    }

    fn compare(&self, right: Option<Vec<Package>>) -> Compared {
        // Numbers that the plain way cannot hold say nothing.
        let Some(right) = right else {
            return Compared::Undecided;
        };
        match self {
            Self::Packages(said, number) => {
                let listed = match number {
                    Count::Exact(_) => *said == right[..right.len().min(TIES_MAX)],
                    Count::Between { .. } => {
                        !said.is_empty() && said.iter().all(|package| right.contains(package))
                    }
                };
                let words = || format!("{number:?}: {said:?} said, {right:?} by looking");
                match (
                    listed && may_be(number, right.len() as u64),
                    is_exact(number),
                ) {
                    (false, _) => Compared::Differs(words()),
                    (true, false) => Compared::Undecided,
                    (true, true) => Compared::Same,
                }
            }
            Self::Nothing => {
                let words = || format!("nothing said, {right:?} by looking");
                Compared::of((!right.is_empty()).then(words))
            }
            Self::Stopped(StopReason::CheckFailed) => {
                Compared::Differs("refused by the checker".to_owned())
            }
            Self::Stopped(_) => Compared::Undecided,
        }
    }
}

fn is_exact(count: &Count) -> bool {
    matches!(count, Count::Exact(_))
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
