//! One point: its options, who stands where, what was said and offered.

use askama::Template;
use axum::response::{IntoResponse, Response};
use winset_model::case::{Case, Line, Link, Visibility};
use winset_model::options::{OptionId, PartyId, PointId};
use winset_model::positions::Positions;
use winset_model::register::PartyStatement;
use winset_told::words::{capital, party_named, score};
use winset_told::{Called, called, demand, grouped};

use super::address::{Address, last_part};
use super::desk::WAIT;
use super::matrix::{line, party_heads};
use super::symbols::{Sign, standing};
use super::{Frame, Page, Seat};
use crate::http::Refusal;
use winset_answers::ask::EverythingStage;

#[derive(Debug, Template)]
#[template(path = "point.html")]
struct PointPage {
    frame: Frame,
    number: usize,
    title: String,
    note: Option<String>,
    sign: Sign,
    parties: Vec<String>,
    choices: Vec<Choice>,
    ladders: Vec<Ladder>,
    offers: Vec<Offered>,
    statements: Vec<Said>,
    clashes: Vec<(usize, String)>,
    /// Links and vote rules: what they say, each with its code.
    links: Vec<Called>,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Debug)]
struct Choice {
    called: Called,
    text: Option<String>,
    /// For each party what the option is to it.
    marks: Vec<Mark>,
    /// What to say where it alone occurs in the overlap shown.
    fixed: Option<&'static str>,
}

/// What an option is to a party.
#[derive(Debug)]
struct Mark {
    offered: bool,
    /// Inside its declared line; none where it draws none.
    inside: Option<bool>,
    /// What it is worth to the party, where the reader may know.
    worth: Option<String>,
}

#[derive(Debug)]
struct Ladder {
    called: Called,
    seen: &'static str,
    /// The options that each step accepts more than the one before, and its cost.
    steps: Vec<(Vec<Called>, String)>,
}

#[derive(Debug)]
struct Offered {
    seq: u64,
    date: Option<String>,
    by: String,
    option: Called,
    changed: bool,
}

#[derive(Debug)]
struct Said {
    id: String,
    date: String,
    by: String,
    channel: Option<String>,
    grade: Option<String>,
    says: String,
}

/// Shows it.
pub(super) async fn point(seat: Seat, address: Address) -> Result<Response, Refusal> {
    let name = last_part(address);
    let findings = seat.view.findings.clone();
    findings.wait(EverythingStage::Zone, WAIT).await;
    let case = seat.case();
    let id = case.point_named(&name).ok_or(Refusal::NotFound)?;
    let point = &case.points[id.index()];
    let neighbour = |place: Option<usize>| {
        let point = case.points.get(place?)?;
        Some(super::frame::escaped(&point.id))
    };
    let clashes = findings.found.clashes.get().map(|found| {
        let told = found.told.iter().enumerate();
        let touching = told.filter(|(_, told)| told.words.points.contains(&id));
        touching
            .map(|(n, told)| (n + 1, told.words.sentence.clone()))
            .collect()
    });
    let links = case.links.iter().filter(|link| {
        let conditions = link.rule.open().conditions();
        conditions.iter().any(|c| c.points().contains(&id))
    });
    let links = links.map(|link| Called {
        label: rule_in_words(case, link),
        code: Some(link.id.clone()),
    });
    let bodies = case.bodies.iter().flat_map(|body| {
        let rules = body.rules.iter();
        let touching = rules.filter(|rule| rule.when.points().contains(&id));
        touching.map(|rule| Called {
            label: format!("{} {}", body.name, demand::vote(case, body, rule)),
            code: Some(rule.id.clone()),
        })
    });
    Ok(Page(PointPage {
        frame: seat.frame("matrix"),
        number: id.index() + 1,
        title: point.title.clone(),
        note: case.register.point_notes[id.index()].clone(),
        sign: standing(seat.view.snapshot.status.points[id.index()].standing),
        parties: party_heads(case),
        choices: choices(&seat, id),
        ladders: ladders(case, id),
        offers: offers(case, id),
        statements: statements(case, id),
        clashes: clashes.unwrap_or_default(),
        links: links.chain(bodies).collect(),
        before: neighbour(id.index().checked_sub(1)),
        after: neighbour(Some(id.index() + 1)),
    })
    .into_response())
}

/// What a link asks, and of whom it is.
fn rule_in_words(case: &Case, link: &Link) -> String {
    let asked = winset_told::words::link(case, link);
    match (link.owner, link.law) {
        (Some(owner), false) => format!("{}: {asked}", capital(&party_named(case, owner))),
        (Some(owner), true) => format!("Law of {}: {asked}", party_named(case, owner)),
        (None, _) => format!("Law: {asked}"),
    }
}

fn choices(seat: &Seat, id: PointId) -> Vec<Choice> {
    let case = seat.case();
    let findings = &seat.view.findings;
    let latest = &seat.view.snapshot.status.points[id.index()].offers;
    let room = findings.found.zone.get().and_then(Option::as_ref);
    let left = room.and_then(|room| room.overlap.occurring.as_ref()?.get(id.index()));
    let alone = |o| left.is_some_and(|left| left.len() == 1 && left.contains(o));
    let how = match room {
        Some(room) if room.positions != Positions::declared(case) => "fixed-after",
        _ => "fixed-by-logic",
    };
    let options = case.points[id.index()].options.iter().enumerate();
    let choice = |(place, option): (usize, &winset_model::case::Choice)| {
        let o = OptionId::at(place);
        let parties = (0..case.parties.len()).map(PartyId::at);
        let mark = |party: PartyId| Mark {
            offered: latest[party.index()] == Some(o),
            inside: line(case, party, id).map(|line| line.contains(o)),
            worth: worth(case, party, id, o),
        };
        Choice {
            called: called::option(&case.points[id.index()], o),
            text: option.text.clone(),
            marks: parties.map(mark).collect(),
            fixed: alone(o).then_some(how),
        }
    };
    options.map(choice).collect()
}

/// What an option is worth to a party: what the case of this audience says, which is nothing where
/// it may not know.
fn worth(case: &Case, party: PartyId, point: PointId, option: OptionId) -> Option<String> {
    let sheet = case.parties[party.index()].sheet.open();
    let scaled = sheet.scores.as_ref()?.by_option[point.index()][option.index()];
    Some(score(&case.unscaled(party, scaled)))
}

fn ladders(case: &Case, id: PointId) -> Vec<Ladder> {
    let point = &case.points[id.index()];
    let of = |line: &Line| {
        let ladder = line.ladder.open();
        let mut steps = Vec::with_capacity(ladder.len());
        let mut before = winset_model::options::OptionSet::EMPTY;
        for step in ladder {
            let more = step.accept.without(&before);
            steps.push((called::options(point, &more), grouped(step.cost)));
            before = step.accept.clone();
        }
        Ladder {
            called: Called {
                label: if line.law {
                    format!("law of {}", party_named(case, line.owner))
                } else {
                    capital(&party_named(case, line.owner))
                },
                code: Some(line.id.clone()),
            },
            seen: seen(line.seen),
            steps,
        }
    };
    let lines = case.lines.iter().filter(|line| line.point == id);
    lines.map(of).collect()
}

fn seen(seen: Visibility) -> &'static str {
    match seen {
        Visibility::Public => "seen-public",
        Visibility::Mediator => "seen-mediator",
        Visibility::Sealed => "seen-sealed",
    }
}

fn offers(case: &Case, id: PointId) -> Vec<Offered> {
    let point = &case.points[id.index()];
    let of = |(place, offer): (usize, &winset_model::offer::Offer)| {
        let option = called::option(point, offer.on(id)?);
        let before = case.offer_before(place).and_then(|made| made.stand_on(id));
        Some(Offered {
            seq: offer.seq,
            date: offer.date.map(|day| day.to_string()),
            by: capital(&party_named(case, offer.by)),
            option,
            changed: before != offer.on(id),
        })
    };
    case.offers.iter().enumerate().filter_map(of).collect()
}

fn statements(case: &Case, point: PointId) -> Vec<Said> {
    let all = case.register.statements.iter();
    let about =
        all.filter(|s| s.about.contains(&point) || s.reads_as.iter().any(|(p, _)| *p == point));
    let said = |s: &PartyStatement| Said {
        id: s.id.clone(),
        date: s.date.to_string(),
        by: case.parties[s.by.index()].name.clone(),
        channel: s.channel.clone(),
        grade: s.grade.map(|grade| grade.to_string()),
        says: s.says.clone(),
    };
    about.map(said).collect()
}
