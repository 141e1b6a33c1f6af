//! The page of `winset pressure`.

use winset::model::case::Case;
use winset::model::number::Exact;
use winset::model::options::PartyId;
use winset::solve::{Certainty, Pressure};

use super::gaps::gaps;
use super::moves::{levers, time};
use super::steps::stepped;
use crate::page::{Page, STRONG};
use winset::ask::{DealAtDeclared, PressureAnswer};
use winset::told::pressure::{gap, ways_in_words};
use winset::told::stopped::unfinished;

/// Most ways, and most sets of levers, that a page lists.
pub(super) const LISTED_MAX: usize = 12;

/// The page.
pub(super) fn page(case: &Case, found: &PressureAnswer) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, headline(case, found));
    page.blank();
    page.entry(0, 11, "Case", &format!("{} ({})", case.title, case.id));
    if let Some(reason) = found.stopped() {
        page.entry(
            0,
            11,
            "Unfinished",
            &format!("not all was decided: {}", unfinished(reason)),
        );
    }
    page.blank();
    gaps(&mut page, case, found);
    uncertain(&mut page, found);
    together(&mut page, case, found);
    levers(&mut page, case, found);
    time(&mut page, case, found);
    if let Some(asked) = &found.stepped {
        stepped(&mut page, case, asked);
    }
    page.blank();
    page.sealed();
    page
}

/// What pressure does, in a sentence.
pub(crate) fn headline(case: &Case, found: &PressureAnswer) -> &'static str {
    let gap_of = |(place, found): (usize, &Pressure)| match found {
        Pressure::OpensAt(best) => gap(case, PartyId::at(place), best.value()),
        _ => None,
    };
    let gaps: Vec<Exact> = found.gaps.iter().enumerate().filter_map(gap_of).collect();
    let stopped = found.gaps.iter().any(|p| matches!(p, Pressure::Stopped(_)));
    let never = found.gaps.iter().any(|p| matches!(p, Pressure::Never(_)));
    match &found.standing {
        DealAtDeclared::Open if !gaps.is_empty() => {
            "There is an overlap; this much each no-deal value may rise before it closes."
        }
        DealAtDeclared::Open => "There is an overlap.",
        DealAtDeclared::Closed if !gaps.is_empty() => {
            "No overlap; pressure on one party alone could open one."
        }
        DealAtDeclared::Closed if stopped => "No overlap; what pressure could do was not decided.",
        DealAtDeclared::Closed if never => {
            "No overlap, and pressure on one party alone can never open one."
        }
        DealAtDeclared::Closed => "No overlap, and no party has a no-deal value that could move.",
        DealAtDeclared::Stopped(_) => "Stopped before anything was decided.",
    }
}

fn uncertain(page: &mut Page, found: &PressureAnswer) {
    let Some(certainty) = &found.certainty else {
        return;
    };
    page.heading("Uncertain values");
    let words = match certainty {
        Certainty::Certain(_) => {
            "The overlap is certain: there is one even with every uncertain value at its most."
        }
        Certainty::Possible { .. } => {
            "An overlap is possible, not certain: there is one with every uncertain value at its \
             least, and none with every one at its most."
        }
        Certainty::Impossible(_) => {
            "No overlap is possible: there is none even with every uncertain value at its least."
        }
        Certainty::Stopped(reason) => {
            return page.indented(2, &format!("Not decided: {}.", unfinished(*reason)));
        }
    };
    page.indented(2, words);
}

/// What lowering several values does.
fn together(page: &mut Page, case: &Case, found: &PressureAnswer) {
    if matches!(found.standing, DealAtDeclared::Open) {
        return;
    }
    page.heading("Several together");
    let (known, ways) = ways_in_words(case, &found.joint);
    page.indented(2, &known);
    for way in ways.iter().take(LISTED_MAX) {
        page.indented(4, way);
    }
    if ways.len() > LISTED_MAX {
        let more = ways.len() - LISTED_MAX;
        page.indented(4, &format!("and {more} more; --json lists them"));
    }
}
