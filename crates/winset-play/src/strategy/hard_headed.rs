//! `HardHeaded` (van Krimpen, Looije and Hajizadeh 2013), which won ANAC 2011: goes down its list of packages
//! late, a few at a time, those first that the other seems to like.

use std::collections::VecDeque;

use super::unit::UnitScale;
use super::{HardHeadedFrequency, OpponentModel, Strategy, Turn};
use crate::own::OwnSide;
use crate::random::Draws;
use crate::session::{Action, TalkMoment};
use crate::space::Outcome;

/// The least worth that it comes down to.
const LEAST: f64 = 0.585;
/// Packages that differ by less are looked at together.
const TOGETHER: f64 = 0.01;
/// Most packages that are taken as they come.
const TAKEN: usize = 4;
/// Most packages that are looked at together one by one; of more, just the best for the other is tabled.
const LOOKED_AT_MAX: u64 = 4_096;
/// What its level falls by at once, of all that it can; and how late it falls.
const FALLS_AT_ONCE: f64 = 0.05;
const EXPONENT: f64 = 1.0 / 0.05;

/// The level at a time, from the worth of the best package, without a discount.
pub fn hard_headed_level(time: f64, best: f64) -> f64 {
    let fallen = FALLS_AT_ONCE + (1.0 - FALLS_AT_ONCE) * time.powf(EXPONENT);
    LEAST + (1.0 - fallen) * (best - LEAST)
}

/// The strategy.
#[derive(Debug, Clone)]
pub struct HardHeaded {
    model: HardHeadedFrequency,
    draws: Draws,
    /// What it will table, the next first.
    queue: VecDeque<Outcome>,
    /// What it has tabled.
    tabled: Vec<Outcome>,
    /// The least worth that it has tabled, at most 1.
    lowest: f64,
    /// The best package of the other, the first of those that are as good.
    best_of_other: Option<Outcome>,
}

impl HardHeaded {
    /// The strategy with a seed for what it tables again.
    pub fn new(seed: u64) -> Self {
        Self {
            model: HardHeadedFrequency::new(0.2),
            draws: Draws::new(seed),
            queue: VecDeque::new(),
            tabled: Vec::new(),
            lowest: 1.0,
            best_of_other: None,
        }
    }

    /// Fills the queue with what comes after the package that was tabled last.
    fn fill(&mut self, turn: &Turn<'_>, last: Outcome) {
        let (own, ranking) = (turn.own, turn.own.ranking());
        let scale = UnitScale::of(own);
        let level = hard_headed_level(turn.moment.time, scale.unit(ranking.utility_at(0)));
        let next = ranking.place(last) + 1;
        let worth_at = |place| scale.unit(ranking.utility_at(place));
        let is_down = next >= ranking.count() || worth_at(next) < level;
        let mut found: Vec<Outcome> = Vec::new();
        if is_down {
            let drawn = self.draws.below(self.tabled.len() as u64);
            found.push(self.tabled[usize::try_from(drawn).unwrap_or(0)]);
        } else {
            let low = (worth_at(next) - TOGETHER).max(level);
            let end = ranking.at_least(scale.raw(low)).max(next + 1);
            if end - next > LOOKED_AT_MAX {
                let estimate = self.model.estimate(own);
                found.push(ranking.best_for(own.space(), &estimate, scale.raw(low)));
            } else {
                let together =
                    (next..end).filter(|place| worth_at(next) - worth_at(*place) < TOGETHER);
                found.extend(together.map(|place| ranking.at(place)));
            }
        }
        if found.len() > TAKEN {
            self.queue.extend(self.liked(own, found));
        } else {
            // The worst of them goes first.
            self.queue.extend(found.into_iter().rev());
        }
        let first = self.queue.front().map(|first| own.utility(*first));
        if let Some(gift) = self.best_of_other
            && first.is_some_and(|first| first < own.utility(gift))
        {
            self.queue.push_front(gift);
        }
    }

    /// One more than it takes as they come: those that the other seems to like best; of those that it likes
    /// as much the best for itself first, then the worst.
    fn liked(&self, own: &OwnSide, mut found: Vec<Outcome>) -> Vec<Outcome> {
        let estimate = self.model.estimate(own);
        let liked = |outcome: &Outcome| estimate.worth(own.space(), *outcome);
        let mut chosen = Vec::with_capacity(TAKEN + 1);
        while chosen.len() <= TAKEN && !found.is_empty() {
            let mut best = 0;
            for at in (0..found.len()).rev() {
                if liked(&found[at]) > liked(&found[best]) {
                    best = at;
                }
            }
            chosen.push(found.remove(best));
        }
        chosen
    }
}

impl Strategy for HardHeaded {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        self.model.heard(own, offer, moment);
        let worth = own.utility(offer);
        if self
            .best_of_other
            .is_none_or(|best| worth > own.utility(best))
        {
            self.best_of_other = Some(offer);
        }
    }

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        match self.tabled.last() {
            None => self.queue.push_back(turn.own.ranking().at(0)),
            Some(last) if self.queue.is_empty() => self.fill(turn, *last),
            Some(_) => {}
        }
        let Some(next) = self.queue.front().copied() else {
            return Action::End;
        };
        let scale = UnitScale::of(turn.own);
        let mine = scale.utility(turn.own, next);
        let theirs = turn.tabled.map(|tabled| scale.utility(turn.own, tabled));
        if theirs.is_some_and(|theirs| theirs > self.lowest || mine <= theirs) {
            return Action::Accept;
        }
        self.queue.pop_front();
        self.tabled.push(next);
        self.lowest = self.lowest.min(mine);
        Action::Offer(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_fall_late() {
        // 0.5^20 = 1/1048576.
        for (time, best, expected) in [
            (0.0, 1.0, 0.585 + 0.95 * 0.415),
            (0.5, 1.0, 0.585 + 0.95 * 0.415 * (1.0 - 1.0 / 1_048_576.0)),
            (1.0, 1.0, 0.585),
            (0.0, 0.9, 0.585 + 0.95 * 0.315),
        ] {
            let found = hard_headed_level(time, best);
            assert!(
                (found - expected).abs() < 1e-12,
                "{time} {found} {expected}"
            );
        }
    }
}
