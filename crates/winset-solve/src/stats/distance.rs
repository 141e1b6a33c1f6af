//! Distances of packages, by what they are worth to some parties.

use winset_model::case::Case;
use winset_model::options::{Package, PartyId};

use crate::pressure::BigRatio;

/// What a package is worth to the parties, unscaled; 0 for one without preferences.
pub(super) fn values(case: &Case, parties: &[PartyId], package: &Package) -> Vec<BigRatio> {
    let value = |party: &PartyId| {
        let score = case.score(*party, package).unwrap_or(0);
        let scale = case.parties[party.index()].sheet.open().scale;
        BigRatio::new(score.into(), scale.into())
    };
    parties.iter().map(value).collect()
}

/// The square of the Euclidean distance of two points.
pub(super) fn squared_distance(one: &[BigRatio], two: &[BigRatio]) -> BigRatio {
    one.iter().zip(two).map(|(a, b)| square(&(a - b))).sum()
}

/// A value times itself.
pub(super) fn square(value: &BigRatio) -> BigRatio {
    value * value
}
