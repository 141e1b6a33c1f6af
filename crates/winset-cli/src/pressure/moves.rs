//! The page's parts on levers and on time.

use winset::model::case::{Case, Lever};
use winset::model::options::PartyId;
use winset::solve::{Alone, CrossingDate, LeverSet};

use super::page::LISTED_MAX;
use crate::page::Page;
use winset::ask::{DealAtDeclared, PressureAnswer};
use winset::told::called;
use winset::told::pressure::{by_time, set_in_words, turn_in_words};
use winset::told::stopped::unfinished;
use winset::told::words::{capital, counted, grouped, listed, party_named, score};

/// What levers do.
pub(super) fn levers(page: &mut Page, case: &Case, found: &PressureAnswer) {
    let Some(levers) = &found.levers else { return };
    page.heading("Levers");
    if matches!(found.standing, DealAtDeclared::Open) {
        return closers(page, case, found);
    }
    let count = match case.levers.len() {
        1 => "The case's one lever does not open".to_owned(),
        many => format!(
            "None of the case's {} levers, alone or together, opens",
            grouped(many)
        ),
    };
    match (levers.sets.as_slice(), levers.stopped) {
        ([], None) => page.indented(2, &format!("{count} an overlap: proven.")),
        ([], Some(reason)) => page.indented(2, &format!("Not decided: {}.", unfinished(reason))),
        (sets, stopped) => {
            let known = match stopped {
                None => "All sets",
                Some(_) => "The cheapest sets",
            };
            page.indented(
                2,
                &format!(
                    "{known} of levers that open an overlap and hold none too many. Costs are \
                     each puller's own estimate; they are added up only to put the cheapest first."
                ),
            );
            for (place, set) in sets.iter().take(LISTED_MAX).enumerate() {
                one_set(page, case, place + 1, set);
            }
            if sets.len() > LISTED_MAX {
                let more = counted(sets.len() - LISTED_MAX, "more set");
                page.indented(2, &format!("and {more}; --json lists them"));
            }
            if let Some(reason) = stopped {
                page.indented(2, &format!("There may be more: {}.", unfinished(reason)));
            }
        }
    }
}

fn one_set(page: &mut Page, case: &Case, number: usize, set: &LeverSet) {
    page.indented(2, &format!("{number}. {}", set_in_words(case, set)));
    let levers: Vec<&Lever> = set.levers.iter().map(|l| &case.levers[*l]).collect();
    for lever in levers {
        page.indented(5, &in_words(case, lever));
    }
}

/// "Meridia lowers what Orvane has without a deal (MER-cap) by 30, after 45 days, at a cost of 10".
fn in_words(case: &Case, lever: &Lever) -> String {
    let delta = lever.no_deal_delta;
    let by = if *delta.numer() > 0 { delta } else { -delta };
    capital(&format!(
        "{} by {}, after {}, at a cost of {} by its own estimate",
        called::lever(case, lever),
        score(&by),
        counted(lever.delay_days, "day"),
        grouped(lever.cost_to_puller)
    ))
}

/// The levers that close an overlap.
fn closers(page: &mut Page, case: &Case, found: &PressureAnswer) {
    let closing = found.alone.iter().enumerate();
    let closing = closing.filter(|(_, alone)| matches!(alone, Ok(Alone::Closed(_))));
    let levers: Vec<&Lever> = closing.map(|(l, _)| &case.levers[l]).collect();
    let undecided = found.alone.iter().find_map(|a| a.as_ref().err());
    match (levers.as_slice(), undecided) {
        ([], Some(reason)) => page.indented(2, &format!("Not decided: {}.", unfinished(*reason))),
        ([], None) => page.indented(
            2,
            "None is needed, and none of the case's levers closes the overlap when it is pulled \
             alone.",
        ),
        (levers, _) => {
            page.indented(2, "None is needed. Pulled alone, these close the overlap:");
            for lever in levers {
                page.indented(4, &in_words(case, lever));
            }
        }
    }
}

/// What trends do.
pub(super) fn time(page: &mut Page, case: &Case, found: &PressureAnswer) {
    let Some(time) = &found.time else { return };
    page.heading("Time");
    page.indented(2, &by_time(case, time));
    let moving = time.alone.iter().enumerate();
    let moving: Vec<(usize, &CrossingDate)> =
        moving.filter_map(|(p, t)| Some((p, t.as_ref()?))).collect();
    if moving.len() > 1 {
        alone(page, case, &moving);
    }
    let first = match case.register.as_of {
        Some(day) => format!("day 0 is {day}"),
        None => "day 0 is the day of the case".to_owned(),
    };
    page.indented(
        2,
        &format!("A month counts as a twelfth of 365.2425 days; {first}."),
    );
}

/// Each party's trend alone; parties of whom the same is to be said share a line.
fn alone(page: &mut Page, case: &Case, moving: &[(usize, &CrossingDate)]) {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for (p, turn) in moving {
        let (words, name) = (
            turn_in_words(case, turn),
            party_named(case, PartyId::at(*p)),
        );
        match lines.iter_mut().find(|(known, _)| *known == words) {
            Some((_, names)) => names.push(name),
            None => lines.push((words, vec![name])),
        }
    }
    for (words, names) in lines {
        let each = if names.len() > 1 {
            "each alone"
        } else {
            "alone"
        };
        page.indented(4, &format!("{} {each}: {words}", listed(&names, "and")));
    }
}
