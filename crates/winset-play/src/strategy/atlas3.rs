//! `Atlas3` (Mori and Ito 2015, 2017), which won ANAC 2015: its level is what the last moments of talks are
//! worth as a game of standing firm or giving in; late it goes back to the best that it was offered.

use super::unit::UnitScale;
use super::{Strategy, Turn};
use crate::own::OwnSide;
use crate::random::Draws;
use crate::session::{Action, TalkMoment};
use crate::space::Outcome;

/// How likely it is the one that gives in first, where both would.
const GIVES_IN_FIRST: f64 = 0.5;
/// Most different offers of the other that it keeps.
const KEPT_MAX: usize = 10_000;

/// The level at a time without a discount, from what no deal is worth and the best offer so far: the mixture of
/// both moves that leaves the other no better move, and from 1 down to its worth.
pub fn atlas3_level(time: f64, no_deal: f64, offered: f64) -> f64 {
    // Rows: oneself stands firm, gives in; columns: the other does.
    let firm_firm = no_deal;
    let firm_gives = 1.0;
    let gives_firm = offered.max(no_deal);
    let gives_gives = GIVES_IN_FIRST * gives_firm + (1.0 - GIVES_IN_FIRST) * firm_gives;
    let odds = 1.0 - (firm_firm - gives_firm) / (firm_gives - gives_gives);
    let stands_firm = if odds.is_finite() && odds != 0.0 {
        1.0 / odds
    } else {
        1.0
    };
    let stands_firm = if (0.0..=1.0).contains(&stands_firm) {
        stands_firm
    } else {
        1.0
    };
    let worth = stands_firm * gives_firm + (1.0 - stands_firm) * gives_gives;
    worth + (1.0 - worth) * (1.0 - time)
}

/// The strategy, between two parties.
#[derive(Debug, Clone)]
pub struct Atlas3 {
    draws: Draws,
    /// How often each option was tabled by the other.
    counts: Vec<Vec<u32>>,
    /// What the other tabled, the best first, then the earlier.
    offered: Vec<(Outcome, f64)>,
    /// How far it has gone back through that.
    gone_back: usize,
    turns: f64,
}

impl Atlas3 {
    /// The strategy with a seed for what it draws.
    pub fn new(seed: u64) -> Self {
        Self {
            draws: Draws::new(seed),
            counts: Vec::new(),
            offered: Vec::new(),
            gone_back: 0,
            turns: 0.0,
        }
    }

    fn level(&self, scale: UnitScale, turn: &Turn<'_>) -> f64 {
        let best = self.offered.first().map_or(0.0, |(_, worth)| *worth);
        atlas3_level(turn.moment.time, scale.no_deal(turn.own), best.max(0.0))
    }

    /// The last moments: goes back through what it was offered, the best first.
    fn final_action(&mut self, scale: UnitScale, turn: &Turn<'_>) -> Action {
        let no_deal = scale.no_deal(turn.own);
        let tabled = turn.tabled.map(|tabled| scale.utility(turn.own, tabled));
        let theirs = tabled.unwrap_or(0.0);
        let Some((back, worth)) = self.offered.get(self.gone_back).copied() else {
            if tabled.is_some() && theirs >= no_deal {
                return Action::Accept;
            }
            return Action::Offer(self.next_offer(scale, turn));
        };
        if worth > theirs && worth > no_deal {
            self.gone_back += 1;
            return Action::Offer(back);
        }
        if tabled.is_some() && theirs > no_deal {
            return Action::Accept;
        }
        Action::Offer(self.next_offer(scale, turn))
    }

    /// A package at the level, with what the other tables most wherever that costs nothing.
    fn next_offer(&mut self, scale: UnitScale, turn: &Turn<'_>) -> Outcome {
        let own = turn.own;
        let level = scale.raw(self.level(scale, turn));
        let any = Outcome(self.draws.below(own.space().count()));
        let near = self.near(own, any, level);
        let found = near.or_else(|| self.given_in(own, level));
        self.liked(own, found.unwrap_or(own.ranking().at(0)))
    }

    /// Of packages that differ from one on a point at most, the worst at the level; each as likely.
    fn near(&mut self, own: &OwnSide, base: Outcome, level: f64) -> Option<Outcome> {
        let space = own.space();
        let mut found: Vec<Outcome> = Vec::new();
        let mut least = f64::INFINITY;
        for point in 0..space.points() {
            for option in 0..space.options(point) {
                let outcome = space.with(base, point, option);
                let worth = own.utility(outcome);
                if worth < level || worth > least {
                    continue;
                }
                if worth < least {
                    found.clear();
                    least = worth;
                }
                found.push(outcome);
            }
        }
        let drawn = self.draws.below(found.len() as u64);
        found.get(usize::try_from(drawn).unwrap_or(0)).copied()
    }

    /// The best package, given in on points in any order as far as the level lets it.
    fn given_in(&mut self, own: &OwnSide, level: f64) -> Option<Outcome> {
        let space = own.space();
        let mut outcome = own.ranking().at(0);
        for point in self.shuffled(space.points()) {
            for option in self.shuffled(space.options(point)) {
                let next = space.with(outcome, point, option);
                if own.utility(next) >= level {
                    outcome = next;
                    break;
                }
            }
        }
        (own.utility(outcome) >= level).then_some(outcome)
    }

    /// The package with the option that the other tables most, of those as frequent any, on each point where
    /// it is not worse.
    fn liked(&mut self, own: &OwnSide, mut outcome: Outcome) -> Outcome {
        let space = own.space();
        for point in self.shuffled(space.points()) {
            let order = self.shuffled(space.options(point));
            let count = |option: &usize| self.counts.get(point).map_or(0, |row| row[*option]);
            // The last of the greatest is taken: any, in an order that was drawn.
            let Some(option) = order.into_iter().max_by_key(count) else {
                continue;
            };
            let next = space.with(outcome, point, option);
            if own.utility(next) >= own.utility(outcome) {
                outcome = next;
            }
        }
        outcome
    }

    /// The numbers below one in an order that is drawn (Fisher and Yates).
    fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            let drawn = self.draws.below(last as u64 + 1);
            order.swap(last, usize::try_from(drawn).unwrap_or(0));
        }
        order
    }
}

impl Strategy for Atlas3 {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, _: TalkMoment) {
        let space = own.space();
        if self.counts.is_empty() {
            let points = 0..space.points();
            self.counts = points.map(|point| vec![0; space.options(point)]).collect();
        }
        for (point, row) in self.counts.iter_mut().enumerate() {
            let count = &mut row[space.option(offer, point)];
            *count = count.saturating_add(1);
        }
        let worth = UnitScale::of(own).utility(own, offer);
        let at = self.offered.partition_point(|(_, other)| *other >= worth);
        let mut alike = self.offered[..at]
            .iter()
            .rev()
            .take_while(|(_, w)| *w <= worth);
        if self.offered.len() < KEPT_MAX && !alike.any(|(other, _)| *other == offer) {
            self.offered.insert(at, (offer, worth));
        }
    }

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        let scale = UnitScale::of(turn.own);
        let time = turn.moment.time;
        self.turns += 1.0;
        #[expect(clippy::cast_precision_loss, reason = "at most 10,000")]
        let steps = self.offered.len() as f64 + 1.0;
        if time > 1.0 - time / self.turns * steps {
            return self.final_action(scale, turn);
        }
        let level = self.level(scale, turn);
        if turn
            .tabled
            .is_some_and(|tabled| scale.utility(turn.own, tabled) >= level)
        {
            return Action::Accept;
        }
        if scale.no_deal(turn.own) >= level {
            return Action::End;
        }
        Action::Offer(self.next_offer(scale, turn))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At the end without a no-deal value, offers of 0.6, 0.3 and 0.8: published as 0.75, 6/13 and 8/9, where
    /// a port that divides instead of subtracting comes to 0.664865, 0.357113 and 0.84186.
    #[test]
    fn levels_are_those_of_the_game() {
        for (time, no_deal, offered, expected) in [
            (1.0, 0.0, 0.6, 0.75),
            (1.0, 0.0, 0.3, 6.0 / 13.0),
            (1.0, 0.0, 0.8, 8.0 / 9.0),
            (0.5, 0.0, 0.6, 0.875),
            (0.0, 0.0, 0.6, 1.0),
            (1.0, 0.4, 0.2, 0.4),
            (1.0, 0.0, 1.0, 1.0),
        ] {
            let found = atlas3_level(time, no_deal, offered);
            assert!(
                (found - expected).abs() < 1e-12,
                "{offered} {found} {expected}"
            );
        }
    }
}
