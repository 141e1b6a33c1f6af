//! Talks under rules, held or played again.

use std::sync::Arc;

use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_play::own::OwnSide;
use winset_play::ranking::NotRanked;
use winset_play::run::{Program, Said};
use winset_play::session::{Action, End, NoDealScore, Seat};
use winset_play::space::{NotKept, Outcome, OutcomeSpace};
use winset_play::strategy::{NameRefused, bound_named, named};
use winset_play::trace::{TraceHead, TraceSeat};
use winset_play::worth::score_of_end;

/// A course of talks.
#[derive(Debug, Clone)]
pub struct TalksAnswer {
    /// Who sat where, by which rules.
    pub head: TraceHead,
    /// The packages under their numbers.
    pub space: Arc<OutcomeSpace>,
    /// What was done, in order.
    pub course: Vec<Said>,
    /// How it ended; none where it was stopped, to go on another day.
    pub end: Option<End>,
    /// What each seat got, on its party's scale of whole numbers; none without scores, and without an end.
    pub got: Vec<Option<i64>>,
}

/// Why a program cannot take its seat.
#[derive(Debug, thiserror::Error)]
pub enum NotSeated {
    /// No program has this name.
    #[error("{source} (at the seat of {party})")]
    Name {
        /// Whose seat.
        party: String,
        /// Why.
        source: NameRefused,
    },
    /// The party's packages have no order.
    #[error("{0}")]
    NotRanked(#[from] NotRanked),
    /// A bound knows the scores of one other party.
    #[error(
        "seat a program at `{0}` that knows the scores of the other: there must be one other party at the table"
    )]
    NotOneOther(String),
    /// Packages cannot be left out.
    #[error("{0}")]
    NotKept(#[from] NotKept),
    /// A mediator's program does not understand the answers.
    #[error(
        "ask parties whether a text is better than the one before: the mediator `{0}` asks what they accept"
    )]
    NotUnderstood(String),
    /// A seat that is no party's has nothing to aim at.
    #[error(
        "seat `{0}` for a program: it is no party of the case; a person or a program of your own may sit there"
    )]
    NoParty(String),
}

/// The program of a seat, by the name of its strategy.
///
/// # Errors
/// There is no such strategy, or the party has no ranking.
pub fn program_at(
    case: &Case,
    space: &Arc<OutcomeSpace>,
    head: &TraceHead,
    seat: Seat,
) -> Result<Program, NotSeated> {
    let taken = &head.seats[seat.index()];
    let refused = |source| NotSeated::Name {
        party: taken.party.clone(),
        source,
    };
    let bound = bound_named(&taken.plays).transpose().map_err(refused)?;
    let party = case.party_named(&taken.party);
    let party = party.ok_or_else(|| NotSeated::NoParty(taken.party.clone()))?;
    let own = OwnSide::new(case, &head.space_at(case, space, seat)?, party)?;
    let strategy = if let Some(bound) = bound {
        bound.begin(&other_side(case, space, head, seat)?, taken.seed)
    } else {
        let strategy = named(&taken.plays).map_err(refused)?;
        strategy.begin(&own, head.timing, taken.seed)
    };
    Ok(Program {
        strategy,
        own,
        seat,
    })
}

/// The side of the only other party at a table, for whoever is to know it.
fn other_side(
    case: &Case,
    space: &Arc<OutcomeSpace>,
    head: &TraceHead,
    seat: Seat,
) -> Result<OwnSide, NotSeated> {
    let own = &head.seats[seat.index()].party;
    let others = head.seats.iter().filter(|taken| taken.party != *own);
    let mut others = others.filter_map(|taken| case.party_named(&taken.party));
    match (others.next(), others.next()) {
        (Some(other), None) => Ok(OwnSide::new(case, space, other)?),
        _ => Err(NotSeated::NotOneOther(own.clone())),
    }
}

impl TalksAnswer {
    /// The answer of a course.
    pub fn new(
        case: &Case,
        head: TraceHead,
        space: Arc<OutcomeSpace>,
        course: Vec<Said>,
        end: Option<End>,
    ) -> Self {
        Self {
            got: end.map_or_else(
                || vec![None; head.seats.len()],
                |end| got_at(case, &space, &head.seats, head.no_deal, end.agreed.ok()),
            ),
            head,
            space,
            course,
            end,
        }
    }

    /// The parties at the table, in the order of seats; none for a mediator.
    pub fn parties(&self, case: &Case) -> Vec<Option<PartyId>> {
        parties_at(case, &self.head.seats)
    }

    /// The package that an act tables or accepts.
    pub fn package_at(&self, place: usize) -> Option<Outcome> {
        let acts = self.course.get(..=place)?;
        match acts.last()?.action {
            Action::Offer(outcome) => Some(outcome),
            Action::Accept => acts.iter().rev().find_map(|said| match said.action {
                Action::Offer(outcome) => Some(outcome),
                Action::Accept | Action::Pass | Action::End => None,
            }),
            Action::Pass | Action::End => None,
        }
    }
}

/// The parties at seats; none for a mediator.
pub(super) fn parties_at(case: &Case, seats: &[TraceSeat]) -> Vec<Option<PartyId>> {
    let parties = seats.iter().map(|seat| case.party_named(&seat.party));
    parties.collect()
}

/// What each seat got from a package or from no deal, on its party's scale of whole numbers; none without scores.
pub(super) fn got_at(
    case: &Case,
    space: &Arc<OutcomeSpace>,
    seats: &[TraceSeat],
    no_deal: NoDealScore,
    agreed: Option<Outcome>,
) -> Vec<Option<i64>> {
    let got = parties_at(case, seats)
        .into_iter()
        .map(|party| score_of_end(case, space, no_deal, party?, agreed));
    got.collect()
}
