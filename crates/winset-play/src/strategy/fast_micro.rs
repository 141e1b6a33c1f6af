//! `MiCRO` that skips packages, so that it comes to the end of its list before talks do, as `NegMAS` has it.

use super::distinct::Distinct;
use super::{Intended, Offering, Turn};
use crate::own::OwnSide;
use crate::random::Draws;
use crate::session::TalkMoment;
use crate::space::Outcome;

/// From this time on it concedes whatever the other does.
const FORCED_FROM: f64 = 0.95;
/// Before this time it skips nothing.
const SKIPS_FROM: f64 = 0.1;
/// Before it has tabled so many it skips nothing.
const SENT_BEFORE_SKIPPING: usize = 5;
/// Most packages that it remembers to have skipped; those skipped later are not tabled again.
const SKIPPED_MAX: usize = 100_000;

/// Tables the next package as `MiCRO` does, but skips as many as it must.
#[derive(Debug, Clone)]
pub struct FastMicro {
    received: Distinct,
    /// Places of packages that it has tabled, and of those that it has skipped.
    sent: Vec<u64>,
    skipped: Vec<u64>,
    /// The place that comes next.
    next: u64,
    draws: Draws,
}

impl FastMicro {
    /// The strategy with a seed for what it repeats.
    pub fn new(seed: u64) -> Self {
        Self {
            received: Distinct::default(),
            sent: Vec::new(),
            skipped: Vec::new(),
            next: 0,
            draws: Draws::new(seed),
        }
    }

    fn is_ready(&self, turn: &Turn<'_>) -> bool {
        let is_free =
            self.sent.len() as u64 <= self.received.count() || turn.moment.time > FORCED_FROM;
        is_free && self.next < turn.own.rational().max(1)
    }

    /// A package that was tabled, or one that was skipped: each as likely.
    fn again(&mut self) -> u64 {
        let all = (self.sent.len() + self.skipped.len()) as u64;
        let drawn = usize::try_from(self.draws.below(all)).unwrap_or(0);
        match drawn.checked_sub(self.sent.len()) {
            None => self.sent[drawn],
            Some(at) => {
                let place = self.skipped.swap_remove(at);
                self.sent.push(place);
                place
            }
        }
    }

    /// Goes on to the place that comes after what is tabled now.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of offers that is guessed; a negative one is 0"
    )]
    fn advance(&mut self, turn: &Turn<'_>) {
        let time = turn.moment.time;
        let last = turn.own.rational().max(1) - 1;
        let from = self.next;
        self.next += 1;
        if time < SKIPS_FROM || self.sent.len() < SENT_BEFORE_SKIPPING {
            return;
        }
        let remaining = last.saturating_sub(from);
        let expected = ((1.0 - time) / (time / self.sent.len() as f64) + 0.5) as u64;
        if remaining <= expected {
            return;
        }
        for _ in 1..remaining.div_ceil(expected.max(1)) {
            if self.next > last {
                break;
            }
            if self.skipped.len() < SKIPPED_MAX {
                self.skipped.push(self.next);
                self.next += 1;
            } else {
                // Nothing is left to remember: go on at once.
                self.next += remaining.div_ceil(expected.max(1));
                break;
            }
        }
    }
}

impl Offering for FastMicro {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, _: TalkMoment) {
        self.received.insert(own, offer);
    }

    fn intends(&mut self, turn: &Turn<'_>) -> Intended {
        let ranking = turn.own.ranking();
        if !self.is_ready(turn) {
            let settles_for = ranking.at(self.next.saturating_sub(1).min(ranking.count() - 1));
            let offer = ranking.at(self.again());
            return Intended { offer, settles_for };
        }
        let place = self.next;
        self.advance(turn);
        self.sent.push(place);
        Intended::plain(ranking.at(place))
    }
}
