//! `UOAgent` (Team Moto, second in ANL 2024): keeps to the packages that are very good for itself, and of those
//! near its level tables the one with most welfare. Its source is told the scores of the other side.

use super::{OpponentModel, Strategy, Turn};
use crate::own::OwnSide;
use crate::ranking::Estimate;
use crate::session::{Action, TalkMoment};
use crate::space::Outcome;

/// Around its level.
const BAND: f64 = 0.02;
/// From when on it offers what the other came down to.
const LATE_FROM: f64 = 0.975;
/// Worths of the other below it do not count as conceded.
const CONCEDED_MIN: f64 = 0.01;
/// Most packages that it goes through one by one.
const CANDIDATES_MAX: u64 = 1_000_000;
/// How many rounds it counts with where there are none.
const ROUNDS: u32 = 100;

/// What it aims at, in a turn of all its turns, where no deal is worth so much: from 0 to 1.
pub fn uo_level(turn: u32, rounds: u32, no_deal: f64) -> f64 {
    let under = if no_deal > 0.85 { no_deal } else { 0.85 };
    let gone = f64::from(turn) / f64::from(rounds);
    1.0 - (1.0 - under) * gone.powi(5)
}

/// The strategy, with the side of the other itself or a model of it.
#[derive(Debug)]
pub struct UoAgent {
    other: Other,
    /// How many of its turns have begun.
    turns: u32,
    /// The least that an offer of the other was worth to the other.
    conceded: f64,
}

#[derive(Debug)]
enum Other {
    Known(OwnSide),
    Modelled(Box<dyn OpponentModel>),
}

/// What it makes of the other in a turn.
#[derive(Debug)]
enum Guess<'a> {
    Known(&'a OwnSide),
    Estimated(Estimate),
}

impl Guess<'_> {
    fn worth(&self, own: &OwnSide, outcome: Outcome) -> f64 {
        match self {
            Self::Known(other) => other.utility(outcome),
            Self::Estimated(estimate) => estimate.worth(own.space(), outcome),
        }
    }
}

/// A package that it may table: what it is worth to itself and to the other.
type Candidate = (Outcome, f64, f64);

impl UoAgent {
    /// The strategy with a model of the other.
    pub fn guessing(model: Box<dyn OpponentModel>) -> Self {
        Self::with(Other::Modelled(model))
    }

    /// The strategy as its source has it, with the other's side: a bound for rehearsal: `known:uoagent`.
    pub fn knowing(other: &OwnSide) -> Self {
        Self::with(Other::Known(other.clone()))
    }

    fn with(other: Other) -> Self {
        Self {
            other,
            turns: 0,
            conceded: 1.0,
        }
    }

    fn guess(&self, own: &OwnSide) -> Guess<'_> {
        match &self.other {
            Other::Known(other) => Guess::Known(other),
            Other::Modelled(model) => Guess::Estimated(model.estimate(own)),
        }
    }

    fn accepts(&self, turn: &Turn<'_>, tabled: Outcome) -> bool {
        let no_deal = turn.own.no_deal().unwrap_or(0.0);
        let worth = turn.own.utility(tabled);
        let is_last = turn.deadline.rounds == Some(self.turns + 1);
        is_last && worth > no_deal || worth > 1.0 - (1.0 - no_deal) * turn.moment.time.powi(50)
    }

    /// The offer of a turn that has been counted.
    fn next_offer(&self, turn: &Turn<'_>) -> Outcome {
        let own = turn.own;
        let ranking = own.ranking();
        let is_last = turn.deadline.rounds == Some(self.turns + 1);
        let rounds = turn.deadline.rounds.unwrap_or(ROUNDS);
        let late = turn.moment.time > LATE_FROM || is_last;
        let level = uo_level(self.turns, rounds, own.no_deal().unwrap_or(0.0));
        let count = candidates(own);
        let guess = self.guess(own);
        if count > CANDIDATES_MAX || ranking.count() > CANDIDATES_MAX {
            let estimate = match guess {
                Guess::Known(other) => super::KnownSide::new(other).estimate(own),
                Guess::Estimated(estimate) => estimate,
            };
            let least = ranking.utility_at(count - 1);
            let level = if late { least } else { level - BAND };
            return ranking.best_for(own.space(), &estimate, level.max(least));
        }
        let candidate = |place| {
            let outcome = ranking.at(place);
            (
                outcome,
                ranking.utility_at(place),
                guess.worth(own, outcome),
            )
        };
        if late {
            let mut all: Vec<Candidate> = (0..count).map(candidate).collect();
            // Stable: of those that are as good for the other the better for oneself first.
            all.sort_by(|a, b| b.2.total_cmp(&a.2));
            let near = |level| nearest(all.iter().map(|(_, _, theirs)| *theirs), level);
            let (from, to) = (near(self.conceded + BAND), near(self.conceded));
            return most_welfare(all.into_iter().skip(from).take(to + 1 - from.min(to)));
        }
        let near = |level| nearest_place(own, count, level);
        let (from, to) = (near(level + BAND), near(level - BAND));
        most_welfare((from..=to.max(from)).map(candidate))
    }
}

/// How many of its best packages it may table: at least 1.
fn candidates(own: &OwnSide) -> u64 {
    let no_deal = own.no_deal().unwrap_or(0.0);
    let least = if no_deal <= 0.4 {
        no_deal + 0.40
    } else {
        no_deal.max(0.80)
    };
    let good = own.ranking().at_least(least);
    if good == 0 {
        own.ranking().at_least(no_deal).max(1)
    } else {
        good
    }
}

/// The first place, of so many, whose worth comes nearest to a level.
fn nearest_place(own: &OwnSide, count: u64, level: f64) -> u64 {
    let ranking = own.ranking();
    let above = ranking.at_least(level).min(count);
    let Some(last) = above.checked_sub(1) else {
        return 0;
    };
    let from_above = ranking.utility_at(last) - level;
    if above < count && level - ranking.utility_at(above) < from_above {
        return above;
    }
    ranking.first_alike(last)
}

/// The first place in a list whose number comes nearest to a level.
fn nearest(numbers: impl Iterator<Item = f64>, level: f64) -> usize {
    let off = numbers.map(|number| (number - level).abs()).enumerate();
    off.min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map_or(0, |(at, _)| at)
}

/// The package with most welfare, then best for oneself, then first.
fn most_welfare(candidates: impl Iterator<Item = Candidate>) -> Outcome {
    let key = |(_, mine, theirs): &Candidate| (mine + theirs, *mine);
    let best = candidates.reduce(|best, next| {
        let ((welfare, mine), (other_welfare, other_mine)) = (key(&best), key(&next));
        let order = other_welfare
            .total_cmp(&welfare)
            .then(other_mine.total_cmp(&mine));
        if order.is_gt() { next } else { best }
    });
    best.map_or(Outcome(0), |(outcome, _, _)| outcome)
}

impl Strategy for UoAgent {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        if let Other::Modelled(model) = &mut self.other {
            model.heard(own, offer, moment);
        }
        let theirs = self.guess(own).worth(own, offer);
        if theirs < self.conceded && theirs >= CONCEDED_MIN {
            self.conceded = theirs;
        }
    }

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        match turn.tabled {
            Some(tabled) if self.accepts(turn, tabled) => Action::Accept,
            Some(_) | None => {
                self.turns = self.turns.saturating_add(1);
                Action::Offer(self.next_offer(turn))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_fall_with_the_fifth_power() {
        for (turn, rounds, no_deal, expected) in [
            (0, 100, 0.0, 1.0),
            (50, 100, 0.3, 1.0 - 0.15 / 32.0),
            (100, 100, 0.0, 0.85),
            (50, 100, 0.9, 1.0 - 0.1 / 32.0),
            (10, 20, 0.85, 1.0 - 0.15 / 32.0),
        ] {
            let found = uo_level(turn, rounds, no_deal);
            assert!((found - expected).abs() < 1e-12, "{turn} {found}");
        }
    }
}
