//! The form in which an offer is entered.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use winset_journal::Deed;
use winset_model::case::{Case, Visibility};
use winset_model::offer::OfferKind;
use winset_model::options::{OptionId, PartyId, PointId};

use super::acts::{Sent, author, once, proposed, wants_preview, written};
use super::preview::{PreviewOf, preview};
use super::text::authors;
use super::{Frame, Page, Seat};
use crate::http::Refusal;

/// What fills the form in besides what was sent: what the public knows of the party's stand.
const FILL_PUBLIC: &str = "public";

#[derive(Debug, Template)]
#[template(path = "offer.html")]
struct OfferPage {
    frame: Frame,
    /// What was wrong with what was sent.
    problems: Vec<String>,
    /// The parties that the reader may enter offers for: identifier and name.
    makers: Vec<(String, String)>,
    chosen: String,
    /// Whether it is to be a package.
    package: bool,
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
    /// What the party stands for now: the option's label, and whether everybody knows it.
    stand: Option<(String, bool)>,
}

/// Shows the form; nothing is chosen in it but what the address asks for.
pub(super) async fn form(seat: Seat) -> Result<Response, Refusal> {
    let fills =
        |field: &str| matches!(field, "by" | "fill" | "kind") || field.starts_with("point.");
    let asked = seat.query.iter().filter(|(field, _)| fills(field));
    let sent = Sent(asked.cloned().collect());
    shown(&seat, &sent, Vec::new())
}

fn shown(seat: &Seat, sent: &Sent, problems: Vec<String>) -> Result<Response, Refusal> {
    let case = seat.case();
    let makers = authors(seat);
    if makers.is_empty() || !seat.writes() {
        return Err(Refusal::NotFound);
    }
    let chosen = sent
        .field("by")
        .filter(|by| makers.iter().any(|m| m.0 == *by));
    let chosen = chosen.unwrap_or(&makers[0].0).to_owned();
    let party = case.party_named(&chosen);
    let fill = sent.field("fill") == Some(FILL_PUBLIC);
    let field = |(place, point): (usize, &winset_model::case::Point)| {
        let point_id = PointId::at(place);
        let public = party.and_then(|party| public_stand(case, party, point_id));
        let asked = sent.field(&format!("point.{}", point.id));
        let options = point.options.iter().enumerate().map(|(o, option)| {
            let is = match asked {
                Some(asked) => asked == option.id,
                None => fill && public == Some(OptionId::at(o)),
            };
            (option.id.clone(), option.label.clone(), is)
        });
        let now = party.and_then(|party| stand(case, party, point_id));
        Field {
            number: place + 1,
            id: point.id.clone(),
            title: point.title.clone(),
            options: options.collect(),
            stand: now.map(|o| (point.options[o.index()].label.clone(), public == Some(o))),
        }
    };
    let text = |name: &str| sent.field(name).unwrap_or_default().to_owned();
    Ok(Page(OfferPage {
        frame: seat.frame("matrix"),
        problems,
        chosen,
        package: sent.field("kind") == Some(OfferKind::Package.as_str()),
        points: case.points.iter().enumerate().map(field).collect(),
        once: once().ok_or(Refusal::Fault)?,
        makers,
        date: text("date"),
        note: text("note"),
        seen: text("visibility"),
    })
    .into_response())
}

/// What a party stands for on a point, as far as the reader sees.
fn stand(case: &Case, party: PartyId, point: PointId) -> Option<OptionId> {
    let mut made = case.offers.iter().rev();
    made.find(|offer| offer.by == party)?.stand_on(point)
}

/// The same as far as everybody sees.
fn public_stand(case: &Case, party: PartyId, point: PointId) -> Option<OptionId> {
    let mut own = case.offers.iter().rev().filter(|offer| offer.by == party);
    own.find_map(|offer| {
        offer
            .on(point)
            .filter(|_| offer.visibility == Visibility::Public)
    })
}

/// Takes an offer: writes it down and shows the matrix, or shows what each audience would read of it, or
/// the form with what is wrong.
pub(super) async fn enter(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    if !seat.writes() || authors(&seat).is_empty() {
        return Err(Refusal::NotFound);
    }
    let text = |name: &str| sent.field(name).filter(|text| !text.trim().is_empty());
    let kind = match sent.field("kind") {
        Some("package") => OfferKind::Package,
        _ => OfferKind::Statement,
    };
    let deed = Deed::Offer {
        date: text("date").map(str::to_owned),
        kind,
        says: says(&sent),
        note: text("note").map(str::to_owned),
    };
    let act = match proposed(&seat, &sent, author(&sent), deed) {
        Ok(act) => act,
        Err(problems) => return shown(&seat, &sent, problems),
    };
    if sent.field("step") == Some("change") {
        return shown(&seat, &sent, Vec::new());
    }
    if wants_preview(&sent) {
        let of = PreviewOf {
            page: "matrix",
            action: format!("{}/offer", seat.base),
            changes: true,
        };
        return Ok(preview(&seat, &sent, &act, of));
    }
    match written(&seat, &act) {
        Ok(()) => Ok(Redirect::to(&format!("{}/matrix", seat.base)).into_response()),
        Err(problems) => shown(&seat, &sent, problems),
    }
}

/// The option that was sent for each point for which one was.
fn says(sent: &Sent) -> Vec<(String, String)> {
    let chosen = sent.0.iter().filter_map(|(field, option)| {
        let point = field.strip_prefix("point.")?;
        (!option.is_empty()).then(|| (point.to_owned(), option.clone()))
    });
    chosen.collect()
}
