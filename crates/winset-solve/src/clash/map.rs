//! Which sets of members are decided: a set of small numbers, and the search for an undecided one.

use winset_model::answer::StopReason;

use crate::budget::Budget;

/// A set of small numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Set {
    words: Vec<u64>,
}

impl Set {
    /// The numbers below `count`.
    pub(super) fn first(count: usize) -> Self {
        (0..count).collect()
    }

    /// One number.
    pub(super) fn only(number: usize) -> Self {
        std::iter::once(number).collect()
    }

    pub(super) fn insert(&mut self, number: usize) {
        let word = number / 64;
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= 1 << (number % 64);
    }

    fn remove(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / 64) {
            *word &= !(1 << (number % 64));
        }
    }

    pub(super) fn contains(&self, number: usize) -> bool {
        self.words
            .get(number / 64)
            .is_some_and(|w| w >> (number % 64) & 1 == 1)
    }

    /// The numbers in both.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self {
            words: self
                .words
                .iter()
                .zip(&other.words)
                .map(|(a, b)| a & b)
                .collect(),
        }
    }

    /// The numbers that the other does not hold.
    pub(super) fn without(&self, other: &Self) -> Self {
        let theirs = other.words.iter().copied().chain(std::iter::repeat(0));
        Self {
            words: self.words.iter().zip(theirs).map(|(a, b)| a & !b).collect(),
        }
    }

    fn is_subset(&self, other: &Self) -> bool {
        self.without(other).members().next().is_none()
    }

    fn is_disjoint(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).all(|(a, b)| a & b == 0)
    }

    /// The numbers, in order.
    pub(super) fn members(&self) -> impl Iterator<Item = usize> + use<> {
        let words = self.words.clone();
        let end = words.len() * 64;
        (0..end).filter(move |n| words[n / 64] >> (n % 64) & 1 == 1)
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut set = Self::default();
        numbers.into_iter().for_each(|n| set.insert(n));
        set
    }
}

/// What an undecided set of members to leave out must be like.
#[derive(Debug, Default)]
pub(super) struct Map {
    /// Clashes: one of each must be left out.
    hit: Vec<Set>,
    /// Corrections: not all of one may be left out.
    avoid: Vec<Set>,
}

/// A choice of the search: the members that could hit a clash, the next to try, and those tried.
struct Choice {
    candidates: Vec<usize>,
    next: usize,
}

impl Map {
    /// From now on, one of these must be left out.
    pub(super) fn ask_for_one_of(&mut self, clash: Set) {
        self.hit.push(clash);
    }

    /// From now on, not all of these may be left out.
    pub(super) fn forbid_all_of(&mut self, correction: Set) {
        self.avoid.push(correction);
    }

    /// A minimal set to leave out that is not decided yet, if there is one: depth-first over
    /// clashes not hit, the one with the fewest candidates first.
    pub(super) fn undecided(
        &self,
        all: &Set,
        budget: &Budget<'_>,
    ) -> Result<Option<Set>, StopReason> {
        let mut out = Set::default();
        // Members that earlier siblings tried: leaving them out is their business.
        let mut barred = Set::default();
        let mut path: Vec<Choice> = Vec::new();
        let mut turns = 0_u64;
        loop {
            turns += 1;
            if turns % 1024 == 1
                && let Some(reason) = (budget.stop)()
            {
                return Err(reason);
            }
            let dead = self.avoid.iter().any(|c| c.is_subset(&out));
            let open = self.hit.iter().filter(|clash| clash.is_disjoint(&out));
            let candidates = open.map(|clash| clash.and(all).without(&barred));
            match (dead, candidates.min_by_key(|c| c.members().count())) {
                (false, None) => return Ok(Some(self.minimal(out))),
                (false, Some(some)) => {
                    path.push(Choice {
                        candidates: some.members().collect(),
                        next: 0,
                    });
                }
                (true, _) => {}
            }
            loop {
                let Some(choice) = path.last_mut() else {
                    return Ok(None);
                };
                if choice.next > 0 {
                    let tried = choice.candidates[choice.next - 1];
                    out.remove(tried);
                    barred.insert(tried);
                }
                if let Some(member) = choice.candidates.get(choice.next) {
                    choice.next += 1;
                    out.insert(*member);
                    break;
                }
                choice.candidates.iter().for_each(|c| barred.remove(*c));
                path.pop();
            }
        }
    }

    /// Takes out of a hitting set what it does not need.
    fn minimal(&self, mut out: Set) -> Set {
        for member in out.members() {
            let fewer = out.without(&Set::only(member));
            if self.hit.iter().all(|clash| !clash.is_disjoint(&fewer)) {
                out = fewer;
            }
        }
        out
    }
}
