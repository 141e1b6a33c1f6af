//! `winset pressure`: whose no-deal value has to move, and how far.

use winset::model::case::Case;
use winset::model::number::Exact;
use winset::model::options::PartyId;
use winset::model::positions::Positions;
use winset::solve::{Pressure, pressure};

use crate::args::PressureArgs;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::{FAINT, Page, STRONG};
use crate::progress::Watch;
use crate::wire;
use crate::words::score;

/// Runs `winset pressure`.
pub(crate) fn run(args: &PressureArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let declared = Positions::declared(case);
    let found = watch.during("looking at each party's no-deal value", || {
        pressure(case, &declared, &budget)
    });
    if args.json {
        output::bytes(&wire::line(&wire::PressureForm::new(case, &found))?)?;
    } else {
        output.page(&page(case, &found))?;
    }
    let stopped = found.iter().any(|p| matches!(p, Pressure::Stopped(_)));
    Ok(if stopped {
        Outcome::Stopped
    } else {
        Outcome::Answered
    })
}

/// How far a party's no-deal value must fall for an overlap to open; 0 or less when there is one.
pub(crate) fn gap(case: &Case, party: PartyId, opens_at: i64) -> Option<Exact> {
    let floor = case.parties[party.index()].sheet.open().no_deal?;
    Some(case.unscaled(party, floor.checked_sub(opens_at)?))
}

fn page(case: &Case, found: &[Pressure]) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, headline(case, found));
    page.blank();
    page.entry(0, 11, "Case", &format!("{} ({})", case.title, case.id));
    page.blank();
    let width = case
        .parties
        .iter()
        .map(|p| crate::page::columns(&p.name))
        .max()
        .unwrap_or(0);
    for (place, found) in found.iter().enumerate() {
        let party = PartyId::at(place);
        let words = in_words(case, party, found);
        page.entry(0, width.min(36), &case.parties[place].name, &words);
    }
    page.blank();
    page.paragraph(
        "One no-deal value moves at a time, each on its own scale; demands and the other values \
         stay as declared.",
    );
    page.blank();
    page.styled(FAINT, "Confidential: contains sealed values.");
    page
}

fn headline(case: &Case, found: &[Pressure]) -> &'static str {
    let gap_of = |(place, found): (usize, &Pressure)| match found {
        Pressure::OpensAt(best) => gap(case, PartyId::at(place), best.value()),
        _ => None,
    };
    let gaps: Vec<Exact> = found.iter().enumerate().filter_map(gap_of).collect();
    let zero = Exact::from_integer(0);
    let stopped = found.iter().any(|p| matches!(p, Pressure::Stopped(_)));
    if gaps.iter().any(|g| *g <= zero) {
        "There is an overlap; this much each no-deal value may rise before it closes."
    } else if !gaps.is_empty() {
        "No overlap; pressure on one party alone could open one."
    } else if stopped {
        "Stopped before anything was decided."
    } else if found.iter().any(|p| matches!(p, Pressure::Never(_))) {
        "No overlap, and pressure on one party alone can never open one."
    } else {
        "No party has a no-deal value that could move."
    }
}

fn in_words(case: &Case, party: PartyId, found: &Pressure) -> String {
    match found {
        Pressure::NoFloor => "has no no-deal value that could move".to_owned(),
        Pressure::Stopped(reason) => format!("not decided: {}", reason.as_str()),
        Pressure::Never(_) => {
            "pressure here alone can never open this: the rest already clashes".to_owned()
        }
        Pressure::OpensAt(best) => {
            let now = case.parties[party.index()]
                .sheet
                .open()
                .no_deal
                .unwrap_or_default();
            let (from, to) = (
                case.unscaled(party, now),
                case.unscaled(party, best.value()),
            );
            let Some(gap) = gap(case, party, best.value()) else {
                return String::new();
            };
            if gap > Exact::from_integer(0) {
                let gap = score(&gap);
                format!(
                    "from {} to {}: it must fall by {gap}",
                    score(&from),
                    score(&to)
                )
            } else {
                let slack = score(&-gap);
                format!(
                    "from {} to {}: it may rise by {slack}",
                    score(&from),
                    score(&to)
                )
            }
        }
    }
}
