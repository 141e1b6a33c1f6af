//! Which address of a lobby leads where; what is none of them is asked of the case that is open.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::Method;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tower::ServiceExt;

use super::entrance::CASES;
use super::import::IMPORT;
use super::{Lobby, forms};
use crate::assets;
use crate::http::Refusal;

/// The routes of a lobby.
pub fn lobby_routes(lobby: Arc<Lobby>) -> Router {
    // How long it may be says the shell around the router, for each address.
    let import = post(forms::import).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/", get(forms::first))
        .route("/start", get(forms::start))
        .route("/start/new", get(forms::new_form).post(forms::write))
        .route(
            "/start/template",
            get(forms::to_start).post(forms::template),
        )
        .route("/start/recent", get(forms::to_start).post(forms::recent))
        .route(IMPORT, get(forms::to_start).merge(import))
        .route("/start/read", get(forms::to_start).post(forms::write_read))
        .fallback(of_case)
        .with_state(lobby)
        .merge(assets::routes())
}

/// A page of the case that is open. Who still has a page of an earlier one is led to the start.
async fn of_case(State(lobby): State<Arc<Lobby>>, request: Request) -> Response {
    let path = request.uri().path();
    let is_below = |root: &str| {
        let rest = path.strip_prefix(root);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if let Some(opened) = lobby.opened().filter(|opened| is_below(&opened.root)) {
        let answered = opened.pages.oneshot(request).await;
        return answered.unwrap_or_else(|never| match never {});
    }
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    if reads && path.starts_with(CASES) {
        return forms::to_start().await.into_response();
    }
    Refusal::NotFound.into_response()
}
