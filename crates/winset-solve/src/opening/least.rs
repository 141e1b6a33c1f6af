//! The least that a question about concessions can come to, with the proof that it is not less.

use winset_check::{Acceptable, NoOverlap, accept};
use winset_model::answer::{Answer, StopReason};
use winset_model::derived::Relaxed;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::search::overlap;

/// What is to be made small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// The sum of all costs.
    Total,
    /// The cost of the party that it costs most.
    Largest,
}

impl Aim {
    /// What a package of the derived case comes to; never below 0.
    fn of(self, relaxed: &Relaxed, found: &Acceptable) -> i64 {
        let cost = |party: PartyId| -found.utility(party);
        match self {
            Self::Total => cost(relaxed.total),
            Self::Largest => parties(relaxed).map(cost).fold(0, i64::max),
        }
    }

    /// Positions that allow only what comes to at most so much.
    fn at_most(self, relaxed: &Relaxed, mut positions: Positions, most: i64) -> Positions {
        let mut raise = |party: PartyId| {
            let floor = &mut positions.floors[party.index()];
            *floor = Some(floor.map_or(-most, |f| f.max(-most)));
        };
        match self {
            Self::Total => raise(relaxed.total),
            Self::Largest => parties(relaxed).for_each(raise),
        }
        positions
    }

    /// What no package comes to more than.
    fn reach(self, relaxed: &Relaxed) -> i64 {
        let reach = |party: PartyId| {
            let sheet = relaxed.case.parties[party.index()].sheet.open();
            let rows = sheet.scores.iter().flat_map(|s| &s.by_option);
            let largest = |row: &Vec<i64>| row.iter().map(|s| -s).fold(0, i64::max);
            rows.map(largest).sum::<i64>()
        };
        match self {
            Self::Total => reach(relaxed.total),
            Self::Largest => parties(relaxed).map(reach).fold(0, i64::max),
        }
    }
}

/// The parties of the derived case that score the costs of single parties.
fn parties(relaxed: &Relaxed) -> impl Iterator<Item = PartyId> {
    relaxed.costs.iter().flatten().copied()
}

/// What came of looking for the least.
#[derive(Debug)]
pub(super) enum Least {
    /// This package comes to the least.
    Found {
        /// What it comes to.
        value: i64,
        /// The package of the derived case.
        package: Package,
        /// That nothing comes to less; `None` where it is 0.
        proof: Option<NoOverlap>,
    },
    /// There is no package at all.
    None(NoOverlap),
    /// Stopped before it was known.
    Stopped {
        /// Why.
        reason: StopReason,
        /// It is at least this.
        at_least: i64,
        /// The package that came to least so far.
        best: Option<Package>,
    },
}

/// A question about the least, and what is known before it is asked.
#[derive(Debug)]
pub(super) struct Search<'s> {
    pub(super) relaxed: &'s Relaxed,
    pub(super) aim: Aim,
    /// A bound that is proven.
    pub(super) at_least: i64,
    /// Packages that may be acceptable. What is found is added.
    pub(super) pool: &'s mut Vec<Package>,
    pub(super) budget: &'s Budget<'s>,
}

/// Which value to ask about next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// The one just below the best package known: settles it when that is the least.
    Below,
    /// Half way between the bound and the best package known.
    Half,
    /// So far above the bound: where the least is likely near it.
    Above(i64),
}

/// Nodes of the first attempt at a question.
const NODES_FIRST: u64 = 1_000;
/// By how much the next attempts may be longer.
const NODES_GROWTH: u64 = 4;

impl Search<'_> {
    /// Looks between the bound and the best package known. A search can get lost on one value and
    /// decide its neighbours at once, so attempts are short, take other values in turn, and get
    /// longer only when none is decided.
    pub(super) fn run(mut self) -> Least {
        let from_bound = match self.at_least {
            0 => Next::Half,
            _ => Next::Above(0),
        };
        let mut next = Next::Below;
        let mut nodes = NODES_FIRST;
        let mut holder = self.known();
        // That nothing comes to less than the bound, where it was found here.
        let mut below = None;
        loop {
            let value = match &holder {
                Some((0, package)) => return found(0, package.clone(), None),
                Some((value, package)) if *value == self.at_least && below.is_some() => {
                    return found(*value, package.clone(), below);
                }
                Some((value, _)) => *value,
                None => self.aim.reach(self.relaxed).saturating_add(1),
            };
            let (asked, answer) = match self.attempt(value, next, nodes, holder.is_none()) {
                Attempt::Decided(asked, answer) => (asked, answer),
                Attempt::Lost if self.budget.nodes_max.is_none_or(|max| nodes < max) => {
                    nodes = nodes.saturating_mul(NODES_GROWTH);
                    continue;
                }
                Attempt::Lost => return self.stopped(StopReason::NodeLimit, holder),
                Attempt::Stopped(reason) => return self.stopped(reason, holder),
            };
            nodes = NODES_FIRST;
            match answer {
                Ok(better) => {
                    next = match next {
                        Next::Below => from_bound,
                        Next::Half | Next::Above(_) => Next::Below,
                    };
                    self.pool.push(better.package().clone());
                    let value = self.aim.of(self.relaxed, &better);
                    holder = Some((value, better.package().clone()));
                }
                Err(proof) if asked == value - 1 => {
                    return match holder {
                        Some((value, package)) => found(value, package, Some(proof)),
                        None => Least::None(proof),
                    };
                }
                Err(proof) => {
                    if let Next::Above(far) = &mut next {
                        *far = far.saturating_mul(2).saturating_add(1);
                    }
                    self.at_least = asked + 1;
                    below = Some(proof);
                }
            }
        }
    }

    /// Asks about the next value, and about others where the search gets lost.
    fn attempt(&self, value: i64, next: Next, nodes: u64, unknown: bool) -> Attempt {
        let below = value - 1;
        let room = (below - self.at_least).max(0);
        let first = match next {
            Next::Below => below,
            Next::Half => below - (room + 1) / 2,
            Next::Above(far) => self.at_least.saturating_add(far).min(below),
        };
        let others = [below, below - room / 4, below - room / 2, below - room];
        let mut tried: Vec<i64> = Vec::new();
        let limited = self.budget.within(nodes);
        for most in std::iter::once(first).chain(others) {
            if tried.contains(&most) {
                continue;
            }
            tried.push(most);
            let positions = self.relaxed.positions.clone();
            // Where nothing is known, the largest value is no limit at all.
            let asked = if unknown && most == below {
                positions
            } else {
                self.aim.at_most(self.relaxed, positions, most)
            };
            match overlap(&self.relaxed.case, &asked, &limited) {
                Answer::Found(found) => return Attempt::Decided(most, Ok(found)),
                Answer::Impossible(proof) => return Attempt::Decided(most, Err(proof)),
                Answer::Stopped {
                    reason: StopReason::NodeLimit,
                    ..
                } => {}
                Answer::Stopped { reason, .. } => return Attempt::Stopped(reason),
            }
        }
        Attempt::Lost
    }

    /// The package of the pool that comes to least in this question, the first of equals.
    fn known(&self) -> Option<(i64, Package)> {
        let relaxed = self.relaxed;
        // A package of another question may not be acceptable in this one.
        let accepted = |p: &Package| accept(&relaxed.case, &relaxed.positions, p).ok();
        let known = self.pool.iter().filter_map(accepted);
        let known = known.map(|found| (self.aim.of(relaxed, &found), found.package().clone()));
        known.min_by_key(|(value, _)| *value)
    }

    fn stopped(&self, reason: StopReason, holder: Option<(i64, Package)>) -> Least {
        Least::Stopped {
            reason,
            at_least: self.at_least,
            best: holder.map(|(_, package)| package),
        }
    }
}

/// What came of a few short searches.
enum Attempt {
    /// One of them decided whether anything comes to at most this value.
    Decided(i64, Result<Acceptable, NoOverlap>),
    /// None of them did within its nodes.
    Lost,
    /// The budget stopped them.
    Stopped(StopReason),
}

fn found(value: i64, package: Package, proof: Option<NoOverlap>) -> Least {
    Least::Found {
        value,
        package,
        proof,
    }
}
