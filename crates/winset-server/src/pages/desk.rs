//! The first page: the page for a principal that a report begins with, what moved, what is due.

use std::time::Duration;

use askama::Template;
use axum::response::IntoResponse;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_solve::Status;
use winset_text::Text;
use winset_told::brief::{Brief, settled_points};
use winset_told::clashes::ToldClash;
use winset_told::status::{counts, signal_in_words};

use super::answer::{Headline, Way, headline, packages, short, ways};
use super::{PageView, Place, Seat};
use crate::pictures;
use winset_answers::ask::{Everything, EverythingStage, brief_findings};
use winset_told::messages::Language;

/// How long a page waits for what is nearly done.
pub(super) const WAIT: Duration = Duration::from_millis(25);
/// Most incidents and lists that are named as due.
const DUE_MAX: usize = 8;

#[derive(Debug, Template)]
#[template(path = "desk.html")]
pub(super) struct DeskContents {
    place: Place,
    words: &'static Language,
    verdict: Option<Headline>,
    brief: Option<BriefSection>,
    counts: [usize; 3],
    clashes: Option<Clashes>,
    way: Option<Way>,
    room: Option<String>,
    fixed: Option<usize>,
    moved: Option<Moved>,
    signals: Vec<(String, String)>,
    due: Vec<String>,
    more: usize,
    timeline: String,
    brackets: Option<String>,
    disclaimer: Option<String>,
}

/// The page for a principal, once all of it is found.
#[derive(Debug)]
struct BriefSection {
    said: Brief,
    /// What stands above the decisions.
    heading: String,
    /// The identifier of each point, in order.
    points: Vec<String>,
}

#[derive(Debug)]
struct Clashes {
    count: usize,
    across: usize,
    complete: bool,
}

/// On how many points each party has moved since the last meeting.
#[derive(Debug)]
struct Moved {
    since: String,
    parties: Vec<(String, usize)>,
}

/// Shows it.
pub(super) async fn desk(seat: Seat) -> impl IntoResponse {
    seat.view.findings.wait(EverythingStage::Zone, WAIT).await;
    seat.page("desk", contents(&seat.page_view(), seat.place()))
}

/// What stands on the page.
pub(super) fn contents(view: &PageView<'_>, place: Place) -> DeskContents {
    let (case, words) = (view.case(), view.words);
    let (status, found) = (view.status(), view.found);
    let verdict = found.verdict.get();
    let openings = found.openings.get().and_then(Option::as_ref);
    let ways = openings.map(|found| ways(words, case, &found.found));
    let way = ways.and_then(|ways| ways.list.into_iter().next());
    let room = view.zone();
    let text = view.text();
    let mut due = due(view, &text);
    let more = due.len().saturating_sub(DUE_MAX);
    due.truncate(DUE_MAX);
    let signals = status.signals.iter().map(|s| signal_in_words(case, s));
    DeskContents {
        words,
        verdict: verdict.map(|verdict| headline(words, verdict)),
        brief: brief(view),
        counts: counts(status),
        clashes: clashes(found),
        way,
        room: room.map(|room| packages(words, &room.overlap.count)),
        fixed: room.and_then(|room| {
            let sets = room.overlap.occurring.as_ref()?;
            Some(settled_points(sets))
        }),
        moved: moved(case, status),
        signals: signals.collect(),
        due,
        more,
        timeline: pictures::timeline(view, &place).as_str().to_owned(),
        brackets: (!text.versions().is_empty()).then(|| {
            let picture = pictures::brackets(view, &text, &place);
            picture.as_str().to_owned()
        }),
        disclaimer: case.register.disclaimer.clone(),
        place,
    }
}

fn brief(view: &PageView<'_>) -> Option<BriefSection> {
    let case = view.case();
    let said = Brief::new(&brief_findings(case, view.found, view.status())?);
    Some(BriefSection {
        heading: said.decisions_heading(),
        said,
        points: case.points.iter().map(|point| point.id.clone()).collect(),
    })
}

fn clashes(found: &Everything) -> Option<Clashes> {
    let found = found.clashes.get()?;
    let clashes = found.of_demands();
    let across = |told: &&&ToldClash| told.words.points.len() > 1;
    Some(Clashes {
        count: clashes.len(),
        across: clashes.iter().filter(across).count(),
        complete: found.found.stopped.is_none(),
    })
}

/// Moves by offers made on the day of the last meeting or after it.
fn moved(case: &Case, status: &Status) -> Option<Moved> {
    let sessions = case.register.sessions.iter();
    let session = sessions.max_by_key(|session| session.date)?;
    let last = session.date;
    let dated = |seq: u64| case.offers.iter().find(|offer| offer.seq == seq)?.date;
    let recent = |seq: u64| dated(seq).is_some_and(|day| day >= last);
    let mut parties: Vec<PartyId> = case.offers.iter().map(|offer| offer.by).collect();
    parties.sort_unstable();
    parties.dedup();
    let of = |party: PartyId| {
        let shifts = status.shifts.iter();
        let shifts = shifts.filter(|shift| shift.by == party && recent(shift.seq));
        shifts.map(|shift| shift.changes.len()).sum()
    };
    Some(Moved {
        since: last.to_string(),
        parties: parties
            .into_iter()
            .map(|p| (short(case, p).to_owned(), of(p)))
            .collect(),
    })
}

/// What waits to be done, as far as the case says so.
fn due(view: &PageView<'_>, text: &Text<'_>) -> Vec<String> {
    let (case, words) = (view.case(), view.words);
    let mut due = Vec::new();
    let claims = case.register.prisoners.iter().flat_map(|p| &p.claims);
    for claim in claims.filter(|claim| claim.disputed > 0) {
        let name = |party: PartyId| short(case, party).to_owned();
        let what = [
            ("category", claim.category.clone()),
            ("holder", name(claim.held_by)),
            ("owner", name(claim.of)),
            ("n", winset_told::grouped(claim.disputed)),
        ];
        due.push((claim.disputed, words.fill("due-list", &what).into_owned()));
    }
    // The longest lists first.
    due.sort_by_key(|(disputed, _)| std::cmp::Reverse(*disputed));
    let mut due: Vec<String> = due.into_iter().map(|(_, text)| text).collect();
    let answers = unanswered(view, text);
    due.splice(0..0, answers);
    let incidents = case.register.incidents.iter();
    let open = |status: &Option<String>| status.as_deref().is_some_and(|s| s != "confirmed");
    for incident in incidents.filter(|incident| open(&incident.status)) {
        let what = [
            ("kind", incident.kind.clone()),
            ("place", incident.place.clone()),
            ("date", incident.date.to_string()),
            ("status", incident.status.clone().unwrap_or_default()),
        ];
        due.push(words.fill("due-incident", &what).into_owned());
    }
    due
}

/// Which parties have not answered the last text that was issued.
fn unanswered(view: &PageView<'_>, text: &Text<'_>) -> Vec<String> {
    let case = view.case();
    let issued =
        |v: &&winset_text::Version| matches!(v.source, winset_text::VersionSource::Issued(_));
    let Some(last) = text.versions().iter().rev().find(issued) else {
        return Vec::new();
    };
    let answers = text.answers(last);
    let all = answers.rows.len();
    let told = |(place, party): (usize, &winset_model::case::Party)| {
        let open = answers
            .rows
            .iter()
            .filter(|row| row.answers[place].is_none())
            .count();
        let what = [
            ("party", party.short.clone()),
            ("n", winset_told::grouped(open)),
            ("all", winset_told::grouped(all)),
            ("version", last.name.clone()),
        ];
        (open > 0).then(|| view.words.fill("due-answers", &what).into_owned())
    };
    case.parties.iter().enumerate().filter_map(told).collect()
}
