//! Demands in words.

use std::collections::BTreeSet;

use winset_check::ClashMember;
use winset_model::case::{Body, Case, DemandId, Line, Link, Visibility, VoteRule};
use winset_model::condition::Condition;
use winset_model::options::{OptionSet, PartyId};

use crate::words::{self, condition, grouped, listed, options};

/// The identifier of a member of a clash, as a reader types it.
pub fn name(case: &Case, member: ClashMember) -> String {
    match member {
        ClashMember::Demand(demand) => case.demand_name(demand).to_owned(),
        ClashMember::Floor(party) => format!("{}.no_deal", case.parties[party.index()].id),
    }
}

/// The identifiers of members, sorted.
pub fn names(case: &Case, members: &BTreeSet<ClashMember>) -> Vec<String> {
    let mut names: Vec<String> = members.iter().map(|m| name(case, *m)).collect();
    names.sort();
    names
}

/// A demand in words, its owner first.
pub fn in_words(case: &Case, demand: DemandId) -> String {
    let owner = |party: PartyId| case.parties[party.index()].name.as_str();
    match demand {
        DemandId::Line(place) => {
            let drawn = &case.lines[place];
            let point = &case.points[drawn.point.index()];
            let declared = drawn
                .ladder
                .open()
                .first()
                .map_or(OptionSet::EMPTY, |s| s.accept.clone());
            let accepted = listed(&labelled(point, &declared), "or");
            format!(
                "{} accepts on {} only {accepted}",
                owner(drawn.owner),
                point.title
            )
        }
        DemandId::Link(place) => {
            let asked = &case.links[place];
            let who = asked.owner.map_or("a law", owner);
            format!("{who} asks: {}", words::link(case, asked))
        }
        DemandId::Vote(body, rule) => {
            let body = &case.bodies[body];
            format!("{} {}", body.name, vote(case, body, &body.rules[rule]))
        }
    }
}

/// Options with their labels: "t4 (Lethia leaves the rest of the Basin)".
pub fn labelled(point: &winset_model::case::Point, set: &OptionSet) -> Vec<String> {
    let chosen = point.options.iter().enumerate();
    let chosen = chosen.filter(|(o, _)| set.contains(winset_model::options::OptionId::at(*o)));
    chosen
        .map(|(_, o)| {
            if o.id == o.label || o.number.is_some() {
                o.label.clone()
            } else {
                format!("{} ({})", o.id, o.label)
            }
        })
        .collect()
}

/// A line: "accepts on territory: t4 or t5 (steps: +t3 for 4, +t2 for 9)".
pub fn line(case: &Case, line: &Line) -> String {
    let point = &case.points[line.point.index()];
    let ladder = line.ladder.open();
    let declared = ladder
        .first()
        .map_or(OptionSet::EMPTY, |step| step.accept.clone());
    let mut steps = Vec::new();
    for pair in ladder.windows(2) {
        let wider = pair[1].accept.without(&pair[0].accept);
        let names = listed(&options(point, &wider), "and");
        steps.push(format!("+{names} for {}", grouped(pair[1].cost)));
    }
    let steps = match steps.as_slice() {
        [] => String::new(),
        some => format!(" (steps: {})", some.join(", ")),
    };
    let accepted = listed(&options(point, &declared), "or");
    format!(
        "on {} accepts {accepted}{steps}{}",
        point.id,
        seen(line.seen)
    )
}

/// A link, and what dropping it costs.
pub fn link(case: &Case, asked: &Link) -> String {
    let cost = match asked.relax_cost {
        None => String::new(),
        Some(cost) => format!(" (dropped for {})", grouped(cost)),
    };
    let words = words::link(case, asked);
    format!("{words}{cost}{}", seen(asked.seen))
}

/// Who may see a demand, where that is not everybody.
fn seen(seen: Visibility) -> &'static str {
    match seen {
        Visibility::Public => "",
        Visibility::Mediator => " [mediator]",
        Visibility::Sealed => " [sealed]",
    }
}

/// A vote rule: seats needed, and when.
pub fn vote(case: &Case, body: &Body, rule: &VoteRule) -> String {
    let need = format!(
        "needs {} of {} seats",
        grouped(rule.need),
        grouped(body.seats)
    );
    let when = if rule.when == Condition::always() {
        " for every package".to_owned()
    } else {
        format!(" when {}", condition(case, &rule.when))
    };
    format!("{need}{when}{}", seen(rule.seen))
}
