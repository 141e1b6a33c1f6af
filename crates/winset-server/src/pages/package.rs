//! A package in words: what it settles, what it gives, who votes for it, its clean text.

use askama::Template;
use axum::response::{IntoResponse, Response};
use winset_model::case::Case;
use winset_model::options::{Package, PartyId, PointId};
use winset_model::positions::Positions;
use winset_solve::{fares, seats_in_favour};
use winset_told::grouped;
use winset_told::words::score;

use super::address::package_query;
use super::{Frame, Page, Seat};
use crate::http::Refusal;

#[derive(Debug, Template)]
#[template(path = "package.html")]
struct PackagePage {
    frame: Frame,
    rows: Vec<Row>,
    scores: Vec<Worth>,
    votes: Vec<Vote>,
    acceptable: bool,
    unmet: Vec<String>,
    below: Vec<String>,
    query: String,
}

#[derive(Debug)]
struct Row {
    href: String,
    title: String,
    option: String,
    label: String,
    text: String,
    /// Short names of the parties whose declared line it is outside of.
    against: Vec<String>,
}

#[derive(Debug)]
struct Worth {
    party: String,
    score: String,
    no_deal: Option<String>,
    below: bool,
}

#[derive(Debug)]
struct Vote {
    body: String,
    seats: String,
    all: String,
    /// Each rule that applies: identifier, seats needed, whether they are there.
    rules: Vec<(String, String, bool)>,
}

/// The package of an address.
pub(crate) fn asked(seat: &Seat) -> Option<Package> {
    let case = seat.case();
    let names: Vec<&str> = seat.asked("p")?.split(',').collect();
    if names.len() != case.points.len() {
        return None;
    }
    let options = names.iter().enumerate();
    let options = options.map(|(place, name)| case.option_named(PointId::at(place), name));
    options.collect::<Option<Vec<_>>>().map(Package)
}

/// Shows it.
pub(super) async fn package(seat: Seat) -> Result<Response, Refusal> {
    let package = asked(&seat).ok_or(Refusal::Input)?;
    let case = seat.case();
    let declared = Positions::declared(case);
    let fares = fares(case, &declared, &package).map_err(|_| Refusal::Input)?;
    let points = case.points.iter().enumerate();
    let row = |(place, point): (usize, &winset_model::case::Point)| {
        let id = PointId::at(place);
        let option = &point.options[package.on(id).index()];
        let parties = (0..case.parties.len()).map(PartyId::at);
        let against = parties.filter(|party| {
            super::matrix::line(case, *party, id).is_some_and(|l| !l.contains(package.on(id)))
        });
        Row {
            href: format!("{}/point/{}", seat.base, super::frame::escaped(&point.id)),
            title: point.title.clone(),
            option: option.id.clone(),
            label: option.label.clone(),
            text: option.text.clone().unwrap_or_else(|| option.label.clone()),
            against: against
                .map(|p| case.parties[p.index()].short.clone())
                .collect(),
        }
    };
    let unmet = fares.unmet.demands.iter();
    let below = fares.unmet.below_floor.iter();
    Ok(Page(PackagePage {
        frame: seat.frame("frontier"),
        rows: points.map(row).collect(),
        scores: scores(case, &fares.scores),
        votes: votes(case, &package),
        acceptable: fares.acceptable(),
        query: package_query(case, &package),
        unmet: unmet
            .map(|d| {
                format!(
                    "{}: {}",
                    case.demand_name(*d),
                    winset_told::demand::in_words(case, *d)
                )
            })
            .collect(),
        below: below
            .map(|p| case.parties[p.index()].name.clone())
            .collect(),
    })
    .into_response())
}

fn scores(case: &Case, scores: &[Option<i64>]) -> Vec<Worth> {
    let each = scores.iter().enumerate();
    let worth = |(place, scaled): (usize, &Option<i64>)| {
        let (party, scaled) = (PartyId::at(place), (*scaled)?);
        let no_deal = case.parties[place].sheet.open().no_deal;
        Some(Worth {
            party: case.parties[place].name.clone(),
            score: score(&case.unscaled(party, scaled)),
            no_deal: no_deal.map(|value| score(&case.unscaled(party, value))),
            below: no_deal.is_some_and(|value| scaled < value),
        })
    };
    each.filter_map(worth).collect()
}

fn votes(case: &Case, package: &Package) -> Vec<Vote> {
    let seats = seats_in_favour(case, package);
    let vote = |(body, seats): (&winset_model::case::Body, u64)| {
        let rules = body
            .rules
            .iter()
            .filter(|rule| winset_check::holds(&rule.when, package));
        Vote {
            body: body.name.clone(),
            seats: grouped(seats),
            all: grouped(body.seats),
            rules: rules
                .map(|rule| (rule.id.clone(), grouped(rule.need), seats >= rule.need))
                .collect(),
        }
    };
    case.bodies.iter().zip(seats).map(vote).collect()
}
