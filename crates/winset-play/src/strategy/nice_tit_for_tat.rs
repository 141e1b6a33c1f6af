//! Nice tit for tat (Baarslag, Hindriks and Jonker 2013): goes as far from its best to what it thinks is the Nash
//! point as the other has come, and is nicer at the end.

use super::unit::UnitScale;
use super::{OpponentModel, ScalableBayesian, Strategy, Turn};
use crate::own::OwnSide;
use crate::random::Draws;
use crate::session::{Action, TalkMoment};
use crate::space::Outcome;

/// Until when an offer of the other counts as one of its first.
const FIRST_UNTIL: f64 = 0.01;
/// From how many packages on the Nash point is not looked for, and what it is then thought to be worth.
const LOOKED_THROUGH_MAX: u64 = 200_000;
const NASH_UNKNOWN: f64 = 0.7;
/// From how many packages on its beliefs rest after half of the time, and it waits for more offers.
const BIG: u64 = 10_000;
/// From how many packages on it is nicer earlier.
const LARGE: u64 = 3_000;
/// Most packages of its band that it compares one by one.
const BAND_MAX: u64 = 20_000;
/// From when on it may accept what it expects to be the best.
const LATE_FROM: f64 = 0.98;
/// How often it answers with the best of the other instead of accepting.
const GIFTS_MAX: u32 = 4;

/// The strategy.
#[derive(Debug, Clone)]
pub struct NiceTitForTat {
    draws: Draws,
    model: ScalableBayesian,
    /// What the other tabled: when, and what it was worth.
    heard: Vec<(f64, f64)>,
    /// The best package of the other, the first of those that are as good, and its worth.
    best: Option<(Outcome, f64)>,
    nash: f64,
    /// What lay between 1 and the first offers of the other.
    gap: f64,
    has_opened: bool,
    gifts: u32,
}

/// What it aims at, from what the Nash point, the other's first offers and its best are worth, and how
/// much nicer it is now (from 0 to 1).
pub fn nice_target(nash: f64, first: f64, best: f64, nicer: f64) -> f64 {
    let way = nash - first;
    let gone = if way > 0.0 {
        ((best - first) / way).min(1.0)
    } else {
        1.0
    };
    let target = 1.0 - gone * (1.0 - nash);
    target - nicer * (target - nash).max(0.0)
}

/// How much nicer it is at a time without a discount, among so many packages: from 0.1 to 1.
fn nicer(time: f64, packages: u64) -> f64 {
    let from = if packages > LARGE { 0.85 } else { 0.91 };
    let by_time = if time > from {
        (20.0 * (time - from)).min(1.0)
    } else {
        0.0
    };
    by_time.max(0.1)
}

impl NiceTitForTat {
    /// The strategy with a seed for what it draws.
    pub fn new(seed: u64) -> Self {
        Self {
            draws: Draws::new(seed),
            model: ScalableBayesian::default(),
            heard: Vec::new(),
            best: None,
            nash: NASH_UNKNOWN,
            gap: 0.0,
            has_opened: false,
            gifts: 0,
        }
    }

    /// Looks for the package with the greatest product of both worths.
    fn update_nash(&mut self, scale: UnitScale, own: &OwnSide) {
        let ranking = own.ranking();
        let mut nash = NASH_UNKNOWN;
        if ranking.count() < LOOKED_THROUGH_MAX {
            let estimate = self.model.estimate(own);
            let worths = estimate.each(own.space());
            let [lowest, highest] = estimate.reach();
            let mut most = 0.0;
            for place in 0..ranking.count() {
                let mine = scale.unit(ranking.utility_at(place));
                // From here on the own worth only falls: without worths below 0 no product is greater than this.
                if lowest >= 0.0 && mine.max(0.0) * highest <= most {
                    break;
                }
                let product = mine * worths.worth(ranking.at(place));
                if product > most {
                    (most, nash) = (product, mine);
                }
            }
        }
        self.nash = (nash * (1.4 - 0.6 * self.gap).max(0.0)).clamp(0.5, 1.0);
    }

    fn next_offer(&mut self, scale: UnitScale, turn: &Turn<'_>) -> Outcome {
        let own = turn.own;
        let time = turn.moment.time;
        if time <= 0.99 && (own.ranking().count() <= BIG || time <= 0.5) {
            self.update_nash(scale, own);
        }
        let early = self.heard.iter().take_while(|(at, _)| *at <= FIRST_UNTIL);
        let early = early.map(|(_, worth)| *worth).reduce(f64::min);
        let first = early.or(self.heard.first().map(|(_, worth)| *worth));
        let first = first.unwrap_or(0.0);
        let best = self.best.map_or(first, |(_, worth)| worth);
        self.gap = 1.0 - first;
        let nicer = nicer(time, own.ranking().count());
        let target = nice_target(self.nash, first, best, nicer);
        let planned = self.best_near(scale, own, target);
        match self.best {
            Some((gift, worth)) if worth >= scale.utility(own, planned) => gift,
            Some(_) | None => planned,
        }
    }

    /// Of packages in a band around a worth, one of the three to twenty that are best for the other.
    fn best_near(&mut self, scale: UnitScale, own: &OwnSide, target: f64) -> Outcome {
        let ranking = own.ranking();
        let low = target.min(1.0) * 0.98;
        let mut high = target.min(1.0) + 0.05;
        let to = scale.at_least(own, low);
        let from = |high: f64| ranking.at_least(scale.raw(high).next_up());
        while from(high) + 2 > to && high < 1.0 {
            high += 0.01;
        }
        let from = from(high);
        if from >= to {
            return ranking.at(0);
        }
        let estimate = self.model.estimate(own);
        if to - from > BAND_MAX {
            return ranking.best_for(own.space(), &estimate, scale.raw(low));
        }
        let worths = estimate.each(own.space());
        let mut band: Vec<(f64, Outcome)> = (from..to)
            .map(|place| ranking.at(place))
            .map(|outcome| (worths.worth(outcome), outcome))
            .collect();
        // Stable: of those that are as good for the other the best for oneself first.
        band.sort_by(|a, b| b.0.total_cmp(&a.0));
        let tenth = (to - from + 5) / 10;
        let among = tenth.clamp(3, 20).min(to - from);
        let drawn = usize::try_from(self.draws.below(among)).unwrap_or(0);
        band[drawn].1
    }

    /// What was tabled within the time that is left, looking back.
    fn recent(&self, time: f64) -> impl Iterator<Item = f64> {
        let opens = time - (1.0 - time);
        let recent = self
            .heard
            .iter()
            .rev()
            .take_while(move |(at, _)| *at > opens);
        recent.map(|(_, worth)| *worth)
    }

    fn accepts(
        &self,
        scale: UnitScale,
        turn: &Turn<'_>,
        tabled: Outcome,
        planned: Outcome,
    ) -> bool {
        let theirs = scale.utility(turn.own, tabled);
        let time = turn.moment.time;
        if theirs >= scale.utility(turn.own, planned) {
            return true;
        }
        let enough = if turn.own.ranking().count() > BIG {
            40
        } else {
            10
        };
        if time < LATE_FROM || self.recent(time).count() > enough {
            return false;
        }
        let better = self.recent(time).filter(|worth| *worth > theirs);
        let (sum, count) = better.fold((0.0, 0.0), |(sum, count), w| (sum + w, count + 1.0));
        count == 0.0 || theirs > sum / count
    }
}

impl Strategy for NiceTitForTat {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        let worth = UnitScale::of(own).utility(own, offer);
        if self.best.is_none_or(|(_, best)| worth > best) {
            self.best = Some((offer, worth));
        }
        self.heard.push((moment.time, worth));
        if moment.time <= 0.99 && (own.ranking().count() <= BIG || moment.time <= 0.5) {
            self.model.heard(own, offer, moment);
        }
    }

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        let scale = UnitScale::of(turn.own);
        let Some(tabled) = turn.tabled.filter(|_| self.has_opened) else {
            self.has_opened = true;
            return Action::Offer(turn.own.ranking().at(0));
        };
        let planned = self.next_offer(scale, turn);
        if !self.accepts(scale, turn, tabled, planned) {
            return Action::Offer(planned);
        }
        let theirs = scale.utility(turn.own, tabled);
        let gift = self.best.filter(|(_, worth)| *worth > theirs);
        match gift {
            Some((gift, _))
                if self.gifts < GIFTS_MAX && self.recent(turn.moment.time).nth(1).is_some() =>
            {
                self.gifts += 1;
                Action::Offer(gift)
            }
            Some(_) | None => Action::Accept,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_as_far_as_the_other() {
        for (nash, first, best, nicer, expected) in [
            (0.8, 0.2, 0.2, 0.0, 1.0),
            (0.8, 0.2, 0.5, 0.0, 0.9),
            (0.8, 0.2, 0.9, 0.0, 0.8),
            (0.8, 0.2, 0.5, 0.1, 0.89),
            (0.8, 0.2, 0.5, 1.0, 0.8),
            (0.5, 0.6, 0.6, 0.0, 0.5),
        ] {
            let found = nice_target(nash, first, best, nicer);
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
        assert!((nicer(0.5, 100) - 0.1).abs() < 1e-12);
        assert!((nicer(0.93, 100) - 0.4).abs() < 1e-12);
        assert!((nicer(0.93, 5_000) - 1.0).abs() < 1e-12);
    }
}
