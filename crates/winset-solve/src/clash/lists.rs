//! The lists of clashes and corrections.

use std::collections::BTreeSet;

use winset_check::{Acceptable, Clash, ClashMember};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::hunt::Hunt;
use super::oracle::Oracle;
use super::set::Set;
use crate::budget::Budget;

/// What floors are when clashes are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FloorMode {
    /// They do not count.
    Ignore,
    /// They are background that nobody gives up.
    Keep,
    /// Each is a demand of its party.
    Members,
}

impl FloorMode {
    /// The positions as they are asked about.
    pub fn applied(self, positions: &Positions) -> Positions {
        match self {
            Self::Ignore => positions.clone().without_floors(),
            Self::Keep | Self::Members => positions.clone(),
        }
    }
}

/// Members whose giving up restores an overlap, none of which could be kept: a minimal correction set
/// (MCS), in the field's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The members, in order.
    pub members: BTreeSet<ClashMember>,
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
    /// Whether it is known that no clash outside the list is smaller than one in it.
    pub smallest: bool,
}

impl Clashes {
    /// Whether what nobody can give up leaves no package: there is a clash without members.
    pub fn laws_alone(&self) -> bool {
        self.list.iter().any(|clash| clash.members().is_empty())
    }
}

/// The demands, and floors where they are members, that could be given up under the positions.
pub fn negotiable(case: &Case, positions: &Positions, floors: FloorMode) -> BTreeSet<ClashMember> {
    let demands = case
        .demands()
        .into_iter()
        .filter(|d| !case.is_law(*d) && !positions.dropped.contains(d))
        .map(ClashMember::Demand);
    let parties = (0..case.parties.len()).map(PartyId::at);
    let of_parties = parties
        .filter(|p| floors == FloorMode::Members && positions.floors[p.index()].is_some())
        .map(ClashMember::Floor);
    demands.chain(of_parties).collect()
}

/// Finds clashes and corrections by their duality (MARCO: Liffiton, Previti, Malik and
/// Marques-Silva 2016, "Fast, flexible MUS enumeration"): each minimal set that hits all clashes so
/// far is left out; either the rest keeps an overlap, and what is left out is a correction, or the
/// rest holds another clash. A clash is shrunk from what a refutation uses, member by member.
///
/// Every clash is checked in both directions, every correction has its package. Both lists can be
/// exponentially long; the budget stops them. With `clashes_max` there are at most so many clashes:
/// the smallest, where [`Clashes::smallest`] says so, of equal size those found first; otherwise
/// those found first. Nodes of the budget are those of each search.
pub fn clashes(
    case: &Case,
    positions: &Positions,
    floors: FloorMode,
    clashes_max: Option<usize>,
    budget: &Budget<'_>,
) -> Clashes {
    let positions = floors.applied(positions);
    let members = negotiable(case, &positions, floors);
    let mut hunt = Hunt::new(Oracle::new(case, positions, members, budget));
    let mut stopped = hunt.all(clashes_max).err();
    let mut smallest = stopped.is_none();
    if let (Some(StopReason::NodeLimit), Some(max)) = (stopped, clashes_max)
        && hunt.clashes.len() >= max
    {
        match hunt.smallest(max) {
            Ok(known) => smallest = known,
            Err(StopReason::CheckFailed) => stopped = Some(StopReason::CheckFailed),
            // Which are the smallest is not known.
            Err(_) => {}
        }
    }
    let mut found = sorted(hunt, stopped, smallest);
    found.list.truncate(clashes_max.unwrap_or(usize::MAX));
    found
}

fn sorted(hunt: Hunt<'_>, stopped: Option<StopReason>, smallest: bool) -> Clashes {
    let mut list: Vec<Clash> = hunt.clashes.into_iter().map(|(_, clash)| clash).collect();
    list.sort_by(|a, b| (a.members().len(), a.members()).cmp(&(b.members().len(), b.members())));
    let correction = |(left_out, package): (Set, Acceptable)| Correction {
        members: hunt.oracle.members_of(&left_out),
        package,
    };
    let mut corrections: Vec<Correction> = hunt.corrections.into_iter().map(correction).collect();
    corrections.sort_by(|a, b| (a.members.len(), &a.members).cmp(&(b.members.len(), &b.members)));
    Clashes {
        list,
        corrections,
        stopped,
        smallest,
    }
}
