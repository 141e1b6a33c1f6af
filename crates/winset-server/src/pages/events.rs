//! News of what is being worked out, as server-sent events.

use std::convert::Infallible;

use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream;

use super::Seat;
use crate::findings::STAGES;

/// Tells how many questions are done, each time that one more is; ends with the last.
pub(super) async fn events(seat: Seat) -> impl IntoResponse {
    let done = seat.view.findings.watch();
    // The view stays, and works on, as long as somebody listens.
    let first = (done, Some(seat.view.clone()), true);
    let events = stream::unfold(first, |(mut done, view, now)| async move {
        let view = view?;
        if !now && done.changed().await.is_err() {
            return None;
        }
        let count = *done.borrow_and_update();
        let event = Event::default().event("done").data(count.to_string());
        let next = (count < STAGES.len()).then_some(view);
        Some((Ok::<Event, Infallible>(event), (done, next, false)))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
