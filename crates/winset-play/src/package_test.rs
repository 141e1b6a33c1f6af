//! Whether a package holds under some of a case's demands: the laws alone, or what one party signs.

use std::fmt;
use std::sync::Arc;

use winset_model::case::{Case, DemandId, Visibility};
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

/// Demands of a case, as they are declared, against which packages are held. Scores and no-deal values are no
/// part of it.
#[derive(Clone)]
pub struct PackageTest {
    case: Arc<Case>,
    positions: Positions,
}

impl PackageTest {
    /// The laws: lines and links that nobody can give up.
    pub fn of_laws(case: &Case) -> Self {
        Self::of(case, |_| false)
    }

    /// The laws that everybody sees, and, of a party, what the bodies that ratify for it pass: what may be tabled
    /// without telling anybody what it does not know.
    pub fn of_table(case: &Case, ratified_for: Option<PartyId>) -> Self {
        let mut case = case.clone();
        let is_public = |law: bool, seen: Visibility| law && seen == Visibility::Public;
        case.lines.retain(|line| is_public(line.law, line.seen));
        case.links.retain(|link| is_public(link.law, link.seen));
        case.bodies.retain(|body| Some(body.party) == ratified_for);
        Self {
            positions: Positions::declared(&case).without_floors(),
            case: Arc::new(case),
        }
    }

    /// What a party signs: the laws, its red lines, its conditions, and what the bodies that ratify for it pass.
    pub fn of_party(case: &Case, party: PartyId) -> Self {
        Self::of(case, |demand| match demand {
            DemandId::Line(line) => case.lines[line].owner == party,
            DemandId::Link(link) => case.links[link].owner == Some(party),
            DemandId::Vote(body, _) => case.bodies[body].party == party,
        })
    }

    fn of(case: &Case, counts: impl Fn(DemandId) -> bool) -> Self {
        let mut positions = Positions::laws(case);
        positions.dropped.retain(|demand| !counts(*demand));
        Self {
            case: Arc::new(case.clone()),
            positions,
        }
    }

    /// Whether a package meets all of it. Time in proportion to the demands of the case.
    pub fn holds(&self, package: &Package) -> bool {
        winset_check::accept(&self.case, &self.positions, package).is_ok()
    }
}

/// Demands may be sealed.
impl fmt::Debug for PackageTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PackageTest(..)")
    }
}
