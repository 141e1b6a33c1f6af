//! Clashes: what defeats what, sliders that put clashes out, and the argument on paper.

use askama::Template;
use axum::response::IntoResponse;
use winset_check::ClashMember;
use winset_model::case::{Case, DemandId};
use winset_model::positions::Positions;
use winset_solve::Target;
use winset_told::clashes::headline;
use winset_told::words::{capital, party_named};
use winset_told::{Called, called};

use super::address::fields;
use super::answer::{Ways, ways};
use super::desk::WAIT;
use super::slide::{Slid, Slider, positions, slid, sliders};
use super::{Frame, Page, PageView, Place, Seat};
use winset_answers::ask::{ClashesAnswer, EverythingStage, RankedConcession};
use winset_told::messages::Language;

#[derive(Debug, Template)]
#[template(path = "clashes.html")]
pub(super) struct ClashesContents {
    place: Place,
    words: &'static Language,
    headline: Option<String>,
    sliders: Vec<Slider>,
    state: State,
    reliefs: Vec<Relief>,
    cheapest: Option<Ways>,
    shared: Option<Ways>,
}

impl ClashesContents {
    /// The lists of openings that hold some: identifier, message, list.
    fn lists(&self) -> Vec<(&'static str, &'static str, &Ways)> {
        let cheapest = self
            .cheapest
            .as_ref()
            .map(|w| ("cheapest-list", "cheapest", w));
        let shared = self
            .shared
            .as_ref()
            .map(|w| ("shared-list", "nobody-alone", w));
        let both = cheapest.into_iter().chain(shared);
        both.filter(|(_, _, ways)| !ways.list.is_empty()).collect()
    }
}

/// The part that sliders change.
#[derive(Debug, Template)]
#[template(path = "slid.html")]
struct SlidPart {
    place: Place,
    words: &'static Language,
    state: State,
}

#[derive(Debug)]
struct State {
    slid: Slid,
    clashes: Vec<Clash>,
    picture: String,
    query: String,
}

#[derive(Debug)]
struct Clash {
    number: usize,
    sentence: String,
    /// Why it is a clash, in the order of an argument.
    reasons: Vec<String>,
    members: Vec<Called>,
    laws: Vec<Called>,
    owners: String,
    points: Vec<(String, String)>,
    own: bool,
    public: bool,
    out: Option<bool>,
}

/// A step by how many clashes it puts out for its cost.
#[derive(Debug)]
struct Relief {
    what: Called,
    owner: String,
    cost: String,
    out: usize,
    query: String,
}

#[derive(Debug, Template)]
#[template(path = "argument.html")]
struct Argument {
    frame: Frame,
    headline: Option<String>,
    clashes: Vec<Clash>,
    name: String,
}

/// Shows the page.
pub(super) async fn clashes(seat: Seat) -> impl IntoResponse {
    let findings = seat.view.findings.clone();
    findings.wait(EverythingStage::SharedOpenings, WAIT).await;
    let seat = &seat;
    tokio::task::block_in_place(|| seat.page("clashes", contents(&seat.page_view(), seat.place())))
}

/// What stands on the page.
pub(super) fn contents(view: &PageView<'_>, place: Place) -> ClashesContents {
    let (case, words) = (view.case(), view.words);
    let at = positions(case, view.fields, view.movers());
    let found = view.found.clashes.get();
    let openings = view.found.openings.get().and_then(Option::as_ref);
    let shared = view.found.shared.get().and_then(Option::as_ref);
    let concessions = view.found.concessions.get();
    let clashing = found.map(clashing).unwrap_or_default();
    ClashesContents {
        words,
        headline: found.map(|found| as_declared(words, case, found)),
        sliders: sliders(case, &at, view.movers(), &clashing),
        state: state(view, &place),
        reliefs: concessions.map_or_else(Vec::new, |found| reliefs(view, found)),
        cheapest: openings.map(|o| ways(words, case, &o.found)),
        shared: shared.map(|o| ways(words, case, &o.found)),
        place,
    }
}

/// How many clashes there are, with the positions that they are of, wherever the sliders stand.
fn as_declared(words: &Language, case: &Case, found: &ClashesAnswer) -> String {
    let all = headline(case, &found.told, found.found.stopped);
    format!("{}: {}", words.count("after-steps", 0), words.apart(&all))
}

/// Answers a slider.
pub(super) async fn slide(seat: Seat) -> impl IntoResponse {
    let seat = &seat;
    tokio::task::block_in_place(|| {
        let place = seat.place();
        Page(SlidPart {
            words: seat.words,
            state: state(&seat.page_view(), &place),
            place,
        })
    })
}

/// Shows the clashes as an argument to print, and how to check it.
pub(super) async fn argument(seat: Seat) -> impl IntoResponse {
    seat.view
        .findings
        .wait(EverythingStage::Clashes, WAIT)
        .await;
    let found = seat.view.findings.found.clashes.get();
    Page(Argument {
        frame: seat.frame("clashes"),
        headline: found.map(|found| as_declared(seat.words, seat.case(), found)),
        clashes: found.map_or_else(Vec::new, |found| told(seat.case(), found, &[])),
        // Where the mediator keeps the file is the mediator's own.
        name: if seat.view.is_mediator() {
            seat.desk.name.clone()
        } else {
            "CASE".to_owned()
        },
    })
}

/// The demands that are members of clashes.
fn clashing(found: &ClashesAnswer) -> Vec<DemandId> {
    let members = found
        .found
        .list
        .iter()
        .flat_map(winset_check::Clash::members);
    let demands = members.filter_map(|member| match member {
        ClashMember::Demand(demand) => Some(*demand),
        ClashMember::Floor(_) => None,
    });
    demands.collect()
}

fn state(view: &PageView<'_>, place: &Place) -> State {
    let case = view.case();
    let at = positions(case, view.fields, view.movers());
    let slid = slid(view, &at);
    let found = view.found.clashes.get();
    let clashes = found.map_or_else(Vec::new, |found| told(case, found, &slid.out));
    let moved = super::slide::concession(case, &at);
    State {
        picture: found.map_or_else(String::new, |found| {
            let picture = crate::pictures::conflict(view, found, &slid.out, &moved, place);
            picture.as_str().to_owned()
        }),
        query: fields(case, &moved),
        slid,
        clashes,
    }
}

fn told(case: &Case, found: &ClashesAnswer, out: &[Option<bool>]) -> Vec<Clash> {
    let one = |(place, told): (usize, &winset_told::clashes::ToldClash)| {
        let owners = told.words.owners.iter();
        let owners = owners.map(|p| capital(&party_named(case, *p)));
        let laws = told.laws.iter().flatten();
        let points = told.words.points.iter().map(|p| {
            let point = &case.points[p.index()];
            (super::frame::escaped(&point.id), point.title.clone())
        });
        Clash {
            number: place + 1,
            sentence: told.words.sentence.clone(),
            reasons: told.words.reasons.clone(),
            members: told
                .clash
                .members()
                .iter()
                .map(|member| called::member(case, *member))
                .collect(),
            laws: laws.map(|law| called::demand(case, *law)).collect(),
            owners: owners.collect::<Vec<_>>().join(", "),
            points: points.collect(),
            own: told.words.one_party,
            public: told.words.public,
            out: out.get(place).copied().unwrap_or(Some(false)),
        }
    };
    found.told.iter().enumerate().map(one).collect()
}

fn reliefs(view: &PageView<'_>, found: &[RankedConcession]) -> Vec<Relief> {
    let case = view.case();
    let one = |relief: &RankedConcession| {
        let declared = Positions::declared(case);
        let mut moved = declared.clone();
        match (relief.demand, relief.to) {
            (DemandId::Line(place), Target::Step(step)) => moved.steps[place] = step,
            (demand, _) => {
                moved.dropped.insert(demand);
            }
        }
        Relief {
            what: winset_told::opening::moved((case, &declared), relief.demand, relief.to).what,
            owner: relief
                .owner
                .map_or_else(String::new, |p| capital(&party_named(case, p))),
            cost: winset_told::grouped(relief.cost),
            out: relief.out,
            query: fields(case, &super::slide::concession(case, &moved)),
        }
    };
    found.iter().map(one).collect()
}
