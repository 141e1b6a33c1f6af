//! What an overlap looks like: who gets how much, which points are fixed, one package.

use winset::model::case::Case;
use winset::model::options::{OptionSet, Package, PartyId};
use winset::solve::Overlap;

use crate::page::Page;
use winset::told::words::{choice, counted, listed, options, score};

/// Columns of the titles of points.
const TITLE: usize = 30;
/// Most options of a point that are listed one by one.
const LISTED_MAX: usize = 8;

/// Writes the best values, the points, and a package.
pub(crate) fn write(page: &mut Page, case: &Case, overlap: &Overlap) {
    best(page, case, overlap);
    let open = points(page, case, overlap.occurring.as_deref());
    witness(page, case, overlap.witness.package(), &open);
}

/// The fixed points and the open ones. Returns, for each point, whether it is to be named in a
/// package: all but the fixed ones.
pub(crate) fn points(page: &mut Page, case: &Case, occurring: Option<&[OptionSet]>) -> Vec<bool> {
    let Some(sets) = occurring else {
        page.heading("Which points are fixed was not finished.");
        return vec![true; case.points.len()];
    };
    let fixed = sets.iter().filter(|set| set.len() == 1).count();
    let all = case.points.len();
    if fixed > 0 {
        page.heading(&format!("Follow from the rest: {fixed} of {all} points"));
        list(page, case, sets, |set| set.len() == 1);
    }
    if fixed < all {
        page.heading(&format!("Open: {} of {all} points", all - fixed));
        list(page, case, sets, |set| set.len() != 1);
    }
    sets.iter().map(|set| set.len() != 1).collect()
}

/// Those points whose set of options is asked for, each with its options.
fn list(page: &mut Page, case: &Case, sets: &[OptionSet], asked: impl Fn(&OptionSet) -> bool) {
    for (point, set) in case.points.iter().zip(sets).filter(|(_, set)| asked(set)) {
        if set.len() > LISTED_MAX {
            let names = listed(&options(point, set), "and");
            let all = counted(point.options.len(), "option");
            let text = format!("{} of {all}: {names}", set.len());
            page.entry(2, TITLE, &point.title, &text);
            continue;
        }
        for (place, option) in set.iter().enumerate() {
            let title = if place == 0 { point.title.as_str() } else { "" };
            page.entry(2, TITLE, title, &choice(point, option.index()));
        }
    }
}

fn best(page: &mut Page, case: &Case, overlap: &Overlap) {
    let head = ["", "no deal", "best", "gain"].map(str::to_owned).to_vec();
    let mut rows = vec![head];
    let (mut unproven, mut silent) = (Vec::new(), Vec::new());
    for (place, party) in case.parties.iter().enumerate() {
        let sheet = party.sheet.open();
        let known = overlap.best.get(place).and_then(Option::as_ref);
        match (known, &sheet.scores) {
            (None, None) => silent.push(party.name.clone()),
            (None, Some(_)) => unproven.push(party.name.clone()),
            (Some(best), _) => {
                let number = |value| score(&case.unscaled(PartyId::at(place), value));
                let gain = sheet
                    .no_deal
                    .and_then(|no_deal| best.value().checked_sub(no_deal));
                rows.push(vec![
                    party.name.clone(),
                    sheet.no_deal.map_or_else(|| "none".to_owned(), number),
                    number(best.value()),
                    gain.map_or_else(|| "-".to_owned(), number),
                ]);
            }
        }
    }
    page.heading("Best for each party within the overlap (each on its own scale)");
    if rows.len() > 1 {
        page.table(2, &rows);
    }
    if !unproven.is_empty() {
        page.entry(2, 14, "Not proven yet", &listed(&unproven, "and"));
    }
    if !silent.is_empty() {
        page.entry(2, 14, "No preferences", &listed(&silent, "and"));
    }
}

/// One package in words; points that are not asked for stand above already.
fn witness(page: &mut Page, case: &Case, package: &Package, asked: &[bool]) {
    let heading = if asked.iter().all(|asked| *asked) {
        "One such package"
    } else if asked.iter().any(|asked| *asked) {
        "One such package: the fixed points as above, and"
    } else {
        "The only such package: the fixed points as above"
    };
    page.heading(heading);
    let settled = case.points.iter().zip(&package.0).zip(asked);
    for ((point, option), _) in settled.filter(|(_, asked)| **asked) {
        page.entry(2, TITLE, &point.title, &choice(point, option.index()));
    }
}
