//! A course of talks for a reader in a hurry.

use winset::ask::TalksAnswer;
use winset::model::case::Case;
use winset::model::options::{Package, PartyId};
use winset::play::space::Outcome;
use winset::told::called;
use winset::told::talks::{action_words, end_told, rules_told, seat_named, suspended_told};
use winset::told::words::{capital, counted, party_named, score};

use crate::page::{Page, STRONG};

/// Columns of the labels on the left.
const LABEL: usize = 9;
/// Turns that are shown when not all are asked for.
const LAST: usize = 12;

/// The page; `go_on` says how talks go on that were stopped.
pub(super) fn page(case: &Case, talks: &TalksAnswer, all: bool, go_on: Option<&str>) -> Page {
    let mut page = Page::default();
    let head = &talks.head;
    let rounds = talks.course.last().map_or(0, |said| said.moment.round);
    let headline = talks
        .end
        .as_ref()
        .map_or_else(|| suspended_told(rounds), |end| end_told(case, head, end));
    page.styled(STRONG, &headline);
    page.blank();
    let mut entry = |label: &str, text: &str| page.entry(0, LABEL, label, text);
    entry("Case", &format!("{} ({})", case.title, case.id));
    for (place, seat) in (0..).map(winset::play::session::Seat).zip(&head.seats) {
        let label = if place.index() == 0 { "Table" } else { "" };
        let who = capital(&seat_named(case, &head.seats, place));
        entry(label, &format!("{who}: {}", seat.plays));
    }
    entry("Rules", &rules_told(head));
    if talks.end.is_none() {
        let lost = "they were held without --trace: nothing is kept of them";
        entry("To go on", go_on.unwrap_or(lost));
    }
    let agreed = talks.end.as_ref().and_then(|end| end.agreed.ok());
    if let Some(outcome) = agreed {
        package(&mut page, case, "Agreed", &talks.space.package(outcome));
    } else if let Some(outcome) = tabled(talks) {
        package(&mut page, case, "Tabled", &talks.space.package(outcome));
    }
    got(&mut page, case, &talks.parties(case), &talks.got);
    course(&mut page, case, talks, all);
    page.blank();
    page.sealed();
    page
}

/// The package that was on the table last.
fn tabled(talks: &TalksAnswer) -> Option<Outcome> {
    let places = (0..talks.course.len()).rev();
    places.into_iter().find_map(|place| talks.package_at(place))
}

/// A package, point by point, behind a label.
pub(super) fn package(page: &mut Page, case: &Case, label: &str, chosen: &Package) {
    for (place, (point, option)) in case.points.iter().zip(&chosen.0).enumerate() {
        let label = if place == 0 { label } else { "" };
        let (title, option) = (called::point(point), called::option(point, *option));
        page.entry(0, LABEL, label, &format!("{title}: {option}"));
    }
}

/// What each party got, and what it had without a deal.
pub(super) fn got(page: &mut Page, case: &Case, parties: &[Option<PartyId>], got: &[Option<i64>]) {
    let told = parties.iter().zip(got).filter_map(|(party, got)| {
        let (party, got) = ((*party)?, (*got)?);
        let no_deal = case.parties[party.index()].sheet.open().no_deal;
        let without = no_deal.map_or_else(String::new, |value| {
            format!(" (without a deal {})", worth(case, party, value))
        });
        let name = party_named(case, party);
        Some(format!("{name} {}{without}", worth(case, party, got)))
    });
    for (place, line) in told.enumerate() {
        page.entry(0, LABEL, if place == 0 { "Worth" } else { "" }, &line);
    }
}

fn worth(case: &Case, party: PartyId, value: i64) -> String {
    score(&case.unscaled(party, value))
}

/// The turns: who did what, and what the package was worth to each.
fn course(page: &mut Page, case: &Case, talks: &TalksAnswer, all: bool) {
    let count = talks.course.len();
    let from = if all { 0 } else { count.saturating_sub(LAST) };
    if count == 0 {
        return;
    }
    page.heading(&match from {
        0 => "All turns".to_owned(),
        _ => format!(
            "The last {LAST} of {} (--all shows them all)",
            counted(count, "turn")
        ),
    });
    let parties: Vec<PartyId> = talks.parties(case).into_iter().flatten().collect();
    let scored = |party: &&PartyId| case.parties[party.index()].sheet.open().scores.is_some();
    let scored: Vec<PartyId> = parties.iter().filter(scored).copied().collect();
    let mut rows = vec![
        [String::new(), "round".to_owned()]
            .into_iter()
            .chain(scored.iter().map(|party| party_named(case, *party)))
            .collect::<Vec<_>>(),
    ];
    rows.extend((from..count).map(|place| {
        let said = &talks.course[place];
        let who = capital(&seat_named(case, &talks.head.seats, said.seat));
        let what = format!("{who} {}", action_words(said.action));
        let outcome = talks.package_at(place);
        let worths = scored.iter().map(|party| {
            let value = outcome.and_then(|o| case.score(*party, &talks.space.package(o)));
            value.map_or_else(String::new, |value| worth(case, *party, value))
        });
        let round = (u64::from(said.moment.round) + 1).to_string();
        [what, round].into_iter().chain(worths).collect()
    }));
    page.table(0, &rows);
}
