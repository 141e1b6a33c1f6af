//! The form in which an offer is entered.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use winset_journal::Deed;
use winset_model::options::{OptionId, PointId};

use super::acts::{Sent, author, once, written};
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
    if !seat.desk.writes() || authors(&seat).is_empty() {
        return Err(Refusal::NotFound);
    }
    let text = |name: &str| sent.field(name).filter(|text| !text.trim().is_empty());
    let deed = Deed::Offer {
        date: text("date").map(str::to_owned),
        package: package(&sent),
        note: text("note").map(str::to_owned),
    };
    match written(&seat, &sent, author(&sent), deed) {
        Ok(()) => Ok(Redirect::to(&format!("{}/matrix", seat.base)).into_response()),
        Err(problems) => shown(&seat, &sent, problems),
    }
}

/// The option that was sent for each point for which one was.
fn package(sent: &Sent) -> Vec<(String, String)> {
    let chosen = sent.0.iter().filter_map(|(field, option)| {
        let point = field.strip_prefix("point.")?;
        (!option.is_empty()).then(|| (point.to_owned(), option.clone()))
    });
    chosen.collect()
}
