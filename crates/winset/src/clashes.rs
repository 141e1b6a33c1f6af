//! `winset clashes`: which demands defeat each other.

use std::collections::BTreeSet;

use winset::check::{Clash, Member};
use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::model::options::{PartyId, PointId};
use winset::model::positions::Positions;
use winset::solve::{Clashes, Floors, clashes};

use crate::args::{ClashesArgs, FloorsArg};
use crate::demand;
use crate::exit::{Failure, Outcome};
use crate::output::{self, Output};
use crate::page::{FAINT, Page, STRONG, columns};
use crate::progress::Watch;
use crate::wire;
use crate::words::{counted, listed};

/// Smallest corrections that are listed.
const CORRECTIONS_LISTED_MAX: usize = 10;

/// Runs `winset clashes`.
pub(crate) fn run(args: &ClashesArgs, output: Output) -> Result<Outcome, Failure> {
    let loaded = output::case(&args.case, output)?;
    let case = &loaded.reading.case;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let budget = args.limits.budget(&stop);
    let floors = match args.floors {
        FloorsArg::Ignore => Floors::Ignore,
        FloorsArg::Keep => Floors::Keep,
        FloorsArg::Members => Floors::Members,
    };
    let declared = Positions::declared(case);
    let found = watch.during("looking for clashes", || {
        clashes(case, &declared, floors, args.at_most, &budget)
    });
    if args.json {
        output::bytes(&wire::line(&wire::ClashesForm::new(case, floors, &found))?)?;
    } else {
        output.page(&page(case, floors, &found))?;
    }
    let enough = args.at_most.is_some_and(|max| found.list.len() >= max);
    Ok(match found.stopped {
        Some(_) if !enough => Outcome::Stopped,
        _ => Outcome::Answered,
    })
}

fn page(case: &Case, floors: Floors, found: &Clashes) -> Page {
    let mut page = Page::default();
    let list = ordered(case, &found.list);
    page.styled(STRONG, &headline(case, &list, found.stopped));
    page.blank();
    page.entry(0, 11, "Case", &format!("{} ({})", case.title, case.id));
    page.entry(0, 11, "No deal", what_floors_are(floors));
    if let Some(reason) = found.stopped {
        page.entry(0, 11, "Unfinished", unfinished(reason));
    }
    let declared = Positions::declared(case);
    for (number, clash) in list.iter().enumerate() {
        if !clash.members().is_empty() {
            one(&mut page, case, &declared, number + 1, clash);
        }
    }
    corrections(&mut page, case, found);
    if floors != Floors::Ignore {
        page.blank();
        page.styled(
            FAINT,
            "Tells of no-deal values: never show this to a party.",
        );
    }
    page.blank();
    page.styled(FAINT, "Confidential: contains sealed values.");
    page
}

/// Clashes by size, then by the names of their members: the order of the machine's form.
fn ordered<'a>(case: &Case, list: &'a [Clash]) -> Vec<&'a Clash> {
    let key = |clash: &&Clash| (clash.members().len(), demand::names(case, clash.members()));
    let mut list: Vec<&Clash> = list.iter().collect();
    list.sort_by_cached_key(key);
    list
}

fn headline(case: &Case, list: &[&Clash], stopped: Option<StopReason>) -> String {
    match list {
        [] if stopped.is_some() => "No clash was found before it was stopped.".to_owned(),
        [] => "No clash: the demands can hold together.".to_owned(),
        [only] if only.members().is_empty() => {
            "What nobody can give up leaves no package: there is no clash of demands.".to_owned()
        }
        list => {
            let across = list.iter().filter(|c| points(case, c).len() > 1).count();
            let of_more = match across {
                0 => String::new(),
                1 => "; 1 of them runs across points".to_owned(),
                some => format!("; {some} of them run across points"),
            };
            let count = match list.len() {
                1 => "1 clash".to_owned(),
                many => format!("{many} clashes"),
            };
            format!("{count}: sets of demands that defeat each other{of_more}.")
        }
    }
}

/// The points that a clash touches.
fn points(case: &Case, clash: &Clash) -> BTreeSet<PointId> {
    clash
        .members()
        .iter()
        .flat_map(|m| demand::points(case, *m))
        .collect()
}

fn what_floors_are(floors: Floors) -> &'static str {
    match floors {
        Floors::Ignore => "values are left out",
        Floors::Keep => "values are kept as background",
        Floors::Members => "values are demands like any other",
    }
}

fn unfinished(reason: StopReason) -> &'static str {
    match reason {
        StopReason::TimeLimit => "there may be more: stopped by the time limit",
        StopReason::NodeLimit => "there may be more: stopped after as many as were asked for",
        StopReason::MemoryLimit => "there may be more: stopped by the memory limit",
        StopReason::NumberLimit => "there may be more: its numbers grew too large",
        StopReason::Interrupted => "there may be more: interrupted",
        StopReason::CheckFailed => "there may be more: a proof did not pass its check",
    }
}

fn one(page: &mut Page, case: &Case, declared: &Positions, number: usize, clash: &Clash) {
    let members: Vec<Member> = clash.members().iter().copied().collect();
    let owners: BTreeSet<PartyId> = members
        .iter()
        .filter_map(|m| demand::owner(case, *m))
        .collect();
    let owners: Vec<String> = owners
        .iter()
        .map(|p| case.parties[p.index()].name.clone())
        .collect();
    let whose = match owners.as_slice() {
        [own] => format!("{own} alone: its own demands defeat each other"),
        several => listed(several, "and"),
    };
    page.heading(&format!("{number}. {whose}"));
    let names: Vec<String> = members.iter().map(|m| demand::name(case, *m)).collect();
    let width = names.iter().map(|n| columns(n)).max().unwrap_or(0).min(30);
    for (member, name) in members.iter().zip(&names) {
        let floor = match member {
            Member::Floor(party) => declared.floors[party.index()],
            Member::Demand(_) => None,
        };
        page.entry(2, width, name, &demand::in_words(case, *member, floor));
    }
    let points = points(case, clash);
    if points.len() > 1 {
        let points: Vec<String> = points
            .iter()
            .map(|p| case.points[p.index()].id.clone())
            .collect();
        page.indented(2, &format!("across points: {}", listed(&points, "and")));
    }
}

fn corrections(page: &mut Page, case: &Case, found: &Clashes) {
    let Some(first) = found.corrections.first() else {
        return;
    };
    let smallest = first.members.len();
    if smallest == 0 {
        return;
    }
    page.heading("What would end all clashes");
    let of_smallest: Vec<_> = found
        .corrections
        .iter()
        .filter(|c| c.members.len() == smallest)
        .collect();
    let known = if found.stopped.is_some() {
        " found so far"
    } else {
        ""
    };
    page.indented(
        2,
        &format!(
            "{}{known}: sets of demands to give up, none of which could be kept. The smallest \
             hold {}:",
            counted(found.corrections.len(), "minimal correction"),
            counted(smallest, "demand")
        ),
    );
    for correction in of_smallest.iter().take(CORRECTIONS_LISTED_MAX) {
        let names = demand::names(case, &correction.members);
        page.indented(4, &listed(&names, "and"));
    }
    if of_smallest.len() > CORRECTIONS_LISTED_MAX {
        let more = of_smallest.len() - CORRECTIONS_LISTED_MAX;
        page.indented(4, &format!("and {more} more of this size"));
    }
}
