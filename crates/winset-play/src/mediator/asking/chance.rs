//! Which package to ask about: a tactic in whole numbers, which decides nothing but the order of questions.
//!
//! How likely a party is to accept a package is guessed from how near the package is to what it accepted and to
//! what it refused: by ranks that it would lose and gain where an order is public, else by points that differ.

use super::Assumption;
use super::cut::{Accepted, Refusal, cut};
use crate::session::{Seat, SeatSet};
use crate::space::{Outcome, OutcomeSpace};

/// Certainty: chances are shares of it.
const SURE: u64 = 1 << 20;

/// What a guess is made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guess<'a> {
    pub(super) space: &'a OutcomeSpace,
    pub(super) asked: SeatSet,
    pub(super) assumption: &'a Assumption,
    pub(super) refusals: &'a [Refusal],
    pub(super) accepted: &'a Accepted,
}

impl Guess<'_> {
    /// How much asking about a package is likely to settle: all if everybody accepts it, else the share of
    /// packages that a refusal removes. More is better.
    pub(super) fn settles(&self, package: Outcome) -> u64 {
        let mut all_accept = SURE;
        let mut removed = 0;
        for seat in self.asked.iter() {
            let chance = self.chance(seat, package);
            all_accept = all_accept * chance / SURE;
            removed = removed.max((SURE - chance) * self.share(seat, package) / SURE);
        }
        all_accept + removed
    }

    /// How likely a party is to accept a package.
    fn chance(&self, seat: Seat, package: Outcome) -> u64 {
        let yes = self.accepted.get(&seat).map_or(&[][..], Vec::as_slice);
        let short = yes.iter().map(|yes| self.rise(seat, package, *yes));
        let short = short.fold(self.end_gap(seat, package, true), u64::min);
        let no = self
            .refusals
            .iter()
            .filter(|refusal| refusal.by.holds(seat));
        // Of several who may be the one that refused, each counts as further from it.
        let over = no.map(|no| self.rise(seat, no.text, package) * no.by.len() as u64);
        let over = over.fold(self.end_gap(seat, package, false), u64::min);
        SURE * (2 * over + 1) / (2 * over + 2 * short + 2)
    }

    /// By how much a party gains from one package to another, on the points where it does.
    fn rise(&self, seat: Seat, from: Outcome, to: Outcome) -> u64 {
        let points = 0..self.space.points();
        points
            .map(|point| {
                let (from, to) = (self.space.option(from, point), self.space.option(to, point));
                match self.above(seat, point, to, from) {
                    Some(above) => u64::try_from(above).unwrap_or(0),
                    None => u64::from(from != to),
                }
            })
            .sum()
    }

    /// The gain from a package to the best for a party, or from the worst to it.
    fn end_gap(&self, seat: Seat, package: Outcome, best: bool) -> u64 {
        let points = 0..self.space.points();
        points
            .map(|point| {
                let Assumption::Monotone(orders) = self.assumption else {
                    return 1;
                };
                let rank = orders.rank(seat, point, self.space.option(package, point));
                match (rank, orders.reach(seat, point)) {
                    (Some(rank), Some((_, most))) if best => rank.abs_diff(most),
                    (Some(rank), Some((least, _))) => rank.abs_diff(least),
                    _ => 1,
                }
            })
            .sum()
    }

    fn above(&self, seat: Seat, point: usize, one: usize, other: usize) -> Option<i64> {
        match self.assumption {
            Assumption::Monotone(orders) => orders.above(seat, point, one, other),
            Assumption::FixedSet | Assumption::SinglePoints | Assumption::Pairs => None,
        }
    }

    /// The share of all packages that a party's refusal of one would remove.
    fn share(&self, seat: Seat, package: Outcome) -> u64 {
        if *self.assumption == Assumption::FixedSet {
            return 0;
        }
        let refusal = Refusal {
            text: package,
            by: SeatSet::NONE.with(seat),
        };
        let removed = cut(self.space, self.assumption, refusal, self.accepted);
        removed.map_or(0, |removed| {
            let sets = removed.0.iter().enumerate();
            sets.fold(SURE, |share, (point, set)| {
                share * set.len() as u64 / self.space.options(point) as u64
            })
        })
    }
}
