//! The record: what was said and what is said to have happened, by week; each entry; what follows from it.

use askama::Template;
use axum::response::{IntoResponse, Response};
use winset_answers::ask::{RecordFilter, RecordedEntry, record_findings, recorded};
use winset_told::messages::Language;

use super::address::{Address, last_part};
use super::record_filter::{FilterShown, filter};
use super::record_findings::{FindingsShown, findings_shown};
use super::recorded::{EntryShown, WeekShown, entry_shown, weeks};
use super::report::reads;
use super::{PageView, Place, Seat};
use crate::http::Refusal;

/// Entries on one page.
const SHOWN_MAX: usize = 500;

#[derive(Debug, Template)]
#[template(path = "record.html")]
struct RecordContents {
    place: Place,
    words: &'static Language,
    filter: FilterShown,
    picture: Option<String>,
    count: usize,
    more: usize,
    weeks: Vec<WeekShown>,
    findings: FindingsShown,
    /// Whether the reader can read a report into it.
    reads: bool,
}

#[derive(Debug, Template)]
#[template(path = "record_entry.html")]
struct RecordEntryContents {
    place: Place,
    words: &'static Language,
    entries: Vec<EntryShown>,
}

/// Shows it.
pub(super) async fn page(seat: Seat) -> impl IntoResponse {
    let seat = &seat;
    tokio::task::block_in_place(|| {
        let contents = contents(&seat.page_view(), seat.place(), reads(seat));
        seat.page("record", contents)
    })
}

/// Shows the entries of an identifier.
pub(super) async fn entry(seat: Seat, address: Address) -> Result<Response, Refusal> {
    let id = last_part(address);
    let (view, place) = (seat.page_view(), seat.place());
    let all = recorded(view.case(), &RecordFilter::default());
    let named = all.iter().filter(|of| of.entry.id() == id);
    let entries = named.map(|of| entry_shown(&view, &place, of, &all));
    let contents = RecordEntryContents {
        entries: entries.collect(),
        words: view.words,
        place,
    };
    if contents.entries.is_empty() {
        return Err(Refusal::NotFound);
    }
    Ok(seat.page("record", contents).into_response())
}

fn contents(view: &PageView<'_>, place: Place, reads: bool) -> RecordContents {
    let case = view.case();
    let (asked, shown) = filter(view);
    let entries = recorded(case, &asked);
    let picture = crate::pictures::record_weeks(view, &entries, &place);
    let shown_entries: &[RecordedEntry<'_>] = &entries[..entries.len().min(SHOWN_MAX)];
    RecordContents {
        words: view.words,
        picture: picture.map(|picture| picture.as_str().to_owned()),
        count: entries.len(),
        more: entries.len() - shown_entries.len(),
        weeks: weeks(view, &place, shown_entries),
        findings: findings_shown(view, &place, &record_findings(case)),
        filter: shown,
        reads,
        place,
    }
}
