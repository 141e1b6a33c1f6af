//! Pictures to keep.

use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};

use winset_picture::Picture;

use super::address::{Address, last_part};
use super::slide::{concession, positions};
use super::{Seat, frontier};
use crate::http::Refusal;
use crate::pictures;

/// Pixels of a picture from left to right: 170 mm at 300 dots per inch.
const WIDTH_PX: u32 = 2_000;

/// A picture by its name and its form.
pub(super) async fn picture(seat: Seat, address: Address) -> Result<Response, Refusal> {
    let file = last_part(address);
    let seat = &seat;
    let (name, form) = file.rsplit_once('.').ok_or(Refusal::NotFound)?;
    let found = tokio::task::block_in_place(|| drawn(seat, name));
    let picture = found.ok_or(Refusal::NotFound)?.signed(&seat.signature());
    let svg = picture.as_str();
    match form {
        "svg" => Ok(kept(&file, "image/svg+xml", svg.as_bytes().to_vec())),
        "png" => {
            let png = tokio::task::block_in_place(|| winset_picture::png::png(svg, WIDTH_PX));
            Ok(kept(&file, "image/png", png.map_err(|_| Refusal::Fault)?))
        }
        _ => Err(Refusal::NotFound),
    }
}

fn drawn(seat: &Seat, name: &str) -> Option<Picture> {
    let (view, place) = (seat.page_view(), seat.place());
    let (view, place) = (&view, &place);
    match name {
        "conflict" => {
            let found = view.found.clashes.get()?;
            let at = positions(view.case(), view.fields, view.movers());
            let moved = concession(view.case(), &at);
            let out = if moved.is_empty() {
                Vec::new()
            } else {
                super::slide::slid(view, &at).out
            };
            Some(pictures::conflict(view, found, &out, &moved, place))
        }
        "frontier" => frontier::picture(view, place),
        "pressure" => {
            let party = view.case().party_named(view.asked("party")?)?;
            let found = view.found.zone_pressure.get()?.as_ref()?;
            let pressed = found.parties.iter().find(|p| p.party == party)?;
            let steps = pressed.steps.as_ref().ok()?;
            Some(pictures::pressure(view, party, steps, place))
        }
        "brackets" => {
            let text = view.text();
            (!text.versions().is_empty()).then(|| pictures::brackets(view, &text, place))
        }
        "timeline" => Some(pictures::timeline(view, place)),
        "plan" => pictures::plan(view, &super::plan::plan_of(view), place),
        _ => None,
    }
}

/// A file to keep.
pub(super) fn kept(name: &str, kind: &str, bytes: Vec<u8>) -> Response {
    let name: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c))
        .collect();
    let about: [(HeaderName, String); 2] = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (about, bytes).into_response()
}
