//! Packages and pressure: what is in the overlap, and what no-deal values decide.

use std::time::Duration;

use askama::Template;
use axum::response::IntoResponse;
use winset_check::Acceptable;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::{OptionSet, PartyId};
use winset_model::positions::Positions;
use winset_picture::Picture;
use winset_solve::Budget;
use winset_told::messages::Language;
use winset_told::settled::rule_in_words;
use winset_told::words::{capital, party_named, score};
use winset_told::{Called, grouped};

use super::address::{fields, package_query};
use super::answer::{packages, stopped};
use super::desk::WAIT;
use super::look::{LookThrough, look_through};
use super::pressure::{LeverRow, Pressed, levers, pressed, sets, turns};
use super::slide::{concession, positions};
use super::{PageView, Place, Seat};
use crate::within::within;
use winset_answers::ask::{
    EverythingStage, FrontierAnswer, FrontierAnswerPoint, package_listing, settlements_between,
    whole_frontier,
};
use winset_answers::drawn::{FrontierAxes, FrontierShown, frontier_axes};

/// How long an answer for other positions or axes may take.
const TIME: Duration = Duration::from_millis(1_500);
/// Most packages that are drawn.
const PACKAGES_MAX: usize = 2_000;
/// Most packages of the frontier that are listed.
const LISTED_MAX: usize = 60;

#[derive(Debug, Template)]
#[template(path = "frontier.html")]
pub(super) struct FrontierContents {
    place: Place,
    words: &'static Language,
    /// Whether something is not worked out yet.
    working: bool,
    /// Whether an overlap is known at all.
    room: Option<String>,
    /// The steps after which it is one.
    opened: Vec<Called>,
    /// Whether these are not asked for, but those of an opening: as declared there is none.
    by_opening: bool,
    query: String,
    /// The fields of the address that stand for the positions.
    steps: String,
    look: LookThrough,
    /// Whether packages are all that there is to compare: fewer than two parties' scores are in sight.
    without_scores: bool,
    picture: Option<String>,
    axes: Vec<Choice>,
    points: Vec<Listed>,
    more: usize,
    picked: Vec<(String, Listed)>,
    unfinished: Option<String>,
    pressed: Vec<Pressed>,
    levers: Vec<LeverRow>,
    sets: Vec<String>,
    turns: Vec<String>,
}

/// A party that can stand on an axis.
#[derive(Debug)]
struct Choice {
    id: String,
    name: String,
    x: bool,
    y: bool,
}

#[derive(Debug)]
struct Listed {
    query: String,
    scores: Vec<(String, String)>,
}

/// What is shown of an overlap, found now or before.
#[derive(Debug)]
struct Shown<'a> {
    packages: Vec<Acceptable>,
    occurring: Option<Vec<OptionSet>>,
    frontier: Option<FrontierAnswer>,
    kept: Option<&'a FrontierAnswer>,
    picked: Vec<(Vec<String>, Acceptable)>,
    stopped: Option<StopReason>,
}

impl Shown<'_> {
    fn frontier(&self) -> Option<&FrontierAnswer> {
        self.frontier.as_ref().or(self.kept)
    }
}

/// Shows the page.
pub(super) async fn page(seat: Seat) -> impl IntoResponse {
    seat.view
        .findings
        .wait(EverythingStage::ZonePressure, WAIT)
        .await;
    let seat = &seat;
    tokio::task::block_in_place(|| seat.page("frontier", contents(&seat.page_view(), seat.place())))
}

/// The picture alone, to keep.
pub(super) fn picture(view: &PageView<'_>, place: &Place) -> Option<Picture> {
    let at = asked_positions(view);
    let axes = frontier_axes(view.case(), view.asked("x"), view.asked("y"))?;
    let shown = shown(view, at.as_ref(), Some(axes))?;
    Some(drawn(view, axes, &shown, place))
}

fn drawn(view: &PageView<'_>, axes: FrontierAxes, shown: &Shown<'_>, place: &Place) -> Picture {
    let picked: Vec<_> = shown.picked.iter().map(|(r, p)| (r.clone(), p)).collect();
    let drawn = FrontierShown {
        packages: &shown.packages,
        frontier: shown.frontier(),
        picked: &picked,
        tabled: None,
        agreed: &[],
    };
    crate::pictures::frontier(view, axes, drawn, place)
}

/// The positions that the fields say; none where they say nothing.
fn asked_positions(view: &PageView<'_>) -> Option<Positions> {
    let case = view.case();
    let at = positions(case, view.fields, view.movers());
    (!concession(case, &at).is_empty()).then_some(at)
}

/// What is in the overlap at the positions asked for, or in the one that is kept.
fn shown<'a>(
    view: &PageView<'a>,
    at: Option<&Positions>,
    axes: Option<FrontierAxes>,
) -> Option<Shown<'a>> {
    within(TIME, view.refusals, |budget| {
        looked_at(view, at, axes, budget)
    })
}

fn looked_at<'a>(
    view: &PageView<'a>,
    at: Option<&Positions>,
    axes: Option<FrontierAxes>,
    budget: &Budget<'_>,
) -> Option<Shown<'a>> {
    let case = view.case();
    let sides = axes.map(|axes| vec![axes.x, axes.y]);
    let whole = |at| Some(whole_frontier(case, at, sides.clone()?, budget));
    if let Some(at) = at {
        let found = package_listing(case, at, PACKAGES_MAX, budget);
        let scoring = Disagreement::of(case).parties();
        let settled = settlements_between(case, at, scoring, budget);
        let picked = winset_told::settled::picked(&settled.found).into_iter();
        return Some(Shown {
            packages: found.packages,
            occurring: None,
            frontier: whole(at),
            kept: None,
            picked: picked.map(|(rules, p)| (rules, p.clone())).collect(),
            stopped: found.stopped,
        });
    }
    let room = view.zone()?;
    let kept = room.frontier.as_ref();
    let kept = kept.filter(|kept| Some(&kept.axes) == sides.as_ref());
    let picked = view.found.picked().into_iter();
    Some(Shown {
        packages: room.listing.packages.clone(),
        occurring: room.overlap.occurring.clone(),
        frontier: match kept {
            Some(_) => None,
            None => whole(&room.positions),
        },
        kept,
        picked: picked.map(|(rules, p)| (rules, p.clone())).collect(),
        stopped: room.listing.stopped,
    })
}

/// What stands on the page.
pub(super) fn contents(view: &PageView<'_>, place: Place) -> FrontierContents {
    let (case, words) = (view.case(), view.words);
    let at = asked_positions(view);
    let chosen = frontier_axes(case, view.asked("x"), view.asked("y"));
    let shown = shown(view, at.as_ref(), chosen);
    let picture = chosen
        .zip(shown.as_ref())
        .map(|(axes, shown)| drawn(view, axes, shown, &place).as_str().to_owned());
    let frontier = shown.as_ref().and_then(Shown::frontier);
    let efficient: &[FrontierAnswerPoint] = frontier.map_or(&[], |found| &found.points);
    let of_frontier = frontier.and_then(|found| Some(found.stopped.as_ref()?.0));
    let of_listing = shown.as_ref().and_then(|shown| shown.stopped);
    let unfinished = of_frontier.or(of_listing.filter(|reason| *reason != StopReason::NodeLimit));
    let parties = case
        .parties
        .iter()
        .enumerate()
        .filter(|(_, party)| party.sheet.open().scores.is_some());
    let choice = |(at, party): (usize, &winset_model::case::Party)| Choice {
        id: party.id.clone(),
        name: party.name.clone(),
        x: chosen.is_some_and(|axes| axes.x.index() == at),
        y: chosen.is_some_and(|axes| axes.y.index() == at),
    };
    let pressure = view.found.zone_pressure.get().and_then(Option::as_ref);
    let opened = at
        .clone()
        .or_else(|| view.zone().map(|zone| zone.positions.clone()));
    let axes: Vec<Choice> = parties.map(choice).collect();
    let query = at
        .as_ref()
        .map_or_else(String::new, |at| fields(case, &concession(case, at)));
    FrontierContents {
        words,
        look: shown
            .as_ref()
            .map_or_else(LookThrough::default, |shown| looked(view, shown)),
        without_scores: chosen.is_none(),
        steps: query.clone(),
        working: view.is_working(),
        room: match &at {
            Some(_) => shown.as_ref().map(|shown| number(shown)),
            None => view.zone().map(|zone| packages(words, &zone.overlap.count)),
        },
        by_opening: at.is_none() && opened.as_ref() != Some(&Positions::declared(case)),
        opened: opened.map_or_else(Vec::new, |at| steps_taken(case, &at)),
        query: picture_query(query, &axes),
        picture,
        axes,
        more: efficient.len().saturating_sub(LISTED_MAX),
        points: efficient
            .iter()
            .take(LISTED_MAX)
            .map(|point| listed(case, &point.package))
            .collect(),
        picked: shown
            .as_ref()
            .map_or_else(Vec::new, |shown| picks(case, shown)),
        unfinished: unfinished.map(|reason| stopped(words, reason)),
        pressed: pressure.map_or_else(Vec::new, |found| pressed(view, found, &place)),
        levers: levers(view),
        sets: pressure.map_or_else(Vec::new, |found| sets(view, found)),
        turns: pressure.map_or_else(Vec::new, |found| turns(view, found)),
        place,
    }
}

/// What there is to look through.
fn looked(view: &PageView<'_>, shown: &Shown<'_>) -> LookThrough {
    let listed = super::look::Listed {
        packages: &shown.packages,
        complete: shown.stopped.is_none(),
        occurring: shown.occurring.as_deref(),
    };
    look_through(view, listed)
}

/// What rules of fairness pick, with the rules in words.
fn picks(case: &Case, shown: &Shown<'_>) -> Vec<(String, Listed)> {
    let one = |(rules, found): &(Vec<String>, Acceptable)| {
        let rules = rules.iter().map(|rule| rule_in_words(rule));
        let rules = rules.collect::<Vec<_>>().join("; ");
        (capital(&rules), listed(case, found))
    };
    shown.picked.iter().map(one).collect()
}

/// The fields of the address of the picture: positions, and the parties on the axes.
fn picture_query(mut query: String, axes: &[Choice]) -> String {
    for choice in axes {
        if choice.x {
            query.push_str(&format!("&x={}", choice.id));
        }
        if choice.y {
            query.push_str(&format!("&y={}", choice.id));
        }
    }
    query
}

fn number(shown: &Shown<'_>) -> String {
    let n = grouped(shown.packages.len());
    match shown.stopped {
        None => n,
        Some(_) => format!("{n}+"),
    }
}

fn steps_taken(case: &Case, at: &Positions) -> Vec<Called> {
    let declared = Positions::declared(case);
    let moves = winset_told::opening::given_up(&concession(case, at));
    let told = |(demand, to)| winset_told::opening::moved((case, &declared), demand, to).what;
    moves.into_iter().map(told).collect()
}

fn listed(case: &Case, found: &Acceptable) -> Listed {
    let scores = found
        .scores()
        .iter()
        .enumerate()
        .filter_map(|(party, scaled)| {
            let value = case.unscaled(PartyId::at(party), (*scaled)?);
            Some((
                capital(&party_named(case, PartyId::at(party))),
                score(&value),
            ))
        });
    Listed {
        query: package_query(case, found.package()),
        scores: scores.collect(),
    }
}
