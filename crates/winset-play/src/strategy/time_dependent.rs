//! Strategies that concede with time alone (Faratin, Sierra and Jennings 1998), as programs count it.

use super::unit::UnitScale;
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
    /// The parties of GENIUS: from 1 to 0 by `(t - 1/(n + 1))^(1/e)` of `n` rounds, so that the
    /// first round is at 0. What comes
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
                    .map_or(0.0, |rounds| 1.0 / (f64::from(rounds) + 1.0));
                UnitScale::of(turn.own).raw(1.0 - conceded((time - first).max(0.0), e))
            }
            Self::Bezier { p } => {
                let scale = UnitScale::of(turn.own);
                let no_deal = scale.no_deal(turn.own);
                scale.raw(bezier(raised(p, no_deal), time).max(no_deal))
            }
        }
    }
}

/// A Bézier curve of three control points, at a time from 0 to 1.
pub(super) fn bezier([p0, p1, p2]: [f64; 3], time: f64) -> f64 {
    let left = 1.0 - time;
    left * left * p0 + 2.0 * left * time * p1 + time * time * p2
}

/// Control points whose end is not below no deal; the middle rises as the mean of both ends does.
fn raised([p0, p1, p2]: [f64; 3], no_deal: f64) -> [f64; 3] {
    if no_deal > p2 {
        [p0, (p0 + no_deal) / (p0 + p2) * p1, no_deal]
    } else {
        [p0, p1, p2]
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

/// The package that comes nearest to a level; of two that are as near the better one. Of those that are as
/// good the one next to the level: the last of the better, the first of the worse, where GENIUS and
/// `NegoLog` come out too, unless a worth is the level to the last bit.
pub(super) fn nearest(own: &OwnSide, level: f64) -> Outcome {
    let ranking = own.ranking();
    let above = ranking.at_least(level);
    if above == 0 {
        return ranking.at(0);
    }
    let from_above = ranking.utility_at(above - 1) - level;
    if above < ranking.count() && level - ranking.utility_at(above) < from_above {
        return ranking.at(above);
    }
    ranking.at(above - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Deadline, TalkMoment};
    use crate::strategy::tests::side;

    fn level(levels: Levels, time: f64, no_deal: Option<i64>) -> f64 {
        // Worth 0 to 1 in tenths.
        let own = side(&[&[10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]], no_deal);
        levels.level(&Turn {
            own: &own,
            moment: TalkMoment {
                round: 0,
                time,
                at_ms: 0,
            },
            deadline: Deadline::rounds(100),
            tabled: None,
        })
    }

    #[test]
    fn levels_fall_as_their_formulas_say() {
        let boulware = [1.0, 0.85, 0.4];
        for (levels, time, no_deal, expected) in [
            (Levels::Negmas { e: 4.0 }, 0.5, None, 0.9375),
            (Levels::Negmas { e: 4.0 }, 0.5, Some(2), 0.95),
            (Levels::Negmas { e: 0.25 }, 0.0625, None, 0.5),
            // (exp(0.25) - 1) / (e - 1) and (exp(0.0625) - 1) / (e - 1).
            (
                Levels::NegmasExp { e: 2.0 },
                0.5,
                None,
                0.165_296_176_671_119_98,
            ),
            (
                Levels::NegmasExp { e: 4.0 },
                0.5,
                None,
                0.037_534_272_812_334_83,
            ),
            (Levels::GeniusAgent { e: 0.2 }, 0.5, None, 0.96875),
            (Levels::GeniusAgent { e: 2.0 }, 0.25, Some(2), 0.6),
            (Levels::GeniusAgent { e: 0.0 }, 0.9, None, 1.0),
            (
                Levels::GeniusParty { e: 0.2 },
                0.5 + 1.0 / 101.0,
                Some(2),
                0.96875,
            ),
            (Levels::GeniusParty { e: 2.0 }, 1.0 / 101.0, None, 1.0),
            (Levels::Bezier { p: boulware }, 0.0, None, 1.0),
            (Levels::Bezier { p: boulware }, 0.5, None, 0.775),
            (Levels::Bezier { p: boulware }, 1.0, None, 0.4),
            // No deal at 0.6: the end is 0.6, the middle 0.85 * 0.8 / 0.7.
            (
                Levels::Bezier { p: boulware },
                0.5,
                Some(6),
                0.25 + 0.425 * 8.0 / 7.0 + 0.15,
            ),
        ] {
            let found = level(levels, time, no_deal);
            assert!(
                (found - expected).abs() < 1e-12,
                "{levels:?} {time} {found} {expected}"
            );
        }
    }
}
