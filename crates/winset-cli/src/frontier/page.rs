//! The page of `winset frontier`.

use std::path::Path;

use winset::check::LowerCorner;
use winset::model::case::Case;
use winset::model::number::Exact;
use winset::model::options::PartyId;
use winset::solve::Engine;

use crate::page::{Page, STRONG};
use winset::ask::{FrontierAnswer, FrontierAnswerPoint, MissingPoints};
use winset::told::settled::package as package_in_words;
use winset::told::standing;
use winset::told::stopped::stopped_by;
use winset::told::words::{counted, grouped, listed, score};

/// Columns of the labels on the left.
const LABEL: usize = 11;
/// Points that are listed.
const POINTS_MAX: usize = 100;
/// Boxes that are listed.
const BOXES_MAX: usize = 5;

/// The page; `files` are what was written.
pub(super) fn page(
    case: &Case,
    found: &FrontierAnswer,
    explain: bool,
    files: &[Option<&Path>],
) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, &headline(found));
    page.blank();
    entry(&mut page, "Case", &format!("{} ({})", case.title, case.id));
    let names = found.axes.iter();
    let names: Vec<String> = names
        .map(|p| case.parties[p.index()].name.clone())
        .collect();
    if !names.is_empty() {
        entry(
            &mut page,
            "In the eyes",
            &format!("of {}", listed(&names, "and")),
        );
    }
    if let Some(missing) = &found.missing {
        entry(&mut page, "Gap", &gap(case, found, missing));
    }
    entry(&mut page, "Proof", &proof(found));
    if explain {
        entry(&mut page, "How", how(found));
    }
    for file in files.iter().flatten() {
        entry(&mut page, "Written", &file.display().to_string());
    }
    points(&mut page, case, found);
    if let (Some((_, left)), None) = (&found.stopped, &found.missing) {
        boxes(&mut page, case, found, left);
    }
    page.blank();
    page.sealed();
    page
}

fn entry(page: &mut Page, label: &str, text: &str) {
    page.entry(0, LABEL, label, text);
}

/// The frontier in a sentence.
fn headline(found: &FrontierAnswer) -> String {
    let count = counted(found.points.len(), "point");
    if let Some(missing) = found.missing.as_ref().filter(|_| !found.complete()) {
        return stand_for(found, missing);
    }
    match &found.stopped {
        Some((reason, _)) => {
            format!(
                "Not complete: {}; {count} of the frontier known.",
                stopped_by(*reason)
            )
        }
        None if found.axes.is_empty() => "No frontier: no party states preferences.".to_owned(),
        None if found.points.is_empty() => {
            "No frontier: no package is acceptable to all, which is proven.".to_owned()
        }
        None => match found.packages() {
            Some(packages) => format!(
                "Frontier: {count}, reached by {}.",
                counted(packages, "package")
            ),
            None => format!("Frontier: {count}."),
        },
    }
}

/// How many points stand for how many.
fn stand_for(found: &FrontierAnswer, missing: &MissingPoints) -> String {
    let count = counted(found.points.len(), "point");
    let all = match (missing.of, found.points.len()) {
        (Some(of), _) => format!("Frontier: {count} of {}, standing for all.", grouped(of)),
        (None, 1) => "Frontier: too large to list; 1 point stands for it.".to_owned(),
        (None, _) => format!("Frontier: too large to list; {count} stand for it."),
    };
    match &found.stopped {
        Some((reason, _)) => format!("{all} The work on it was {}.", stopped_by(*reason)),
        None => all,
    }
}

/// What the gap means.
fn gap(case: &Case, found: &FrontierAnswer, missing: &MissingPoints) -> String {
    if found.complete() {
        return "none: nothing is missing".to_owned();
    }
    let gaps = found.axes.iter().zip(&missing.gap).map(|(axis, gap)| {
        let short = &case.parties[axis.index()].short;
        format!("{short} {}", score(&case.unscaled(*axis, *gap)))
    });
    let gaps = gaps.collect::<Vec<_>>().join(", ");
    let share = match &missing.share {
        Some(share) => format!(
            "; at most {} of what lies between a party's no-deal value, or the least, and the most \
             that a known point gives it",
            percent(share)
        ),
        None => String::new(),
    };
    format!(
        "whatever package is acceptable, one of the points gives each party as much but for at \
         most: {gaps}{share}"
    )
}

/// A share in per cent, rounded up to a tenth.
fn percent(share: &Exact) -> String {
    let tenths = (share * Exact::from_integer(1_000)).ceil().to_integer();
    format!("{}.{} %", tenths / 10, tenths % 10)
}

fn proof(found: &FrontierAnswer) -> String {
    if found.missing.is_some() {
        return proof_of_some(found);
    }
    match (found.engine, found.proofs) {
        (None, _) if found.stopped.is_some() => {
            "each point is acceptable; that none is missing is not shown".to_owned()
        }
        (None, _) => "none is needed".to_owned(),
        (Some(Engine::Sums), _) => {
            "none is missing and none is beaten; put together point by point, checked".to_owned()
        }
        (Some(Engine::Boxes), (proofs, bytes)) => format!(
            "none is missing and none is beaten; {}, {}, checked",
            counted(proofs, "refutation"),
            counted(bytes, "byte")
        ),
    }
}

fn proof_of_some(found: &FrontierAnswer) -> String {
    let proven = found.points.iter().filter(|point| point.proven).count();
    let beaten = match found.points.len() - proven {
        0 => "no point is beaten".to_owned(),
        1 => "no point is beaten, but that is not shown of one".to_owned(),
        open => format!("no point is beaten, but that is not shown of {open}"),
    };
    format!("{beaten}; nothing acceptable is further off than the gap; checked")
}

fn how(found: &FrontierAnswer) -> &'static str {
    if found.missing.is_some() && found.engine.is_none() {
        return "point by point: sets of score vectors are added up, and where they grow too many, \
                those that are alike are put under one that gives every party the most of them; \
                packages near to those are raised until nothing beats them";
    }
    match found.engine {
        Some(Engine::Sums) => {
            "point by point: sets of score vectors are added up, and what another one with the same \
             completions beats is left out"
        }
        Some(Engine::Boxes) => {
            "by boxes of score vectors, each searched for a package and split at what is found; \
             point by point would have needed too much memory, or was not asked for"
        }
        None => "it was stopped, or there is nothing to look for",
    }
}

fn points(page: &mut Page, case: &Case, found: &FrontierAnswer) {
    if found.points.is_empty() {
        return;
    }
    page.heading("Points, from the most for the first party down");
    let parties = found
        .axes
        .iter()
        .map(|p| case.parties[p.index()].short.clone());
    let mut head: Vec<String> = vec![String::new()];
    head.extend(parties);
    head.push("packages".to_owned());
    let mut rows = vec![head];
    for (number, point) in (1..).zip(found.points.iter().take(POINTS_MAX)) {
        let mut row = vec![format!("{number}")];
        row.extend(found.axes.iter().map(|axis| worth(case, *axis, point)));
        row.push(count(point));
        rows.push(row);
    }
    page.table(2, &rows);
    if found.points.len() > POINTS_MAX {
        let more = grouped(found.points.len() - POINTS_MAX);
        page.blank();
        page.indented(
            2,
            &format!("and {more} more; --csv and --json list them all"),
        );
    }
    shown(page, case, found);
}

/// The packages: all of each point where they were asked for, else that of the first.
fn shown(page: &mut Page, case: &Case, found: &FrontierAnswer) {
    if found.points.iter().all(|point| point.packages.is_empty()) {
        return;
    }
    page.heading("Packages");
    for (number, point) in (1..).zip(found.points.iter().take(POINTS_MAX)) {
        for (place, package) in point.packages.iter().enumerate() {
            let number = if place == 0 {
                format!("{number}")
            } else {
                String::new()
            };
            page.entry(2, 3, &number, &package_in_words(case, package));
        }
    }
}

fn worth(case: &Case, axis: PartyId, point: &FrontierAnswerPoint) -> String {
    let value = point.package.scores().get(axis.index()).copied().flatten();
    value.map_or_else(
        || "-".to_owned(),
        |value| score(&case.unscaled(axis, value)),
    )
}

fn count(point: &FrontierAnswerPoint) -> String {
    match &point.count {
        Some(count) => match standing::exact(count) {
            Some(exact) => grouped(exact),
            None => "1+".to_owned(),
        },
        None => "1+".to_owned(),
    }
}

/// Where other points can be: the largest boxes.
fn boxes(page: &mut Page, case: &Case, found: &FrontierAnswer, left: &[LowerCorner]) {
    if left.is_empty() {
        page.heading("Where others can be is not known");
        return;
    }
    page.heading("Others can only be where every party gets at least");
    let low = |floors: &LowerCorner| {
        floors
            .iter()
            .map(|f| f.map_or(i128::MIN, i128::from))
            .collect()
    };
    let mut boxes: Vec<&LowerCorner> = left.iter().collect();
    boxes.sort_by_cached_key(|floors| -> Vec<i128> { low(floors) });
    for floors in boxes.iter().take(BOXES_MAX) {
        let parts = found.axes.iter().zip(floors.iter()).map(|(axis, floor)| {
            let short = &case.parties[axis.index()].short;
            let floor = floor.map_or_else(
                || "anything".to_owned(),
                |floor| score(&case.unscaled(*axis, floor)),
            );
            format!("{short} {floor}")
        });
        page.indented(2, &parts.collect::<Vec<_>>().join(", "));
    }
    if boxes.len() > BOXES_MAX {
        let more = grouped(boxes.len() - BOXES_MAX);
        page.indented(
            2,
            &format!("or in one of {more} smaller boxes; --json lists them"),
        );
    }
}
