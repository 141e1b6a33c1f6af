//! Which package to ask about: a tactic in whole numbers, which decides nothing but the order of questions.
//!
//! How likely a party is to accept a package is guessed from how near the package is to what it accepted and to
//! what it refused: by ranks that it would lose and gain where an order is public, else by points that differ.

use std::sync::Arc;

use super::AskingAssumption;
use super::cut::{Accepted, Refusal, cut};
use crate::session::{Seat, SeatSet};
use crate::space::{Outcome, OutcomeSpace};

/// Certainty: chances are shares of it.
const SURE: u64 = 1 << 20;

/// How near a package is to what a party accepted and refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near {
    /// What it falls short of the nearest package that the party accepted, or of the party's best.
    short: u64,
    /// What it is above the nearest that the party refused, or above the party's worst.
    over: u64,
}

/// What a party gains between the options of a point, in ranks.
#[derive(Debug, Clone)]
struct Gains {
    /// From each option to each.
    between: Vec<Vec<u64>>,
    to_best: Vec<u64>,
    from_worst: Vec<u64>,
    /// How many options are not better.
    no_better: Vec<u64>,
}

/// What guesses are made from: the orders that are public.
#[derive(Debug, Clone)]
pub(super) struct Guess {
    space: Arc<OutcomeSpace>,
    seats: Vec<Seat>,
    assumption: AskingAssumption,
    /// For each seat and point.
    gains: Vec<Vec<Gains>>,
}

impl Guess {
    pub(super) fn new(
        space: &Arc<OutcomeSpace>,
        asked: SeatSet,
        assumption: &AskingAssumption,
    ) -> Self {
        let seats: Vec<Seat> = asked.iter().collect();
        let of_seat = |seat: &Seat| {
            let points = 0..space.points();
            let of_point = |point| Gains::of(assumption, *seat, point, space.options(point));
            points.map(of_point).collect()
        };
        Self {
            space: space.clone(),
            gains: seats.iter().map(of_seat).collect(),
            seats,
            assumption: assumption.clone(),
        }
    }

    /// How near a package is for each seat, after these answers.
    pub(super) fn near(
        &self,
        package: Outcome,
        refusals: &[Refusal],
        accepted: &Accepted,
    ) -> Vec<Near> {
        let rows = self.seats.iter().zip(&self.gains);
        let mut near: Vec<Near> = rows
            .map(|(_, gains)| Near {
                short: self.sum(gains, package, |of, on| of.to_best[on]),
                over: self.sum(gains, package, |of, on| of.from_worst[on]),
            })
            .collect();
        for (seat, yes) in accepted {
            yes.iter()
                .for_each(|yes| self.accepts(&mut near, package, *seat, *yes));
        }
        for refusal in refusals {
            self.refuses(&mut near, package, *refusal);
        }
        near
    }

    /// What it means for a package that a party accepted a text.
    pub(super) fn accepts(&self, near: &mut [Near], package: Outcome, seat: Seat, text: Outcome) {
        let rows = self.seats.iter().zip(&self.gains).zip(near);
        for ((_, gains), near) in rows.filter(|((on, _), _)| **on == seat) {
            near.short = near.short.min(self.rise(gains, package, text));
        }
    }

    /// What it means for a package that somebody refused a text: of several who may have, each is taken to be
    /// further from it.
    pub(super) fn refuses(&self, near: &mut [Near], package: Outcome, refusal: Refusal) {
        let by = refusal.by.len() as u64;
        let rows = self.seats.iter().zip(&self.gains).zip(near);
        for ((_, gains), near) in rows.filter(|((on, _), _)| refusal.by.holds(**on)) {
            near.over = near
                .over
                .min(self.rise(gains, refusal.text, package).saturating_mul(by));
        }
    }

    /// How much asking about a package is likely to settle: all if everybody accepts it, else the share of
    /// packages that a refusal removes. More is better.
    pub(super) fn settles(&self, package: Outcome, near: &[Near], accepted: &Accepted) -> u64 {
        let mut all_accept = SURE;
        let mut removed = 0;
        for (place, near) in near.iter().enumerate() {
            let Near { short, over } = *near;
            let chance = SURE * (2 * over + 1) / (2 * over + 2 * short + 2);
            all_accept = all_accept * chance / SURE;
            let share = self.share(place, package, accepted);
            removed = removed.max((SURE - chance) * share / SURE);
        }
        all_accept + removed
    }

    fn rise(&self, gains: &[Gains], from: Outcome, to: Outcome) -> u64 {
        let rows = gains.iter().enumerate();
        let gain = |(point, of): (usize, &Gains)| {
            of.between[self.space.option(from, point)][self.space.option(to, point)]
        };
        rows.map(gain).sum()
    }

    fn sum(&self, gains: &[Gains], package: Outcome, of: impl Fn(&Gains, usize) -> u64) -> u64 {
        let rows = gains.iter().enumerate();
        rows.map(|(point, gains)| of(gains, self.space.option(package, point)))
            .sum()
    }

    /// The share of all packages that a party's refusal of one would remove.
    fn share(&self, place: usize, package: Outcome, accepted: &Accepted) -> u64 {
        match self.assumption {
            AskingAssumption::FixedSet => 0,
            AskingAssumption::Monotone(_) => {
                let rows = self.gains[place].iter().enumerate();
                rows.fold(SURE, |share, (point, of)| {
                    let no_better = of.no_better[self.space.option(package, point)];
                    share * no_better / of.no_better.len() as u64
                })
            }
            AskingAssumption::SinglePoints | AskingAssumption::Pairs => {
                let refusal = Refusal {
                    text: package,
                    by: SeatSet::NONE.with(self.seats[place]),
                };
                let removed = cut(&self.space, &self.assumption, refusal, accepted);
                removed.map_or(0, |removed| {
                    let sets = removed.0.iter().enumerate();
                    sets.fold(SURE, |share, (point, set)| {
                        share * set.len() as u64 / self.space.options(point) as u64
                    })
                })
            }
        }
    }
}

impl Gains {
    /// In ranks where the order is public, else 1 between any two.
    fn of(assumption: &AskingAssumption, seat: Seat, point: usize, options: usize) -> Self {
        let orders = match assumption {
            AskingAssumption::Monotone(orders) => Some(orders),
            AskingAssumption::FixedSet
            | AskingAssumption::SinglePoints
            | AskingAssumption::Pairs => None,
        };
        let gain = |from: usize, to: usize| {
            let above = orders.and_then(|orders| orders.above(seat, point, to, from));
            above.map_or(u64::from(from != to), |above| {
                u64::try_from(above).unwrap_or(0)
            })
        };
        let to_end = |option: usize, best: bool| {
            let ends = orders.and_then(|orders| {
                let (least, most) = orders.reach(seat, point)?;
                let rank = orders.rank(seat, point, option)?;
                Some(rank.abs_diff(if best { most } else { least }))
            });
            ends.unwrap_or(1)
        };
        let all = || 0..options;
        let is_no_better = |on: usize, other: usize| {
            orders.map_or(on == other, |orders| {
                orders.at_least(seat, point, on, other)
            })
        };
        Self {
            between: all()
                .map(|from| all().map(|to| gain(from, to)).collect())
                .collect(),
            to_best: all().map(|option| to_end(option, true)).collect(),
            from_worst: all().map(|option| to_end(option, false)).collect(),
            no_better: all()
                .map(|on| all().filter(|other| is_no_better(on, *other)).count() as u64)
                .collect(),
        }
    }
}
