//! Try a package: options point by point, and at once who accepts and why not, what it gives, who votes
//! for it, the nearest acceptable one, its clean text.

use axum::response::{IntoResponse, Response};

use askama::Template;
use winset_model::case::Case;
use winset_model::options::{OptionId, Package, PartyId, PointId};

use super::frame::escaped;
use super::tried::{Tried, tried};
use super::{Frame, Page, Seat};
use crate::http::Refusal;
use winset_told::messages::Language;

/// What stands before the name of a point in a field.
const OPTION: &str = "o.";

#[derive(Debug, Template)]
#[template(path = "package.html")]
struct PackagePage {
    frame: Frame,
    points: Vec<TryPoint>,
    starts: Vec<Start>,
    tried: Tried,
    save: Option<SaveFields>,
}

/// What follows from a choice, alone.
#[derive(Debug, Template)]
#[template(path = "tried.html")]
struct TriedPart {
    words: &'static Language,
    base: String,
    tried: Tried,
    save: Option<SaveFields>,
}

/// The fields that a package is kept with as a text.
#[derive(Debug)]
pub(super) struct SaveFields {
    pub(super) once: String,
    pub(super) version: String,
}

/// A point and what is chosen on it.
#[derive(Debug)]
struct TryPoint {
    number: usize,
    id: String,
    title: String,
    /// Identifier, label, whether it is chosen.
    options: Vec<(String, String, bool)>,
}

/// Something to begin from.
#[derive(Debug)]
struct Start {
    name: String,
    query: String,
}

/// What is chosen on each point, where something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice(pub(super) Vec<Option<OptionId>>);

impl Choice {
    /// The choice of an address: names of options in the order of the points, or one field for each
    /// point.
    fn asked(seat: &Seat) -> Result<Self, Refusal> {
        let case = seat.case();
        let mut chosen = match seat.asked("p") {
            Some(names) => Self::named(case, names).ok_or(Refusal::Input)?.0,
            None => vec![None; case.points.len()],
        };
        for (field, name) in &seat.query {
            let Some(point) = field.strip_prefix(OPTION) else {
                continue;
            };
            let point = case.point_named(point).ok_or(Refusal::Input)?;
            chosen[point.index()] = match name.as_str() {
                "" => None,
                name => Some(case.option_named(point, name).ok_or(Refusal::Input)?),
            };
        }
        Ok(Self(chosen))
    }

    /// The choice of names of options, with commas between them, in the order of the points.
    pub(super) fn named(case: &Case, names: &str) -> Option<Self> {
        let names: Vec<&str> = names.split(',').collect();
        if names.len() != case.points.len() {
            return None;
        }
        let chosen = names.into_iter().enumerate().map(|(at, name)| match name {
            "" => Some(None),
            name => case.option_named(PointId::at(at), name).map(Some),
        });
        chosen.collect::<Option<Vec<_>>>().map(Self)
    }

    /// The package, where something is chosen on every point.
    pub(super) fn package(&self) -> Option<Package> {
        let all: Option<Vec<OptionId>> = self.0.iter().copied().collect();
        all.map(Package)
    }

    /// The field of an address that names it.
    pub(super) fn query(&self, case: &Case) -> String {
        let names = case.points.iter().zip(&self.0).map(|(point, option)| {
            let option = option.map(|option| point.options[option.index()].id.as_str());
            escaped(option.unwrap_or_default())
        });
        format!("p={}", names.collect::<Vec<_>>().join(","))
    }
}

/// The package of an address that settles every point.
pub(crate) fn asked(seat: &Seat) -> Option<Package> {
    Choice::asked(seat).ok()?.package()
}

/// Shows it.
pub(super) async fn package(seat: Seat) -> Result<Response, Refusal> {
    let seat = &seat;
    tokio::task::block_in_place(|| {
        let choice = Choice::asked(seat)?;
        Ok(Page(PackagePage {
            frame: seat.frame("package"),
            points: points(seat, &choice),
            starts: starts(seat),
            tried: tried(seat, &choice)?,
            save: save(seat)?,
        })
        .into_response())
    })
}

/// Shows what follows from a choice.
pub(super) async fn part(seat: Seat) -> Result<Response, Refusal> {
    let seat = &seat;
    tokio::task::block_in_place(|| {
        let choice = Choice::asked(seat)?;
        Ok(Page(TriedPart {
            words: seat.words,
            base: seat.base.clone(),
            tried: tried(seat, &choice)?,
            save: save(seat)?,
        })
        .into_response())
    })
}

/// What a new version is issued with, by whoever may.
fn save(seat: &Seat) -> Result<Option<SaveFields>, Refusal> {
    if !seat.writes() || !seat.view.is_mediator() {
        return Ok(None);
    }
    Ok(Some(SaveFields {
        once: super::acts::once().ok_or(Refusal::Fault)?,
        version: super::text::next(&super::text::text(seat)),
    }))
}

fn points(seat: &Seat, choice: &Choice) -> Vec<TryPoint> {
    let points = seat.case().points.iter().enumerate();
    let of = |(at, point): (usize, &winset_model::case::Point)| {
        let options = point.options.iter().enumerate().map(|(o, option)| {
            let chosen = choice.0[at] == Some(OptionId::at(o));
            (option.id.clone(), option.label.clone(), chosen)
        });
        TryPoint {
            number: at + 1,
            id: point.id.clone(),
            title: point.title.clone(),
            options: options.collect(),
        }
    };
    points.map(of).collect()
}

/// What each party stands for, what settlement rules pick, and the last version of the text.
fn starts(seat: &Seat) -> Vec<Start> {
    let (case, words) = (seat.case(), seat.words);
    let mut starts = Vec::new();
    for (at, party) in case.parties.iter().enumerate() {
        let last = case
            .offers
            .iter()
            .rev()
            .find(|offer| offer.by == PartyId::at(at));
        if let Some(offer) = last {
            let points = (0..case.points.len()).map(PointId::at);
            let choice = Choice(points.map(|point| offer.stand_on(point)).collect());
            starts.push(Start {
                name: words.with("start-stand", party.name.as_str()).into_owned(),
                query: choice.query(case),
            });
        }
    }
    for (rules, picked) in seat.view.findings.found.picked() {
        let choice = Choice(picked.package().0.iter().copied().map(Some).collect());
        let rules: Vec<String> = rules.iter().map(|rule| rule.replace('-', " ")).collect();
        starts.push(Start {
            name: words.with("start-rule", rules.join(", ")).into_owned(),
            query: choice.query(case),
        });
    }
    let text = super::text::text(seat);
    if let Some(version) = text.versions().last() {
        let settled = case.points.iter().enumerate().map(|(at, point)| {
            let clause = version
                .clauses
                .iter()
                .find(|clause| clause.id == point.id)?;
            let [only] = clause.alternatives.as_slice() else {
                return None;
            };
            case.option_named(PointId::at(at), only.option.as_deref()?)
        });
        let choice = Choice(settled.collect());
        starts.push(Start {
            name: words.with("start-text", version.name.as_str()).into_owned(),
            query: choice.query(case),
        });
    }
    starts
}
