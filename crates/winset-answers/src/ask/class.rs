//! What the groups of a class agreed, and what they could have.

use std::collections::BTreeMap;

use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::Package;
use winset_model::positions::Positions;
use winset_solve::{Budget, Fares, SettlementFound, better, fares, overlap};

use super::settlements::rules_stopped;
use super::{FrontierAnswer, OverlapSettlements, settlements_between, whole_frontier};

/// What the groups of a class agreed. No group is named, and the order says nothing of which is which.
#[derive(Debug)]
pub struct ClassAnswer {
    /// How many groups sent an outcome.
    pub groups: usize,
    /// How many of them agreed on nothing.
    pub without_deal: usize,
    /// Each package that was agreed once: those that most groups agreed on first, then in point-then-option order.
    pub outcomes: Vec<ClassOutcome>,
    /// What cannot be improved for all with preferences, among packages within everybody's declared lines; none
    /// where fewer than two have any.
    pub frontier: Option<FrontierAnswer>,
    /// What rules pick among the packages that are acceptable as declared.
    pub settlements: Option<OverlapSettlements>,
    /// Why something was not found; none where all was.
    pub stopped: Option<StopReason>,
}

/// A package that groups agreed on.
#[derive(Debug)]
pub struct ClassOutcome {
    /// It.
    pub package: Package,
    /// How many groups agreed on it.
    pub groups: usize,
    /// Whether it is acceptable as declared, and what it gives.
    pub fares: Fares,
    /// Whether more could have been had.
    pub room: ClassRoom,
}

/// Whether some package that is acceptable as declared gives somebody more and nobody less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassRoom {
    /// One does.
    More,
    /// None does: proven.
    None,
    /// It was stopped.
    Stopped(StopReason),
}

/// The answer on what was agreed; none for a group without a deal.
pub fn class_debrief(case: &Case, agreed: &[Option<Package>], budget: &Budget<'_>) -> ClassAnswer {
    let positions = Positions::declared(case);
    let mut counts: BTreeMap<&[_], usize> = BTreeMap::new();
    for package in agreed.iter().flatten() {
        *counts.entry(package.0.as_slice()).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, groups)| std::cmp::Reverse(*groups));
    let outcomes = counts.into_iter().filter_map(|(options, groups)| {
        let package = Package(options.to_vec());
        Some(ClassOutcome {
            fares: fares(case, &positions, &package).ok()?,
            room: room(case, &positions, &package, budget),
            package,
            groups,
        })
    });
    let outcomes: Vec<ClassOutcome> = outcomes.collect();
    let parties = Disagreement::of(case).parties();
    let is_open = !matches!(overlap(case, &positions, budget), Answer::Impossible(_));
    let frontier = (is_open && parties.len() > 1)
        .then(|| whole_frontier(case, &positions, parties.clone(), budget));
    let of_rooms = outcomes.iter().find_map(|outcome| match outcome.room {
        ClassRoom::Stopped(reason) => Some(reason),
        ClassRoom::More | ClassRoom::None => None,
    });
    let of_frontier = frontier
        .as_ref()
        .and_then(|found| Some(found.stopped.as_ref()?.0));
    let settlements = (is_open && !parties.is_empty())
        .then(|| settlements_between(case, &positions, parties, budget));
    let of_rules = settlements.as_ref();
    let of_rules = of_rules.and_then(|settled| rules_stopped(&settled.found));
    ClassAnswer {
        groups: agreed.len(),
        without_deal: agreed.iter().filter(|package| package.is_none()).count(),
        outcomes,
        settlements,
        stopped: of_rooms.or(of_frontier).or(of_rules),
        frontier,
    }
}

fn room(case: &Case, positions: &Positions, package: &Package, budget: &Budget<'_>) -> ClassRoom {
    let found = better(case, positions, package, budget);
    match found.rule {
        SettlementFound::Found { .. } if found.somebody_gains() => ClassRoom::More,
        SettlementFound::Found { .. } | SettlementFound::None(_) => ClassRoom::None,
        SettlementFound::Stopped { reason, .. } => ClassRoom::Stopped(reason),
    }
}
