//! `winset status`: where the talks stand.

use winset::ask::{self, StatusAnswer};
use winset::form;
use winset::model::case::{Case, Point};
use winset::model::offer::StandChange;
use winset::model::options::{OptionId, PartyId};
use winset::solve::{Clashes, OfferChange, OfferShift, PointStanding, PointStatus, Status};
use winset::told::status::{
    change_in_words, clashes_of_points, headline, said_by, signal_in_words,
};

use crate::args::StatusArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::{Page, STRONG};
use crate::progress::Watch;
use winset::told::words::{capital, counted, listed, score};
use winset::told::{called, party_names};

/// Columns of how a point stands.
const MARK: usize = 13;
/// Columns of a number of clashes.
const COUNT: usize = 4;
/// Where it begins what is said of a point.
const STANDS: usize = 6;

/// Runs `winset status`.
pub(crate) fn run(args: &StatusArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let found = watch.during("looking for clashes", || ask::status(case, &budget));
    if args.json {
        output::bytes(&form::line(&form::StatusForm::new(case, &found))?)?;
    } else {
        output.page(&page(case, &found).for_reader(case, &loaded.audience))?;
    }
    Ok(match found.clashes.stopped {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    })
}

fn page(case: &Case, answer: &StatusAnswer) -> Page {
    let StatusAnswer {
        status,
        clashes: found,
    } = answer;
    let mut page = Page::default();
    page.styled(STRONG, &headline(status));
    page.blank();
    page.entry(0, 11, "Case", &format!("{} ({})", case.title, case.id));
    page.entry(0, 11, "Offers", &offers(case));
    if case.lines.is_empty() {
        page.entry(0, 11, "Lines", "none are declared: nothing can be blocked");
    }
    let many = if found.stopped.is_some() {
        "not all were found: the numbers are at least these".to_owned()
    } else {
        match found.list.len() {
            0 => "none".to_owned(),
            _ if found.laws_alone() => {
                "none of demands: what nobody can give up leaves no package".to_owned()
            }
            1 => "1; no-deal values are left out".to_owned(),
            many => format!("{many}; no-deal values are left out"),
        }
    };
    page.entry(0, 11, "Clashes", &many);
    points(&mut page, case, status, found);
    concessions(&mut page, case, status);
    signals(&mut page, case, status);
    page.blank();
    page.sealed();
    page
}

fn offers(case: &Case) -> String {
    let Some(last) = case.offers.last() else {
        return "none were made: nothing can be agreed".to_owned();
    };
    let by = &case.parties[last.by.index()].name;
    match case.offers.len() {
        1 => format!("1, by {by}"),
        many => format!("{many}, the latest by {by}"),
    }
}

fn points(page: &mut Page, case: &Case, status: &Status, found: &Clashes) {
    let clashing = found.list.iter().any(|clash| !clash.members().is_empty());
    page.heading(if clashing {
        "Points, with the number of clashes that touch each and the latest offers"
    } else {
        "Points, with the latest offers"
    });
    let clashes = clashes_of_points(case, found);
    let rows = case.points.iter().zip(&status.points).zip(&clashes);
    for ((point, of), clashes) in rows {
        let mark = match of.standing {
            PointStanding::Agreed(_) => "● agreed",
            PointStanding::Bracketed => "[ ] bracketed",
            PointStanding::Blocked => "✕ blocked",
        };
        let count = match (clashes, clashing) {
            (_, false) => String::new(),
            (0, true) => "-".to_owned(),
            (some, true) => some.to_string(),
        };
        let name = called::point(point).to_string();
        let cells = [(MARK, mark), (COUNT, count.as_str())];
        let shown = if clashing { 2 } else { 1 };
        page.cells(2, &cells[..shown], &name);
        for text in stands(case, point, of) {
            page.indented(STANDS, &text);
        }
    }
}

/// Who stands where on a point, and what declared lines leave.
fn stands(case: &Case, point: &Point, of: &PointStatus) -> Vec<String> {
    let mut held: Vec<(OptionId, Vec<String>)> = Vec::new();
    for (party, option) in party_names(case).iter().zip(&of.offers) {
        let Some(option) = option else { continue };
        match held.iter_mut().find(|(o, _)| o == option) {
            Some((_, parties)) => parties.push(party.clone()),
            None => held.push((*option, vec![party.clone()])),
        }
    }
    let said = |(option, parties): &(OptionId, Vec<String>)| {
        let what = called::option(point, *option);
        capital(&format!("{}: {what}", listed(parties, "and")))
    };
    let mut held: Vec<String> = held.iter().map(said).collect();
    if held.is_empty() {
        held.push("no offer".to_owned());
    } else if let Some((by, all)) = said_by(case, of).filter(|(by, all)| by < all) {
        held.push(format!("said by {by} of {all}"));
    }
    held
}

fn concessions(page: &mut Page, case: &Case, status: &Status) {
    if status.shifts.is_empty() {
        return;
    }
    page.heading("Concessions, by the change of each party's score on its own scale");
    for shift in &status.shifts {
        let by = &case.parties[shift.by.index()].name;
        page.blank();
        let changed = match shift.changes.len() {
            0 => "nothing changed".to_owned(),
            some => counted(some, "point"),
        };
        page.indented(
            2,
            &format!(
                "Offer {} by {by} after offer {}: {changed}",
                shift.seq, shift.before
            ),
        );
        changes(page, case, shift);
    }
}

fn changes(page: &mut Page, case: &Case, shift: &OfferShift) {
    let name = |change: &OfferChange| {
        let OfferChange {
            point, from, to, ..
        } = change;
        let (point, from, to) = (*point, Some(*from), *to);
        capital(&change_in_words(case, StandChange { point, from, to }))
    };
    let mut rows: Vec<(String, String)> = shift
        .changes
        .iter()
        .map(|change| (name(change), worth(case, shift.by, &change.worth)))
        .collect();
    if rows.len() > 1 {
        rows.push(("In all".to_owned(), worth(case, shift.by, &shift.worth)));
    }
    for (what, worth) in &rows {
        page.indented(4, what);
        page.indented(6, worth);
    }
}

/// The change of each party's score, the maker's first; parties without preferences are left out.
fn worth(case: &Case, by: PartyId, worth: &[Option<i64>]) -> String {
    let parties = (0..case.parties.len()).map(PartyId::at);
    let mut order: Vec<PartyId> = parties.collect();
    order.sort_by_key(|p| *p != by);
    let one = |party: PartyId| {
        let change = case.unscaled(party, worth[party.index()]?);
        let sign = if worth[party.index()]? > 0 { "+" } else { "" };
        let short = &case.parties[party.index()].short;
        Some(format!("{short} {sign}{}", score(&change)))
    };
    let parts: Vec<String> = order.into_iter().filter_map(one).collect();
    if parts.is_empty() {
        "no party has stated preferences".to_owned()
    } else {
        parts.join(", ")
    }
}

fn signals(page: &mut Page, case: &Case, status: &Status) {
    page.heading("Signals");
    if status.signals.is_empty() {
        page.indented(2, "None.");
    }
    for signal in &status.signals {
        let (source, words) = signal_in_words(case, signal);
        page.entry(2, 9, &source, &words);
    }
}
