//! Every negotiation of a tournament under a number, and how it is held.

use std::sync::Arc;

use winset_model::case::Case;
use winset_model::options::PartyId;

use super::{NegotiationRow, SideScale, TournamentSpec};
use crate::own::OwnSide;
use crate::random::seed_of;
use crate::ranking::NotRanked;
use crate::run::{Program, play};
use crate::session::{Action, Deadline, End, Seat, Timing};
use crate::space::{Outcome, OutcomeSpace, SpaceTooLarge};
use crate::strategy::{NameRefused, Prepared, StrategySpec, named};

/// A scenario with its sides, ready to play.
#[derive(Debug)]
pub struct PlayedScenario {
    /// Its name in results.
    pub name: String,
    space: Arc<OutcomeSpace>,
    sides: Vec<OwnSide>,
    case: Case,
    scales: Vec<SideScale>,
    /// For each side, strategy and number of rounds what does not depend on the course.
    prepared: Vec<Vec<Vec<Prepared>>>,
    /// Its first negotiation.
    first: u64,
    /// How many negotiations it has.
    count: u64,
}

/// A tournament, ready to play.
#[derive(Debug)]
pub struct Tournament {
    spec: TournamentSpec,
    scenarios: Vec<PlayedScenario>,
    count: u64,
}

/// Why a tournament cannot be held.
#[derive(Debug, thiserror::Error)]
pub enum NotPlanned {
    /// A name that no strategy has.
    #[error(transparent)]
    Name(#[from] NameRefused),
    /// A scenario whose packages have no numbers.
    #[error("{scenario}: failed to {source}")]
    TooLarge {
        /// Which.
        scenario: String,
        /// Why.
        source: SpaceTooLarge,
    },
    /// A scenario with a party that has no ranking.
    #[error("{scenario}: failed to {source}")]
    NotRanked {
        /// Which.
        scenario: String,
        /// Why.
        source: NotRanked,
    },
    /// More negotiations than can be counted.
    #[error(
        "the tournament has 2^64 negotiations or more; take fewer strategies, scenarios or repetitions"
    )]
    TooMany,
    /// Nothing would be played.
    #[error("nothing is played: {0}")]
    Nothing(&'static str),
}

/// A negotiation of a tournament.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Negotiation {
    /// Its number, from 0.
    pub number: u64,
    /// Which scenario.
    pub scenario: usize,
    /// The strategy at each seat, by its place in the list.
    pub strategies: Vec<usize>,
    /// The side at each seat, by the party's place in the scenario.
    pub sides: Vec<usize>,
    /// After how many rounds it ends.
    pub rounds: u32,
    /// Which repetition, from 0.
    pub repetition: u32,
}

impl Tournament {
    /// Prepares a tournament on cases with their names.
    ///
    /// # Errors
    /// A name that is none, a scenario that cannot be played, nothing to play, or too much.
    pub fn new(spec: TournamentSpec, cases: &[(String, Case)]) -> Result<Self, NotPlanned> {
        if spec.strategies.is_empty() {
            return Err(NotPlanned::Nothing("name at least one strategy"));
        }
        if spec.rounds.is_empty() || spec.rounds.contains(&0) || spec.repetitions == 0 {
            return Err(NotPlanned::Nothing("rounds and repetitions are at least 1"));
        }
        let strategies: Result<Vec<StrategySpec>, NameRefused> =
            spec.strategies.iter().map(|name| named(name)).collect();
        let strategies = strategies?;
        let (mut scenarios, mut first) = (Vec::new(), 0_u64);
        for (name, case) in cases {
            let scenario = scenario(&spec, &strategies, name, case, first)?;
            first = first
                .checked_add(scenario.count)
                .ok_or(NotPlanned::TooMany)?;
            scenarios.push(scenario);
        }
        if first == 0 {
            return Err(NotPlanned::Nothing(
                "give at least one scenario, and two strategies or self-play",
            ));
        }
        Ok(Self {
            spec,
            scenarios,
            count: first,
        })
    }

    /// What it is made of.
    pub fn spec(&self) -> &TournamentSpec {
        &self.spec
    }

    /// How many negotiations there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The scenarios, in order.
    pub fn scenarios(&self) -> &[PlayedScenario] {
        &self.scenarios
    }

    /// The negotiation of a number, which must be below [`Tournament::count`].
    pub fn negotiation(&self, number: u64) -> Negotiation {
        let after = self.scenarios.partition_point(|s| s.first <= number);
        let scenario = &self.scenarios[after - 1];
        let mut rest = number - scenario.first;
        let mut take = |of: u64| {
            let digit = rest % of;
            rest /= of;
            digit
        };
        let seats = scenario.sides.len();
        let repetition = take(u64::from(self.spec.repetitions));
        let rounds = take(self.spec.rounds.len() as u64);
        let turned = take(turns(&self.spec, seats));
        let tuple = rest;
        Negotiation {
            number,
            scenario: after - 1,
            strategies: seated(&self.spec, seats, tuple),
            sides: (0..seats)
                .map(|seat| (seat + place(turned)) % seats)
                .collect(),
            rounds: self.spec.rounds[place(rounds)],
            repetition: u32::try_from(repetition).unwrap_or(u32::MAX),
        }
    }

    /// Holds a negotiation. The same for a number wherever and whenever it is held.
    pub fn hold(&self, number: u64) -> NegotiationRow {
        let negotiation = self.negotiation(number);
        let scenario = &self.scenarios[negotiation.scenario];
        let timing = timing(&self.spec, negotiation.rounds);
        let length = self
            .spec
            .rounds
            .iter()
            .position(|r| *r == negotiation.rounds);
        let length = length.unwrap_or(0);
        let seats = negotiation.sides.iter().zip(&negotiation.strategies);
        let programs = (0..).map(Seat).zip(seats).map(|(seat, (side, strategy))| {
            let seed = seed_of(self.spec.seed, &[number, u64::from(seat.0)]);
            Program {
                own: scenario.sides[*side].clone(),
                strategy: scenario.prepared[*side][*strategy][length].begin(seed),
                seat,
            }
        });
        let mut offers = 0;
        let end = play(&scenario.space, timing, programs.collect(), |said| {
            offers += u64::from(matches!(said.action, Action::Offer(_)));
        });
        self.row(negotiation, end, offers)
    }

    /// How a negotiation went that ended so.
    pub(super) fn row(&self, negotiation: Negotiation, end: End, offers: u64) -> NegotiationRow {
        let scenario = &self.scenarios[negotiation.scenario];
        let sides = negotiation.sides.iter().map(|side| &scenario.sides[*side]);
        let utilities = sides.map(|own| match end.agreed {
            Ok(outcome) => own.utility(outcome),
            Err(_) => own.without_deal(self.spec.no_deal),
        });
        NegotiationRow {
            utilities: utilities.collect(),
            offers,
            end,
            negotiation,
        }
    }

    /// How time is counted in negotiations of so many rounds.
    pub(super) fn timing(&self, rounds: u32) -> Timing {
        timing(&self.spec, rounds)
    }

    /// How many results of seats there are, those of repetitions counted together.
    pub(super) fn block_seats(&self) -> u64 {
        let repetitions = u64::from(self.spec.repetitions);
        let of = |scenario: &PlayedScenario| {
            (scenario.count / repetitions).saturating_mul(scenario.sides.len() as u64)
        };
        self.scenarios.iter().map(of).fold(0, u64::saturating_add)
    }

    /// How many tuples of strategies sit down to so many seats.
    pub(super) fn tuples_of(&self, seats: usize) -> u64 {
        tuples(&self.spec, seats).unwrap_or(u64::MAX)
    }

    /// How many blocks each of them has: sides and numbers of rounds.
    pub(super) fn blocks_of_tuple(&self, seats: usize) -> u64 {
        turns(&self.spec, seats) * self.spec.rounds.len() as u64
    }

    /// How far sides are turned in a block of a tuple.
    pub(super) fn turned(&self, seats: usize, block: u64) -> usize {
        debug_assert!(block < self.blocks_of_tuple(seats));
        place(block / self.spec.rounds.len() as u64)
    }

    /// The strategies of a tuple.
    pub(super) fn seated(&self, seats: usize, tuple: u64) -> Vec<usize> {
        seated(&self.spec, seats, tuple)
    }

    /// The number of a tuple; none where it does not sit down: without self-play a strategy sits once.
    pub(super) fn tuple_of(&self, strategies: &[usize]) -> Option<u64> {
        let of = self.spec.strategies.len();
        let mut number = 0;
        for (seat, strategy) in strategies.iter().enumerate() {
            let before = &strategies[..seat];
            let (left, digit) = if self.spec.self_play {
                (of, *strategy)
            } else if before.contains(strategy) {
                return None;
            } else {
                let taken = before.iter().filter(|other| *other < strategy).count();
                (of - seat, strategy - taken)
            };
            number = number * left as u64 + digit as u64;
        }
        Some(number)
    }
}

impl PlayedScenario {
    /// What can be agreed.
    pub fn space(&self) -> &OutcomeSpace {
        &self.space
    }

    /// The sides, in the parties' order.
    pub fn sides(&self) -> &[OwnSide] {
        &self.sides
    }

    /// The case that is played.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// What the sides' scores mean, in the parties' order.
    pub fn scales(&self) -> &[SideScale] {
        &self.scales
    }

    /// What a package is worth to each side, in whole numbers of its scale.
    pub fn scores(&self, outcome: Outcome) -> Box<[i64]> {
        let package = self.space.package(outcome);
        let parties = (0..self.sides.len()).map(PartyId::at);
        // Every side has a ranking, and therefore scores.
        parties
            .map(|party| self.case.score(party, &package).unwrap_or(0))
            .collect()
    }
}

fn scenario(
    spec: &TournamentSpec,
    strategies: &[StrategySpec],
    name: &str,
    case: &Case,
    first: u64,
) -> Result<PlayedScenario, NotPlanned> {
    let space = OutcomeSpace::of(case).map_err(|source| NotPlanned::TooLarge {
        scenario: name.to_owned(),
        source,
    })?;
    let space = Arc::new(space);
    let sides = (0..case.parties.len()).map(|party| OwnSide::new(case, &space, PartyId::at(party)));
    let sides: Result<Vec<OwnSide>, NotRanked> = sides.collect();
    let sides = sides.map_err(|source| NotPlanned::NotRanked {
        scenario: name.to_owned(),
        source,
    })?;
    let prepared = |own: &OwnSide| -> Vec<Vec<Prepared>> {
        let each = strategies.iter().map(|strategy| {
            let lengths = spec.rounds.iter();
            lengths
                .map(|rounds| strategy.prepare(own, timing(spec, *rounds)))
                .collect()
        });
        each.collect()
    };
    let scale = |(party, own): (usize, &OwnSide)| {
        let ranking = own.ranking();
        let reach = [ranking.at(0), ranking.at(ranking.count() - 1)];
        SideScale::new(case, &space, PartyId::at(party), reach, spec.no_deal)
    };
    let seats = sides.len();
    let count = tuples(spec, seats)
        .and_then(|n| n.checked_mul(turns(spec, seats)))
        .and_then(|n| n.checked_mul(spec.rounds.len() as u64))
        .and_then(|n| n.checked_mul(u64::from(spec.repetitions)));
    Ok(PlayedScenario {
        name: name.to_owned(),
        prepared: sides.iter().map(prepared).collect(),
        scales: sides.iter().enumerate().map(scale).collect(),
        case: case.clone(),
        space,
        sides,
        first,
        count: count.ok_or(NotPlanned::TooMany)?,
    })
}

fn timing(spec: &TournamentSpec, rounds: u32) -> Timing {
    Timing {
        deadline: Deadline::rounds(rounds),
        clock: spec.clock,
    }
}

/// How often the sides are turned.
fn turns(spec: &TournamentSpec, seats: usize) -> u64 {
    if spec.rotate { seats as u64 } else { 1 }
}

/// In how many ways strategies are seated, in order; none where that cannot be counted.
fn tuples(spec: &TournamentSpec, seats: usize) -> Option<u64> {
    let of = spec.strategies.len() as u64;
    (0..seats as u64).try_fold(1_u64, |ways, seat| {
        let left = if spec.self_play {
            of
        } else {
            of.saturating_sub(seat)
        };
        ways.checked_mul(left)
    })
}

/// The strategies of a tuple: with self-play the digits of its number, else the arrangement of that number
/// without repetition, both with the last seat moving fastest.
fn seated(spec: &TournamentSpec, seats: usize, tuple: u64) -> Vec<usize> {
    let of = spec.strategies.len();
    let mut rest = tuple;
    let mut digits = vec![0; seats];
    for (seat, digit) in digits.iter_mut().enumerate().rev() {
        let left = if spec.self_play { of } else { of - seat } as u64;
        *digit = place(rest % left);
        rest /= left;
    }
    if spec.self_play {
        return digits;
    }
    let mut free: Vec<usize> = (0..of).collect();
    digits.into_iter().map(|digit| free.remove(digit)).collect()
}

fn place(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
