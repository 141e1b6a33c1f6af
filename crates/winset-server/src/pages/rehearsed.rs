//! What a rehearsal shows: how it ended, its turns, and one point of it.

use winset_answers::ask::{RehearsalPoint, RehearsalProposal, TalksAnswer};
use winset_model::options::{Package, PartyId};
use winset_play::session::Action;
use winset_told::talks::{ProposalTold, action_words, proposal_told, seat_named, takes_told};
use winset_told::words::{capital, party_named, score};
use winset_told::{Called, called};

use super::PageView;
use super::address::package_query;

/// Turns that are shown around one.
const NEAR: usize = 12;

/// A course of talks, and what is asked at one point of it.
#[derive(Debug)]
pub(super) struct Rehearsed {
    pub(super) headline: String,
    pub(super) picture: Option<String>,
    /// The fields of the address but for the turn.
    pub(super) query: String,
    /// Who has scores, by name, in the order of the columns.
    pub(super) parties: Vec<String>,
    /// What each got, and what it has without a deal.
    pub(super) got: Vec<(String, String, String)>,
    pub(super) turns: Vec<TurnRow>,
    pub(super) point: PointShown,
}

/// A turn of the course.
#[derive(Debug)]
pub(super) struct TurnRow {
    pub(super) number: usize,
    pub(super) round: u32,
    pub(super) what: String,
    pub(super) worths: Vec<String>,
    pub(super) current: bool,
}

/// One point of the course.
#[derive(Debug)]
pub(super) struct PointShown {
    pub(super) after: usize,
    pub(super) last: usize,
    /// Whose turn it is; none where the talks are over.
    pub(super) turn: Option<String>,
    /// What lies on the table.
    pub(super) tabled: Option<PackageShown>,
    /// What each side would take, in sentences.
    pub(super) takes: Vec<String>,
    /// What could be proposed, in a sentence.
    pub(super) proposal: Option<String>,
    pub(super) proposed: Option<PackageShown>,
}

/// A package with its scores.
#[derive(Debug)]
pub(super) struct PackageShown {
    pub(super) query: String,
    pub(super) options: Vec<(String, Called)>,
    pub(super) worths: Vec<(String, String)>,
}

impl Rehearsed {
    /// The turns around the one that is shown.
    pub(super) fn near(&self) -> &[TurnRow] {
        let last = self.turns.len();
        let to = (self.point.after + NEAR / 2).clamp(NEAR.min(last), last);
        &self.turns[to.saturating_sub(NEAR)..to]
    }
}

/// Lays it out; `besides` are the headline, the picture and the fields of the address.
pub(super) fn rehearsed(
    view: &PageView<'_>,
    talks: &TalksAnswer,
    point: &RehearsalPoint,
    besides: (String, Option<String>, String),
) -> Rehearsed {
    let case = view.case();
    let (headline, picture, query) = besides;
    let parties: Vec<PartyId> = talks.parties(case).into_iter().flatten().collect();
    let got = talks.parties(case).into_iter().zip(&talks.got);
    let got = got.filter_map(|(party, got)| {
        let (party, got) = (party?, (*got)?);
        let without = case.parties[party.index()].sheet.open().no_deal;
        let told = |value| score(&case.unscaled(party, value));
        let without = without.map_or_else(String::new, told);
        Some((capital(&party_named(case, party)), told(got), without))
    });
    Rehearsed {
        headline,
        picture,
        query,
        parties: parties
            .iter()
            .map(|p| case.parties[p.index()].short.clone())
            .collect(),
        got: got.collect(),
        turns: (0..talks.course.len())
            .map(|at| turn_row(view, talks, &parties, (at, point.after)))
            .collect(),
        point: point_shown(view, talks, &parties, point),
    }
}

fn turn_row(
    view: &PageView<'_>,
    talks: &TalksAnswer,
    parties: &[PartyId],
    at: (usize, usize),
) -> TurnRow {
    let case = view.case();
    let (place, after) = at;
    let said = &talks.course[place];
    let who = capital(&seat_named(case, &talks.head.seats, said.seat));
    let package = talks
        .package_at(place)
        .map(|outcome| talks.space.package(outcome));
    let worths = parties.iter().map(|party| {
        let value = package.as_ref().and_then(|p| case.score(*party, p));
        value.map_or_else(String::new, |value| score(&case.unscaled(*party, value)))
    });
    TurnRow {
        number: place + 1,
        round: said.moment.round + 1,
        what: format!("{who} {}", action_words(said.action)),
        worths: worths.collect(),
        current: place + 1 == after,
    }
}

fn point_shown(
    view: &PageView<'_>,
    talks: &TalksAnswer,
    parties: &[PartyId],
    point: &RehearsalPoint,
) -> PointShown {
    let case = view.case();
    let seats = talks.parties(case).into_iter().zip(&point.takes);
    let takes =
        seats.filter_map(|(party, takes)| Some(takes_told(case, &talks.space, party?, takes)));
    let done = talks.course[..point.after].iter().rev();
    let mut done = done.filter_map(|said| match said.action {
        Action::Offer(outcome) => Some(talks.space.package(outcome)),
        Action::Accept | Action::Pass | Action::End => None,
    });
    let proposed = match &point.proposal {
        Some(RehearsalProposal::Package { package, .. }) => Some(package.package().clone()),
        _ => None,
    };
    let shown = |package: Package| package_shown(view, parties, &package);
    PointShown {
        after: point.after,
        last: talks.course.len(),
        turn: point
            .turn
            .map(|seat| capital(&seat_named(case, &talks.head.seats, seat))),
        tabled: done.next().map(shown),
        takes: takes.collect(),
        proposal: point
            .proposal
            .as_ref()
            .map(|proposal| told(view, talks, proposal)),
        proposed: proposed.map(shown),
    }
}

fn told(view: &PageView<'_>, talks: &TalksAnswer, proposal: &RehearsalProposal) -> String {
    let told = match proposal {
        RehearsalProposal::NotAsked => ProposalTold::NotAsked,
        RehearsalProposal::None(_) => ProposalTold::None,
        RehearsalProposal::Stopped(_) => ProposalTold::Stopped,
        RehearsalProposal::Package {
            package: _,
            is_fairest,
            within_lines,
            taken,
        } => {
            let seats = talks.parties(view.case()).into_iter().zip(taken);
            let refuse = seats.filter(|(_, taken)| !**taken);
            ProposalTold::Package {
                is_fairest: *is_fairest,
                within_lines: *within_lines,
                refuse: refuse.filter_map(|(party, _)| party).collect(),
            }
        }
    };
    proposal_told(view.case(), &told)
}

fn package_shown(view: &PageView<'_>, parties: &[PartyId], package: &Package) -> PackageShown {
    let case = view.case();
    let options = case.points.iter().zip(&package.0);
    let options =
        options.map(|(point, option)| (called::point(point).label, called::option(point, *option)));
    let worths = parties.iter().filter_map(|party| {
        let value = case.unscaled(*party, case.score(*party, package)?);
        Some((capital(&party_named(case, *party)), score(&value)))
    });
    PackageShown {
        query: package_query(case, package),
        options: options.collect(),
        worths: worths.collect(),
    }
}
