//! A course of a shuttle for a reader in a hurry.

use winset::ask::ShuttleCourse;
use winset::model::case::Case;
use winset::play::space::Outcome;
use winset::told::called;
use winset::told::shuttle::{
    answers_told, knows_told, shuttle_end_told, shuttle_rules_told, shuttle_suspended_told,
};
use winset::told::talks::seat_named;
use winset::told::words::{capital, counted};

use super::page::{got, package};
use crate::page::{Page, STRONG};

/// Columns of the labels on the left.
const LABEL: usize = 9;
/// Texts that are shown when not all are asked for.
const LAST: usize = 12;

/// The page; `go_on` says how a shuttle goes on that was stopped.
pub(super) fn page(case: &Case, course: &ShuttleCourse, all: bool, go_on: Option<&str>) -> Page {
    let mut page = Page::default();
    let (head, texts) = (&course.head, course.texts.len());
    let headline = match &course.end {
        Some(end) => shuttle_end_told(case, head, end.agreed.is_some(), end.why, texts),
        None => shuttle_suspended_told(texts),
    };
    page.styled(STRONG, &headline);
    if let Some(knows) = &course.knows {
        page.paragraph(&knows_told(knows));
    }
    page.blank();
    page.entry(0, LABEL, "Case", &format!("{} ({})", case.title, case.id));
    for (place, seat) in (0..).map(winset::play::session::Seat).zip(&head.seats) {
        let label = if place.index() == 0 { "Seats" } else { "" };
        let who = capital(&seat_named(case, &head.seats, place));
        page.entry(0, LABEL, label, &format!("{who}: {}", seat.plays));
    }
    page.entry(0, LABEL, "Rules", &shuttle_rules_told(head));
    if course.end.is_none() {
        let lost = "it was held without --trace: nothing is kept of it";
        page.entry(0, LABEL, "To go on", go_on.unwrap_or(lost));
    }
    let agreed = course.end.as_ref().and_then(|end| end.agreed);
    if let Some(outcome) = agreed {
        package(&mut page, case, "Agreed", &course.space.package(outcome));
    } else if let Some(last) = course.texts.last() {
        package(
            &mut page,
            case,
            "Last text",
            &course.space.package(last.text),
        );
    }
    got(&mut page, case, &course.parties(case), &course.got);
    listed(&mut page, case, course, all);
    page.blank();
    page.sealed();
    page
}

/// The texts: what each changed, and what was answered.
fn listed(page: &mut Page, case: &Case, course: &ShuttleCourse, all: bool) {
    let count = course.texts.len();
    let from = if all { 0 } else { count.saturating_sub(LAST) };
    if count == 0 {
        return;
    }
    page.heading(&match from {
        0 => "All texts".to_owned(),
        _ => format!(
            "The last {LAST} of {} (--all shows them all)",
            counted(count, "text")
        ),
    });
    for place in from..count {
        let text = &course.texts[place];
        let before = place.checked_sub(1).map(|before| course.texts[before].text);
        let label = (place + 1).to_string();
        let changes = changes(case, course, before, text.text);
        let answers = answers_told(case, &course.head.seats, &text.answers, text.all_for);
        page.entry(0, LABEL, &label, &changes);
        page.entry(0, LABEL, "", &answers);
    }
}

/// What a text changed in the one before; all of it in the first.
fn changes(case: &Case, course: &ShuttleCourse, before: Option<Outcome>, text: Outcome) -> String {
    let chosen = course.space.package(text);
    let earlier = before.map(|before| course.space.package(before));
    let points = case.points.iter().zip(&chosen.0).enumerate();
    let changed = points.filter(|(place, (_, option))| {
        earlier
            .as_ref()
            .is_none_or(|earlier| earlier.0[*place] != **option)
    });
    let told = changed.map(|(_, (point, option))| {
        format!(
            "{}: {}",
            called::point(point),
            called::option(point, *option)
        )
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return "the same text again".to_owned();
    }
    told.join("; ")
}
