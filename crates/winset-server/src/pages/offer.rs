//! The form in which an offer is entered.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use winset_journal::{Act, Author, Deed};
use winset_model::case::{Case, Visibility};
use winset_model::options::{OptionId, PointId};

use super::acts::{Sent, once, stamp};
use super::text::authors;
use super::{Frame, Page, Seat};
use crate::http::Refusal;

#[derive(Debug, Template)]
#[template(path = "offer.html")]
struct OfferPage {
    frame: Frame,
    /// What was wrong with what was sent.
    problems: Vec<String>,
    /// The parties that the reader may enter offers for: identifier and name.
    makers: Vec<(String, String)>,
    chosen: String,
    points: Vec<Field>,
    once: String,
    date: String,
    note: String,
    seen: String,
}

#[derive(Debug)]
struct Field {
    number: usize,
    id: String,
    title: String,
    /// Identifier, label, and whether it is chosen.
    options: Vec<(String, String, bool)>,
}

/// Shows the form; it begins with the maker's last offer.
pub(super) async fn form(seat: Seat) -> Result<Response, Refusal> {
    let by = seat.asked("by").map(str::to_owned);
    let sent = Sent(by.into_iter().map(|by| ("by".to_owned(), by)).collect());
    shown(&seat, &sent, Vec::new())
}

fn shown(seat: &Seat, sent: &Sent, problems: Vec<String>) -> Result<Response, Refusal> {
    let case = seat.case();
    let makers = authors(seat);
    if makers.is_empty() || !seat.desk.writes() {
        return Err(Refusal::NotFound);
    }
    let chosen = sent
        .field("by")
        .filter(|by| makers.iter().any(|m| m.0 == *by));
    let chosen = chosen.unwrap_or(&makers[0].0).to_owned();
    let last = case.party_named(&chosen).and_then(|party| {
        let made = case.offers.iter().rev().find(|offer| offer.by == party)?;
        Some(made.package.clone())
    });
    let field = |(place, point): (usize, &winset_model::case::Point)| {
        let before = last.as_ref().map(|package| package.on(PointId::at(place)));
        let asked = sent.field(&format!("point.{}", point.id));
        let options = point.options.iter().enumerate().map(|(o, option)| {
            let is = match asked {
                Some(asked) => asked == option.id,
                None => before == Some(OptionId::at(o)),
            };
            (option.id.clone(), option.label.clone(), is)
        });
        Field {
            number: place + 1,
            id: point.id.clone(),
            title: point.title.clone(),
            options: options.collect(),
        }
    };
    let text = |name: &str| sent.field(name).unwrap_or_default().to_owned();
    Ok(Page(OfferPage {
        frame: seat.frame("matrix"),
        problems,
        chosen,
        points: case.points.iter().enumerate().map(field).collect(),
        once: once().ok_or(Refusal::Fault)?,
        makers,
        date: text("date"),
        note: text("note"),
        seen: text("visibility"),
    })
    .into_response())
}

/// Takes an offer: writes it down and shows the matrix, or shows the form with what is wrong.
pub(super) async fn enter(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    let act = match act(&seat, &sent) {
        Ok(act) => act,
        Err(problems) => return shown(&seat, &sent, problems),
    };
    match tokio::task::block_in_place(|| seat.desk.append(&seat.case().id, &act)) {
        None => Err(Refusal::NotFound),
        Some(Ok(_)) => Ok(Redirect::to(&format!("{}/matrix", seat.base)).into_response()),
        // Paths and lines of the journal are the mediator's own.
        Some(Err(error)) if seat.view.is_mediator() => shown(&seat, &sent, vec![error.to_string()]),
        Some(Err(_)) => {
            let text = seat.words.get("not-written").into_owned();
            shown(&seat, &sent, vec![text])
        }
    }
}

fn act(seat: &Seat, sent: &Sent) -> Result<Act, Vec<String>> {
    let (case, words) = (seat.case(), seat.words);
    let mut problems = Vec::new();
    let by = sent.field("by").unwrap_or_default();
    if !authors(seat).iter().any(|(id, _)| id == by) {
        problems.push(words.get("problem-maker").into_owned());
    }
    let package = package(case, sent);
    for point in package
        .iter()
        .filter(|(_, option)| option.is_none())
        .map(|(p, _)| p)
    {
        problems.push(
            words
                .with("problem-point", case.points[*point].title.clone())
                .into_owned(),
        );
    }
    let date = sent.field("date").filter(|date| !date.is_empty());
    if date.is_some_and(|date| winset_model::calendar::Day::read(date).is_none()) {
        problems.push(words.get("problem-date").into_owned());
    }
    let at = stamp();
    if !problems.is_empty() {
        return Err(problems);
    }
    let settled = package
        .into_iter()
        .filter_map(|(p, o)| Some((case.points[p].id.clone(), o?)));
    Ok(Act {
        at,
        by: Author::Party(by.to_owned()),
        seen: sent.seen(),
        once: sent
            .field("once")
            .filter(|word| !word.is_empty())
            .map(str::to_owned),
        deed: Deed::Offer {
            date: date.map(str::to_owned),
            package: settled.collect(),
            note: sent
                .field("note")
                .filter(|n| !n.trim().is_empty())
                .map(str::to_owned),
        },
    })
}

/// For each point the option that was sent, where there is such an option.
fn package(case: &Case, sent: &Sent) -> Vec<(usize, Option<String>)> {
    let points = case.points.iter().enumerate();
    let chosen = |(place, point): (usize, &winset_model::case::Point)| {
        let option = sent.field(&format!("point.{}", point.id));
        let known = |name: &&str| point.options.iter().any(|o| o.id == *name);
        (place, option.filter(known).map(str::to_owned))
    };
    points.map(chosen).collect()
}

impl Sent {
    /// Who may see what was sent; everybody where it says nothing.
    pub(super) fn seen(&self) -> Visibility {
        match self.field("visibility") {
            Some("mediator") => Visibility::Mediator,
            Some("sealed") => Visibility::Sealed,
            _ => Visibility::Public,
        }
    }
}
