//! The page's part on the step functions of one party's value.

use std::collections::BTreeSet;

use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::model::number::{Exact, to_words};
use winset::model::options::{Package, PartyId, PointId};
use winset::solve::{CountSteps, NashStep, NashSteps, PressureSteps};

use crate::page::Page;
use winset::ask::PartySteps;
use winset::told::called;
use winset::told::pressure::{Unscaled, unscaled};
use winset::told::stopped::unfinished;
use winset::told::words::{grouped, listed, point_named, score};

/// Most steps on either side of the present value that a page lists.
const AROUND_MAX: usize = 8;

/// The functions.
pub(super) fn stepped(page: &mut Page, case: &Case, asked: &PartySteps) {
    let name = &case.parties[asked.party.index()].name;
    match &asked.steps {
        Err(reason) => {
            page.heading(&format!("Step by step: the no-deal value of {name}"));
            page.indented(2, &format!("Not decided: {}.", unfinished(*reason)));
        }
        Ok(None) => {
            page.heading(&format!("Step by step: the no-deal value of {name}"));
            page.indented(2, "It has no preferences to compare a value with.");
        }
        Ok(Some(steps)) => {
            page.heading(&format!(
                "Acceptable packages by the no-deal value of {name}"
            ));
            counts(page, case, asked.party, &steps.count);
            page.heading(&format!("Nash package by the no-deal value of {name}"));
            nash(page, case, asked.party, steps);
        }
    }
}

fn counts(page: &mut Page, case: &Case, party: PartyId, count: &CountSteps) {
    if let (true, Some(reason)) = (count.steps.is_empty(), count.stopped) {
        return page.indented(2, &format!("Not counted: {}.", unfinished(reason)));
    }
    let words = |value: i64| score(&case.unscaled(party, value));
    let present = case.parties[party.index()].sheet.open().no_deal;
    let here = present.map(|v| count.steps.partition_point(|step| step.up_to < v));
    let around = around(count.steps.len(), here);
    let mut rows = Vec::new();
    if around.start > 0 || count.above.is_some() {
        let more = if count.stopped.is_some() && around.start == 0 {
            "not counted"
        } else {
            "more"
        };
        rows.push(vec!["lower values".to_owned(), more.to_owned()]);
    }
    for (place, step) in count.steps.iter().enumerate() {
        if !around.contains(&place) {
            continue;
        }
        let now = match present {
            Some(value) if Some(place) == here && value == step.up_to => " (now)".to_owned(),
            Some(value) if Some(place) == here => format!(" (now {})", words(value)),
            _ => String::new(),
        };
        let value = format!("up to {}{now}", words(step.up_to));
        rows.push(vec![value, grouped(&step.packages)]);
    }
    let packages = match (around.end < count.steps.len(), count.ends, count.stopped) {
        (false, true, _) => "0",
        (false, false, Some(_)) => "not counted",
        _ => "fewer",
    };
    let which = if rows.is_empty() {
        "all values"
    } else {
        "higher values"
    };
    rows.push(vec![which.to_owned(), packages.to_owned()]);
    page.table(2, &rows);
    if around.len() < count.steps.len() {
        page.indented(
            2,
            "Only the steps next to the present value are shown; --json lists all that are known.",
        );
    }
    if let Some(reason) = count.stopped {
        page.indented(
            2,
            &format!("More steps were not counted: {}.", unfinished(reason)),
        );
    }
}

/// The places around one, or the first ones.
fn around(count: usize, here: Option<usize>) -> std::ops::Range<usize> {
    let here = here.unwrap_or(0).min(count);
    let end = here.saturating_add(AROUND_MAX + 1).min(count);
    here.saturating_sub(AROUND_MAX)..end
}

fn nash(page: &mut Page, case: &Case, party: PartyId, steps: &PressureSteps) {
    let nash = match &steps.nash {
        Ok(nash) => nash,
        Err(StopReason::NodeLimit) => {
            return page.indented(2, "Not known: there are too many packages to list.");
        }
        Err(reason) => return page.indented(2, &format!("Not known: {}.", unfinished(*reason))),
    };
    if nash.steps.is_empty() && nash.above.is_none() {
        return page.indented(2, "None: no package gives every party a gain.");
    }
    let sheet = case.parties[party.index()].sheet.open();
    let here = sheet.no_deal.map(|v| {
        let is_below = |step: &NashStep| {
            let (end, value) = (step.up_to.numer(), step.up_to.denom() * v);
            *end < value || (*end == value && sheet.impasse.is_none())
        };
        nash.steps.partition_point(is_below)
    });
    nash_rows(page, case, party, nash, here);
    let own = match sheet.impasse {
        None => "its own from the value that moves".to_owned(),
        Some(value) => format!(
            "its own from its impasse value {}, which stays",
            to_words(&case.unscaled(party, value))
        ),
    };
    let ends = match sheet.impasse {
        None => "; where two steps meet, both are equally good",
        Some(_) => "",
    };
    page.indented(
        2,
        &format!(
            "The package with the greatest product of all parties' gains, each above 0: {own}, \
             the others' from their impasse or else no-deal values, or 0. Points on which all of \
             these packages agree are left out{ends}."
        ),
    );
}

/// The Nash packages around the present value.
fn nash_rows(page: &mut Page, case: &Case, party: PartyId, nash: &NashSteps, here: Option<usize>) {
    const LEFT: usize = 24;
    let differing = differing(nash);
    let around = around(nash.steps.len(), here);
    if nash.above.is_some() {
        page.entry(
            2,
            LEFT,
            "lower values",
            "not known: too many packages to list",
        );
    } else if around.start > 0 {
        page.entry(2, LEFT, "lower values", "--json lists them");
    }
    for (place, step) in nash.steps.iter().enumerate() {
        if !around.contains(&place) {
            continue;
        }
        let end = in_words(&unscaled(case, party, &step.up_to));
        let now = if Some(place) == here { " (now)" } else { "" };
        let ties = step.packages.iter().map(|p| settled(case, p, &differing));
        let ties: Vec<String> = ties.collect();
        let left = format!("up to {end}{now}");
        page.entry(2, LEFT, &left, &listed(&ties, "or"));
    }
    let higher = if around.end < nash.steps.len() {
        "--json lists them"
    } else {
        "none: no package gives every party a gain"
    };
    page.entry(2, LEFT, "higher values", higher);
}

/// An exact value; above 1, a fraction stands behind the whole number below it.
fn in_words(value: &Unscaled) -> String {
    match value {
        Unscaled::Large(text) => text.clone(),
        Unscaled::Exact(value) => {
            let words = score(value);
            if *value > Exact::from_integer(0)
                && words.contains('/')
                && *value.numer() > *value.denom()
            {
                format!(
                    "{} {}",
                    grouped(value.floor().to_integer()),
                    to_words(&value.fract())
                )
            } else {
                words
            }
        }
    }
}

/// The points on which the Nash packages of a function differ.
fn differing(nash: &NashSteps) -> BTreeSet<usize> {
    let packages = || nash.steps.iter().flat_map(|step| &step.packages);
    let Some(first) = packages().next() else {
        return BTreeSet::new();
    };
    let points = 0..first.0.len();
    points
        .filter(|p| packages().any(|package| package.0.get(*p) != first.0.get(*p)))
        .collect()
}

/// A package by some of its points.
fn settled(case: &Case, package: &Package, points: &BTreeSet<usize>) -> String {
    let parts = points.iter().filter_map(|p| {
        let (point, option) = (PointId::at(*p), *package.0.get(*p)?);
        let what = called::option(case.points.get(*p)?, option);
        Some(format!("{what} on {}", point_named(case, point)))
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        "always the same package".to_owned()
    } else {
        parts.join(", ")
    }
}
