//! The rounds that may follow a set of delivered items, in the order in which ties are broken.

use super::deliveries::{Deliveries, add};

/// Rounds after a set, in order: of two, the one that holds the first item in which they differ comes
/// first. Each keeps precedence and the bounds.
#[derive(Debug)]
pub(super) struct RoundsAfter<'a> {
    deliveries: &'a Deliveries,
    set: u64,
    /// The first unit of the rounds that come next.
    first: usize,
    /// Rounds begun: the next unit to decide about, the units taken, the net.
    begun: Vec<(usize, u64, Vec<i64>)>,
    net: Vec<i64>,
    /// Whether twins may come in any order.
    all: bool,
}

impl<'a> RoundsAfter<'a> {
    /// Those that a search needs: items that nothing tells apart come in the order of the file.
    pub(super) fn new(deliveries: &'a Deliveries, set: u64) -> Self {
        Self {
            deliveries,
            set,
            first: 0,
            begun: Vec::new(),
            net: deliveries.net(set),
            all: false,
        }
    }

    /// All of them.
    pub(super) fn all(deliveries: &'a Deliveries, set: u64) -> Self {
        Self {
            all: true,
            ..Self::new(deliveries, set)
        }
    }

    /// The net after taking a unit into a round, where that may be.
    fn with(&self, place: usize, taken: u64, net: &[i64]) -> Option<Vec<i64>> {
        let unit = &self.deliveries.units[place];
        if unit.bits & self.set != 0 {
            return None;
        }
        let there = self.set | taken;
        // What it waits for must be there, or still to be decided about in this round.
        let units = self.deliveries.units.iter().skip(place + 1);
        let later = units.filter(|later| later.owner == unit.owner && unit.owner.is_some());
        let open = later.fold(0, |open, later| open | later.bits);
        if unit.before & !there & !open != 0 {
            return None;
        }
        if let Some(twin) = unit.twin
            && !self.all
            && self.deliveries.units[twin].bits & there == 0
        {
            return None;
        }
        let mut net = net.to_vec();
        add(&mut net, &unit.adds);
        // Only its owner's rises as a round of one owner grows.
        let fits = match unit.owner {
            Some(owner) => net[owner.index()] <= self.deliveries.bounds[owner.index()],
            None => true,
        };
        fits.then_some(net)
    }

    /// What the units of a round wait for that is not there yet.
    fn missing(&self, taken: u64) -> u64 {
        let units = self.deliveries.units.iter();
        let of_round = units.filter(|unit| unit.bits & taken != 0);
        let before = of_round.fold(0, |before, unit| before | unit.before);
        before & !(self.set | taken)
    }

    /// Whether a whole round keeps precedence and bounds.
    fn stands(&self, taken: u64, net: &[i64]) -> bool {
        self.missing(taken) == 0 && self.deliveries.keeps(net)
    }
}

/// The set that is delivered in the round.
impl Iterator for RoundsAfter<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let units = &self.deliveries.units;
        loop {
            while let Some((place, taken, net)) = self.begun.pop() {
                let first = &units[self.first - 1];
                let own = |unit: &super::deliveries::Unit| {
                    first.owner.is_some() && unit.owner == first.owner
                };
                let next = (place..units.len()).find(|p| own(&units[*p]));
                let Some(next) = next else {
                    if self.stands(taken, &net) {
                        return Some(taken);
                    }
                    continue;
                };
                let with = self.with(next, taken, &net);
                if self.missing(taken) & units[next].bits == 0 {
                    self.begun.push((next + 1, taken, net));
                }
                if let Some(with) = with {
                    self.begun.push((next + 1, taken | units[next].bits, with));
                }
            }
            let place = self.first;
            if place == units.len() {
                return None;
            }
            self.first += 1;
            if let Some(net) = self.with(place, 0, &self.net) {
                self.begun.push((place + 1, units[place].bits, net));
            }
        }
    }
}
