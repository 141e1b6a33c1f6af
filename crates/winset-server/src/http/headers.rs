//! What every answer says besides its content.

use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::Refusal;

/// The headers of every answer. Nothing from elsewhere, nothing inline, no frames, no other window
/// that keeps a handle on a page.
pub(super) const ALWAYS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    (
        "permissions-policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Where an answer may be kept, unless it says so itself: nowhere.
pub(super) const CACHE: (&str, &str) = ("cache-control", "no-store");

/// The response with the headers of every answer, and with a page if it is an error without one.
pub(super) fn dressed(response: Response) -> Response {
    let mut response = with_page(response);
    dress(response.headers_mut());
    response
}

fn dress(headers: &mut HeaderMap) {
    for (name, value) in ALWAYS {
        let name = HeaderName::from_static(name);
        headers.insert(name, HeaderValue::from_static(value));
    }
    let kept = HeaderValue::from_static(CACHE.1);
    headers.entry(header::CACHE_CONTROL).or_insert(kept);
}

/// The router answers unknown paths and methods without a word.
fn with_page(bare: Response) -> Response {
    let refusal = match bare.status() {
        StatusCode::NOT_FOUND => Refusal::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Refusal::Method,
        _ => return bare,
    };
    if bare.headers().contains_key(header::CONTENT_TYPE) {
        return bare;
    }
    let mut page = refusal.into_response();
    if let Some(allow) = bare.headers().get(header::ALLOW) {
        page.headers_mut().insert(header::ALLOW, allow.clone());
    }
    page
}
