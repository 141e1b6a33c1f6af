//! Strategies that concede with time alone (Faratin, Sierra and Jennings 1998), as programs count it.

use super::{Intended, Offering, Turn};
use crate::own::OwnSide;
use crate::space::Outcome;

/// By how much what `NegMAS` offers may stay below its level.
const NEGMAS_TOLERANCE: f64 = 1e-4;

/// How the level that a party aims at falls with time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Levels {
    /// `NegMAS`: from the best to the worst that is not worse than no deal, by `1 - t^e`: 4 is
    /// Boulware, 1 linear, 1/4 conceder. What is worth at least the level, the worst of it, is offered.
    Negmas {
        /// The exponent.
        e: f64,
    },
    /// `NegMAS`, exponentially: by `(exp((1 - t)^e) - 1) / (e' - 1)` with Euler's number `e'`.
    NegmasExp {
        /// The exponent.
        e: f64,
    },
    /// The agents of GENIUS: from the best to the worst that is not worse than no deal, by `t^(1/e)`: 0.2 is
    /// Boulware, 1 linear, 2 conceder, 0 never concedes. What comes nearest to the level is offered.
    GeniusAgent {
        /// The parameter of concession.
        e: f64,
    },
    /// The parties of GENIUS: from 1 to 0 by `(t - 1/n)^(1/e)`, so that the first round is at 0. What comes
    /// nearest to the level is offered.
    GeniusParty {
        /// The parameter of concession.
        e: f64,
    },
    /// `NegoLog`: a Bézier curve of three control points (Vahidov, Kersten and Yu 2017), not below no deal.
    /// What comes nearest to the level is offered.
    Bezier {
        /// The control points.
        p: [f64; 3],
    },
}

impl Levels {
    /// Whether the worst package at or above the level is offered, not the one nearest to it.
    fn takes_worst_above(self) -> bool {
        matches!(self, Self::Negmas { .. } | Self::NegmasExp { .. })
    }

    /// The level that a party aims at in a turn.
    pub fn level(self, turn: &Turn<'_>) -> f64 {
        let time = turn.moment.time;
        let (best, least) = bounds(turn.own);
        match self {
            Self::Negmas { e } => (best - least) * (1.0 - time.powf(e)) + least,
            Self::NegmasExp { e } => {
                let aspiration = (1.0 - time).powf(e).exp_m1() / 1.0_f64.exp_m1();
                (best - least) * aspiration + least
            }
            Self::GeniusAgent { e } => least + (best - least) * (1.0 - conceded(time, e)),
            Self::GeniusParty { e } => {
                let first = turn
                    .deadline
                    .rounds
                    .map_or(0.0, |rounds| 1.0 / f64::from(rounds));
                1.0 - conceded((time - first).max(0.0), e)
            }
            Self::Bezier { p: [p0, p1, p2] } => {
                let left = 1.0 - time;
                let level = left * left * p0 + 2.0 * left * time * p1 + time * time * p2;
                level.max(turn.own.no_deal().unwrap_or(0.0))
            }
        }
    }
}

/// How much is conceded at a time, from 0 to 1.
fn conceded(time: f64, e: f64) -> f64 {
    if e == 0.0 { 0.0 } else { time.powf(1.0 / e) }
}

/// What the best package is worth, and the worst that is not worse than no deal.
fn bounds(own: &OwnSide) -> (f64, f64) {
    let (best, worst) = own.ranking().reach();
    (
        best,
        own.no_deal().map_or(worst, |no_deal| no_deal.max(worst)),
    )
}

/// Offers what comes up to the level of the moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeDependent {
    /// The levels.
    pub levels: Levels,
}

impl TimeDependent {
    /// The package of a turn: it depends on nothing but the own side and the time.
    pub fn offer(&self, turn: &Turn<'_>) -> Outcome {
        let level = self.levels.level(turn);
        let ranking = turn.own.ranking();
        if self.levels.takes_worst_above() {
            let rational = turn.own.rational();
            let above = ranking
                .at_least(level - NEGMAS_TOLERANCE)
                .min(rational)
                .max(1);
            return ranking.at(ranking.first_alike(above - 1));
        }
        nearest(turn.own, level)
    }
}

impl Offering for TimeDependent {
    fn intends(&mut self, turn: &Turn<'_>) -> Intended {
        Intended::plain(self.offer(turn))
    }
}

/// The package that comes nearest to a level; of two that are as near the better one.
fn nearest(own: &OwnSide, level: f64) -> Outcome {
    let ranking = own.ranking();
    let above = ranking.at_least(level);
    if above == 0 {
        return ranking.at(0);
    }
    let from_above = ranking.utility_at(above - 1) - level;
    if above < ranking.count() && level - ranking.utility_at(above) < from_above {
        return ranking.at(above);
    }
    ranking.at(ranking.first_alike(above - 1))
}
