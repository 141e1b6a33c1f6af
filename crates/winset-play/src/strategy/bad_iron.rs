//! `BadIron` (ANL 2026): holds firm, rises with what it was offered, and tables what the other likes best of
//! what it can live with.

use super::{FirstAppearance, OpponentModel, Strategy, Turn};
use crate::own::OwnSide;
use crate::session::{Action, TalkMoment};
use crate::space::Outcome;

/// How late it concedes.
const EXPONENT: f64 = 12.0;
/// What of all that can be gained is taken at once.
const GOOD_ENOUGH: f64 = 0.98;
/// From when on it sweeps down to its floor.
const ENDGAME_FROM: f64 = 0.97;
/// From when on anything better than no deal is taken.
const FINAL_FROM: f64 = 0.98;
/// How much of the gain in the best offer it holds on to.
const FLOOR_SHARE: f64 = 0.85;
/// How many rounds it counts with where there are none.
const ROUNDS: f64 = 100.0;

/// The strategy: it draws nothing.
#[derive(Debug, Clone, Default)]
pub struct BadIron {
    model: FirstAppearance,
    /// The best package that it was offered, the first of those that are as good, and its worth.
    best: Option<(Outcome, f64)>,
}

/// What it reckons with: the worth of no deal, of its best package and of its best offer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BadIronBounds {
    /// No deal; its worst package where the party does not say.
    pub no_deal: f64,
    /// The best package.
    pub best: f64,
    /// The best that it was offered so far.
    pub offered: Option<f64>,
}

impl BadIronBounds {
    /// The least that it offers.
    pub fn floor(&self) -> f64 {
        let offered = self.offered.map_or(self.no_deal, |offered| {
            self.no_deal + FLOOR_SHARE * (offered - self.no_deal)
        });
        offered.max(self.no_deal).min(self.best).max(self.no_deal)
    }

    /// What it aims at, at a time.
    pub fn target(&self, time: f64) -> f64 {
        let time = time.clamp(0.0, 1.0);
        let floor = self.floor();
        let span = self.best - floor;
        let firm = self.best - span * time.powf(EXPONENT);
        if time < ENDGAME_FROM {
            return firm;
        }
        let cap = self.best - span * ENDGAME_FROM.powf(EXPONENT);
        let gone = (time - ENDGAME_FROM) / (1.0 - ENDGAME_FROM);
        firm.min(cap - gone * (cap - floor))
    }
}

impl BadIron {
    fn bounds(&self, own: &OwnSide) -> BadIronBounds {
        let (best, worst) = own.ranking().reach();
        let no_deal = own.no_deal().unwrap_or(worst);
        let best = if best <= no_deal {
            no_deal + 1e-9
        } else {
            best
        };
        BadIronBounds {
            no_deal,
            best,
            offered: self.best.map(|(_, worth)| worth),
        }
    }

    fn accepts(&self, turn: &Turn<'_>, tabled: Outcome) -> bool {
        let bounds = self.bounds(turn.own);
        let BadIronBounds { no_deal, best, .. } = bounds;
        let worth = turn.own.utility(tabled);
        let time = turn.moment.time;
        if worth <= no_deal {
            return false;
        }
        let round = 1.0 / turn.deadline.rounds.map_or(ROUNDS, f64::from);
        let is_best = bounds.offered.is_none_or(|offered| worth >= offered - 1e-9);
        (worth - no_deal) / (best - no_deal) >= GOOD_ENOUGH
            || worth >= bounds.target(time + round)
            || time >= ENDGAME_FROM && is_best && worth >= bounds.floor()
            || time >= FINAL_FROM
    }

    fn next_offer(&self, turn: &Turn<'_>) -> Outcome {
        let bounds = self.bounds(turn.own);
        let level = bounds.target(turn.moment.time);
        // What is offered is better than no deal, where anything is.
        let level = level.max(bounds.no_deal.next_up());
        let estimate = self.model.estimate(turn.own);
        let (space, ranking) = (turn.own.space(), turn.own.ranking());
        let chosen = if ranking.utility_at(0) >= level {
            ranking.best_for(space, &estimate, level)
        } else {
            ranking.at(0)
        };
        let late = turn.moment.time >= ENDGAME_FROM;
        let gift = self
            .best
            .filter(|(_, worth)| late && *worth > bounds.no_deal);
        let as_good = |(gift, _): &(Outcome, f64)| {
            estimate.worth(space, *gift) >= estimate.worth(space, chosen)
        };
        gift.filter(as_good).map_or(chosen, |(gift, _)| gift)
    }
}

impl Strategy for BadIron {
    fn heard(&mut self, own: &OwnSide, offer: Outcome, moment: TalkMoment) {
        let worth = own.utility(offer);
        if self.best.is_none_or(|(_, best)| worth > best) {
            self.best = Some((offer, worth));
        }
        self.model.heard(own, offer, moment);
    }

    fn act(&mut self, turn: &Turn<'_>) -> Action {
        match turn.tabled {
            Some(tabled) if self.accepts(turn, tabled) => Action::Accept,
            Some(_) | None => Action::Offer(self.next_offer(turn)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_firm_and_then_sweep_down() {
        let bounds = BadIronBounds {
            no_deal: 0.2,
            best: 1.0,
            offered: Some(0.6),
        };
        assert!((bounds.floor() - 0.54).abs() < 1e-12);
        // 0.5^12 = 1/4096; 0.97^12 = 0.693842360995438...
        for (time, expected) in [
            (0.0, 1.0),
            (0.5, 1.0 - 0.46 / 4_096.0),
            (0.97, 1.0 - 0.46 * 0.693_842_360_995_438),
            (0.985, 0.54 + 0.23 * (1.0 - 0.693_842_360_995_438)),
            (1.0, 0.54),
        ] {
            let found = bounds.target(time);
            assert!(
                (found - expected).abs() < 1e-12,
                "{time} {found} {expected}"
            );
        }
        let nothing = BadIronBounds {
            offered: None,
            ..bounds
        };
        assert!((nothing.floor() - 0.2).abs() < 1e-12);
    }
}
