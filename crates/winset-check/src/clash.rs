//! Checked claims about demands that cannot hold together.

use std::collections::BTreeSet;
use std::fmt;

use winset_model::case::{Case, DemandId};
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, accept};
use crate::proof::{NoOverlap, refute};
use crate::rejection::Rejection;

/// What can be given up to end a clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClashMember {
    /// A demand.
    Demand(DemandId),
    /// A party's floor.
    Floor(PartyId),
}

/// The positions without some members.
pub fn without(positions: &Positions, members: &BTreeSet<ClashMember>) -> Positions {
    let mut rest = positions.clone();
    for member in members {
        match member {
            ClashMember::Demand(demand) => {
                rest.dropped.insert(*demand);
            }
            ClashMember::Floor(party) => {
                if let Some(floor) = rest.floors.get_mut(party.index()) {
                    *floor = None;
                }
            }
        }
    }
    rest
}

/// Demands that cannot hold together, none of which could be left out: a checked claim. The field calls
/// it a minimal unsatisfiable subset (MUS) of the demands, the background being hard.
#[derive(Clone, PartialEq, Eq)]
pub struct Clash {
    members: BTreeSet<ClashMember>,
    proof: NoOverlap,
    without: Vec<Acceptable>,
}

impl Clash {
    /// The members, in order. None at all: the background alone leaves no package.
    pub fn members(&self) -> &BTreeSet<ClashMember> {
        &self.members
    }

    /// That no package keeps all of them and the background.
    pub fn proof(&self) -> &NoOverlap {
        &self.proof
    }

    /// For each member, in order, a package that keeps the background and all the others.
    pub fn without(&self) -> &[Acceptable] {
        &self.without
    }
}

/// Shows the size; the packages and the proof are confidential.
impl fmt::Debug for Clash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clash")
            .field("members", &self.members)
            .finish_non_exhaustive()
    }
}

/// Checks that some of the members that may be given up cannot hold together on the background of
/// all that may not, and that each of them is needed for it: the certificate refutes them, and each
/// of the packages, in the members' order, keeps all the others.
///
/// # Errors
/// What is wrong with the certificate or with a package.
pub fn clash(
    case: &Case,
    positions: &Positions,
    negotiable: &BTreeSet<ClashMember>,
    members: BTreeSet<ClashMember>,
    certificate: Vec<u8>,
    packages: &[Package],
) -> Result<Clash, Rejection> {
    if !members.is_subset(negotiable) {
        return Err(Rejection::NotNegotiable);
    }
    let others: BTreeSet<ClashMember> = negotiable.difference(&members).copied().collect();
    let proof = refute(case, &without(positions, &others), certificate)?;
    if packages.len() != members.len() {
        return Err(Rejection::PackageCount);
    }
    let mut kept = Vec::with_capacity(packages.len());
    for (member, package) in members.iter().zip(packages) {
        let mut given_up = others.clone();
        given_up.insert(*member);
        kept.push(accept(case, &without(positions, &given_up), package)?);
    }
    Ok(Clash {
        members,
        proof,
        without: kept,
    })
}
