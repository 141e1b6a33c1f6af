//! What was written down, the newest first; an act of one's own can be taken back.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use winset_export::acts::{ActTold, acts};
use winset_journal::{Author, Deed};
use winset_model::case::Visibility;
use winset_told::messages::Language;

use super::acts::{Sent, once, proposed, wants_preview, written};
use super::frame::PAST;
use super::preview::{PreviewOf, preview};
use super::{PageView, Place, Seat};
use crate::http::Refusal;

/// Acts on one page.
const SHOWN_MAX: usize = 200;

#[derive(Debug, Template)]
#[template(path = "history.html")]
struct HistoryContents {
    place: Place,
    words: &'static Language,
    days: Vec<DayOfActs>,
    /// How many are not shown.
    more: usize,
    once: String,
    problems: Vec<String>,
}

/// What was written down on one day.
#[derive(Debug)]
struct DayOfActs {
    day: String,
    /// Where the case stands as it stood at its end.
    then: Option<String>,
    acts: Vec<ActWords>,
}

#[derive(Debug)]
struct ActWords {
    line: usize,
    time: String,
    words: String,
    seen: &'static str,
    /// Why it does not count, where it does not.
    aside: Option<String>,
    taken_back: bool,
    /// Whether the reader may take it back.
    mine: bool,
}

/// Shows it.
pub(super) async fn page(seat: Seat) -> Result<Response, Refusal> {
    shown(&seat, Vec::new())
}

fn shown(seat: &Seat, problems: Vec<String>) -> Result<Response, Refusal> {
    let once = once().ok_or(Refusal::Fault)?;
    let contents = contents(&seat.page_view(), seat.place(), once, problems);
    Ok(seat.page("history", contents).into_response())
}

fn contents(
    view: &PageView<'_>,
    place: Place,
    once: String,
    problems: Vec<String>,
) -> HistoryContents {
    let seen = &view.snapshot.seen;
    let told = acts(seen);
    let more = told.len().saturating_sub(SHOWN_MAX);
    let mut days: Vec<DayOfActs> = Vec::new();
    for act in told.into_iter().rev().take(SHOWN_MAX) {
        let (day, time) = act.at.split_at_checked(10).unwrap_or((&act.at, ""));
        let day = day.to_owned();
        if days.last().is_none_or(|last| last.day != day) {
            let now = place.forms().and_then(|base| base.split(PAST).next());
            days.push(DayOfActs {
                then: now.map(|base| format!("{base}{PAST}{day}/desk")),
                day,
                acts: Vec::new(),
            });
        }
        let time = time.trim_start_matches('T').get(..5).unwrap_or_default();
        let words = ActWords {
            line: act.line,
            time: time.to_owned(),
            mine: place.writes() && is_mine(view, &act),
            words: act.words,
            seen: match act.seen {
                Visibility::Public => "seen-public",
                Visibility::Mediator => "seen-mediator",
                Visibility::Sealed => "seen-sealed",
            },
            aside: act.aside,
            taken_back: act.taken_back,
        };
        if let Some(last) = days.last_mut() {
            last.acts.push(words);
        }
    }
    HistoryContents {
        place,
        words: view.words,
        days,
        more,
        once,
        problems,
    }
}

/// Whether the reader wrote an act that counts and may be taken back: the mediator also for whoever
/// the mediator wrote.
fn is_mine(view: &PageView<'_>, told: &ActTold) -> bool {
    let snapshot = view.snapshot;
    let entry = snapshot.seen.entries.iter().find(|e| e.line == told.line);
    let Some(entry) = entry else {
        return false;
    };
    let stays = matches!(entry.act.deed, Deed::Draft(_) | Deed::Withdraw { .. });
    let own = match snapshot.viewer() {
        Some(party) => entry.act.by.party() == Some(view.case().parties[party.index()].id.as_str()),
        None => snapshot.is_mediator(),
    };
    own && !stays && !told.taken_back
}

/// Takes an act back, by a further act.
pub(super) async fn undo(seat: Seat, sent: Sent) -> Result<Response, Refusal> {
    if !seat.writes() {
        return Err(Refusal::NotFound);
    }
    let line = sent.field("line").and_then(|line| line.parse().ok());
    let line: usize = line.ok_or(Refusal::Input)?;
    let entries = &seat.view.snapshot.seen.entries;
    let entry = entries.iter().find(|entry| entry.line == line);
    let by: Author = entry.ok_or(Refusal::Input)?.act.by.clone();
    let reason = sent.field("reason").map(str::trim);
    let deed = Deed::Withdraw {
        line,
        reason: reason.filter(|why| !why.is_empty()).map(str::to_owned),
    };
    let act = match proposed(&seat, &sent, by, deed) {
        Ok(act) => act,
        Err(problems) => return shown(&seat, problems),
    };
    if wants_preview(&sent) {
        let of = PreviewOf {
            page: "history",
            action: format!("{}/history", seat.base),
            changes: false,
        };
        return Ok(preview(&seat, &sent, &act, of));
    }
    match written(&seat, &act) {
        Ok(()) => Ok(Redirect::to(&format!("{}/history", seat.base)).into_response()),
        Err(problems) => shown(&seat, problems),
    }
}
