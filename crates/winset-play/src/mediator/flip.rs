//! Mediators that change one point of the text that all accepted (Klein, Faratin, Sayama and Bar-Yam 2003;
//! Aydoğan, Hindriks and Jonker 2014).

use std::sync::Arc;

use super::Mediating;
use crate::random::Draws;
use crate::session::{Heard, TalkMoment, TextAction};
use crate::space::{Outcome, OutcomeSpace};

/// Proposes any package, each as likely, until all accept one; from then on the one that all accepted last
/// with another option on one point: each such change as likely, for points as likely as each other.
///
/// With one seed for all sessions it is what GENIUS calls the fixed order.
#[derive(Debug, Clone)]
pub struct RandomFlip {
    space: Arc<OutcomeSpace>,
    draws: Draws,
    current: Option<Outcome>,
}

impl RandomFlip {
    /// The mediator with a seed.
    pub fn new(space: &Arc<OutcomeSpace>, seed: u64) -> Self {
        Self {
            space: space.clone(),
            draws: Draws::new(seed),
            current: None,
        }
    }
}

impl Mediating for RandomFlip {
    fn act(&mut self, _: TalkMoment) -> TextAction {
        let open: Vec<usize> = (0..self.space.points())
            .filter(|point| self.space.options(*point) > 1)
            .collect();
        let (Some(current), false) = (self.current, open.is_empty()) else {
            return TextAction::Propose(Outcome(self.draws.below(self.space.count())));
        };
        let point = open[place(self.draws.below(open.len() as u64))];
        let others = self.space.options(point) as u64 - 1;
        let drawn = place(self.draws.below(others));
        let now = self.space.option(current, point);
        let option = if drawn < now { drawn } else { drawn + 1 };
        TextAction::Propose(self.space.with(current, point, option))
    }

    fn heard(&mut self, text: Outcome, heard: Heard) {
        if heard.is_all() {
            self.current = Some(text);
        }
    }
}

/// As [`RandomFlip`], but changes come in order, point by point and option by option, beginning again after
/// each that all accept. It ends the talks when none of the changes of what stands was accepted.
#[derive(Debug, Clone)]
pub struct FixedOrderFlip {
    first: RandomFlip,
    /// Changes of the text that stands, the next one last.
    changes: Vec<Outcome>,
}

impl FixedOrderFlip {
    /// The mediator, with a seed for the search of a first text.
    pub fn new(space: &Arc<OutcomeSpace>, seed: u64) -> Self {
        Self {
            first: RandomFlip::new(space, seed),
            changes: Vec::new(),
        }
    }
}

impl Mediating for FixedOrderFlip {
    fn act(&mut self, moment: TalkMoment) -> TextAction {
        if self.first.current.is_none() {
            return self.first.act(moment);
        }
        self.changes
            .pop()
            .map_or(TextAction::Close, TextAction::Propose)
    }

    fn heard(&mut self, text: Outcome, heard: Heard) {
        self.first.heard(text, heard);
        if !heard.is_all() {
            return;
        }
        let space = &self.first.space;
        let changes = (0..space.points()).flat_map(|point| {
            let options = 0..space.options(point);
            options.map(move |option| space.with(text, point, option))
        });
        self.changes = changes.filter(|change| *change != text).collect();
        self.changes.reverse();
    }
}

fn place(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
