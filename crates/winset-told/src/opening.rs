//! Concessions in words.

use std::collections::BTreeSet;

use winset_check::{ClashMember, Opening};
use winset_model::case::{Case, DemandId};
use winset_model::derived::Concession;
use winset_model::options::{OptionSet, PartyId};
use winset_model::positions::Positions;
use winset_solve::Target;

use crate::called::{self, Called};
use crate::demand;
use crate::member::owner;
use crate::names::{Names, listed};
use crate::words::{self, capital};

/// What a concession gives up, in the case's order.
pub fn given_up(concession: &Concession) -> Vec<(DemandId, Target)> {
    let steps = concession.steps.iter();
    let steps = steps.map(|(line, step)| (DemandId::Line(*line), Target::Step(*step)));
    let drops = concession.dropped.iter().map(|d| (*d, Target::Dropped));
    steps.chain(drops).collect()
}

/// The parties that a concession moves demands of, or costs something, with what it costs them; in
/// the case's order.
pub fn costs_by_owner(case: &Case, opening: &Opening) -> Vec<(PartyId, u64)> {
    let parties = (0..case.parties.len()).map(PartyId::at);
    let movers = owners(case, opening.concession());
    let costs = parties.zip(opening.costs().iter().copied());
    costs
        .filter(|(party, cost)| *cost > 0 || movers.contains(party))
        .collect()
}

/// Whose demands a concession moves, each as often as it does.
fn owners(case: &Case, concession: &Concession) -> Vec<PartyId> {
    let lines = concession.steps.iter();
    let lines = lines.map(|(line, _)| DemandId::Line(*line));
    let moved = lines.chain(concession.dropped.iter().copied());
    let of_demand = |demand| owner(case, ClashMember::Demand(demand));
    moved.filter_map(of_demand).collect()
}

/// A move in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveTold {
    /// What its owner does, and the identifier of the demand.
    pub what: Called,
    /// What it costs its owner, by the owner's own estimate.
    pub cost: u64,
}

/// A move in words, and what it costs its owner.
pub fn moved(at: (&Case, &Positions), demand: DemandId, to: Target) -> MoveTold {
    let (case, positions) = at;
    let names = Names::new(case);
    let owner = owner(case, ClashMember::Demand(demand));
    let who = owner.map_or("the law", |party| names.party(party));
    let told = |words: String, cost: u64| MoveTold {
        what: Called {
            label: capital(&words),
            code: Some(case.demand_name(demand).to_owned()),
        },
        cost,
    };
    let (place, step) = match (demand, to) {
        (DemandId::Line(place), Target::Step(step)) => (place, step),
        (DemandId::Link(link), _) => {
            let link = &case.links[link];
            let words = format!("{who} gives up its condition: {}", words::link(case, link));
            return told(words, link.relax_cost.unwrap_or(0));
        }
        (DemandId::Line(_) | DemandId::Vote(..), _) => {
            return told(format!("given up: {}", demand::in_words(case, demand)), 0);
        }
    };
    let line = &case.lines[place];
    let ladder = line.ladder.open();
    let from = positions.steps.get(place).copied().unwrap_or(0);
    let at = |step: usize| {
        ladder
            .get(step)
            .map_or(OptionSet::EMPTY, |s| s.accept.clone())
    };
    let cost = |step: usize| ladder.get(step).map_or(0, |s| s.cost);
    let more = words::labels(case, line.point, &at(step).without(&at(from)), "and");
    let words = format!("{who} also accepts {more} on {}", names.point(line.point));
    told(words, cost(step).saturating_sub(cost(from)))
}

/// How a concession differs from another: "A on P (ORV-plant) instead of B on P".
pub fn difference(case: &Case, first: &Concession, other: &Concession) -> String {
    let all = |c: &Concession| given_up(c).into_iter().collect::<BTreeSet<_>>();
    let (first, other) = (all(first), all(other));
    let demands = |of: &BTreeSet<(DemandId, Target)>| of.iter().map(|m| m.0).collect();
    let (in_first, in_other): (BTreeSet<DemandId>, BTreeSet<DemandId>) =
        (demands(&first), demands(&other));
    let named = |(demand, to): &(DemandId, Target)| {
        let name = called::demand(case, *demand);
        match to {
            Target::Step(step) if in_first.contains(demand) && in_other.contains(demand) => {
                format!("{name}, step {step}")
            }
            Target::Step(_) | Target::Dropped => name.to_string(),
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
