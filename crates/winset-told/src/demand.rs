//! Demands in words.

use std::collections::BTreeSet;

use winset_check::ClashMember;
use winset_model::case::{Body, Case, DemandId, Line, Link, Visibility, VoteRule};
use winset_model::condition::Condition;
use winset_model::options::OptionSet;

use crate::names::{Names, one_line, with_article};
use crate::words::{self, condition, grouped};

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
    let names = Names::new(case);
    match demand {
        DemandId::Line(place) => {
            let drawn = &case.lines[place];
            let who = words::capital(names.party(drawn.owner));
            let accepted = declared(case, drawn);
            format!(
                "{who} accepts only {accepted} on {}",
                names.point(drawn.point)
            )
        }
        DemandId::Link(place) => {
            let asked = &case.links[place];
            let who = asked
                .owner
                .map_or_else(|| "A law".to_owned(), |p| words::capital(names.party(p)));
            format!("{who} asks: {}", words::link(case, asked))
        }
        DemandId::Vote(body, rule) => {
            let body = &case.bodies[body];
            let name = words::capital(&with_article(&one_line(&body.name)));
            format!("{name} {}", vote(case, body, &body.rules[rule]))
        }
    }
}

/// What a line accepts as declared.
fn declared(case: &Case, line: &Line) -> String {
    let ladder = line.ladder.open();
    let first = ladder
        .first()
        .map_or(OptionSet::EMPTY, |step| step.accept.clone());
    if first.is_empty() {
        return "nothing".to_owned();
    }
    words::labels(case, line.point, &first, "or")
}

/// A line: "accepts only «a» or «b» on P (and for a cost of 4 also «c», of 9 also «d»)".
pub fn line(case: &Case, line: &Line) -> String {
    format!(
        "accepts only {} on {}{}{}",
        declared(case, line),
        words::point_named(case, line.point),
        further(case, line),
        seen(line.seen)
    )
}

/// What a line also accepts, and for which cost: " (by its own estimate for 4 also «c»)".
fn further(case: &Case, line: &Line) -> String {
    let mut steps = Vec::new();
    for pair in line.ladder.open().windows(2) {
        let wider = pair[1].accept.without(&pair[0].accept);
        let more = words::labels(case, line.point, &wider, "and");
        steps.push(format!("for {} also {more}", grouped(pair[1].cost)));
    }
    match steps.as_slice() {
        [] => String::new(),
        some => format!(" (by its own estimate {})", some.join(", ")),
    }
}

/// What its owner would also accept, or give it up for, by its own estimate; empty where that is
/// nothing.
pub(crate) fn steps(case: &Case, demand: DemandId) -> String {
    match demand {
        DemandId::Line(place) => further(case, &case.lines[place]),
        DemandId::Link(place) => dropped(&case.links[place]),
        DemandId::Vote(..) => String::new(),
    }
}

fn dropped(asked: &Link) -> String {
    match asked.relax_cost {
        None => String::new(),
        Some(cost) => format!(" (given up for {}, by its own estimate)", grouped(cost)),
    }
}

/// A link, and what dropping it costs.
pub fn link(case: &Case, asked: &Link) -> String {
    let words = words::link(case, asked);
    format!("{words}{}{}", dropped(asked), seen(asked.seen))
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
        " for any package".to_owned()
    } else {
        format!(" for {}", condition(case, &rule.when))
    };
    format!("{need}{when}{}", seen(rule.seen))
}
