//! `AgentK` (Kawaguchi, Fujita and Ito 2011), which won ANAC 2010: guesses from what it was offered how far the
//! other will come, and goes down towards that.

use super::unit::UnitScale;
use super::{Strategy, Turn};
use crate::own::OwnSide;
use crate::random::Draws;
use crate::session::{Action, TalkMoment};
use crate::space::Outcome;

/// How much its aim trembles.
const TREMOR: f64 = 2.0;
/// By how much the aim of a new package sinks until there is one.
const SINKS_BY: f64 = 0.01;

/// What it aims at after an offer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgentKAim {
    /// What comes up to it may be tabled again or accepted.
    pub target: f64,
    /// What it looks for anew.
    pub search: f64,
    /// The probability of accepting the offer; 0 where it is below 0.1, and it may be above 1.
    pub accepts: f64,
}

/// The strategy.
#[derive(Debug, Clone)]
pub struct AgentK {
    draws: Draws,
    /// Sums over the worths of all offers, of their squares, and their number.
    sum: f64,
    squares: f64,
    offers: f64,
    aim: AgentKAim,
    /// The distinct packages that were offered, in the order of their numbers.
    offered: Vec<Outcome>,
}

impl AgentK {
    /// The strategy with a seed for what it draws.
    pub fn new(seed: u64) -> Self {
        Self {
            draws: Draws::new(seed),
            sum: 0.0,
            squares: 0.0,
            offers: 0.0,
            aim: AgentKAim {
                target: 1.0,
                search: 1.0,
                accepts: 0.0,
            },
            offered: Vec::new(),
        }
    }

    /// Takes an offer of a worth from 0 to 1 at a time, with a number from 0 to 1 that was drawn, and says what
    /// it aims at then.
    pub fn aims(&mut self, worth: f64, time: f64, drawn: f64) -> AgentKAim {
        self.sum += worth;
        self.squares += worth * worth;
        self.offers += 1.0;
        let mean = self.sum / self.offers;
        let variance = self.squares / self.offers - mean * mean;
        // Rounding may take it below 0.
        let deviation = if variance > 0.0 {
            (12.0 * variance).sqrt()
        } else {
            0.0
        };
        let reachable = mean + (1.0 - mean) * deviation;
        let alpha = 1.0 + TREMOR + 10.0 * mean - 2.0 * TREMOR * mean;
        let beta = alpha + drawn * TREMOR - TREMOR / 2.0;
        let aim = |exponent| aimed(time, exponent, deviation, reachable);
        let target = aim(alpha);
        let accepts = time.powf(alpha) / 5.0 + (worth - reachable) + (worth - target);
        self.aim = AgentKAim {
            target,
            search: aim(beta),
            accepts: if accepts < 0.1 { 0.0 } else { accepts },
        };
        self.aim
    }

    fn next_offer(&mut self, turn: &Turn<'_>) -> Outcome {
        let scale = UnitScale::of(turn.own);
        let good = |offer: &&Outcome| scale.utility(turn.own, **offer) > self.aim.target;
        let good: Vec<Outcome> = self.offered.iter().filter(good).copied().collect();
        if let Some(last) = (good.len() as u64).checked_sub(1) {
            let drawn = usize::try_from(self.draws.below(last + 1)).unwrap_or(0);
            return good[drawn];
        }
        let ranking = turn.own.ranking();
        let best = scale.unit(ranking.utility_at(0));
        if self.aim.search > best {
            self.aim.search -= ((self.aim.search - best) / SINKS_BY).ceil() * SINKS_BY;
        }
        let above = scale.at_least(turn.own, self.aim.search).max(1);
        ranking.at(self.draws.below(above))
    }
}

/// The level at a time for an exponent, from how much offers differ and how far the other may come.
fn aimed(time: f64, exponent: f64, deviation: f64, reachable: f64) -> f64 {
    let before = 1.0 - time.powf(exponent) * (1.0 - reachable);
    let ratio = (deviation + 0.1) / (1.0 - before);
    let ratio = if ratio.is_nan() || ratio > 2.0 {
        2.0
    } else {
        ratio
    };
    let target = ratio * before + 1.0 - ratio;
    if target <= reachable {
        return reachable;
    }
    let most = 400.0 - 300.0 * time.powi(3);
    let above = target - reachable;
    let factor = (1.0 / (above * above)).min(most);
    target - above * factor / most
}

impl Strategy for AgentK {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        if let Err(at) = self.offered.binary_search(&offer) {
            self.offered.insert(at, offer);
        }
        let drawn = self.draws.unit();
        let worth = UnitScale::of(own).utility(own, offer).min(1.0);
        self.aims(worth, moment.time, drawn);
    }

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        if turn.tabled.is_some() && self.aim.accepts > self.draws.unit() {
            return Action::Accept;
        }
        Action::Offer(self.next_offer(turn))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of an own calculation by the formulas of its source, with 50 digits.
    #[test]
    fn aims_follow_the_formulas() {
        let mut agent = AgentK::new(0);
        for (worth, time, drawn, expected) in AIMS {
            let AgentKAim {
                target,
                search,
                accepts,
            } = agent.aims(worth, time, drawn);
            let found = [target, search, accepts];
            for (one, two) in found.iter().zip(expected) {
                assert!((one - two).abs() < 1e-12, "{time} {found:?} {expected:?}");
            }
        }
    }

    /// Worth, time and draw of offers, and what it aims at then.
    const AIMS: [(f64, f64, f64, [f64; 3]); 5] = [
        (
            0.3,
            0.1,
            0.5,
            [0.996_403_589_046_795_5, 0.996_403_589_046_795_5, 0.0],
        ),
        (
            0.5,
            0.4,
            0.25,
            [0.987_640_228_981_487_3, 0.984_347_783_461_989_5, 0.0],
        ),
        (
            0.4,
            0.7,
            0.75,
            [0.863_552_296_544_704_7, 0.884_731_450_264_222_5, 0.0],
        ),
        (
            0.8,
            0.9,
            0.1,
            [0.824_037_034_920_393, 0.824_037_034_920_393, 0.0],
        ),
        (
            0.95,
            1.0,
            0.9,
            [
                0.939_054_265_122_201_4,
                0.939_054_265_122_201_4,
                0.221_891_469_755_597_4,
            ],
        ),
    ];
}
