//! A router behind its guard.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;

use super::guard::Judgement;
use super::headers::dressed;
use super::refusal::{html, plain_page};
use super::{Guard, Refusal};

/// A router that answers only whom its guard lets pass.
#[derive(Debug, Clone)]
pub struct Guarded {
    router: Router,
    guard: Arc<Guard>,
    /// The path that takes longer bodies than the others, and how long they may be there.
    long: Option<(&'static str, usize)>,
}

/// Puts `router` behind `guard`.
///
/// In this order: a request that names another host is refused; one that another site sent, too; who
/// brings the token to `/` gets a cookie and goes to `/` without it; who has no cookie is refused.
/// Every answer carries the headers that keep pages to themselves.
pub fn guarded(router: Router, guard: Guard) -> Guarded {
    Guarded {
        router,
        guard: Arc::new(guard),
        long: None,
    }
}

impl Guarded {
    /// The same, where one path takes bodies of so many bytes, whatever the limit of the others.
    #[must_use]
    pub fn taking(mut self, path: &'static str, bytes: usize) -> Self {
        self.long = Some((path, bytes));
        self
    }

    /// Most bytes of a body that is sent to this path, where others take `bytes`.
    pub(super) fn body_bytes_max(&self, path: &str, bytes: usize) -> usize {
        let own = self.long.filter(|(long, _)| *long == path);
        own.map_or(bytes, |(_, own)| own)
    }

    /// The answer to a request: the router's, or a refusal.
    pub async fn answer(&self, request: Request<Body>) -> Response {
        let response = match self.guard.judge(&request) {
            Judgement::Pass => {
                let answered: Result<Response, Infallible> =
                    self.router.clone().oneshot(request).await;
                answered.unwrap_or_else(|never| match never {})
            }
            Judgement::Enter => {
                self.with_cookie((StatusCode::SEE_OTHER, [(header::LOCATION, "/")]).into_response())
            }
            Judgement::EnterFromElsewhere => self.with_cookie(lead_on()),
            Judgement::Refuse(refusal) => refusal.into_response(),
        };
        dressed(response)
    }

    fn with_cookie(&self, mut response: Response) -> Response {
        let cookie = format!("{}; HttpOnly; SameSite=Strict; Path=/", self.guard.cookie());
        match HeaderValue::try_from(cookie) {
            Ok(mut value) => {
                value.set_sensitive(true);
                response.headers_mut().insert(header::SET_COOKIE, value);
                response
            }
            Err(_) => Refusal::Fault.into_response(),
        }
    }
}

/// A page of this desk that goes on to the first one.
fn lead_on() -> Response {
    let text = plain_page("winset desk", "<p><a href=\"/\">Open the desk</a></p>");
    let mut response = html(StatusCode::OK, text);
    let refresh = HeaderValue::from_static("0; url=/");
    response.headers_mut().insert(header::REFRESH, refresh);
    response
}
