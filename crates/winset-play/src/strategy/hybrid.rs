//! The hybrid agent (Keskin, Çakan and Aydoğan 2021), as `NegoLog` has it: first answers what the other does,
//! then more and more goes by the clock.

use super::time_dependent::{bezier, nearest};
use super::unit::UnitScale;
use super::{Strategy, Turn};
use crate::own::OwnSide;
use crate::session::{Action, TalkMoment};
use crate::space::Outcome;

/// How much the latest steps of the other count, the newest last, by how many there are.
const WINDOWS: [&[f64]; 4] = [
    &[1.0],
    &[0.25, 0.75],
    &[0.11, 0.22, 0.66],
    &[0.05, 0.15, 0.3, 0.5],
];
/// How much it answers steps of the other; as much again at the end.
const EMPATHY: f64 = 0.5;

/// The strategy: it draws nothing.
#[derive(Debug, Clone, Default)]
pub struct Hybrid {
    /// What the other tabled was worth, the last five.
    received: Vec<f64>,
    /// How often the other tabled something.
    offers: u64,
    /// What it tabled last was worth.
    mine: f64,
}

/// Where the curve of time ends, by how many packages there are.
fn ends_at(packages: u64) -> f64 {
    match packages {
        0..450 => 0.80,
        450..1_500 => 0.775,
        1_500..4_500 => 0.75,
        4_500..18_000 => 0.725,
        18_000..33_000 => 0.70,
        _ => 0.675,
    }
}

impl Hybrid {
    /// What it aims at, from 0 to 1.
    fn target(&self, time: f64, end: f64, no_deal: f64) -> f64 {
        let by_time = bezier([1.0, 0.75, end.max(no_deal)], time);
        let mixed = if self.offers > 2 {
            let weight = time * time;
            (1.0 - weight) * self.by_behaviour(time) + weight * by_time
        } else {
            by_time
        };
        mixed.max(no_deal)
    }

    fn by_behaviour(&self, time: f64) -> f64 {
        let steps = self.received.iter().zip(self.received.iter().skip(1));
        let steps: Vec<f64> = steps.map(|(from, to)| to - from).collect();
        let window = WINDOWS[steps.len().clamp(1, WINDOWS.len()) - 1];
        let weighted = steps.iter().zip(window);
        let conceded: f64 = weighted.map(|(step, weight)| step * weight).sum();
        self.mine - (EMPATHY + EMPATHY * time) * conceded
    }
}

impl Strategy for Hybrid {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, _: TalkMoment) {
        self.offers += 1;
        self.received.push(UnitScale::of(own).utility(own, offer));
        if self.received.len() > WINDOWS.len() + 1 {
            self.received.remove(0);
        }
    }

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        let own = turn.own;
        let scale = UnitScale::of(own);
        let end = ends_at(own.space().count());
        let target = self.target(turn.moment.time, end, scale.no_deal(own));
        if turn
            .tabled
            .is_some_and(|tabled| target <= scale.utility(own, tabled))
        {
            return Action::Accept;
        }
        let offer = nearest(own, scale.raw(target));
        self.mine = scale.utility(own, offer);
        Action::Offer(offer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_mix_time_and_behaviour() {
        let hybrid = |received: &[f64], mine| Hybrid {
            received: received.to_vec(),
            offers: received.len() as u64,
            mine,
        };
        for (agent, time, expected) in [
            // By time alone: 0.25 + 0.5 * 0.75 + 0.25 * 0.8.
            (hybrid(&[0.1, 0.2], 1.0), 0.5, 0.825),
            // Steps 0.1 and 0.2: 0.025 + 0.15, times 0.75, off 0.9.
            (
                hybrid(&[0.1, 0.2, 0.4], 0.9),
                0.5,
                0.75 * (0.9 - 0.13125) + 0.25 * 0.825,
            ),
            // The last four steps: 0, 0.1, 0.1, 0.2.
            (
                hybrid(&[0.1, 0.1, 0.2, 0.3, 0.5], 0.8),
                0.0,
                0.8 - 0.5 * (0.015 + 0.03 + 0.1),
            ),
        ] {
            let found = agent.target(time, 0.8, 0.0);
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
        assert!((hybrid(&[], 1.0).target(1.0, 0.8, 0.9) - 0.9).abs() < 1e-12);
    }
}
