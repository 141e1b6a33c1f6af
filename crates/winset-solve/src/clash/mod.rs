//! Why not: all minimal sets of demands that cannot hold together, and all minimal sets whose
//! giving up restores an overlap.

mod map;
mod oracle;

use std::collections::BTreeSet;

use winset_check::{Acceptable, Clash, Member, NoOverlap, clash};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use map::{Map, Set};
use oracle::{Asked, Oracle};

/// What floors are when clashes are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Floors {
    /// They do not count.
    Ignore,
    /// They are background that nobody gives up.
    Keep,
    /// Each is a demand of its party.
    Members,
}

/// Members whose giving up restores an overlap, none of which could be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The members, in order.
    pub members: BTreeSet<Member>,
    /// A package that keeps everything else, re-checked.
    pub package: Acceptable,
}

/// Clashes and corrections of a case.
#[derive(Debug)]
pub struct Clashes {
    /// Clashes by size, then by members. A clash without members says that the background alone
    /// leaves no package.
    pub list: Vec<Clash>,
    /// Corrections by size, then by members; one without members says that there is an overlap.
    pub corrections: Vec<Correction>,
    /// Why there may be more of both; `None` when the lists are complete.
    pub stopped: Option<StopReason>,
}

/// The demands, and floors where they are members, that could be given up under the positions.
pub fn negotiable(case: &Case, positions: &Positions, floors: Floors) -> BTreeSet<Member> {
    let demands = case
        .demands()
        .into_iter()
        .filter(|d| !case.is_law(*d) && !positions.dropped.contains(d))
        .map(Member::Demand);
    let parties = (0..case.parties.len()).map(PartyId::at);
    let of_parties = parties
        .filter(|p| floors == Floors::Members && positions.floors[p.index()].is_some())
        .map(Member::Floor);
    demands.chain(of_parties).collect()
}

/// Finds clashes and corrections by their duality (MARCO: Liffiton, Previti, Malik and
/// Marques-Silva 2016, "Fast, flexible MUS enumeration"): a map keeps the sets that are decided;
/// each undecided maximal set either keeps an overlap, and what is left out is a correction, or it
/// is shrunk to a clash, member by member.
///
/// Every clash is checked in both directions, every correction has its package. Both lists can be
/// exponentially long; `clashes_max` and the budget stop them.
pub fn clashes(
    case: &Case,
    positions: &Positions,
    floors: Floors,
    clashes_max: Option<usize>,
    budget: &Budget<'_>,
) -> Clashes {
    let positions = match floors {
        Floors::Ignore => positions.clone().without_floors(),
        Floors::Keep | Floors::Members => positions.clone(),
    };
    let members = negotiable(case, &positions, floors);
    let mut hunt = Hunt {
        oracle: Oracle::new(case, positions, members, budget),
        map: Map::default(),
        clashes: Vec::new(),
        corrections: Vec::new(),
    };
    let stopped = hunt.run(clashes_max).err();
    hunt.sorted(stopped)
}

/// Clashes and corrections found so far.
struct Hunt<'a> {
    oracle: Oracle<'a>,
    map: Map,
    clashes: Vec<Clash>,
    corrections: Vec<(Set, Acceptable)>,
}

impl Hunt<'_> {
    fn run(&mut self, clashes_max: Option<usize>) -> Result<(), StopReason> {
        let all = Set::first(self.oracle.len());
        while let Some(left_out) = self.map.undecided(&all, self.oracle.budget)? {
            if clashes_max.is_some_and(|max| self.clashes.len() >= max) {
                return Err(StopReason::NodeLimit);
            }
            let kept = all.without(&left_out);
            match self.oracle.ask(&kept)? {
                Asked::Overlap(package) => {
                    self.map.forbid_all_of(left_out.clone());
                    self.corrections.push((left_out, package));
                }
                Asked::None(proof) => {
                    let found = self.shrink(kept, proof)?;
                    self.map.ask_for_one_of(found);
                }
            }
        }
        Ok(())
    }

    /// Takes members out of a set without overlap as long as there is none; the rest is a clash.
    fn shrink(&mut self, mut kept: Set, mut proof: NoOverlap) -> Result<Set, StopReason> {
        let mut packages: Vec<(usize, Package)> = Vec::new();
        for member in kept.members() {
            if let Some(package) = self.known_without(&kept, member, &packages) {
                packages.push((member, package));
                continue;
            }
            let fewer = kept.without(&Set::only(member));
            match self.oracle.ask(&fewer)? {
                Asked::Overlap(found) => packages.push((member, found.package().clone())),
                Asked::None(refuted) => {
                    kept = fewer;
                    proof = refuted;
                }
            }
        }
        packages.sort_by_key(|(member, _)| *member);
        let packages: Vec<Package> = packages.into_iter().map(|(_, package)| package).collect();
        let checked = clash(
            self.oracle.case,
            &self.oracle.positions,
            &self.oracle.negotiable(),
            self.oracle.members_of(&kept),
            proof.bytes().to_vec(),
            &packages,
        );
        let checked = checked.map_err(|_| StopReason::CheckFailed)?;
        self.clashes.push(checked);
        Ok(kept)
    }

    /// A package found before that keeps all of a set but the member.
    fn known_without(
        &self,
        kept: &Set,
        member: usize,
        packages: &[(usize, Package)],
    ) -> Option<Package> {
        let only_it = |broken: &Set| {
            let mut here = broken.and(kept).members();
            here.next() == Some(member) && here.next().is_none()
        };
        let corrected = self
            .corrections
            .iter()
            .find(|(left_out, _)| only_it(left_out));
        if let Some((_, acceptable)) = corrected {
            return Some(acceptable.package().clone());
        }
        let rest = kept.without(&Set::only(member));
        let found = packages.iter().find(|(_, p)| self.oracle.keeps(p, &rest));
        found.map(|(_, package)| package.clone())
    }

    fn sorted(self, stopped: Option<StopReason>) -> Clashes {
        let mut list = self.clashes;
        list.sort_by(|a, b| {
            (a.members().len(), a.members()).cmp(&(b.members().len(), b.members()))
        });
        let correction = |(left_out, package): (Set, Acceptable)| Correction {
            members: self.oracle.members_of(&left_out),
            package,
        };
        let mut corrections: Vec<Correction> =
            self.corrections.into_iter().map(correction).collect();
        corrections
            .sort_by(|a, b| (a.members.len(), &a.members).cmp(&(b.members.len(), &b.members)));
        Clashes {
            list,
            corrections,
            stopped,
        }
    }
}
