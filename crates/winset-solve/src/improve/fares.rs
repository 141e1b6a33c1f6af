//! How a package fares with each party.

use winset_check::{PackageRefusal, Unmet, accept};
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

/// What a package gives, and what it does not meet.
#[derive(Clone, PartialEq, Eq)]
pub struct Fares {
    /// What it is worth to each party, on the party's scale; `None` for a party without
    /// preferences.
    pub scores: Vec<Option<i64>>,
    /// The demands that it breaks and the parties that it leaves below their floors; nothing when
    /// it is acceptable.
    pub unmet: Unmet,
}

/// Shows what is not met; scores are confidential.
impl std::fmt::Debug for Fares {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fares")
            .field("unmet", &self.unmet)
            .finish_non_exhaustive()
    }
}

impl Fares {
    /// Whether every demand and every floor is met.
    pub fn acceptable(&self) -> bool {
        self.unmet == Unmet::default()
    }
}

/// How a package fares under the positions.
///
/// # Errors
/// When the positions do not fit the case, the package does not settle every point on one of its
/// options, or a score does not fit its range.
pub fn fares(
    case: &Case,
    positions: &Positions,
    package: &Package,
) -> Result<Fares, PackageRefusal> {
    let unmet = match accept(case, positions, package) {
        Ok(_) => Unmet::default(),
        Err(PackageRefusal::Unmet(unmet)) => unmet,
        Err(other) => return Err(other),
    };
    let parties = (0..case.parties.len()).map(PartyId::at);
    Ok(Fares {
        scores: parties.map(|p| case.score(p, package)).collect(),
        unmet,
    })
}

/// What a party gains or loses on each point when one package gives way to another, on the party's
/// scale. Terms across points are left out: they are the rest of the difference of the scores.
pub fn by_point(case: &Case, party: PartyId, from: &Package, to: &Package) -> Vec<i64> {
    let Some(scores) = &case.parties[party.index()].sheet.open().scores else {
        return vec![0; case.points.len()];
    };
    let rows = scores.by_option.iter().zip(from.0.iter().zip(&to.0));
    rows.map(|(row, (a, b))| row[b.index()] - row[a.index()])
        .collect()
}
