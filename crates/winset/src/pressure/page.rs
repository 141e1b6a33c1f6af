//! The page of `winset pressure`.

use winset::check::Lowered;
use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::model::number::Exact;
use winset::model::options::PartyId;
use winset::solve::{Certainty, JointPressure, Pressure};

use super::gaps::{gap, gaps};
use super::moves::{levers, time};
use super::run::{Asked, Found, Standing};
use super::steps::stepped;
use crate::page::{FAINT, Page, STRONG};
use winset::told::words::{counted, listed, score};

/// Most ways, and most sets of levers, that a page lists.
pub(super) const LISTED_MAX: usize = 12;

/// The page.
pub(super) fn page(case: &Case, asked: Asked, found: &Found) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, headline(case, found));
    page.blank();
    page.entry(0, 11, "Case", &format!("{} ({})", case.title, case.id));
    if let Some(reason) = found.stopped(asked) {
        page.entry(0, 11, "Unfinished", &unfinished(reason));
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
    page.styled(FAINT, "Confidential: contains sealed values.");
    page
}

/// What pressure does, in a sentence.
pub(crate) fn headline(case: &Case, found: &Found) -> &'static str {
    let gap_of = |(place, found): (usize, &Pressure)| match found {
        Pressure::OpensAt(best) => gap(case, PartyId::at(place), best.value()),
        _ => None,
    };
    let gaps: Vec<Exact> = found.gaps.iter().enumerate().filter_map(gap_of).collect();
    let stopped = found.gaps.iter().any(|p| matches!(p, Pressure::Stopped(_)));
    let never = found.gaps.iter().any(|p| matches!(p, Pressure::Never(_)));
    match &found.standing {
        Standing::Open if !gaps.is_empty() => {
            "There is an overlap; this much each no-deal value may rise before it closes."
        }
        Standing::Open => "There is an overlap.",
        Standing::Closed if !gaps.is_empty() => {
            "No overlap; pressure on one party alone could open one."
        }
        Standing::Closed if stopped => "No overlap; what pressure could do was not decided.",
        Standing::Closed if never => {
            "No overlap, and pressure on one party alone can never open one."
        }
        Standing::Closed => "No overlap, and no party has a no-deal value that could move.",
        Standing::Stopped(_) => "Stopped before anything was decided.",
    }
}

fn unfinished(reason: StopReason) -> String {
    format!("not all was decided: {}", why(reason))
}

/// Why something was stopped.
pub(super) fn why(reason: StopReason) -> &'static str {
    match reason {
        StopReason::TimeLimit => "stopped by the time limit",
        StopReason::NodeLimit => "stopped by a limit",
        StopReason::MemoryLimit => "stopped by the memory limit",
        StopReason::NumberLimit => "its numbers grew too large",
        StopReason::Interrupted => "interrupted",
        StopReason::CheckFailed => "a proof did not pass its check",
    }
}

fn uncertain(page: &mut Page, found: &Found) {
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
            return page.indented(2, &format!("Not decided: {}.", why(*reason)));
        }
    };
    page.indented(2, words);
}

/// What lowering several values does.
fn together(page: &mut Page, case: &Case, found: &Found) {
    if matches!(found.standing, Standing::Open) {
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

/// What is known of lowering several values, and the ways to do it, the fewest parties first.
pub(crate) fn ways_in_words(case: &Case, joint: &JointPressure) -> (String, Vec<String>) {
    let (ways, stopped) = match joint {
        JointPressure::Complete(joint) => (joint.least(), None),
        JointPressure::Stopped { reason, known } => (known.as_slice(), Some(*reason)),
    };
    let count = counted(ways.len(), "least way");
    let known = match (ways, stopped) {
        ([], None) => {
            let none = "No pressure on any number of parties can ever open this: the demands clash \
                        whatever the no-deal values are.";
            return (none.to_owned(), Vec::new());
        }
        ([], Some(reason)) => return (format!("Not decided: {}.", why(reason)), Vec::new()),
        ([_], None) => "The only least way".to_owned(),
        (_, None) => format!("All {count}"),
        (_, Some(reason)) => format!("{count}, not all of them ({}),", why(reason)),
    };
    let known = format!(
        "{known} of lowering no-deal values that open an overlap; none lowers all that another one \
         does. The fewest parties first:"
    );
    let mut ways: Vec<&Lowered> = ways.iter().collect();
    ways.sort_by_cached_key(|way| falls(case, way).len());
    let ways = ways.into_iter().map(|way| reductions(case, way));
    (known, ways.collect())
}

/// "ORV by 3 and LET by 1".
fn reductions(case: &Case, way: &Lowered) -> String {
    let words = |(p, fall): (usize, Exact)| {
        let name = &case.parties[p].short;
        format!("{name} by {}", score(&fall))
    };
    let parts: Vec<String> = falls(case, way).into_iter().map(words).collect();
    listed(&parts, "and")
}

/// The parties whose values fall, and by how much.
fn falls(case: &Case, way: &Lowered) -> Vec<(usize, Exact)> {
    let floors = way.floors().iter().enumerate();
    let falls = floors.filter_map(|(p, floor)| Some((p, gap(case, PartyId::at(p), (*floor)?)?)));
    falls
        .filter(|(_, fall)| *fall > Exact::from_integer(0))
        .collect()
}
