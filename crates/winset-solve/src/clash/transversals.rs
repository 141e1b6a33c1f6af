//! All minimal sets that hit every one of a growing family of sets.
//!
//! The search of Murakami and Uno (2014, "Efficient algorithms for dualizing large-scale
//! hypergraphs", MMCS), made for a family that is learned on the way: a branch whose chosen numbers
//! do not each hit something alone is not cut but shut, and opened again when a new set of the
//! family gives the idle number something to do. Subtrees are disjoint, so nothing comes twice, and
//! what was finished needs no list to be avoided.

use winset_model::answer::StopReason;

use super::set::Set;
use crate::budget::Budget;

/// Branches between two looks at the caller's clock.
const LOOKS_BETWEEN: u64 = 1_024;

/// Which branch goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The newest: little memory, and the family grows fast.
    Depth,
    /// The one that could give the smallest set.
    Size,
}

/// A branch: numbers chosen, and those that may still be.
#[derive(Debug)]
struct Branch {
    taken: Set,
    may: Set,
}

/// What a branch comes to.
enum Look {
    /// Some set of the family cannot be hit any more.
    Dead,
    /// This number hits nothing alone.
    Idle(usize),
    /// Every set is hit, and every number is needed.
    Hits,
    /// These numbers could hit a set that is not hit yet.
    Split(Set),
}

/// A family of sets, and the search for minimal sets that hit all of it.
#[derive(Debug)]
pub(super) struct Transversals {
    family: Vec<Set>,
    order: Order,
    /// Open branches by the least size of what they can give; all in the first row in depth-first
    /// order.
    open: Vec<Vec<Branch>>,
    /// Branches shut because of an idle number, by that number.
    shut: Vec<Vec<Branch>>,
    /// The branch of the set given last.
    given: Option<Branch>,
    /// Branches whose sets were put off.
    put_off: Vec<Branch>,
    /// How many branches were looked at.
    looked_at: u64,
}

impl Transversals {
    /// An empty family over the numbers below a bound.
    pub(super) fn new(bound: usize, order: Order) -> Self {
        let root = Branch {
            taken: Set::none(bound),
            may: Set::all(bound),
        };
        Self {
            family: Vec::new(),
            order,
            open: vec![vec![root]],
            shut: (0..bound).map(|_| Vec::new()).collect(),
            given: None,
            put_off: Vec::new(),
            looked_at: 0,
        }
    }

    /// Adds a set to the family. The set given last stays a question when this does not hit it.
    pub(super) fn add(&mut self, set: Set) {
        for number in set.members() {
            let mut rest = Vec::new();
            for branch in std::mem::take(&mut self.shut[number]) {
                if branch.taken.only_shared(&set) == Some(number) {
                    self.put(branch, 0);
                } else {
                    rest.push(branch);
                }
            }
            self.shut[number] = rest;
        }
        if let Some(given) = self.given.take() {
            if given.taken.is_disjoint(&set) {
                self.put(given, 0);
            } else {
                self.given = Some(given);
            }
        }
        self.family.push(set);
    }

    /// No set that is still to come is smaller; `None` when there is none to come.
    pub(super) fn least(&self) -> Option<usize> {
        self.open.iter().position(|row| !row.is_empty())
    }

    /// Puts off the set given last until it is recalled.
    pub(super) fn put_off(&mut self) {
        self.put_off.extend(self.given.take());
    }

    /// Takes up what was put off; false when nothing was.
    pub(super) fn recall(&mut self) -> bool {
        let some = !self.put_off.is_empty();
        for branch in std::mem::take(&mut self.put_off) {
            self.put(branch, 0);
        }
        some
    }

    /// The next minimal set that hits the whole family so far; `None` when there is no other.
    /// Unless a set that it does not hit is added after it, or it is put off, it is finished.
    ///
    /// Stops by [`StopReason::NodeLimit`] after `looks_max` branches, all calls together.
    pub(super) fn next(
        &mut self,
        looks_max: u64,
        budget: &Budget<'_>,
    ) -> Result<Option<Set>, StopReason> {
        self.given = None;
        while let Some((size, branch)) = self.take() {
            self.looked_at += 1;
            let over = (self.looked_at > looks_max).then_some(StopReason::NodeLimit);
            let stop = || match self.looked_at % LOOKS_BETWEEN {
                1 => (budget.stop)(),
                _ => None,
            };
            if let Some(reason) = over.or_else(stop) {
                self.put(branch, size);
                return Err(reason);
            }
            let least = self.least_size(&branch);
            if least > size {
                self.put(branch, least);
                continue;
            }
            match self.look(&branch) {
                Look::Dead => {}
                Look::Idle(number) => self.shut[number].push(branch),
                Look::Split(by) => self.split(&branch, &by, size),
                Look::Hits => {
                    let set = branch.taken.clone();
                    self.given = Some(branch);
                    return Ok(Some(set));
                }
            }
        }
        Ok(None)
    }

    fn take(&mut self) -> Option<(usize, Branch)> {
        let row = self.least()?;
        self.open[row].pop().map(|branch| (row, branch))
    }

    fn put(&mut self, branch: Branch, least: usize) {
        let row = match self.order {
            Order::Depth => 0,
            Order::Size => least.max(branch.taken.len()),
        };
        while self.open.len() <= row {
            self.open.push(Vec::new());
        }
        self.open[row].push(branch);
    }

    /// The least size of what a branch can give: one more number for each of some sets that are
    /// not hit and have no candidate in common.
    fn least_size(&self, branch: &Branch) -> usize {
        if self.order == Order::Depth {
            return 0;
        }
        let mut size = branch.taken.len();
        let mut spoken_for = branch.taken.clone();
        for set in &self.family {
            if set.is_disjoint(&spoken_for) {
                spoken_for.add(&set.and(&branch.may));
                size += 1;
            }
        }
        size
    }

    fn look(&self, branch: &Branch) -> Look {
        let mut busy = Set::none(self.shut.len());
        let mut split: Option<(usize, &Set)> = None;
        for set in &self.family {
            if set.is_disjoint(&branch.taken) {
                let candidates = set.shared(&branch.may);
                if candidates == 0 {
                    return Look::Dead;
                }
                if split.is_none_or(|(fewest, _)| candidates < fewest) {
                    split = Some((candidates, set));
                }
            } else if let Some(number) = set.only_shared(&branch.taken) {
                busy.insert(number);
            }
        }
        if let Some(idle) = branch.taken.without(&busy).members().first() {
            return Look::Idle(*idle);
        }
        match split {
            Some((_, set)) => Look::Split(set.and(&branch.may)),
            None => Look::Hits,
        }
    }

    /// A branch for each candidate: with it, and with those before it still allowed, so that no two
    /// branches can give the same set.
    fn split(&mut self, branch: &Branch, by: &Set, size: usize) {
        let mut may = branch.may.without(by);
        let mut branches = Vec::new();
        for number in by.members() {
            branches.push(Branch {
                taken: branch.taken.with(number),
                may: may.clone(),
            });
            may.insert(number);
        }
        while let Some(branch) = branches.pop() {
            self.put(branch, size);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use winset_gen::rng::Rng;

    use super::{Order, Transversals};
    use crate::budget::Budget;
    use crate::clash::set::Set;

    const BOUND: usize = 9;

    fn set(bits: usize) -> Set {
        let mut set = Set::none(BOUND);
        (0..BOUND)
            .filter(|n| bits >> n & 1 == 1)
            .for_each(|n| set.insert(n));
        set
    }

    /// All minimal sets that hit a family, by looking at every set.
    fn by_enumeration(family: &[Set]) -> BTreeSet<Set> {
        let hits = |s: &Set| family.iter().all(|f| !f.is_disjoint(s));
        let minimal = |s: &Set| {
            let mut fewer = s.members().into_iter().map(|m| {
                let mut fewer = s.clone();
                fewer.remove(m);
                fewer
            });
            hits(s) && !fewer.any(|f| hits(&f))
        };
        (0..1 << BOUND).map(set).filter(minimal).collect()
    }

    /// A family is told one set at a time, and not before a set that it does not hit is given.
    fn check(seed: u64, order: Order) -> usize {
        let mut rng = Rng::new(seed);
        let family: Vec<Set> = (0..rng.below(12))
            .map(|_| set(1 + rng.below((1 << BOUND) - 1)))
            .collect();
        let budget = Budget::unlimited();
        let mut hitting = Transversals::new(BOUND, order);
        let mut found: Vec<Set> = Vec::new();
        loop {
            let least = hitting.least();
            let Some(given) = hitting.next(u64::MAX, &budget).unwrap() else {
                if hitting.recall() {
                    continue;
                }
                break;
            };
            let missed: Vec<&Set> = family.iter().filter(|f| f.is_disjoint(&given)).collect();
            if rng.chance(1, 5) {
                hitting.put_off();
            } else if missed.is_empty() {
                assert!(least <= Some(given.len()), "seed {seed}");
                found.push(given);
            } else {
                hitting.add(missed[rng.below(missed.len())].clone());
            }
            if !family.is_empty() && rng.chance(1, 4) {
                hitting.add(family[rng.below(family.len())].clone());
            }
        }
        let distinct: BTreeSet<Set> = found.iter().cloned().collect();
        assert_eq!(distinct.len(), found.len(), "seed {seed}: one comes twice");
        assert_eq!(distinct, by_enumeration(&family), "seed {seed}");
        found.len()
    }

    #[test]
    fn growing_families_are_hit_in_every_minimal_way_once() {
        let found: usize = (0..3_000).map(|seed| check(seed, Order::Depth)).sum();
        assert!(found > 10_000, "{found}");
    }

    #[test]
    fn in_order_of_size_too() {
        let found: usize = (0..3_000).map(|seed| check(seed, Order::Size)).sum();
        assert!(found > 10_000, "{found}");
    }

    #[test]
    fn the_smallest_come_first() {
        for seed in 0..500 {
            let mut rng = Rng::new(seed);
            let family: Vec<Set> = (0..8)
                .map(|_| set(1 + rng.below((1 << BOUND) - 1)))
                .collect();
            let mut hitting = Transversals::new(BOUND, Order::Size);
            let mut sizes = Vec::new();
            while let Some(given) = hitting.next(u64::MAX, &Budget::unlimited()).unwrap() {
                match family.iter().find(|f| f.is_disjoint(&given)) {
                    Some(missed) => hitting.add(missed.clone()),
                    None => sizes.push(given.len()),
                }
            }
            assert!(sizes.is_sorted(), "seed {seed}: {sizes:?}");
        }
    }
}
