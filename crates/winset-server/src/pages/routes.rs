//! Which address leads to which page.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::Redirect;
use axum::routing::{get, post};

use super::frame::base_of;
use super::{
    acts, clashes, desk, downloads, events, exports, frontier, matrix, offer, package, point, text,
    text_acts, what_if,
};
use crate::assets;
use crate::desk::Desk;

/// The routes of a desk.
pub fn routes(desk: Arc<Desk>) -> Router {
    let view = Router::new()
        .route("/", get(to_desk))
        .route("/desk", get(desk::desk))
        .route("/matrix", get(matrix::matrix))
        .route("/point/{point}", get(point::point))
        .route("/clashes", get(clashes::clashes))
        .route("/slide", get(clashes::slide))
        .route("/argument", get(clashes::argument))
        .route("/frontier", get(frontier::page))
        .route("/package", get(package::package))
        .route("/what-if", get(what_if::page))
        .route("/text", get(text::page).post(text_acts::enter))
        .route("/export/{file}", get(exports::export))
        .route("/overlay", get(what_if::overlay))
        .route("/picture/{file}", get(downloads::picture))
        .route("/events", get(events::events))
        .route("/offer", get(offer::form).post(offer::enter))
        .route("/language", post(acts::language));
    Router::new()
        .route("/", get(to_desk))
        .nest("/v/{audience}", view)
        .with_state(desk)
        .merge(assets::routes())
}

async fn to_desk(State(desk): State<Arc<Desk>>) -> Redirect {
    Redirect::to(&first_page(&desk))
}

/// The address of the page that is shown first.
pub(crate) fn first_page(desk: &Desk) -> String {
    format!("{}/desk", base_of(desk, desk.first()))
}
