//! The packages with the largest sum of scores: a checked claim.

use std::fmt;

use winset_model::case::Case;
use winset_model::number::Exact;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, accept};
use crate::cover::with_sums;
use crate::proof::{Best, best};
use crate::rejection::Rejection;

/// No acceptable package has a larger sum of the parties' scores: a checked claim.
#[derive(Clone, PartialEq, Eq)]
pub struct LargestSum {
    axes: Vec<PartyId>,
    acceptable: Acceptable,
    best: Best,
    total: Exact,
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

    /// The same for the party of the derived case that scores the sum.
    pub fn best(&self) -> &Best {
        &self.best
    }

    /// The sum, unscaled.
    pub fn total(&self) -> Exact {
        self.total
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

/// Checks that the package is acceptable and that the certificate refutes a larger sum, as the score
/// of one more party of a derived case, in which each score counts as often as brings all of them to
/// the least common denominator.
///
/// # Errors
/// What is wrong with the package, the parties or the certificate.
pub fn largest_sum(
    case: &Case,
    positions: &Positions,
    parties: &[PartyId],
    package: &Package,
    certificate: Vec<u8>,
) -> Result<LargestSum, Rejection> {
    if parties.is_empty() || !parties.is_sorted_by(|a, b| a < b) {
        return Err(Rejection::Parties);
    }
    let mut scales = Vec::with_capacity(parties.len());
    for party in parties {
        let party = case.parties.get(party.index()).ok_or(Rejection::Parties)?;
        scales.push(party.sheet.open().scale);
    }
    let denominator = common_multiple(&scales).ok_or(Rejection::TooLarge)?;
    let weights: Vec<i64> = scales.iter().map(|scale| denominator / scale).collect();
    let sum = PartyId::at(case.parties.len());
    let derived = with_sums(case, parties, [weights.as_slice()]).ok_or(Rejection::TooLarge)?;
    let acceptable = accept(case, positions, package)?;
    let mut asked = positions.clone();
    asked.floors.push(None);
    let best = best(&derived, &asked, sum, package, certificate)?;
    let total = Exact::new(best.value().into(), denominator.into());
    Ok(LargestSum {
        axes: parties.to_vec(),
        acceptable,
        best,
        total,
    })
}

/// The least common multiple of positive numbers.
fn common_multiple(numbers: &[i64]) -> Option<i64> {
    let mut multiple = 1_i64;
    for number in numbers {
        let (mut a, mut b) = (multiple, *number);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        multiple = multiple.checked_mul(number / a)?;
    }
    Some(multiple)
}
