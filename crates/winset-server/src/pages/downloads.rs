//! Pictures to keep.

use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};

use winset_picture::Picture;

use super::slide::{concession, positions};
use super::{Seat, frontier};
use crate::http::{Path, Refusal};

/// Pixels of a picture from left to right: 170 mm at 300 dots per inch.
const WIDTH_PX: u32 = 2_000;

/// A picture by its name and its form.
pub(super) async fn picture(
    seat: Seat,
    Path((_, file)): Path<(String, String)>,
) -> Result<Response, Refusal> {
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
    let findings = &seat.view.findings;
    match name {
        "conflict" => {
            let found = findings.found.clashes.get()?;
            let at = positions(seat.case(), &seat.query, seat.view.movers);
            let moved = concession(seat.case(), &at);
            let out = if moved.is_empty() {
                Vec::new()
            } else {
                super::slide::slid(seat.words, seat.case(), &at, findings).out
            };
            Some(crate::pictures::conflict(seat, found, &out, &moved))
        }
        "frontier" => frontier::picture(seat),
        "pressure" => {
            let party = seat.case().party_named(seat.asked("party")?)?;
            let found = findings.found.zone_pressure.get()?.as_ref()?;
            let pressed = found.parties.iter().find(|p| p.party == party)?;
            let steps = pressed.steps.as_ref().ok()?;
            Some(crate::pictures::pressure(seat, party, steps))
        }
        "brackets" => {
            let text = super::text::text(seat);
            (!text.versions().is_empty()).then(|| crate::pictures::brackets(seat, &text))
        }
        "timeline" => Some(crate::pictures::timeline(seat)),
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
