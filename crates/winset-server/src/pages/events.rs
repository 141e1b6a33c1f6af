//! News for open pages, as server-sent events: how far the work is, and that the case has changed.

use std::convert::Infallible;
use std::sync::Arc;

use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream;
use tokio::sync::watch;

use super::Seat;
use super::news::news;
use crate::desk::View;
use crate::findings::STAGES;

/// What one page listens to.
struct Listening {
    seat: Seat,
    done: watch::Receiver<usize>,
    read: watch::Receiver<u64>,
    /// The number of an older view that the page shows, where it does.
    late: Option<u64>,
    /// The number of the view that its reader saw before this page.
    since: Option<u64>,
    /// Whether it is told of another view.
    follows: bool,
    first: bool,
}

/// Tells how many questions are done each time that one more is; ends with the last. A page that says
/// which view it shows is told, too, that there is another view of the case, with what changed in it;
/// its stream ends with that, and nothing is missed between two streams. A page that says which view its
/// reader saw before is told first what changed since, as far as that view is kept.
pub(super) async fn events(seat: Seat) -> impl IntoResponse {
    let number = |name| {
        seat.asked(name)
            .and_then(|number| number.parse::<u64>().ok())
    };
    let (shown, since) = (number("view"), number("since"));
    let listening = Listening {
        done: seat.view.findings.watch(),
        read: seat.desk.watch(),
        late: shown.filter(|shown| *shown != seat.view.number),
        since: since.filter(|since| *since != seat.view.number),
        follows: shown.is_some() && seat.past.is_none(),
        first: true,
        seat,
    };
    let events = stream::unfold(Some(listening), |listening| async move {
        let mut listening = listening?;
        let (event, goes_on) = listening.next().await?;
        Some((Ok::<Event, Infallible>(event), goes_on.then_some(listening)))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

impl Listening {
    /// The next event, and whether others may follow.
    async fn next(&mut self) -> Option<(Event, bool)> {
        if let Some(number) = self.late {
            return Some((changed(&self.since_view(number)), false));
        }
        if let Some(number) = self.since.take() {
            let told = self.since_view(number);
            if !told.is_empty() {
                return Some((lines("news", &told), true));
            }
        }
        if self.first {
            self.first = false;
            return Some((self.done(), true));
        }
        loop {
            // The view stays, and works on, as long as somebody listens.
            let working = *self.done.borrow() < STAGES.len();
            if !working && !self.follows {
                return None;
            }
            tokio::select! {
                told = self.done.changed(), if working => {
                    told.ok()?;
                    return Some((self.done(), true));
                }
                told = self.read.changed(), if self.follows => {
                    told.ok()?;
                    if let Some(event) = self.other_view() {
                        return Some((event, false));
                    }
                }
            }
        }
    }

    /// What changed since an earlier view of the audience, as far as that is kept.
    fn since_view(&self, number: u64) -> Vec<String> {
        let seat = &self.seat;
        let earlier = seat.desk.earlier(&seat.view.snapshot.audience, number);
        earlier.map_or_else(Vec::new, |earlier| {
            news(seat.words, &earlier.seen, &seat.view.snapshot.seen)
        })
    }

    fn done(&mut self) -> Event {
        let count = *self.done.borrow_and_update();
        Event::default().event("done").data(count.to_string())
    }

    /// That the audience sees something else now, where it does.
    fn other_view(&self) -> Option<Event> {
        let seat = &self.seat;
        let audience = &seat.view.snapshot.audience;
        let now = tokio::task::block_in_place(|| seat.desk.held_view(audience));
        let Some((view, refused)) = now else {
            // What is left of the file for this audience is no case.
            return Some(changed(&[]));
        };
        let trouble = refused.as_deref() != seat.refused() && seat.view.is_mediator();
        if Arc::ptr_eq(&view, &seat.view) && !trouble {
            return None;
        }
        Some(changed(&told(seat, &view)))
    }
}

fn told(seat: &Seat, view: &View) -> Vec<String> {
    news(seat.words, &seat.view.snapshot.seen, &view.snapshot.seen)
}

fn changed(told: &[String]) -> Event {
    lines("changed", told)
}

/// An event with a line of its own for each thing told.
fn lines(event: &str, told: &[String]) -> Event {
    let lines: Vec<String> = told
        .iter()
        .map(|line| line.replace(['\r', '\n'], " "))
        .collect();
    Event::default().event(event).data(lines.join("\n"))
}
