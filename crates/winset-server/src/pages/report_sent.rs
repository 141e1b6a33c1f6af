//! A report as a form sends it: pasted, or as a file.

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};

use super::acts::Sent;
use crate::http::Refusal;

/// The field that stands for a file that is no text.
pub(super) const UNREADABLE: &str = "unreadable";

/// The fields of a form with a report, its text with line feeds alone. A file takes the place of the text.
#[derive(Debug)]
pub(super) struct ReportSent(pub(super) Sent);

impl<S: Send + Sync> FromRequest<S> for ReportSent {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let mut sent = if kind.starts_with("multipart/form-data") {
            let form = Multipart::from_request(request, state).await;
            fields(form.map_err(|_| Refusal::Input)?).await?
        } else {
            Sent::from_request(request, state).await?
        };
        for (_, value) in &mut sent.0 {
            *value = value.replace("\r\n", "\n");
        }
        Ok(Self(sent))
    }
}

async fn fields(mut form: Multipart) -> Result<Sent, Refusal> {
    let mut sent = Vec::new();
    let mut file = None;
    while let Some(part) = form.next_field().await.map_err(|error| refused(&error))? {
        let field = part.name().unwrap_or_default().to_owned();
        let name = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|error| refused(&error))?;
        match (name, String::from_utf8(bytes.into())) {
            (Some(_), Ok(text)) if text.is_empty() => {}
            (Some(name), Ok(text)) => file = Some((name, text)),
            (Some(_), Err(_)) => sent.push((UNREADABLE.to_owned(), "1".to_owned())),
            (None, Ok(text)) => sent.push((field, text)),
            (None, Err(_)) => return Err(Refusal::Input),
        }
    }
    if let Some((name, text)) = file {
        sent.retain(|(field, _)| field != "text");
        sent.push(("text".to_owned(), text));
        let unnamed =
            |(field, value): &(String, String)| field == "name" && value.trim().is_empty();
        if !sent.iter().any(|(field, _)| field == "name") || sent.iter().any(unnamed) {
            sent.retain(|(field, _)| field != "name");
            sent.push(("name".to_owned(), name));
        }
    }
    Ok(Sent(sent))
}

fn refused(error: &MultipartError) -> Refusal {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Refusal::TooLarge
    } else {
        Refusal::Input
    }
}
