//! `PonPoko` (Matsune, ANAC 2017): tables any package of a band, whose edges follow one of some patterns that
//! is drawn for each session, so that nobody learns it.

use super::unit::UnitScale;
use super::{Acceptance, Intended, Offering, Turn};
use crate::random::Draws;
use crate::space::Outcome;

/// By how much the lower edge sinks until the band holds a package.
const SINKS_BY: f64 = 1e-4;

/// A pattern of the edges, from 0 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PonPokoPattern(pub u8);

impl PonPokoPattern {
    /// A pattern that a seed draws among the first so many: 5 in GENIUS, 6 in `NegoLog`.
    pub fn drawn(seed: u64, among: u8) -> Self {
        let drawn = Draws::new(seed).below(u64::from(among));
        Self(u8::try_from(drawn).unwrap_or(0))
    }

    /// The lower and the upper edge at a time, both from 0 to 1.
    pub fn edges(self, time: f64) -> (f64, f64) {
        let wave = |times: f64| (time * times).sin().abs();
        match self.0 {
            0 => (1.0 - 0.1 * time - 0.1 * wave(40.0), 1.0 - 0.1 * time),
            1 => (1.0 - 0.22 * time, 1.0),
            2 => (1.0 - 0.1 * time - 0.15 * wave(20.0), 1.0 - 0.1 * time),
            3 => {
                let fall = if time > 0.99 { 0.3 } else { 0.1 };
                (1.0 - fall * time, 1.0 - 0.05 * time)
            }
            4 => (
                1.0 - 0.21 * time * wave(20.0),
                1.0 - 0.15 * time * wave(20.0),
            ),
            _ => (1.0 - 0.2 * wave(40.0), 1.0 - 0.1 * time),
        }
    }
}

/// Offers any package of the band, each as likely.
#[derive(Debug, Clone)]
pub struct PonPoko {
    /// The pattern.
    pub pattern: PonPokoPattern,
    /// What is drawn.
    pub draws: Draws,
}

impl Offering for PonPoko {
    fn intends(&mut self, turn: &Turn<'_>) -> Intended {
        let (mut low, high) = self.pattern.edges(turn.moment.time);
        let scale = UnitScale::of(turn.own);
        let ranking = turn.own.ranking();
        let last = ranking.count() - 1;
        // What is worth more than the upper edge comes before the band.
        let from = ranking.at_least(scale.raw(high).next_up()).min(last);
        let nearest = scale.unit(ranking.utility_at(from));
        if nearest < low {
            let steps = ((low - nearest) / SINKS_BY).ceil();
            low -= steps * SINKS_BY;
        }
        let to = scale.at_least(turn.own, low).max(from + 1);
        Intended::plain(ranking.at(from + self.draws.below(to - from)))
    }
}

/// Accepts what is worth more than the lower edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AcceptAboveEdge {
    /// The pattern.
    pub pattern: PonPokoPattern,
}

impl Acceptance for AcceptAboveEdge {
    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, _: Intended) -> bool {
        let (low, _) = self.pattern.edges(turn.moment.time);
        UnitScale::of(turn.own).utility(turn.own, tabled) > low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each formula at times where sines are known: `sin(40 t)` and `sin(20 t)` are 1, or 0.
    #[test]
    fn edges_follow_the_patterns() {
        let quarter = std::f64::consts::FRAC_PI_2;
        let (at_40, at_20) = (quarter / 40.0, quarter / 20.0);
        let expected = [
            (0, at_40, 0.9 - 0.1 * at_40, 1.0 - 0.1 * at_40),
            (1, 0.5, 0.89, 1.0),
            (2, at_20, 0.85 - 0.1 * at_20, 1.0 - 0.1 * at_20),
            (3, 0.9, 0.91, 0.955),
            (3, 1.0, 0.7, 0.95),
            (4, at_20, 1.0 - 0.21 * at_20, 1.0 - 0.15 * at_20),
            (4, 2.0 * at_20, 1.0, 1.0),
            (5, at_40, 0.8, 1.0 - 0.1 * at_40),
        ];
        for (pattern, time, low, high) in expected {
            let edges = PonPokoPattern(pattern).edges(time);
            assert!((edges.0 - low).abs() < 1e-12, "{pattern} {time} {edges:?}");
            assert!((edges.1 - high).abs() < 1e-12, "{pattern} {time} {edges:?}");
        }
    }
}
