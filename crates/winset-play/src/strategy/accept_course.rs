//! When to accept, by what was tabled before (Baarslag, Hindriks and Jonker 2014).

use super::{AcceptNext, Acceptance, Intended, Turn};
use crate::own::OwnSide;
use crate::session::TalkMoment;
use crate::space::Outcome;

/// Accepts what is worth, times `a` plus `b`, as much as the package that it tabled last; nothing before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AcceptPrevious {
    a: f64,
    b: f64,
    last: Option<Outcome>,
}

impl AcceptPrevious {
    /// The rule with its factor and what is added.
    pub fn new(a: f64, b: f64) -> Self {
        Self { a, b, last: None }
    }
}

impl Acceptance for AcceptPrevious {
    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, _: Intended) -> bool {
        let theirs = self.a * turn.own.utility(tabled) + self.b;
        self.last
            .is_some_and(|last| theirs >= turn.own.utility(last))
    }

    fn tabled(&mut self, _: &OwnSide, intended: Intended) {
        self.last = Some(intended.offer);
    }
}

/// What of the past an offer late in talks must come up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hope {
    /// The best that the other ever tabled.
    Best,
    /// The best that the other tabled within a window as long as the time that is left.
    BestInWindow,
    /// The mean of what was better than this offer within that window; 0 where nothing was.
    MeanOfBetterInWindow,
}

/// Accepts what is worth as much as what it would itself settle for; from a time on also what is worth as
/// much as it may still hope for.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptCombined {
    from: f64,
    hope: Hope,
    /// What was tabled: when, and its worth.
    heard: Vec<(f64, f64)>,
}

impl AcceptCombined {
    /// The rule with the time from which it looks at the past, from 0 to 1.
    pub fn new(from: f64, hope: Hope) -> Self {
        Self {
            from,
            hope,
            heard: Vec::new(),
        }
    }

    /// What may still be hoped for, with an offer of some worth at hand. A window of length 0 is empty.
    fn hoped(&self, now: f64, at_hand: f64) -> f64 {
        let opens = now - (1.0 - now);
        let within = self
            .heard
            .iter()
            .rev()
            .take_while(|(time, _)| self.hope == Hope::Best || *time > opens);
        match self.hope {
            Hope::Best | Hope::BestInWindow => within.map(|(_, worth)| *worth).reduce(f64::max),
            Hope::MeanOfBetterInWindow => {
                let better = within.map(|(_, worth)| *worth).filter(|w| *w > at_hand);
                let (sum, count) =
                    better.fold((0.0, 0.0), |(sum, count), w| (sum + w, count + 1.0));
                (count > 0.0).then(|| sum / count)
            }
        }
        .unwrap_or(f64::NEG_INFINITY)
    }
}

impl Acceptance for AcceptCombined {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        self.heard.push((moment.time, own.utility(offer)));
    }

    fn accepts(&mut self, turn: &Turn<'_>, tabled: Outcome, intended: Intended) -> bool {
        if AcceptNext::PLAIN.holds(turn, tabled, intended) {
            return true;
        }
        let theirs = turn.own.utility(tabled);
        turn.moment.time >= self.from && theirs >= self.hoped(turn.moment.time, theirs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hopes_look_back_as_far_as_time_is_left() {
        let heard = vec![(0.1, 0.9), (0.7, 0.4), (0.85, 0.6), (0.9, 0.5)];
        let hoped = |hope, now, at_hand| {
            let heard = heard.clone();
            AcceptCombined {
                from: 0.0,
                hope,
                heard,
            }
            .hoped(now, at_hand)
        };
        assert!((hoped(Hope::Best, 0.9, 0.5) - 0.9).abs() < 1e-12);
        // From 0.8 on.
        assert!((hoped(Hope::BestInWindow, 0.9, 0.5) - 0.6).abs() < 1e-12);
        // From 0.6 on: 0.4 is not better.
        let mean = hoped(Hope::MeanOfBetterInWindow, 0.8, 0.45);
        assert!((mean - 0.55).abs() < 1e-12, "{mean}");
        assert!(hoped(Hope::MeanOfBetterInWindow, 0.9, 0.7) < 0.0);
    }
}
