//! Answers that are no pages of a case: one type, one plain page each.

use axum::extract::rejection::{
    BytesRejection, FormRejection, PathRejection, QueryRejection, StringRejection,
};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Why a request gets no page. Nothing of the case or of the request stands in the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The request names a host that is not this desk.
    Host,
    /// Another site asks.
    Foreign,
    /// Neither the cookie nor the token of this desk.
    Token,
    /// The path, the query or the form cannot be read.
    Input,
    /// There is no such page.
    NotFound,
    /// The page does not take this method.
    Method,
    /// The body is longer than the limit.
    TooLarge,
    /// The request took longer than the limit.
    TooSlow,
    /// The head of the request is not HTTP.
    Malformed,
    /// The head of the request is longer than the limit.
    HeadTooLarge,
    /// A fault of the program.
    Fault,
}

impl Refusal {
    /// The status of the answer.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Foreign | Self::Token => StatusCode::FORBIDDEN,
            Self::Input | Self::Malformed => StatusCode::BAD_REQUEST,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::HeadTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What the page says.
    fn text(self) -> &'static str {
        match self {
            Self::Host => "The address names another host. Open the URL that the command printed.",
            Self::Foreign => {
                "The request comes from another site. Open the URL that the command printed."
            }
            Self::Token => {
                "This desk opens with a token. Open the URL that the command printed, in full."
            }
            Self::Input => "The address or the form holds something that this page cannot read.",
            Self::NotFound => "There is no such page.",
            Self::Method => "This page does not take such a request.",
            Self::TooLarge => "The request is larger than this desk takes.",
            Self::TooSlow => "The request took too long.",
            Self::Malformed => "The request is not HTTP that this desk reads.",
            Self::HeadTooLarge => "The head of the request is larger than this desk takes.",
            Self::Fault => "A fault of the program. The case file is as it was.",
        }
    }

    /// Whether the connection ends with the answer: who does not know the token holds none open,
    /// and a body that nobody reads is not waited for.
    fn closes(self) -> bool {
        !matches!(self, Self::Input | Self::NotFound | Self::Method)
    }

    /// The page, in HTML.
    pub(super) fn page(self) -> String {
        let status = self.status();
        let title = status.canonical_reason().unwrap_or("Refused");
        plain_page(title, &format!("<p>{}</p>", self.text()))
    }

    /// The refusal of an extractor's `status`.
    fn of_input(status: StatusCode) -> Self {
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::INTERNAL_SERVER_ERROR => Self::Fault,
            _ => Self::Input,
        }
    }
}

/// A page without style or script.
pub(super) fn plain_page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         </head><body><h1>{title}</h1>{body}</body></html>\n"
    )
}

/// A page of `text` as an answer.
pub(super) fn html(status: StatusCode, text: String) -> Response {
    let content_type = HeaderValue::from_static("text/html; charset=utf-8");
    (status, [(header::CONTENT_TYPE, content_type)], text).into_response()
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = html(self.status(), self.page());
        if self.closes() {
            let close = HeaderValue::from_static("close");
            response.headers_mut().insert(header::CONNECTION, close);
        }
        response
    }
}

impl From<FormRejection> for Refusal {
    fn from(rejection: FormRejection) -> Self {
        Self::of_input(rejection.status())
    }
}

impl From<QueryRejection> for Refusal {
    fn from(rejection: QueryRejection) -> Self {
        Self::of_input(rejection.status())
    }
}

impl From<PathRejection> for Refusal {
    fn from(rejection: PathRejection) -> Self {
        Self::of_input(rejection.status())
    }
}

impl From<BytesRejection> for Refusal {
    fn from(rejection: BytesRejection) -> Self {
        Self::of_input(rejection.status())
    }
}

impl From<StringRejection> for Refusal {
    fn from(rejection: StringRejection) -> Self {
        Self::of_input(rejection.status())
    }
}
