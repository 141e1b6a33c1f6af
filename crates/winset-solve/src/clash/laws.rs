//! Which laws a clash needs.

use std::collections::BTreeSet;

use winset_check::{ClashMember, without};
use winset_model::answer::StopReason;
use winset_model::case::{Case, DemandId, Visibility};
use winset_model::derived::DerivedDraft;
use winset_model::options::PartyId;
use winset_model::positions::Positions;

use super::hunt::{Answered, Hunt};
use super::lists::FloorMode;
use super::oracle::Oracle;
use super::set::Set;
use crate::budget::Budget;
use crate::parallel::each;

/// Laws that make members of a clash defeat each other: with these laws alone as background the
/// members cannot hold together, and without any one of them they can. In the order of
/// [`Case::demands`]; checked in both directions in a copy of the case in which laws are demands.
///
/// There can be several such sets. If public laws alone would do, all of them are public.
/// No laws when the members hold together.
///
/// # Errors
/// The reason for which it was stopped.
pub fn laws_of(
    case: &Case,
    positions: &Positions,
    floors: FloorMode,
    clash: &BTreeSet<ClashMember>,
    budget: &Budget<'_>,
) -> Result<Vec<DemandId>, StopReason> {
    let found = laws_of_each(case, positions, floors, &[clash], budget);
    found.into_iter().next().unwrap_or(Ok(Vec::new()))
}

/// The laws of several clashes, as [`laws_of`] finds them, in the order of the clashes. They are
/// worked on side by side when the budget has threads.
pub fn laws_of_each(
    case: &Case,
    positions: &Positions,
    floors: FloorMode,
    clashes: &[&BTreeSet<ClashMember>],
    budget: &Budget<'_>,
) -> Vec<Result<Vec<DemandId>, StopReason>> {
    let laws: Vec<DemandId> = case
        .demands()
        .into_iter()
        .filter(|d| case.is_law(*d))
        .collect();
    if laws.is_empty() {
        return clashes.iter().map(|_| Ok(Vec::new())).collect();
    }
    let mut draft = DerivedDraft::of(case);
    draft.repeal_laws();
    let repealed = draft.finish();
    let positions = floors.applied(positions);
    each(budget.threads, clashes, |clash| {
        let asked = only_these(case, &positions, floors, clash);
        needed(&repealed, asked, case, &laws, budget)
    })
}

/// The laws that are needed for there to be no package, in a copy of the case in which laws are
/// demands.
fn needed(
    repealed: &Case,
    asked: Positions,
    case: &Case,
    laws: &[DemandId],
    budget: &Budget<'_>,
) -> Result<Vec<DemandId>, StopReason> {
    let members = laws.iter().copied().map(ClashMember::Demand).collect();
    let mut hunt = Hunt::new(Oracle::new(repealed, asked, members, budget));
    for seen in [Visibility::Public, Visibility::Mediator, Visibility::Sealed] {
        let mut known = Set::none(laws.len());
        for (place, law) in laws.iter().enumerate() {
            if law_seen(case, *law) <= seen {
                known.insert(place);
            }
        }
        match hunt.ask(&known, u64::MAX)? {
            Answered::By(_) => {}
            Answered::None(core) => {
                let needed = hunt.clash_in(&core)?;
                return Ok(needed.members().into_iter().map(|m| laws[m]).collect());
            }
            Answered::Hard => return Err(StopReason::NodeLimit),
        }
    }
    Ok(Vec::new())
}

/// The positions with laws and these members only; floors that are background stay.
fn only_these(
    case: &Case,
    positions: &Positions,
    floors: FloorMode,
    members: &BTreeSet<ClashMember>,
) -> Positions {
    let demands = case.demands().into_iter().filter(|d| !case.is_law(*d));
    let parties = (0..case.parties.len()).map(PartyId::at);
    let of_parties = parties.filter(|_| floors == FloorMode::Members);
    let all = demands
        .map(ClashMember::Demand)
        .chain(of_parties.map(ClashMember::Floor));
    without(positions, &all.filter(|m| !members.contains(m)).collect())
}

/// Who may see a law.
fn law_seen(case: &Case, law: DemandId) -> Visibility {
    match law {
        DemandId::Line(place) => case.lines[place].seen,
        DemandId::Link(place) => case.links[place].seen,
        DemandId::Vote(body, rule) => case.bodies[body].rules[rule].seen,
    }
}
