//! Rehearse: programs play for the sides, and at any turn the page says what each side would take and what could
//! be proposed. The address holds all of it: what is shown under one address is always the same.

use std::time::Duration;

use askama::Template;
use axum::response::IntoResponse;
use winset_answers::ask::{
    NotRehearsed, NotSeated, RehearsalPoint, TalksAnswer, rehearsal, rehearsal_point,
    whole_frontier,
};
use winset_answers::drawn::{FrontierShown, TabledPackage, frontier_axes};
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_play::session::{Action, Clock, Deadline, NoDealScore, SEATS_MAX, Timing};
use winset_play::strategy::{NamedPart, names};
use winset_play::trace::TraceHead;
use winset_told::messages::Language;
use winset_told::talks::{end_told, suspended_told};
use winset_told::words::{capital, party_named};

use super::frame::escaped;
use super::rehearsed::{Rehearsed, rehearsed};
use super::{PageView, Place, Seat};
use crate::within::within;

/// What stands before the identifier of a party in the field that says who plays for it.
const PLAYS: &str = "plays.";
/// How long the talks, and the questions about one turn, may take.
const TIME: Duration = Duration::from_secs(2);
/// How long the frontier may take; without it the picture has none.
const FRONTIER_TIME: Duration = Duration::from_millis(700);
/// Rounds when nothing is said, and the most.
const ROUNDS: u32 = 40;
const ROUNDS_MAX: u32 = 10_000;

/// Ways of playing that have words of their own: name, message.
pub(super) const STYLES: [(&str, &str); 8] = [
    ("boulware", "style-boulware"),
    ("linear", "style-linear"),
    ("conceder", "style-conceder"),
    ("hardliner", "style-hardliner"),
    ("tit-for-tat", "style-tit-for-tat"),
    ("micro", "style-micro"),
    ("hybrid", "style-hybrid"),
    ("random", "style-random"),
];

#[derive(Debug, Template)]
#[template(path = "rehearse.html")]
pub(super) struct RehearseContents {
    place: Place,
    words: &'static Language,
    players: Vec<Player>,
    rounds: u32,
    seed: u64,
    /// The strategies without words of their own.
    others: Vec<&'static str>,
    /// What is wrong with what was asked.
    problems: Vec<String>,
    /// The course; none before it is asked for.
    shown: Option<Rehearsed>,
}

/// A party that can take part, and what plays for it.
#[derive(Debug)]
struct Player {
    party: PartyId,
    field: String,
    name: String,
    /// Nothing where it takes no part.
    plays: String,
}

/// A question that the address asks.
struct AskedTalks {
    head: TraceHead,
    /// The fields of the address but for the turn.
    query: String,
    /// How many turns are done at the point that is shown; all of them when nothing is said.
    turn: Option<usize>,
}

/// Shows the page.
pub(super) async fn page(seat: Seat) -> impl IntoResponse {
    let seat = &seat;
    tokio::task::block_in_place(|| seat.page("rehearse", contents(&seat.page_view(), seat.place())))
}

/// What stands on the page.
pub(super) fn contents(view: &PageView<'_>, place: Place) -> RehearseContents {
    let (case, words) = (view.case(), view.words);
    let parties = Disagreement::of(case).parties();
    let mut problems = Vec::new();
    let rounds = number(view, "rounds", ROUNDS, 1..=ROUNDS_MAX, &mut problems);
    let seed = number(view, "seed", 0, 0..=u64::MAX, &mut problems);
    let asked = view
        .fields
        .iter()
        .any(|(field, _)| field.starts_with(PLAYS));
    let players = parties.iter().enumerate();
    let players: Vec<Player> = players
        .map(|(place, party)| player(view, *party, if asked { None } else { STYLES.get(place) }))
        .collect();
    let seated = players.iter().filter(|player| !player.plays.is_empty());
    let seated: Vec<&Player> = seated.collect();
    let asked = asked && players.len() > 1;
    if asked && !(2..=SEATS_MAX).contains(&seated.len()) {
        problems.push(words.with("rehearse-two", SEATS_MAX).into_owned());
    }
    let mut shown = None;
    if asked && problems.is_empty() {
        let talks = asked_talks(view, &seated, rounds, seed);
        match held(view, talks, &place) {
            Ok(found) => shown = Some(found),
            Err(why) => problems.push(refused(case, &why)),
        }
    }
    RehearseContents {
        place,
        words,
        players,
        rounds,
        seed,
        others: others(),
        problems,
        shown,
    }
}

/// Why there are no talks, with the party by its name.
fn refused(case: &Case, why: &NotRehearsed) -> String {
    match why {
        NotRehearsed::Seat(NotSeated::Name { party, source }) => {
            let party = case.party_named(party);
            let name = party.map_or_else(String::new, |party| capital(&party_named(case, party)));
            format!("{name}: {source}")
        }
        why @ (NotRehearsed::Seat(_) | NotRehearsed::Space(_)) => why.to_string(),
    }
}

/// The strategies by name that have no words of their own.
fn others() -> Vec<&'static str> {
    let strategies = names().into_iter();
    let strategies =
        strategies.filter(|name| matches!(name.part, NamedPart::Offer | NamedPart::Whole));
    strategies
        .map(|name| name.name)
        .filter(|name| STYLES.iter().all(|(known, _)| known != name))
        .collect()
}

/// A number of the address; what is none is a problem.
fn number<T: std::str::FromStr + PartialOrd + std::fmt::Display + Copy>(
    view: &PageView<'_>,
    field: &str,
    default: T,
    range: std::ops::RangeInclusive<T>,
    problems: &mut Vec<String>,
) -> T {
    let Some(text) = view
        .asked(field)
        .map(str::trim)
        .filter(|text| !text.is_empty())
    else {
        return default;
    };
    match text.parse() {
        Ok(number) if range.contains(&number) => number,
        _ => {
            let what = [
                ("what", text.to_owned()),
                ("least", range.start().to_string()),
                ("most", range.end().to_string()),
            ];
            problems.push(view.words.fill("rehearse-number", &what).into_owned());
            default
        }
    }
}

/// The party as the address has it, else as it is when nothing is asked: the first two take part.
fn player(view: &PageView<'_>, party: PartyId, style: Option<&(&str, &str)>) -> Player {
    let case = view.case();
    let field = format!("{PLAYS}{}", case.parties[party.index()].id);
    let first = style.filter(|style| STYLES[..2].contains(style));
    let plays = view.asked(&field).or(first.map(|(name, _)| *name));
    Player {
        party,
        name: capital(&party_named(case, party)),
        plays: plays.unwrap_or_default().trim().to_owned(),
        field,
    }
}

fn asked_talks(view: &PageView<'_>, seated: &[&Player], rounds: u32, seed: u64) -> AskedTalks {
    let case = view.case();
    let timing = Timing {
        deadline: Deadline {
            rounds: Some(rounds),
            duration_ms: None,
        },
        clock: Clock::Negmas,
    };
    let plays = seated.iter().map(|player| {
        let id = case.parties[player.party.index()].id.as_str();
        (id, player.plays.as_str())
    });
    let fields = seated.iter().map(|player| {
        let (field, plays) = (escaped(&player.field), escaped(&player.plays));
        format!("{field}={plays}")
    });
    let fields: Vec<String> = fields.collect();
    AskedTalks {
        head: TraceHead::among(case, plays, seed, timing, NoDealScore::Value),
        query: format!("{}&rounds={rounds}&seed={seed}", fields.join("&")),
        turn: view.asked("turn").and_then(|turn| turn.parse().ok()),
    }
}

/// Holds the talks, and asks about the turn that is shown.
fn held(view: &PageView<'_>, asked: AskedTalks, place: &Place) -> Result<Rehearsed, NotRehearsed> {
    let case = view.case();
    let AskedTalks { head, query, turn } = asked;
    let talks = within(TIME, view.refusals, |budget| rehearsal(case, head, budget))?;
    let after = turn.unwrap_or(talks.course.len());
    let point: RehearsalPoint = within(TIME, view.refusals, |budget| {
        rehearsal_point(case, &talks, after, budget)
    })?;
    let headline = match &talks.end {
        Some(end) => end_told(case, &talks.head, end),
        None => suspended_told(talks.course.last().map_or(0, |said| said.moment.round)),
    };
    let picture = picture(view, &talks, point.after, place);
    Ok(rehearsed(view, &talks, &point, (headline, picture, query)))
}

/// The course over the scores of two parties; none where packages have no scores of two.
fn picture(
    view: &PageView<'_>,
    talks: &TalksAnswer,
    after: usize,
    place: &Place,
) -> Option<String> {
    let case = view.case();
    let mut ids = talks.head.seats.iter().map(|seat| seat.party.as_str());
    let axes = frontier_axes(case, ids.next(), ids.next())?;
    let frontier = within(FRONTIER_TIME, view.refusals, |budget| {
        whole_frontier(case, &Positions::laws(case), vec![axes.x, axes.y], budget)
    });
    let tabled = tabled(talks, &talks.parties(case), after);
    let agreed = talks.end.as_ref().and_then(|end| end.agreed.ok());
    let agreed = agreed.map(|outcome| {
        let name = view.words.get("rehearse-agreed").into_owned();
        (name, talks.space.package(outcome))
    });
    let agreed: Vec<_> = agreed.into_iter().collect();
    let shown = FrontierShown {
        packages: &[],
        frontier: Some(&frontier),
        picked: &[],
        tabled: Some(&tabled),
        agreed: &agreed,
    };
    let picture = crate::pictures::frontier(view, axes, shown, place);
    Some(picture.as_str().to_owned())
}

/// What was tabled, turn by turn; named are the first and the last of each side, and the last before the point that
/// is shown.
fn tabled(talks: &TalksAnswer, parties: &[Option<PartyId>], after: usize) -> Vec<TabledPackage> {
    let offers = talks.course.iter().enumerate().filter_map(|(at, said)| {
        let Action::Offer(outcome) = said.action else {
            return None;
        };
        Some(TabledPackage {
            by: parties[said.seat.index()]?,
            number: at as u64 + 1,
            is_named: false,
            package: talks.space.package(outcome),
        })
    });
    let mut offers: Vec<TabledPackage> = offers.collect();
    for party in parties.iter().flatten() {
        let mut own = offers.iter_mut().filter(|offer| offer.by == *party);
        let ends = [own.next(), own.next_back()];
        for offer in ends.into_iter().flatten() {
            offer.is_named = true;
        }
    }
    let shown = offers
        .iter_mut()
        .rev()
        .find(|offer| offer.number <= after as u64);
    if let Some(offer) = shown {
        offer.is_named = true;
    }
    offers
}
