//! On which scale scores stand, and from where gains are counted, where both are measured on the packages
//! that the laws leave.

use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, Normalise, NotNormal, utility_ranges};

/// The case with the scores of some parties brought to a common scale. As much work as the best and the
/// worst package of each party.
///
/// # Errors
/// Where that scale does not exist, or was not found.
pub fn normalised(
    case: &Case,
    parties: &[PartyId],
    how: Normalise,
    budget: &Budget<'_>,
) -> Result<Case, NotNormal> {
    winset_solve::normalised(case, parties, how, budget)
}

/// Gains counted from the no-deal value of each party, or from the worst that the laws leave it where
/// that is more or no value is stated. As much work as the worst package of each party.
///
/// # Errors
/// Where the laws leave no package, or the search was stopped.
pub fn floor_disagreement(
    case: &Case,
    parties: &[PartyId],
    budget: &Budget<'_>,
) -> Result<Disagreement, NotNormal> {
    let ranges = utility_ranges(case, &Positions::laws(case), parties, budget);
    let ranges = ranges.map_err(NotNormal::Stopped)?;
    let ranges = ranges.ok_or(NotNormal::NoPackage)?;
    let mut at = Disagreement::from_no_deal(case);
    for (party, range) in parties.iter().zip(ranges) {
        let no_deal = case.parties[party.index()].sheet.open().no_deal;
        if no_deal.is_none_or(|value| value < range.least) {
            at = at.with(*party, case.unscaled(*party, range.least));
        }
    }
    Ok(at)
}
