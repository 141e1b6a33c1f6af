//! Which address leads to which page.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::Redirect;
use axum::routing::{get, post};

use super::frame::base_of;
use super::{
    acts, case, clashes, desk, downloads, edit, events, exports, frontier, history, matrix, offer,
    package, plan, point, print, record, rehearse, report, sheet, text, text_acts, what_if,
};
use crate::assets;
use crate::desk::Desk;

/// The pages of a view.
fn of_view() -> Router<Arc<Desk>> {
    Router::new()
        .route("/", get(to_desk))
        .route("/desk", get(desk::desk))
        .route("/matrix", get(matrix::matrix))
        .route("/point/{point}", get(point::point))
        .route("/clashes", get(clashes::clashes))
        .route("/slide", get(clashes::slide))
        .route("/argument", get(clashes::argument))
        .route("/frontier", get(frontier::page))
        .route("/package", get(package::package))
        .route("/tried", get(package::part))
        .route("/plan", get(plan::page))
        .route("/record", get(record::page))
        .route("/record/{entry}", get(record::entry))
        .route("/report", get(report::page).post(report::enter))
        .route("/rehearse", get(rehearse::page))
        .route("/what-if", get(what_if::page))
        .route("/compared", get(what_if::part))
        .route("/adopt", post(what_if::adopt))
        .route("/text", get(text::page).post(text_acts::enter))
        .route("/export/{file}", get(exports::export))
        .route("/overlay", get(what_if::overlay))
        .route("/picture/{file}", get(downloads::picture))
        .route("/events", get(events::events))
        .route("/print.css", get(print::style))
        .route("/offer", get(offer::form).post(offer::enter))
        .route("/case", get(case::case))
        .route("/sheet", get(sheet::sheet))
        .route("/edit", get(edit::form).post(edit::enter))
        .route("/check", post(edit::check))
        .route("/history", get(history::page).post(history::undo))
        .route("/language", post(acts::language))
}

/// The routes of a desk.
pub fn routes(desk: Arc<Desk>) -> Router {
    Router::new()
        .route("/", get(to_desk))
        .nest("/v/{audience}", of_view())
        .nest("/v/{audience}/at/{day}", of_view())
        .with_state(desk)
        .merge(assets::routes())
}

async fn to_desk(State(desk): State<Arc<Desk>>) -> Redirect {
    Redirect::to(&first_page(&desk))
}

/// The address of the page that is shown first.
pub(crate) fn first_page(desk: &Desk) -> String {
    format!("{}/desk", base_of(desk, desk.first(), None))
}
