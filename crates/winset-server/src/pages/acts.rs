//! What forms send, and what an act needs besides.

use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use winset_model::calendar::Day;

use super::Seat;
use super::frame::{LANGUAGE_COOKIE, pairs};
use crate::http::Refusal;
use crate::words::LANGUAGES;

/// Seconds of a day, of an hour, of a minute.
const DAY_S: u64 = 86_400;
const HOUR_S: u64 = 3_600;
const MINUTE_S: u64 = 60;
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
    stamp_of(since.unwrap_or_default().as_secs())
}

/// A number of seconds since 1970 as acts are stamped.
fn stamp_of(seconds: u64) -> String {
    let days = u32::try_from(seconds / DAY_S).unwrap_or(u32::MAX);
    let day = Day::read("1970-01-01").map(|epoch| epoch.plus(days).to_string());
    let of_day = seconds % DAY_S;
    let (hour, minute) = (of_day / HOUR_S, of_day % HOUR_S / MINUTE_S);
    format!(
        "{}T{hour:02}:{minute:02}:{:02}Z",
        day.unwrap_or_default(),
        of_day % MINUTE_S
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_are_stamped_to_the_second_in_utc() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (86_399, "1970-01-01T23:59:59Z"),
            (86_400, "1970-01-02T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_931_333_445, "2031-03-15T09:30:45Z"),
            (4_102_444_799, "2099-12-31T23:59:59Z"),
        ] {
            assert_eq!(stamp_of(seconds), expected, "{seconds}");
        }
        assert_eq!(stamp().len(), "2031-03-15T09:30:45Z".len());
    }

    #[test]
    fn no_two_forms_have_the_same_word() {
        let (one, other) = (once().unwrap(), once().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
    }
}
