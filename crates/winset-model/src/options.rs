//! Indices of parties, points and options, and sets of options.

use std::array;

/// Most options that a point may have.
pub const OPTIONS_MAX: usize = 4_096;
/// Words of a set that stand in it, and those that lie apart.
const NEAR: usize = 4;
const FAR: usize = OPTIONS_MAX / 64 - NEAR;

macro_rules! index {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl $name {
            /// The place in its list.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }

            /// The thing at this place of its list. Lists are shorter than 2^16 by the limits.
            pub fn at(index: usize) -> Self {
                debug_assert!(u16::try_from(index).is_ok());
                #[expect(clippy::cast_possible_truncation, reason = "limits keep lists short")]
                Self(index as u16)
            }
        }
    };
}

index! {
    /// A party, by its place in the file.
    PartyId
}
index! {
    /// A point, by its place in the file.
    PointId
}
index! {
    /// An option, by its place in its point.
    OptionId
}

/// A set of options of one point.
///
/// The first 256 options, which are all that almost every point has, stand in the set itself; those
/// beyond lie apart, and only in sets that hold one of them.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct OptionSet {
    near: [u64; NEAR],
    /// Never all zero.
    far: Option<Box<[u64; FAR]>>,
}

// The solver spends its time in these: they are small, and inlined where they are used.
impl OptionSet {
    /// The empty set.
    pub const EMPTY: Self = Self {
        near: [0; NEAR],
        far: None,
    };

    /// The first `count` options.
    #[inline]
    pub fn first(count: usize) -> Self {
        let word = |place: usize| match count.saturating_sub(place * 64) {
            0 => 0,
            some @ 1..64 => (1 << some) - 1,
            _ => u64::MAX,
        };
        let far = (count > NEAR * 64).then(|| Box::new(array::from_fn(|i| word(NEAR + i))));
        Self {
            near: array::from_fn(word),
            far,
        }
    }

    /// The set of one option.
    #[inline]
    pub fn only(option: OptionId) -> Self {
        let mut set = Self::EMPTY;
        set.insert(option);
        set
    }

    /// Adds an option.
    #[inline]
    pub fn insert(&mut self, option: OptionId) {
        let (word, bit) = (option.index() / 64, 1 << (option.index() % 64));
        match self.near.get_mut(word) {
            Some(word) => *word |= bit,
            None => self.far.get_or_insert_with(|| Box::new([0; FAR]))[word - NEAR] |= bit,
        }
    }

    /// Takes an option out.
    #[inline]
    pub fn remove(&mut self, option: OptionId) {
        let (word, bit) = (option.index() / 64, 1 << (option.index() % 64));
        if let Some(word) = self.near.get_mut(word) {
            *word &= !bit;
        } else if let Some(far) = &mut self.far {
            far[word - NEAR] &= !bit;
            if far.iter().all(|word| *word == 0) {
                self.far = None;
            }
        }
    }

    /// Whether the option is in the set.
    #[inline]
    pub fn contains(&self, option: OptionId) -> bool {
        let (word, bit) = (option.index() / 64, option.index() % 64);
        self.word(word) >> bit & 1 == 1
    }

    #[inline]
    fn word(&self, place: usize) -> u64 {
        match (self.near.get(place), &self.far) {
            (Some(word), _) => *word,
            (None, Some(far)) => far[place - NEAR],
            (None, None) => 0,
        }
    }

    /// How many options the set holds.
    #[inline]
    pub fn len(&self) -> usize {
        let count = |words: &[u64]| words.iter().map(|w| w.count_ones() as usize).sum::<usize>();
        count(&self.near) + self.far.as_ref().map_or(0, |far| count(&far[..]))
    }

    /// Whether the set holds nothing.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.near == [0; NEAR] && self.far.is_none()
    }

    /// The options in both sets.
    #[must_use]
    #[inline]
    pub fn and(&self, other: &Self) -> Self {
        let far = match (&self.far, &other.far) {
            (Some(one), Some(other)) => apart(|i| one[i] & other[i]),
            _ => None,
        };
        Self {
            near: array::from_fn(|i| self.near[i] & other.near[i]),
            far,
        }
    }

    /// The options in either set.
    #[must_use]
    #[inline]
    pub fn or(&self, other: &Self) -> Self {
        let far = match (&self.far, &other.far) {
            (Some(one), Some(other)) => apart(|i| one[i] | other[i]),
            (one, other) => one.as_ref().or(other.as_ref()).cloned(),
        };
        Self {
            near: array::from_fn(|i| self.near[i] | other.near[i]),
            far,
        }
    }

    /// The options in this set and not in the other.
    #[must_use]
    #[inline]
    pub fn without(&self, other: &Self) -> Self {
        let far = match (&self.far, &other.far) {
            (Some(one), Some(other)) => apart(|i| one[i] & !other[i]),
            (one, _) => one.clone(),
        };
        Self {
            near: array::from_fn(|i| self.near[i] & !other.near[i]),
            far,
        }
    }

    /// Whether every option of this set is in the other.
    #[inline]
    pub fn is_subset(&self, other: &Self) -> bool {
        self.near.iter().zip(&other.near).all(|(a, b)| a & !b == 0)
            && self.far.as_ref().is_none_or(|far| {
                let mut words = far.iter().enumerate();
                words.all(|(i, a)| a & !other.word(NEAR + i) == 0)
            })
    }

    /// Whether no option is in both sets.
    #[inline]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.near.iter().zip(&other.near).all(|(a, b)| a & b == 0)
            && match (&self.far, &other.far) {
                (Some(one), Some(other)) => one.iter().zip(&other[..]).all(|(a, b)| a & b == 0),
                _ => true,
            }
    }

    /// The least option of the set.
    #[inline]
    pub fn least(&self) -> Option<OptionId> {
        self.iter().next()
    }

    /// The options, in order.
    #[inline]
    pub fn iter(&self) -> Members<'_> {
        Members {
            set: self,
            word: self.near[0],
            place: 0,
        }
    }
}

/// Words that lie apart, where they hold anything.
fn apart(word: impl FnMut(usize) -> u64) -> Option<Box<[u64; FAR]>> {
    let words: [u64; FAR] = array::from_fn(word);
    (words != [0; FAR]).then(|| Box::new(words))
}

impl FromIterator<OptionId> for OptionSet {
    fn from_iter<I: IntoIterator<Item = OptionId>>(options: I) -> Self {
        let mut set = Self::EMPTY;
        options.into_iter().for_each(|o| set.insert(o));
        set
    }
}

impl std::fmt::Debug for OptionSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(|o| o.0)).finish()
    }
}

impl<'a> IntoIterator for &'a OptionSet {
    type Item = OptionId;
    type IntoIter = Members<'a>;

    fn into_iter(self) -> Members<'a> {
        self.iter()
    }
}

/// Walks the options of a set in order.
#[derive(Debug, Clone)]
pub struct Members<'a> {
    set: &'a OptionSet,
    /// What is left of the word at this place.
    word: u64,
    place: usize,
}

impl Iterator for Members<'_> {
    type Item = OptionId;

    #[inline]
    fn next(&mut self) -> Option<OptionId> {
        let places = match self.set.far {
            None => NEAR,
            Some(_) => NEAR + FAR,
        };
        while self.word == 0 {
            self.place += 1;
            if self.place >= places {
                // Whoever asks again gets nothing again.
                self.place = places;
                return None;
            }
            self.word = self.set.word(self.place);
        }
        let bit = self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        Some(OptionId::at(self.place * 64 + bit))
    }
}

/// One option for every point, in the points' order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Package(pub Vec<OptionId>);

impl Package {
    /// The option on a point.
    pub fn on(&self, point: PointId) -> OptionId {
        self.0[point.index()]
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;
    use std::collections::BTreeSet;

    use super::*;

    /// Every operation against a plain ordered set, on sets that lie near, far, and in both.
    #[test]
    fn sets_behave_like_sets_across_words() {
        let lists: [&[u16]; 9] = [
            &[],
            &[0],
            &[0, 63, 64, 199],
            &[255],
            &[256],
            &[64, 255, 256, 319, 320],
            &[4_095],
            &[199, 256, 4_095],
            &[0, 63, 64, 199, 256],
        ];
        let set = |list: &[u16]| list.iter().copied().map(OptionId).collect::<OptionSet>();
        let plain = |list: &[u16]| list.iter().copied().collect::<BTreeSet<u16>>();
        let told = |set: &OptionSet| set.iter().map(|o| o.0).collect::<BTreeSet<u16>>();
        for one in lists {
            let (a, b) = (set(one), plain(one));
            assert_eq!(
                (told(&a), a.len(), a.is_empty()),
                (b.clone(), b.len(), b.is_empty())
            );
            assert_eq!(a.least().map(|o| o.0), b.first().copied());
            for option in one {
                let (mut less, mut fewer) = (a.clone(), b.clone());
                less.remove(OptionId(*option));
                fewer.remove(option);
                assert_eq!(less, set(&fewer.into_iter().collect::<Vec<_>>()));
                assert!(a.contains(OptionId(*option)) && !less.contains(OptionId(*option)));
            }
            for other in lists {
                let (c, d) = (set(other), plain(other));
                assert_eq!(told(&a.and(&c)), &b & &d);
                assert_eq!(told(&a.or(&c)), &b | &d);
                assert_eq!(told(&a.without(&c)), &b - &d);
                assert_eq!(a.is_subset(&c), b.is_subset(&d));
                assert_eq!(a.is_disjoint(&c), b.is_disjoint(&d));
                // Equal sets are equal however they came about.
                let same = a.or(&c).without(&c.without(&a));
                assert_eq!((same == a, same.cmp(&a)), (true, Ordering::Equal));
            }
        }
        for count in [0, 1, 63, 64, 65, 255, 256, 257, 1_001, OPTIONS_MAX] {
            let all = OptionSet::first(count);
            assert_eq!(all.len(), count);
            assert!(all.iter().map(OptionId::index).eq(0..count));
        }
    }
}
