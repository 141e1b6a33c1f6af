//! The answer to `winset what-if` for a reader in a hurry.

use std::path::Path;

use winset::model::case::Case;
use winset::model::options::OptionSet;
use winset::solve::{Branch, Difference, Overlap, PointShift, Shift};

use super::{settled, table};
use crate::args::WhatIfArgs;
use crate::page::{Page, STRONG};
use crate::survey;
use winset::ask::{BranchAnswer, WhatIfAnswer, WhatIfBranch};
use winset::told::changed::change_in_words;
use winset::told::compared::{self, Measure, Row, overlap};
use winset::told::messages::english;
use winset::told::standing::{self, Standing};
use winset::told::stopped::stopped_by;
use winset::told::verdict::why_none;
use winset::told::words::{capital, counted, grouped, listed, options, score};

/// Columns of the labels on the left.
const LABEL: usize = 11;
/// Columns of the titles of points.
const TITLE: usize = 30;
/// The page on a base and what-ifs beside it.
pub(super) fn page(case: &Case, answer: &WhatIfAnswer<'_>, args: &WhatIfArgs) -> Page {
    let WhatIfAnswer { base, what_ifs } = answer;
    let mut page = Page::default();
    match what_ifs.as_slice() {
        [only] => one(&mut page, case, base, only, args),
        several => many(&mut page, case, base, several, args),
    }
    page.blank();
    page.sealed();
    page
}

fn one(
    page: &mut Page,
    case: &Case,
    base: &BranchAnswer<'_>,
    only: &WhatIfBranch<'_>,
    args: &WhatIfArgs,
) {
    let both = [base, &only.answer];
    let answers = both.map(|answer| &answer.branch);
    let [_, now] = answers;
    let occurring = overlap(now).map(|found| found.occurring.as_deref());
    let [before_stands, now_stands] = answers.map(|answer| standing::declared(&answer.verdict));
    let changes = only.changes.list().len();
    page.styled(STRONG, &headline(changes, now_stands, before_stands));
    page.blank();
    about(page, case, args);
    if let Some(title) = only.title {
        page.entry(0, LABEL, "What-if", title);
    }
    unfinished(page, &answers);
    if !only.changes.is_empty() {
        page.heading("Changes");
        changed(page, case, only, 2);
    }
    page.heading("Beside the base");
    let rows = compared::measures(case, &answers)
        .into_iter()
        .map(|measure| {
            let (label, mut cells) = measure.row(case, &answers);
            cells.push(gain(measure, &only.difference));
            (label, cells)
        });
    let head = ["base", "what-if", "change"].map(str::to_owned);
    table::write(page, 2, &head, &rows.collect::<Vec<Row>>());
    why(page, only);
    settled::write(page, case, &head[..2], &both);
    match (&only.difference.points, occurring) {
        (Some(shifts), Some(Some(now))) => moved(page, case, shifts, now),
        (_, Some(occurring)) => drop(survey::points(page, case, occurring)),
        (_, None) => {}
    }
}

fn many(
    page: &mut Page,
    case: &Case,
    base: &BranchAnswer<'_>,
    what_ifs: &[WhatIfBranch<'_>],
    args: &WhatIfArgs,
) {
    let every = what_ifs.iter().map(|what_if| &what_if.answer);
    let every: Vec<&BranchAnswer<'_>> = std::iter::once(base).chain(every).collect();
    let answers: Vec<&Branch<'_>> = every.iter().map(|answer| &answer.branch).collect();
    let base = &base.branch;
    let all = counted(what_ifs.len(), "what-if");
    let open = what_ifs
        .iter()
        .filter(|w| overlap(&w.answer.branch).is_some())
        .count();
    let (verb, plural) = if overlap(base).is_some() {
        ("keep", "keeps")
    } else {
        ("open", "opens")
    };
    let verb = if open == 1 { plural } else { verb };
    let undecided = |w: &&WhatIfBranch<'_>| {
        matches!(
            standing::declared(&w.answer.branch.verdict),
            Standing::Undecided(..)
        )
    };
    let undecided = match what_ifs.iter().filter(undecided).count() {
        0 => String::new(),
        some => format!("; {} undecided", grouped(some)),
    };
    let before = in_words(standing::declared(&base.verdict));
    page.styled(
        STRONG,
        &format!(
            "Of {all}, {} {verb} an overlap{undecided} (base: {before}).",
            grouped(open)
        ),
    );
    page.blank();
    about(page, case, args);
    unfinished(page, &answers);
    page.heading("What-ifs");
    for (place, what_if) in what_ifs.iter().enumerate() {
        let title = what_if
            .title
            .map_or_else(String::new, |title| format!(": {title}"));
        let number = (place + 1).to_string();
        page.entry(2, 2, &number, &format!("{}{title}", what_if.name));
    }
    let numbers = (1..=what_ifs.len()).map(|number| number.to_string());
    let head: Vec<String> = std::iter::once("base".to_owned()).chain(numbers).collect();
    page.heading("Side by side");
    let measures = compared::measures(case, &answers).into_iter();
    let rows: Vec<Row> = measures
        .map(|measure| measure.row(case, &answers))
        .collect();
    table::write(page, 2, &head, &rows);
    settled::write(page, case, &head, &every);
    let points = compared::points(case, &answers);
    if !points.is_empty() {
        page.heading("Points on which they differ, and the options that occur");
        for (title, cells) in points {
            page.indented(2, &title);
            for (which, cell) in head.iter().zip(&cells) {
                page.entry(4, 4, which, cell);
            }
        }
    }
    for (place, what_if) in what_ifs.iter().enumerate() {
        page.heading(&format!("Changes of {}. {}", place + 1, what_if.name));
        changed(page, case, what_if, 2);
    }
}

/// What so many changes make of the base: how it stands then, and before.
pub(crate) fn headline(changes: usize, now: Standing<'_>, before: Standing<'_>) -> String {
    let changes = match changes {
        0 => "With no change".to_owned(),
        some => format!("With {}", counted(some, "change")),
    };
    let before = match before {
        Standing::Overlap(found) => packages(found),
        Standing::None(_) => "none".to_owned(),
        Standing::Undecided(..) => in_words(before),
    };
    format!("{changes}: {} (base: {before}).", in_words(now))
}

/// An answer in a few words: "overlap, 240 packages", "no overlap", "undecided".
fn in_words(answer: Standing<'_>) -> String {
    match answer {
        Standing::Overlap(found) => format!("overlap, {}", packages(found)),
        Standing::None(_) => "no overlap".to_owned(),
        Standing::Undecided(..) => "undecided".to_owned(),
    }
}

/// How many packages: "240 packages", "at least 12 packages".
fn packages(found: &Overlap) -> String {
    let (least, packages) = match standing::count_stop(&found.count) {
        Some(stop) => ("at least ", stop.at_least),
        None => (
            "",
            standing::exact(&found.count).cloned().unwrap_or_default(),
        ),
    };
    format!("{least}{}", counted(packages, "package"))
}

/// Which case it is, and which files were written.
fn about(page: &mut Page, case: &Case, args: &WhatIfArgs) {
    page.entry(0, LABEL, "Case", &format!("{} ({})", case.title, case.id));
    let written = |path: &Option<std::path::PathBuf>| {
        path.as_deref()
            .map(Path::display)
            .map(|path| format!("{path}"))
    };
    if let Some(path) = written(&args.save) {
        page.entry(0, LABEL, "Saved", &format!("the changes, to {path}"));
    }
    if let Some(path) = written(&args.export) {
        page.entry(
            0,
            LABEL,
            "Exported",
            &format!("the changed case, to {path}"),
        );
    }
}

fn unfinished(page: &mut Page, answers: &[&Branch<'_>]) {
    let stop = answers
        .iter()
        .find_map(|answer| standing::stop(&answer.verdict));
    if let Some(stop) = stop {
        let text = format!(
            "{}, before all of this was finished",
            stopped_by(stop.reason)
        );
        page.entry(0, LABEL, "Unfinished", &text);
    }
}

/// The changes of a what-if.
fn changed(page: &mut Page, case: &Case, what_if: &WhatIfBranch<'_>, indent: usize) {
    let list = what_if.changes.list().iter();
    let list: Vec<(String, String)> = list
        .map(|change| change_in_words(case, what_if.applied, change))
        .collect();
    if list.is_empty() {
        page.indented(indent, "no change");
    }
    for (name, text) in &list {
        page.indented(indent, &format!("{} ({name})", capital(text)));
    }
}

/// By how much a measure differs, where it is a number in both answers.
fn gain(measure: Measure, difference: &Difference) -> String {
    let best = |party| difference.best.iter().find(|best| best.party == party);
    let gain = match measure {
        Measure::Packages => difference.packages.as_ref().map(grouped),
        Measure::Floorless => difference.without_floors.as_ref().map(grouped),
        Measure::Best(party) => best(party).map(|best| score(&(best.to - best.from))),
        Measure::Obstacle | Measure::Fixed => None,
    };
    match gain.as_deref() {
        None => String::new(),
        Some("0") => "same".to_owned(),
        Some(less) if less.starts_with('-') => less.to_owned(),
        Some(more) => format!("+{more}"),
    }
}

/// Why there is no overlap, where there is none.
fn why(page: &mut Page, only: &WhatIfBranch<'_>) {
    let restricted = !only.applied.positions.only.is_empty();
    let Some(text) = why_none(english(), &only.answer.branch.verdict, restricted) else {
        return;
    };
    page.blank();
    page.paragraph(&text);
}

/// The points that moved between two overlaps.
fn moved(page: &mut Page, case: &Case, shifts: &[PointShift], now: &[OptionSet]) {
    if shifts.is_empty() {
        page.blank();
        page.paragraph("The same options occur on every point.");
    }
    for (asked, heading) in [
        (Shift::Fixed, "Newly fixed"),
        (Shift::Freed, "Freed"),
        (Shift::SettledOtherwise, "Settled otherwise"),
        (Shift::OtherOptions, "Open as before, with other options"),
    ] {
        let of_kind: Vec<&PointShift> = shifts.iter().filter(|s| s.shift == asked).collect();
        if of_kind.is_empty() {
            continue;
        }
        page.heading(&format!("{heading}: {}", counted(of_kind.len(), "point")));
        for shift in of_kind {
            let title = &case.points[shift.point.index()].title;
            page.entry(2, TITLE, title, &in_place(case, shift, now));
        }
    }
}

/// What a point that moved is settled on now, and what came and went.
fn in_place(case: &Case, shift: &PointShift, now: &[OptionSet]) -> String {
    let point = &case.points[shift.point.index()];
    let set = now.get(shift.point.index()).cloned().unwrap_or_default();
    let list = |set: &OptionSet, last: &str| listed(&options(point, set), last);
    let (gone, new) = (list(&shift.gone, "or"), list(&shift.new, "and"));
    match shift.shift {
        Shift::Fixed | Shift::SettledOtherwise => {
            format!("{}, no longer {gone}", list(&set, "or"))
        }
        Shift::Freed | Shift::OtherOptions => match (gone.is_empty(), new.is_empty()) {
            (true, _) => format!("also {new}"),
            (false, true) => format!("no longer {gone}"),
            (false, false) => format!("now {new}, no longer {gone}"),
        },
    }
}
