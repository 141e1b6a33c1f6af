//! Courses that are known before talks begin: of strategies that look at time alone.

use std::sync::Arc;

use super::accepts::AcceptSpec;
use super::offers::OfferSpec;
use super::{Intended, Strategy, Turn};
use crate::own::OwnSide;
use crate::session::{Action, TalkMoment, Timing};
use crate::space::Outcome;

/// Most rounds that are planned.
const ROUNDS_MAX: u32 = 1 << 20;

/// What a strategy does in each round.
#[derive(Debug)]
pub(super) struct Plan {
    rounds: Vec<PlannedRound>,
}

#[derive(Debug, Clone, Copy)]
struct PlannedRound {
    /// What is worth as much is accepted.
    accepts_from: f64,
    offer: Outcome,
}

impl Plan {
    /// The plan of parts that look at time alone; none of others, and none where a clock runs.
    pub(super) fn new(
        offer: &OfferSpec,
        accept: &AcceptSpec,
        own: &OwnSide,
        timing: Timing,
    ) -> Option<Self> {
        let OfferSpec::Timed(timed) = offer else {
            return None;
        };
        if !accept.looks_at_time_alone() {
            return None;
        }
        let rounds = timing
            .deadline
            .rounds
            .filter(|rounds| *rounds <= ROUNDS_MAX && timing.deadline.duration_ms.is_none())?;
        let plan = (0..rounds).map(|round| {
            let turn = Turn {
                own,
                moment: TalkMoment {
                    round,
                    time: timing.clock.time(&timing.deadline, round, 0),
                    at_ms: 0,
                },
                deadline: timing.deadline,
                tabled: None,
            };
            let intended = Intended::plain(timed.offer(&turn));
            PlannedRound {
                accepts_from: accepts_from(accept, &turn, intended),
                offer: intended.offer,
            }
        });
        Some(Self {
            rounds: plan.collect(),
        })
    }
}

/// The worth of the worst package that a rule accepts in a turn; more than any where it accepts none. A
/// rule that looks at time alone accepts whatever is better than what it accepts.
fn accepts_from(accept: &AcceptSpec, turn: &Turn<'_>, intended: Intended) -> f64 {
    let ranking = turn.own.ranking();
    let mut rule = accept.begin(0);
    let (mut accepted, mut refused) = (0, ranking.count());
    while accepted < refused {
        let middle = accepted + (refused - accepted) / 2;
        if rule.accepts(turn, ranking.at(middle), intended) {
            accepted = middle + 1;
        } else {
            refused = middle;
        }
    }
    accepted
        .checked_sub(1)
        .map_or(f64::INFINITY, |last| ranking.utility_at(last))
}

/// Does what is planned.
#[derive(Debug)]
pub(super) struct Planned(Arc<Plan>);

impl Planned {
    pub(super) fn new(plan: Arc<Plan>) -> Self {
        Self(plan)
    }
}

impl Strategy for Planned {
    fn heard(&mut self, _: &OwnSide, _: Outcome, _: TalkMoment) {}

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        let round = usize::try_from(turn.moment.round).unwrap_or(usize::MAX);
        let Some(now) = self.0.rounds.get(round) else {
            return Action::End;
        };
        match turn.tabled {
            Some(tabled) if turn.own.utility(tabled) >= now.accepts_from => Action::Accept,
            Some(_) | None => Action::Offer(now.offer),
        }
    }
}
