//! What follows from options that somebody tries out.

use std::time::Duration;

use winset_answers::ask::{nearest_acceptable, verdict};
use winset_check::{ClashMember, PackageRefusal};
use winset_model::answer::Answer;
use winset_model::case::{Case, DemandId};
use winset_model::options::{OptionSet, Package, PartyId, PointId};
use winset_model::positions::Positions;
use winset_solve::{Fares, Undecided, fares, seats_in_favour};
use winset_told::grouped;
use winset_told::messages::Language;
use winset_told::owner;
use winset_told::stopped;
use winset_told::words::score;

use super::Seat;
use super::address::package_query;
use super::answer::packages;
use super::frame::escaped;
use super::package::Choice;
use crate::http::Refusal;
use crate::within::within;

/// How long a page may look for what is left, and for the nearest acceptable package.
const TIME: Duration = Duration::from_secs(2);
/// Most clashes that are told.
const CLASHES_MAX: usize = 12;

/// What follows.
#[derive(Debug)]
pub(super) struct Tried {
    pub(super) text: String,
    pub(super) class: &'static str,
    pub(super) parties: Vec<TriedParty>,
    /// What no party's demand is: laws, bodies' rules, in words.
    pub(super) laws: Vec<String>,
    pub(super) votes: Vec<Vote>,
    /// The clashes that the broken demands belong to: each with what is given up of it.
    pub(super) clashes: Vec<(String, String)>,
    pub(super) more_clashes: usize,
    /// The choice as a field of addresses.
    pub(super) query: String,
    /// The same as fields of an offer, where every point is settled.
    pub(super) offer: Option<String>,
    /// The same as changes of a what-if.
    pub(super) what_if: String,
    pub(super) near: Near,
    /// The clean text, where every point is settled.
    pub(super) clauses: Vec<Clause>,
}

/// A party and what it would say.
#[derive(Debug)]
pub(super) struct TriedParty {
    pub(super) name: String,
    /// Whether all that it demands is met; none while points are open.
    pub(super) accepts: Option<bool>,
    pub(super) reasons: Vec<String>,
    pub(super) score: Option<String>,
    pub(super) no_deal: Option<String>,
    pub(super) below: bool,
}

/// A body and its vote.
#[derive(Debug)]
pub(super) struct Vote {
    pub(super) body: String,
    pub(super) seats: String,
    pub(super) all: String,
    /// Each rule that applies: seats needed, whether they are there.
    pub(super) rules: Vec<(String, bool)>,
}

/// The nearest acceptable package.
#[derive(Debug)]
pub(super) enum Near {
    /// It is not looked for: the package is acceptable, or points are open.
    Nothing,
    /// It can be asked for.
    Asked,
    Found {
        query: String,
        /// Point, option now, option then.
        changes: Vec<(String, String, String)>,
        /// Whether others are as near.
        others: bool,
        /// Whether it takes the cheapest concessions first.
        opened: bool,
    },
    Said(String),
}

/// A clause of the text.
#[derive(Debug)]
pub(super) struct Clause {
    pub(super) title: String,
    pub(super) text: String,
}

/// Tries a choice out at the declared positions.
pub(super) fn tried(seat: &Seat, choice: &Choice) -> Result<Tried, Refusal> {
    let case = seat.case();
    let package = choice.package();
    let declared = Positions::declared(case);
    let fared = package
        .as_ref()
        .map(|package| fares(case, &declared, package));
    let fared = fared
        .transpose()
        .map_err(|_: PackageRefusal| Refusal::Input)?;
    let broken = match &fared {
        Some(fared) => fared.unmet.demands.clone(),
        None => outside(case, choice),
    };
    let (text, class) = match &fared {
        Some(fared) => whole(seat.words, fared),
        None => part(seat, choice, &declared),
    };
    let (clashes, more_clashes) = clashes(seat, &broken);
    Ok(Tried {
        text,
        class,
        parties: parties(case, fared.as_ref(), &broken, choice),
        laws: laws(case, &broken),
        votes: package.as_ref().map_or_else(Vec::new, |p| votes(case, p)),
        clashes,
        more_clashes,
        query: choice.query(case),
        offer: package.as_ref().map(|package| offer_fields(case, package)),
        what_if: fixes(case, choice),
        near: near(seat, package.as_ref(), fared.as_ref(), &declared),
        clauses: package.as_ref().map_or_else(Vec::new, |p| clauses(case, p)),
    })
}

fn whole(words: &Language, fared: &Fares) -> (String, &'static str) {
    if fared.acceptable() {
        (words.get("package-acceptable").into_owned(), "open")
    } else {
        (words.get("package-not-acceptable").into_owned(), "closed")
    }
}

/// How many acceptable packages have the options that are chosen.
fn part(seat: &Seat, choice: &Choice, declared: &Positions) -> (String, &'static str) {
    let (case, words) = (seat.case(), seat.words);
    let mut positions = declared.clone();
    for (at, option) in choice.0.iter().enumerate() {
        if let Some(option) = option {
            positions = positions.with_only(PointId::at(at), OptionSet::only(*option));
        }
    }
    let open = choice.0.iter().filter(|option| option.is_none()).count();
    let refusals = &seat.view.findings.refusals;
    let found = within(TIME, refusals, |budget| verdict(case, &positions, budget));
    let open = words.count("try-open", open);
    match &found.overlap {
        Answer::Found(overlap)
        | Answer::Stopped {
            best: Some(overlap),
            ..
        } => {
            let what = [
                ("n", packages(words, &overlap.count)),
                ("open", open.into_owned()),
            ];
            (words.fill("try-some", &what).into_owned(), "open")
        }
        Answer::Impossible(_) => (words.with("try-none", open).into_owned(), "closed"),
        Answer::Stopped { reason, .. } => {
            let why = words.get(stopped::message(*reason));
            (words.with("undecided", why).into_owned(), "unknown")
        }
    }
}

/// The declared lines that a choice is outside of, whatever is chosen on open points.
fn outside(case: &Case, choice: &Choice) -> Vec<DemandId> {
    let lines = case.lines.iter().enumerate();
    let outside = lines.filter(|(_, line)| {
        let chosen = choice.0[line.point.index()];
        let first = line.ladder.open().first();
        chosen
            .zip(first)
            .is_some_and(|(option, step)| !step.accept.contains(option))
    });
    outside.map(|(at, _)| DemandId::Line(at)).collect()
}

fn parties(
    case: &Case,
    fared: Option<&Fares>,
    broken: &[DemandId],
    choice: &Choice,
) -> Vec<TriedParty> {
    let of = |(at, party): (usize, &winset_model::case::Party)| {
        let id = PartyId::at(at);
        let own = broken
            .iter()
            .filter(|d| !case.is_law(**d) && owner(case, ClashMember::Demand(**d)) == Some(id));
        let reasons: Vec<String> = own
            .map(|d| winset_told::demand::in_words(case, *d))
            .collect();
        let sheet = party.sheet.open();
        let value = |scaled: i64| score(&case.unscaled(id, scaled));
        let scored = fared.and_then(|fared| fared.scores[at]);
        let below = fared.is_some_and(|fared| fared.unmet.below_floor.contains(&id));
        let settled = choice.0.iter().all(Option::is_some);
        TriedParty {
            name: party.name.clone(),
            accepts: settled.then_some(reasons.is_empty() && !below),
            reasons,
            score: scored.map(value),
            no_deal: sheet.no_deal.filter(|_| sheet.scores.is_some()).map(value),
            below,
        }
    };
    case.parties.iter().enumerate().map(of).collect()
}

fn laws(case: &Case, broken: &[DemandId]) -> Vec<String> {
    let laws = broken
        .iter()
        .filter(|d| case.is_law(**d) || owner(case, ClashMember::Demand(**d)).is_none());
    laws.map(|d| winset_told::demand::in_words(case, *d))
        .collect()
}

fn votes(case: &Case, package: &Package) -> Vec<Vote> {
    let seats = seats_in_favour(case, package);
    let vote = |(body, seats): (&winset_model::case::Body, u64)| {
        let rules = body.rules.iter();
        let rules = rules.filter(|rule| winset_check::holds(&rule.when, package));
        Vote {
            body: body.name.clone(),
            seats: grouped(seats),
            all: grouped(body.seats),
            rules: rules
                .map(|rule| (grouped(rule.need), seats >= rule.need))
                .collect(),
        }
    };
    case.bodies.iter().zip(seats).map(vote).collect()
}

/// The known clashes that have one of these demands, with what of each is given up; and how many more
/// there are.
fn clashes(seat: &Seat, broken: &[DemandId]) -> (Vec<(String, String)>, usize) {
    let case = seat.case();
    let Some(found) = seat.view.findings.found.clashes.get() else {
        return (Vec::new(), 0);
    };
    let told = found.told.iter().filter_map(|told| {
        let members = told.clash.members().iter();
        let given: Vec<String> = members
            .filter(|member| match member {
                ClashMember::Demand(demand) => broken.contains(demand),
                ClashMember::Floor(_) => false,
            })
            .map(|member| winset_told::demand::name(case, *member))
            .collect();
        (!given.is_empty()).then(|| (told.words.sentence.clone(), given.join(", ")))
    });
    let mut told: Vec<(String, String)> = told.collect();
    let more = told.len().saturating_sub(CLASHES_MAX);
    told.truncate(CLASHES_MAX);
    (told, more)
}

fn offer_fields(case: &Case, package: &Package) -> String {
    let said = case.points.iter().zip(&package.0).map(|(point, option)| {
        let option = &point.options[option.index()].id;
        format!("&point.{}={}", escaped(&point.id), escaped(option))
    });
    format!("kind=package{}", said.collect::<String>())
}

/// What is chosen as changes of a what-if.
fn fixes(case: &Case, choice: &Choice) -> String {
    let chosen = case.points.iter().zip(&choice.0);
    let fixes = chosen.filter_map(|(point, option)| {
        let option = &point.options[(*option)?.index()].id;
        Some(format!("b1.fix.{}={}", escaped(&point.id), escaped(option)))
    });
    fixes.collect::<Vec<_>>().join("&")
}

fn near(
    seat: &Seat,
    package: Option<&Package>,
    fared: Option<&Fares>,
    declared: &Positions,
) -> Near {
    let (Some(package), Some(fared)) = (package, fared) else {
        return Near::Nothing;
    };
    if fared.acceptable() {
        return Near::Nothing;
    }
    if seat.asked("near").is_none() {
        return Near::Asked;
    }
    let (case, words) = (seat.case(), seat.words);
    let ask = |positions: &Positions| {
        within(TIME, &seat.view.findings.refusals, |budget| {
            nearest_acceptable(case, positions, package, 2, budget)
        })
    };
    // Where nothing is acceptable as things stand, the nearest after the cheapest concessions.
    let opened = seat.view.findings.found.zone.get().and_then(Option::as_ref);
    let (found, opened) = match ask(declared) {
        Answer::Impossible(_) => match opened {
            Some(zone) if zone.positions != *declared => (ask(&zone.positions), true),
            _ => return Near::Said(words.get("near-none").into_owned()),
        },
        found => (found, false),
    };
    match found {
        Answer::Found(found) => match found.packages.first() {
            Some(first) => Near::Found {
                query: package_query(case, first.package()),
                changes: differences(case, package, first.package()),
                others: found.packages.len() > 1 || found.more.is_some(),
                opened,
            },
            None => Near::Said(words.get("near-none").into_owned()),
        },
        Answer::Impossible(_) => Near::Said(words.get("near-none").into_owned()),
        Answer::Stopped {
            reason,
            bound: Undecided { .. },
            ..
        } => {
            let why = words.get(stopped::message(reason));
            Near::Said(words.with("undecided", why).into_owned())
        }
    }
}

fn differences(case: &Case, now: &Package, then: &Package) -> Vec<(String, String, String)> {
    let pairs = case.points.iter().zip(now.0.iter().zip(&then.0));
    let changed = pairs.filter(|(_, (now, then))| now != then);
    let told = changed.map(|(point, (now, then))| {
        let label = |o: &winset_model::options::OptionId| point.options[o.index()].label.clone();
        (point.title.clone(), label(now), label(then))
    });
    told.collect()
}

fn clauses(case: &Case, package: &Package) -> Vec<Clause> {
    let points = case.points.iter().zip(&package.0);
    let clause =
        |(point, option): (&winset_model::case::Point, &winset_model::options::OptionId)| {
            let option = &point.options[option.index()];
            Clause {
                title: point.title.clone(),
                text: option.text.clone().unwrap_or_else(|| option.label.clone()),
            }
        };
    points.map(clause).collect()
}
