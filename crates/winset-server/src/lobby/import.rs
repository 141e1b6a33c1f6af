//! The file that somebody chose in a form.

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use winset_model::document::limits::FILE_BYTES_MAX;

use crate::http::Refusal;

/// Where such a form is sent.
pub const IMPORT: &str = "/start/import";
/// Bytes of that form: a file as long as the readers take, and a little more, so that one that is
/// hardly too long is told so on the page.
pub const IMPORT_BYTES_MAX: usize = FILE_BYTES_MAX + 1024 * 1024;

/// A file with the name that its sender gives it.
#[derive(Debug, Default)]
pub(super) struct ChosenFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl<S: Send + Sync> FromRequest<S> for ChosenFile {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let form = Multipart::from_request(request, state).await;
        first_of(form.map_err(|_| Refusal::Input)?).await
    }
}

/// The first file of a form; one without a name and bytes where none was chosen.
async fn first_of(mut form: Multipart) -> Result<ChosenFile, Refusal> {
    while let Some(part) = form.next_field().await.map_err(|error| refused(&error))? {
        let Some(name) = part.file_name().map(str::to_owned) else {
            continue;
        };
        let bytes = part.bytes().await.map_err(|error| refused(&error))?;
        return Ok(ChosenFile {
            name,
            bytes: bytes.into(),
        });
    }
    Ok(ChosenFile::default())
}

fn refused(error: &MultipartError) -> Refusal {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Refusal::TooLarge
    } else {
        Refusal::Input
    }
}
