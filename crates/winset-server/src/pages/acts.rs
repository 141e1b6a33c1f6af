//! What forms send, and what an act needs besides.

use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use winset_model::calendar::utc;

use super::Seat;
use super::frame::{LANGUAGE_COOKIE, pairs};
use crate::http::Refusal;
use winset_told::messages::LANGUAGES;

/// The pages that a language can be chosen on.
const PAGES: [&str; 6] = ["desk", "matrix", "clashes", "frontier", "text", "what-if"];

/// The fields of a form as they were sent, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Sent(pub(super) Vec<(String, String)>);

impl Sent {
    /// The first value of a field.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let is_form =
            kind.split(';').next().map(str::trim) == Some("application/x-www-form-urlencoded");
        if !is_form {
            return Err(Refusal::Input);
        }
        let bytes = Bytes::from_request(request, state).await?;
        let text = std::str::from_utf8(&bytes).map_err(|_| Refusal::Input)?;
        Ok(Self(pairs(text)))
    }
}

/// Keeps the language that was chosen.
pub(super) async fn language(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    let tag = sent.field("tag").unwrap_or_default();
    let known = LANGUAGES.iter().find(|words| words.tag == tag);
    let known = known.ok_or(Refusal::Input)?;
    let page = sent.field("page").filter(|page| PAGES.contains(page));
    let to = format!("{}/{}", seat.base, page.unwrap_or("desk"));
    let mut response = Redirect::to(&to).into_response();
    let cookie = format!(
        "{LANGUAGE_COOKIE}={}; HttpOnly; SameSite=Strict; Path=/",
        known.tag
    );
    let cookie = HeaderValue::try_from(cookie).map_err(|_| Refusal::Fault)?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}

/// A word that no other form has: what is sent twice is written once.
pub(super) fn once() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(crate::http::hex(&bytes))
}

/// Now, in UTC, as acts are stamped.
#[expect(clippy::disallowed_methods, reason = "the desk owns its clock")]
pub(super) fn stamp() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    utc(since.unwrap_or_default().as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_are_stamped_to_the_second_in_utc() {
        assert_eq!(stamp().len(), "2031-03-15T09:30:45Z".len());
    }

    #[test]
    fn no_two_forms_have_the_same_word() {
        let (one, other) = (once().unwrap(), once().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
    }
}
