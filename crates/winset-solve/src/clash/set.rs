//! Sets of small numbers: members of a hunt, by their places.

/// A set of numbers below a bound that all sets of a hunt share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Set {
    words: Box<[u64]>,
}

impl Set {
    /// No number, of those below `bound`.
    pub(super) fn none(bound: usize) -> Self {
        Self {
            words: vec![0; bound.div_ceil(64)].into(),
        }
    }

    /// The numbers below `bound`.
    pub(super) fn all(bound: usize) -> Self {
        let mut set = Self::none(bound);
        (0..bound).for_each(|n| set.insert(n));
        set
    }

    /// Adds a number below the bound.
    pub(super) fn insert(&mut self, number: usize) {
        self.words[number / 64] |= 1 << (number % 64);
    }

    /// Takes a number out.
    pub(super) fn remove(&mut self, number: usize) {
        self.words[number / 64] &= !(1 << (number % 64));
    }

    pub(super) fn contains(&self, number: usize) -> bool {
        self.words[number / 64] >> (number % 64) & 1 == 1
    }

    /// How many numbers it holds.
    pub(super) fn len(&self) -> usize {
        self.words.iter().map(|w| w.count_ones() as usize).sum()
    }

    /// The same and one more.
    pub(super) fn with(&self, number: usize) -> Self {
        let mut more = self.clone();
        more.insert(number);
        more
    }

    /// The numbers in both.
    pub(super) fn and(&self, other: &Self) -> Self {
        self.each(other, |a, b| a & b)
    }

    /// The numbers that the other does not hold.
    pub(super) fn without(&self, other: &Self) -> Self {
        self.each(other, |a, b| a & !b)
    }

    fn each(&self, other: &Self, of: impl Fn(u64, u64) -> u64) -> Self {
        let pairs = self.words.iter().zip(&other.words);
        Self {
            words: pairs.map(|(a, b)| of(*a, *b)).collect(),
        }
    }

    /// Adds the numbers of the other.
    pub(super) fn add(&mut self, other: &Self) {
        let pairs = self.words.iter_mut().zip(&other.words);
        pairs.for_each(|(a, b)| *a |= b);
    }

    pub(super) fn is_subset(&self, other: &Self) -> bool {
        let mut pairs = self.words.iter().zip(&other.words);
        pairs.all(|(a, b)| a & !b == 0)
    }

    pub(super) fn is_disjoint(&self, other: &Self) -> bool {
        let mut pairs = self.words.iter().zip(&other.words);
        pairs.all(|(a, b)| a & b == 0)
    }

    /// How many numbers both hold.
    pub(super) fn shared(&self, other: &Self) -> usize {
        let pairs = self.words.iter().zip(&other.words);
        pairs.map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// The number that both hold, when it is only one.
    pub(super) fn only_shared(&self, other: &Self) -> Option<usize> {
        let mut found = None;
        for (place, (a, b)) in self.words.iter().zip(&other.words).enumerate() {
            let both = a & b;
            if both == 0 {
                continue;
            }
            if found.is_some() || both & (both - 1) != 0 {
                return None;
            }
            found = Some(place * 64 + both.trailing_zeros() as usize);
        }
        found
    }

    /// The numbers, in order.
    pub(super) fn members(&self) -> Vec<usize> {
        let mut members = Vec::with_capacity(self.len());
        for (place, word) in self.words.iter().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                members.push(place * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
        members
    }
}

#[cfg(test)]
mod tests {
    use super::Set;

    fn set(numbers: &[usize]) -> Set {
        let mut set = Set::none(130);
        numbers.iter().for_each(|n| set.insert(*n));
        set
    }

    #[test]
    fn sets_behave_like_sets_across_words() {
        let (a, b) = (set(&[0, 63, 64, 129]), set(&[63, 64, 70]));
        assert_eq!(a.members(), [0, 63, 64, 129]);
        assert_eq!((a.len(), a.shared(&b)), (4, 2));
        assert_eq!(a.and(&b).members(), [63, 64]);
        let mut both = a.clone();
        both.add(&b);
        assert_eq!(both.members(), [0, 63, 64, 70, 129]);
        assert_eq!(a.without(&b).members(), [0, 129]);
        assert_eq!(a.only_shared(&b), None);
        assert_eq!(a.only_shared(&set(&[1, 129])), Some(129));
        assert_eq!(a.only_shared(&set(&[1])), None);
        assert!(set(&[63]).is_subset(&a) && !b.is_subset(&a));
        assert!(a.is_disjoint(&set(&[1, 65])) && !a.is_disjoint(&b));
        assert!(a.contains(64) && !a.contains(65));
        assert_eq!(Set::all(130).len(), 130);
    }
}
