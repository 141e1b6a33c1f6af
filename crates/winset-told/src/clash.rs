//! A clash as one claim, and what else there is to say of it.

use std::collections::BTreeSet;

use winset_check::ClashMember;
use winset_model::case::{Case, DemandId, Visibility};
use winset_model::options::{OptionSet, PartyId, PointId};
use winset_model::positions::Positions;
use winset_solve::left_by_rules;

use super::claim::claim;
use super::clause::{Clause, Said};
use super::member::{Says, owner, points, says, seen};
use super::names::{Names, sentence};
use super::story::told;
use super::votes::lost;

/// What there is to say of a clash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClashTold {
    /// The clash as one claim, in [`CLAIM_WORDS_MAX`](crate::CLAIM_WORDS_MAX) words at most.
    pub sentence: String,
    /// Why it is one: a sentence for each member and each law given, in an order that reads as an
    /// argument.
    pub reasons: Vec<String>,
    /// The points that it touches, as [`clash_points`] has them.
    pub points: Vec<PointId>,
    /// Whose members it has, in order.
    pub owners: Vec<PartyId>,
    /// Whether all members are of one party: its own demands defeat each other.
    pub one_party: bool,
    /// Whether it follows from public data alone: all members and all laws given are public.
    pub public: bool,
}

/// Tells a clash. `laws` are those that it needs, as
/// [`laws_of`](winset_solve::laws_of) finds them.
pub fn clash_told(
    case: &Case,
    positions: &Positions,
    members: &BTreeSet<ClashMember>,
    laws: &[DemandId],
) -> ClashTold {
    let all = || {
        members
            .iter()
            .copied()
            .chain(laws.iter().map(|l| ClashMember::Demand(*l)))
    };
    let owners: BTreeSet<PartyId> = members.iter().filter_map(|m| owner(case, *m)).collect();
    ClashTold {
        sentence: claim(case, positions, members, laws),
        reasons: clash_reasons(case, positions, members, laws),
        points: clash_points(case, positions, members),
        one_party: owners.len() == 1,
        owners: owners.into_iter().collect(),
        public: all().all(|m| seen(case, m) == Visibility::Public),
    }
}

/// The points that a clash touches, in order: those that its lines and links look at, and for a vote
/// rule those that call for it and those over which its body's blocs are lost. Where the blocs that
/// the other members and the laws lose by their own force do not decide the vote, all points that
/// any bloc cares about.
pub fn clash_points(
    case: &Case,
    positions: &Positions,
    members: &BTreeSet<ClashMember>,
) -> Vec<PointId> {
    let confined = confined(case, positions, members);
    let mut touched: BTreeSet<PointId> = BTreeSet::new();
    for member in members {
        let vote = match member {
            ClashMember::Demand(DemandId::Vote(body, rule)) => Some((&case.bodies[*body], *rule)),
            _ => None,
        };
        let decided = vote.and_then(|(body, rule)| {
            let rule = &body.rules[rule];
            Some((rule, lost(body, rule, &confined)?))
        });
        match decided {
            None => touched.extend(points(case, *member)),
            Some((rule, lost)) => {
                touched.extend(rule.when.points());
                touched.extend(lost.blocs.into_iter().flat_map(|(_, points)| points));
            }
        }
    }
    touched.into_iter().collect()
}

/// Why demands clash: a sentence for each member and each law given, in an order that reads as an
/// argument. Lines stand as at the positions.
pub fn clash_reasons(
    case: &Case,
    positions: &Positions,
    members: &BTreeSet<ClashMember>,
    laws: &[DemandId],
) -> Vec<String> {
    let clauses = argument(case, positions, members, laws);
    clauses.iter().map(|clause| sentence(clause)).collect()
}

/// The same as the clauses of one sentence.
pub(super) fn argument(
    case: &Case,
    positions: &Positions,
    members: &BTreeSet<ClashMember>,
    laws: &[DemandId],
) -> Vec<String> {
    let clause = |member: ClashMember, law: bool| Clause {
        owner: owner(case, member),
        law,
        says: says(case, positions, member),
    };
    let floors: Vec<PartyId> = members
        .iter()
        .filter_map(|m| match m {
            ClashMember::Floor(party) => Some(*party),
            ClashMember::Demand(_) => None,
        })
        .collect();
    let demands = members
        .iter()
        .filter(|m| matches!(m, ClashMember::Demand(_)));
    let mut clauses: Vec<Clause> = demands.map(|m| clause(*m, false)).collect();
    clauses.extend(
        laws.iter()
            .map(|law| clause(ClashMember::Demand(*law), true)),
    );
    if !floors.is_empty() {
        clauses.push(Clause {
            owner: None,
            law: false,
            says: Says::Floors(floors),
        });
    }
    let names = Names::new(case);
    let confined = confined(case, positions, members);
    told(&Said::nothing(case, &names, &confined), &clauses)
}

/// What lines, links and laws of a clash leave of each point, vote rules and floors apart; nothing
/// where they already leave no package.
fn confined(case: &Case, positions: &Positions, members: &BTreeSet<ClashMember>) -> Vec<OptionSet> {
    let mut asked = positions.clone().without_floors();
    for demand in case.demands() {
        let stays =
            members.contains(&ClashMember::Demand(demand)) && !matches!(demand, DemandId::Vote(..));
        if !stays && !case.is_law(demand) {
            asked.dropped.insert(demand);
        }
    }
    left_by_rules(case, &asked).unwrap_or_default()
}
