//! Concessions in words.

use std::collections::BTreeSet;

use winset_check::ClashMember;
use winset_model::case::{Case, DemandId};
use winset_model::derived::Concession;
use winset_model::options::OptionSet;
use winset_model::positions::Positions;
use winset_solve::Target;

use crate::demand::{self, labelled};
use crate::member::owner;
use crate::names::listed;
use crate::words::options;

/// What a concession gives up, in the case's order.
pub fn given_up(concession: &Concession) -> Vec<(DemandId, Target)> {
    let steps = concession.steps.iter();
    let steps = steps.map(|(line, step)| (DemandId::Line(*line), Target::Step(*step)));
    let drops = concession.dropped.iter().map(|d| (*d, Target::Dropped));
    steps.chain(drops).collect()
}

/// A move in words, and what it costs its owner.
pub fn moved(at: (&Case, &Positions), demand: DemandId, to: Target) -> (String, u64) {
    let (case, positions) = at;
    let id = case.demand_name(demand);
    let owner = owner(case, ClashMember::Demand(demand));
    let owner = owner.map_or("", |party| case.parties[party.index()].name.as_str());
    let (DemandId::Line(place), Target::Step(step)) = (demand, to) else {
        let words = demand::in_words(case, demand);
        let cost = match demand {
            DemandId::Link(link) => case.links[link].relax_cost.unwrap_or(0),
            DemandId::Line(_) | DemandId::Vote(..) => 0,
        };
        return (format!("{id} is dropped: {words}"), cost);
    };
    let line = &case.lines[place];
    let point = &case.points[line.point.index()];
    let ladder = line.ladder.open();
    let from = positions.steps.get(place).copied().unwrap_or(0);
    let at = |step: usize| {
        ladder
            .get(step)
            .map_or(OptionSet::EMPTY, |s| s.accept.clone())
    };
    let cost = |step: usize| ladder.get(step).map_or(0, |s| s.cost);
    let declared = listed(&options(point, &at(from)), "or");
    let more = listed(&labelled(point, &at(step).without(&at(from))), "and");
    let text = format!("{id} ({owner}): from {declared} to {more} as well");
    (text, cost(step).saturating_sub(cost(from)))
}

/// How a concession differs from another: "ORV-plant instead of LET-plant".
pub fn difference(case: &Case, first: &Concession, other: &Concession) -> String {
    let all = |c: &Concession| given_up(c).into_iter().collect::<BTreeSet<_>>();
    let (first, other) = (all(first), all(other));
    let demands = |of: &BTreeSet<(DemandId, Target)>| of.iter().map(|m| m.0).collect();
    let (in_first, in_other): (BTreeSet<DemandId>, BTreeSet<DemandId>) =
        (demands(&first), demands(&other));
    let named = |(demand, to): &(DemandId, Target)| {
        let id = case.demand_name(*demand);
        match to {
            Target::Step(step) if in_first.contains(demand) && in_other.contains(demand) => {
                format!("{id} on step {step}")
            }
            Target::Step(_) | Target::Dropped => id.to_owned(),
        }
    };
    let new: Vec<String> = other.difference(&first).map(named).collect();
    let gone: Vec<String> = first.difference(&other).map(named).collect();
    match (new.as_slice(), gone.as_slice()) {
        ([], gone) => format!("without {}", listed(gone, "and")),
        (new, []) => format!("{} too", listed(new, "and")),
        (new, gone) => format!("{} instead of {}", listed(new, "and"), listed(gone, "and")),
    }
}
