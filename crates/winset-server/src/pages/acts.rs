//! What forms send, and what an act needs besides.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use winset_answers::ask::act::{ActProblem, ActWanted, propose};
use winset_journal::{Act, Author, Deed};
use winset_model::case::Visibility;

use super::Seat;
use super::frame::{LANGUAGE_COOKIE, MENU, pairs};
use crate::http::Refusal;
use winset_told::messages::LANGUAGES;

/// The fields of a form as they were sent, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sent(pub(crate) Vec<(String, String)>);

impl Sent {
    /// The first value of a field.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
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

impl Sent {
    /// Who may see what was sent, where it says so.
    pub(super) fn visibility(&self) -> Option<Visibility> {
        match self.field("visibility")? {
            "public" => Some(Visibility::Public),
            "mediator" => Some(Visibility::Mediator),
            "sealed" => Some(Visibility::Sealed),
            _ => None,
        }
    }
}

/// Who acts, by the field of the form.
pub(super) fn author(sent: &Sent) -> Author {
    Author::named(sent.field("by").unwrap_or_default())
}

/// Whether what was sent is to be looked at before it is written down.
pub(super) fn wants_preview(sent: &Sent) -> bool {
    sent.field("step") == Some("preview")
}

/// The act that was sent, where it fits.
///
/// # Errors
/// All that is wrong with it, in sentences in the reader's language.
pub(super) fn proposed(
    seat: &Seat,
    sent: &Sent,
    by: Author,
    deed: Deed,
) -> Result<Act, Vec<String>> {
    proposal(seat, sent, by, deed).map_err(|problems| {
        let told = problems.iter().map(|problem| told(seat, problem));
        told.collect()
    })
}

/// What is wrong with an act, and what would do instead.
pub(super) fn told(seat: &Seat, problem: &ActProblem) -> String {
    let message = problem.message(seat.words);
    match problem.expected(seat.words) {
        Some(expected) => format!("{message} ({expected})"),
        None => message,
    }
}

/// The act that was sent, where it fits.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn proposal(
    seat: &Seat,
    sent: &Sent,
    by: Author,
    deed: Deed,
) -> Result<Act, Vec<ActProblem>> {
    let once = sent.field("once").filter(|word| !word.is_empty());
    let wanted = ActWanted {
        at: seat.desk.stamp(),
        by,
        visibility: sent.visibility(),
        once: once.map(str::to_owned),
        deed,
    };
    propose(
        &seat.view.snapshot.seen,
        &seat.view.snapshot.audience,
        wanted,
    )
}

/// Writes an act to the journal.
///
/// # Errors
/// Why it could not be written, for its reader.
pub(super) fn written(seat: &Seat, act: &Act) -> Result<(), Vec<String>> {
    let appended = tokio::task::block_in_place(|| {
        let reader = &seat.view.snapshot.audience;
        seat.desk.append(reader, &seat.case().id, act)
    });
    match appended {
        Some(Ok(_)) => Ok(()),
        // Paths and lines of the journal are the mediator's own.
        Some(Err(error)) if seat.view.is_mediator() => Err(vec![error.to_string()]),
        Some(Err(_)) | None => Err(vec![seat.words.get("not-written").into_owned()]),
    }
}

/// Keeps the language that was chosen.
pub(super) async fn language(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    let tag = sent.field("tag").unwrap_or_default();
    let known = LANGUAGES.iter().find(|words| words.tag == tag);
    let known = known.ok_or(Refusal::Input)?;
    let in_menu = |page: &&str| MENU.iter().any(|(address, _)| address == page);
    let page = sent.field("page").filter(in_menu);
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
pub(crate) fn once() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(crate::http::hex(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_forms_have_the_same_word() {
        let (one, other) = (once().unwrap(), once().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
    }
}
