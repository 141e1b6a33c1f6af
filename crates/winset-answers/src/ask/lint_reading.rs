//! What a reading makes of a scenario, and how it differs from the first one.

use std::collections::BTreeSet;

use winset_check::{Acceptable, Nash};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::formats::Peers;
use winset_model::formats::Scenario;
use winset_model::formats::Way;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;
use winset_solve::{Budget, Count, SettlementFound, SettlementTerms, count, overlap, settlements};

use winset_told::standing;

use super::{FrontierAnswer, WorkLimit, whole_frontier};

/// Most packages of a frontier that are compared.
const COMPARED_MAX: usize = 2_000;

/// What a reading makes of a scenario.
#[derive(Debug)]
pub struct ReadingAnswer {
    /// The scenario as it is read in this way.
    pub scenario: Scenario,
    /// How many packages reach every reservation.
    pub acceptable: Count,
    /// The frontier.
    pub front: ReadingFrontier,
    /// The packages with the largest product of gains.
    pub nash: SettlementFound<Nash>,
    /// From what gains count.
    pub terms: SettlementTerms,
    /// The parties some of whose sums pass 1, where GENIUS cuts them and the case does not; `None`
    /// where that is not known of a party.
    pub uncut: Vec<(PartyId, Option<bool>)>,
    /// How it differs from the first reading; `None` for that itself.
    pub against: Option<ReadingDifference>,
}

/// A frontier.
#[derive(Debug)]
pub struct ReadingFrontier {
    /// Its points.
    pub found: FrontierAnswer,
    /// All its packages, where they could be listed.
    pub packages: Option<BTreeSet<Package>>,
}

/// Differences from the first reading.
#[derive(Debug)]
pub struct ReadingDifference {
    /// Packages of this frontier that are not on the first; `None` where not both are known.
    pub appear: Option<Vec<Package>>,
    /// Packages of the first frontier that are not on this one.
    pub vanish: Option<Vec<Package>>,
    /// Whether the Nash packages are the same; `None` where not both are known.
    pub nash_is_same: Option<bool>,
}

impl ReadingAnswer {
    /// The case that comes of it.
    pub fn case(&self) -> &Case {
        &self.scenario.reading.case
    }

    /// Why the first part that is not known was stopped.
    pub fn reason(&self) -> Option<StopReason> {
        let counted = match &self.acceptable {
            Count::Exact(_) => None,
            Count::Between { reason, .. } => Some(*reason),
        };
        let frontier = self.front.found.stopped.as_ref().map(|(reason, _)| *reason);
        let nash = match &self.nash {
            SettlementFound::Stopped { reason, .. } => Some(*reason),
            SettlementFound::Found { .. } | SettlementFound::None(_) => None,
        };
        counted.or(frontier).or(nash)
    }

    /// The Nash packages, all of them or none.
    pub fn picked(&self) -> Option<BTreeSet<&Package>> {
        match &self.nash {
            SettlementFound::None(_) => Some(BTreeSet::new()),
            SettlementFound::Stopped { .. } => None,
            SettlementFound::Found { ties, .. } => {
                let packages = ties.packages.iter().map(Acceptable::package);
                let all: BTreeSet<&Package> = packages.collect();
                let counted = standing::exact(&ties.count)?;
                (*counted == all.len().into()).then_some(all)
            }
        }
    }
}

/// What a reading makes of a scenario, as a case already; `first` is what the first one made. The
/// frontier has a large share of work, everything else a small one.
pub fn lint_reading(
    peers: &Peers,
    way: Way,
    scenario: Scenario,
    first: Option<&ReadingAnswer>,
    limit: &WorkLimit<'_>,
) -> ReadingAnswer {
    let case = &scenario.reading.case;
    let mut positions = Positions::declared(case);
    for (profile, floor) in peers.profiles.iter().zip(&mut positions.floors) {
        if way.forgets_reservation(profile) {
            *floor = None;
        }
    }
    let terms = terms(case, way, &positions);
    let front = limit
        .enlarged()
        .during("looking for the frontier", |budget| {
            front(case, &positions, budget)
        });
    let nash = limit.during("looking for settlements", |budget| {
        settlements(case, &positions, &terms, &[], budget).nash
    });
    let uncut = limit.during("looking for sums above 1", |budget| {
        uncut(&scenario, budget)
    });
    let acceptable = limit.during("counting packages", |budget| {
        count(case, &positions, budget)
    });
    let mut made = ReadingAnswer {
        acceptable,
        front,
        nash,
        terms,
        uncut,
        against: None,
        scenario,
    };
    made.against = first.map(|first| against(first, &made));
    made
}

/// From what gains count: the reservation; in NegMAS the least that a package gives, where there is
/// no reservation or that is more.
fn terms(case: &Case, way: Way, positions: &Positions) -> SettlementTerms {
    let mut terms = SettlementTerms::of(case);
    if !way.counts_from_least() {
        return terms;
    }
    for party in terms.parties.clone() {
        let Some(least) = least(case, party) else {
            continue;
        };
        if positions.floors[party.index()].is_none_or(|floor| floor < least) {
            let value = case.unscaled(party, least);
            terms.disagreement = terms.disagreement.with(party, value);
        }
    }
    terms
}

/// A score that no package falls below; without terms across points it is reached.
fn least(case: &Case, party: PartyId) -> Option<i64> {
    let scores = case.parties[party.index()].sheet.open().scores.as_ref()?;
    let rows = scores.by_option.iter().filter_map(|row| row.iter().min());
    let terms = scores.bonuses.iter().map(|bonus| &bonus.score);
    Some(rows.chain(terms.filter(|score| **score < 0)).sum())
}

fn front(case: &Case, positions: &Positions, budget: &Budget<'_>) -> ReadingFrontier {
    let axes = SettlementTerms::of(case).parties;
    let mut found = whole_frontier(case, positions, axes, budget);
    let few = found.packages().is_some_and(|n| n <= COMPARED_MAX.into());
    if found.stopped.is_some() || !few {
        return ReadingFrontier {
            found,
            packages: None,
        };
    }
    found.list(case, positions, COMPARED_MAX, budget);
    let points = found.points.iter();
    let packages: BTreeSet<Package> = points.flat_map(|point| point.packages.clone()).collect();
    // A list that was stopped is shorter than the count.
    let all = found.packages() == Some(packages.len().into());
    ReadingFrontier {
        packages: all.then_some(packages),
        found,
    }
}

/// Whether sums pass 1, for each party of whom the case does not say that they are cut there.
fn uncut(scenario: &Scenario, budget: &Budget<'_>) -> Vec<(PartyId, Option<bool>)> {
    let case = &scenario.reading.case;
    let mut uncut = Vec::new();
    for party in scenario.uncut.iter().copied() {
        let scale = case.parties[party.index()].sheet.open().scale;
        let mut asked = Positions::declared(case).without_floors();
        asked.floors[party.index()] = scale.checked_add(1);
        let passes = match overlap(case, &asked, budget) {
            Answer::Found(_) => Some(true),
            Answer::Impossible(_) => Some(false),
            Answer::Stopped { .. } => None,
        };
        uncut.push((party, passes));
    }
    uncut
}

fn against(first: &ReadingAnswer, made: &ReadingAnswer) -> ReadingDifference {
    let fronts = first
        .front
        .packages
        .as_ref()
        .zip(made.front.packages.as_ref());
    let less = |one: &BTreeSet<Package>, other| one.difference(other).cloned().collect();
    let (appear, vanish) = fronts
        .map(|(first, own)| (less(own, first), less(first, own)))
        .unzip();
    let picked = first.picked().zip(made.picked());
    ReadingDifference {
        appear,
        vanish,
        nash_is_same: picked.map(|(first, own)| first == own),
    }
}
