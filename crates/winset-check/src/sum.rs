//! The packages with the largest sum of scores: a checked claim.

use std::fmt;

use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, PackageRefusal, accept, settles_all};
use crate::exact_sum::ExactSum;
use crate::proof::{NoOverlap, refute};
use crate::rejection::Rejection;

/// No acceptable package has a larger sum of the parties' scores: a checked claim.
#[derive(Clone, PartialEq, Eq)]
pub struct LargestSum {
    axes: Vec<PartyId>,
    acceptable: Acceptable,
    known: Vec<Package>,
    proof: NoOverlap,
}

impl LargestSum {
    /// The parties whose scores are added up.
    pub fn axes(&self) -> &[PartyId] {
        &self.axes
    }

    /// A package with the largest sum.
    pub fn acceptable(&self) -> &Acceptable {
        &self.acceptable
    }

    /// Packages without a larger sum that the proof leaves out, with their cells.
    pub fn known(&self) -> &[Package] {
        &self.known
    }

    /// Nothing in the derived case reaches a larger sum.
    pub fn proof(&self) -> &NoOverlap {
        &self.proof
    }
}

/// Shows the package; its scores are confidential.
impl fmt::Debug for LargestSum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LargestSum")
            .field("axes", &self.axes)
            .field("acceptable", &self.acceptable)
            .finish_non_exhaustive()
    }
}

/// Checks that the package is acceptable and that the certificate refutes a larger sum in the case that
/// [`ExactSum::derived`] makes, with laws against the cells of the packages that are known: none of
/// these has a larger sum. Only where sums are rounded need any be known.
///
/// # Errors
/// What is wrong with the packages, the parties or the certificate.
pub fn largest_sum(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    package: &Package,
    known: &[Package],
    certificate: Vec<u8>,
) -> Result<LargestSum, Rejection> {
    let exist = |party: &PartyId| party.index() < case.parties.len();
    if parties.is_empty() || !parties.is_sorted_by(|a, b| a < b) || !parties.iter().all(exist) {
        return Err(Rejection::Parties);
    }
    let sum = ExactSum::of(case, parties);
    let acceptable = accept(case, positions, package)?;
    let most = sum.total(package);
    let mut cells = Vec::with_capacity(known.len());
    for package in known {
        if !settles_all(case, package) {
            return Err(PackageRefusal::NotAPackage.into());
        }
        if sum.total(package) > most {
            return Err(Rejection::NotAlike);
        }
        cells.push(sum.cell(package));
    }
    let derived = sum.derived(case, &cells).ok_or(Rejection::TooLarge)?;
    let mut asked = positions.clone();
    let floor = sum.floor_beyond(&most).ok_or(Rejection::TooLarge)?;
    asked.floors.push(Some(floor));
    Ok(LargestSum {
        axes: parties.to_vec(),
        acceptable,
        known: known.to_vec(),
        proof: refute(&derived, &asked, certificate)?,
    })
}
