//! Concessions in words.

use std::collections::BTreeSet;

use winset::check::Member;
use winset::model::case::{Case, DemandId};
use winset::model::derived::{Concession, Movable};
use winset::model::options::{OptionSet, PartyId};
use winset::solve::Target;
use winset::told;

use super::Opened;
use crate::demand::{self, labelled};
use crate::words::{grouped, listed, options};

/// What a concession gives up, in the case's order.
pub(crate) fn given_up(concession: &Concession) -> Vec<(DemandId, Target)> {
    let steps = concession.steps.iter();
    let steps = steps.map(|(line, step)| (DemandId::Line(*line), Target::Step(*step)));
    let drops = concession.dropped.iter().map(|d| (*d, Target::Dropped));
    steps.chain(drops).collect()
}

/// What may move in the question.
pub(super) fn what_may_move(opened: &Opened<'_>) -> String {
    let (case, terms) = (opened.case, &opened.asked.terms);
    let name = |party: PartyId| case.parties[party.index()].name.clone();
    let who = match terms.only_party {
        None => "lines may move along their ladders, links may be dropped".to_owned(),
        Some(party) => format!("only demands of {} may move", name(party)),
    };
    let mut parts = vec![who];
    if terms.votes == Movable::Allowed {
        parts.push("vote rules may be set aside (at no cost: they carry no estimate)".to_owned());
    }
    if !terms.keep.is_empty() {
        let kept = terms.keep.iter().map(|d| case.demand_name(*d).to_owned());
        let kept: Vec<String> = kept.collect();
        let verb = if kept.len() == 1 { "stays" } else { "stay" };
        parts.push(format!("{} {verb}", listed(&kept, "and")));
    }
    for (party, most) in opened.asked.most.iter().enumerate() {
        if let Some(most) = most {
            let party = name(PartyId::at(party));
            parts.push(format!("{party} bears at most {}", grouped(most)));
        }
    }
    parts.push(match terms.votes {
        Movable::Allowed => "laws and no-deal values are kept".to_owned(),
        Movable::Never => "laws, vote rules and no-deal values are kept".to_owned(),
    });
    parts.join("; ")
}

/// A move in words, and what it costs its owner.
pub(crate) fn moved(opened: &Opened<'_>, demand: DemandId, to: Target) -> (String, u64) {
    let case = opened.case;
    let id = case.demand_name(demand);
    let owner = told::owner(case, Member::Demand(demand));
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
    let from = opened.positions.steps.get(place).copied().unwrap_or(0);
    let at = |step: usize| ladder.get(step).map_or(OptionSet::EMPTY, |s| s.accept);
    let cost = |step: usize| ladder.get(step).map_or(0, |s| s.cost);
    let declared = listed(&options(point, &at(from)), "or");
    let more = listed(&labelled(point, &at(step).without(&at(from))), "and");
    let text = format!("{id} ({owner}): from {declared} to {more} as well");
    (text, cost(step).saturating_sub(cost(from)))
}

/// How a concession differs from another: "ORV-plant instead of LET-plant".
pub(crate) fn difference(case: &Case, first: &Concession, other: &Concession) -> String {
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
