//! What there is to say of a member of a clash, or of a law.

use winset_check::ClashMember;
use winset_model::case::{Case, DemandId, LinkRule, Visibility};
use winset_model::condition::Condition;
use winset_model::options::{OptionSet, PartyId, PointId};
use winset_model::positions::Positions;

use super::condition::as_set;
use super::sets::others;

/// Whose member it is; none for a law without owner.
pub fn owner(case: &Case, member: ClashMember) -> Option<PartyId> {
    match member {
        ClashMember::Demand(DemandId::Line(place)) => Some(case.lines[place].owner),
        ClashMember::Demand(DemandId::Link(place)) => case.links[place].owner,
        ClashMember::Demand(DemandId::Vote(body, _)) => Some(case.bodies[body].party),
        ClashMember::Floor(party) => Some(party),
    }
}

/// Who may see it, as far as it is declared. A floor is sealed.
pub fn seen(case: &Case, member: ClashMember) -> Visibility {
    match member {
        ClashMember::Demand(DemandId::Line(place)) => case.lines[place].seen,
        ClashMember::Demand(DemandId::Link(place)) => case.links[place].seen,
        ClashMember::Demand(DemandId::Vote(body, rule)) => case.bodies[body].rules[rule].seen,
        ClashMember::Floor(_) => Visibility::Sealed,
    }
}

/// The points that it looks at, in order; none for a floor. A vote rule looks at those that call
/// for it and at all that its body's blocs care about.
pub(super) fn points(case: &Case, member: ClashMember) -> Vec<PointId> {
    let conditions: Vec<&Condition> = match member {
        ClashMember::Floor(_) => return Vec::new(),
        ClashMember::Demand(DemandId::Line(place)) => return vec![case.lines[place].point],
        ClashMember::Demand(DemandId::Link(place)) => case.links[place].rule.open().conditions(),
        ClashMember::Demand(DemandId::Vote(body, rule)) => {
            vec![&case.bodies[body].rules[rule].when]
        }
    };
    let mut points: Vec<PointId> = conditions.iter().flat_map(|c| c.points()).collect();
    if let ClashMember::Demand(DemandId::Vote(body, _)) = member {
        let accepts = case.bodies[body].blocs.iter().flat_map(|b| &b.accepts);
        points.extend(accepts.map(|(point, _)| *point));
    }
    points.sort_unstable();
    points.dedup();
    points
}

/// Some options of a point.
#[derive(Debug, Clone)]
pub(super) struct OnPoint {
    pub(super) point: PointId,
    pub(super) options: OptionSet,
}

/// What a member says, in the form in which it is told.
#[derive(Debug, Clone)]
pub(super) enum Says {
    /// A point is settled on one of the options.
    Only(PointId, OptionSet),
    /// If the first point is settled on one of the options, the second is on one of those.
    Needs(OnPoint, OnPoint),
    /// A link of another form, by its place.
    Link(usize),
    /// A vote rule, by the places of its body and of the rule.
    Vote(usize, usize),
    /// These parties get their no-deal values.
    Floors(Vec<PartyId>),
}

/// What a member says at the positions.
pub(super) fn says(case: &Case, positions: &Positions, member: ClashMember) -> Says {
    match member {
        ClashMember::Floor(party) => Says::Floors(vec![party]),
        ClashMember::Demand(DemandId::Vote(body, rule)) => Says::Vote(body, rule),
        ClashMember::Demand(DemandId::Line(place)) => {
            let line = &case.lines[place];
            let step = positions.steps.get(place).copied().unwrap_or(0);
            let accept = line.ladder.open().get(step).map(|s| s.accept.clone());
            Says::Only(line.point, accept.unwrap_or(OptionSet::EMPTY))
        }
        ClashMember::Demand(DemandId::Link(place)) => {
            simple(case, case.links[place].rule.open()).unwrap_or(Says::Link(place))
        }
    }
}

/// A link about one point, or from one point to another.
fn simple(case: &Case, rule: &LinkRule) -> Option<Says> {
    let (first, second) = match rule {
        LinkRule::Require(condition) => {
            let (point, set) = as_set(case, condition)?;
            return Some(Says::Only(point, set));
        }
        LinkRule::IfThen { when, then } => (as_set(case, when)?, as_set(case, then)?),
        LinkRule::Exclude(members) => {
            let [one, other] = members.as_slice() else {
                return None;
            };
            let (point, set) = as_set(case, other)?;
            (as_set(case, one)?, (point, others(case, point, &set)))
        }
    };
    let [first, second] = [first, second].map(|(point, options)| OnPoint { point, options });
    if first.point == second.point {
        let accept = others(case, first.point, &first.options).or(&second.options);
        Some(Says::Only(first.point, accept))
    } else {
        Some(Says::Needs(first, second))
    }
}
