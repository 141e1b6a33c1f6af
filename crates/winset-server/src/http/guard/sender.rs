//! Who sent a request: what browsers say about it and pages cannot change.

use axum::http::header::{self, HeaderMap, HeaderName};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Who made the browser send a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sender {
    /// A page of this desk, as the browser says.
    OurPage,
    /// A page of another site, or of another port.
    Elsewhere,
    /// The user, or no browser.
    Unsaid,
}

/// Who sent the request, by what browsers add and pages cannot change.
pub(super) fn sender(host: &str, headers: &HeaderMap) -> Sender {
    let origin = said(headers, &header::ORIGIN);
    let is_ours = |origin: &str| origin.strip_prefix("http://") == Some(host);
    // Forms of pages without referrer send the origin `null`, to their own site too.
    let contradicts = |origin: &str| origin != "null" && !is_ours(origin);
    match (said(headers, &FETCH_SITE), origin) {
        (None | Some("none"), None) => Sender::Unsaid,
        (None, Some(origin)) if is_ours(origin) => Sender::OurPage,
        (Some("same-origin"), origin) if !origin.is_some_and(contradicts) => Sender::OurPage,
        _ => Sender::Elsewhere,
    }
}

/// The value of a header that is there; empty if it is there twice or is no text.
fn said<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let is_there = headers.contains_key(name);
    is_there.then(|| the_only(headers, name).unwrap_or_default())
}

/// Whether the request is for a page of its own in a window.
pub(super) fn is_navigation(headers: &HeaderMap) -> bool {
    the_only(headers, &FETCH_MODE) == Some("navigate")
        && the_only(headers, &FETCH_DEST) == Some("document")
}

/// The value of a header that is there once.
pub(super) fn the_only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}
