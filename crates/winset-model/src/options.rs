//! Indices of parties, points and options, and sets of options.

/// Most options that a point may have.
pub const OPTIONS_MAX: usize = 256;
const WORDS: usize = OPTIONS_MAX / 64;

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
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct OptionSet {
    words: [u64; WORDS],
}

impl OptionSet {
    /// The empty set.
    pub const EMPTY: Self = Self { words: [0; WORDS] };

    /// The first `count` options.
    pub fn first(count: usize) -> Self {
        let mut set = Self::EMPTY;
        for (place, word) in set.words.iter_mut().enumerate() {
            let here = count.saturating_sub(place * 64).min(64);
            *word = if here == 64 {
                u64::MAX
            } else {
                (1 << here) - 1
            };
        }
        set
    }

    /// The set of one option.
    pub fn only(option: OptionId) -> Self {
        let mut set = Self::EMPTY;
        set.insert(option);
        set
    }

    /// Adds an option.
    pub fn insert(&mut self, option: OptionId) {
        self.words[option.index() / 64] |= 1 << (option.index() % 64);
    }

    /// Takes an option out.
    pub fn remove(&mut self, option: OptionId) {
        self.words[option.index() / 64] &= !(1 << (option.index() % 64));
    }

    /// Whether the option is in the set.
    pub fn contains(&self, option: OptionId) -> bool {
        self.words[option.index() / 64] >> (option.index() % 64) & 1 == 1
    }

    /// How many options the set holds.
    pub fn len(&self) -> usize {
        self.words.iter().map(|w| w.count_ones() as usize).sum()
    }

    /// Whether the set holds nothing.
    pub fn is_empty(&self) -> bool {
        self.words == [0; WORDS]
    }

    /// The options in both sets.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self {
            words: std::array::from_fn(|i| self.words[i] & other.words[i]),
        }
    }

    /// The options in either set.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        Self {
            words: std::array::from_fn(|i| self.words[i] | other.words[i]),
        }
    }

    /// The options in this set and not in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        Self {
            words: std::array::from_fn(|i| self.words[i] & !other.words[i]),
        }
    }

    /// Whether every option of this set is in the other.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.words
            .iter()
            .zip(&other.words)
            .all(|(a, b)| a & !b == 0)
    }

    /// Whether no option is in both sets.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).all(|(a, b)| a & b == 0)
    }

    /// The least option of the set.
    pub fn least(&self) -> Option<OptionId> {
        let place = self.words.iter().position(|w| *w != 0)?;
        Some(OptionId::at(
            place * 64 + self.words[place].trailing_zeros() as usize,
        ))
    }

    /// The options, in order.
    pub fn iter(&self) -> Members {
        Members {
            rest: *self,
            place: 0,
        }
    }
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

impl IntoIterator for &OptionSet {
    type Item = OptionId;
    type IntoIter = Members;

    fn into_iter(self) -> Members {
        self.iter()
    }
}

/// Walks the options of a set in order.
#[derive(Debug)]
pub struct Members {
    rest: OptionSet,
    place: usize,
}

impl Iterator for Members {
    type Item = OptionId;

    fn next(&mut self) -> Option<OptionId> {
        while self.place < WORDS {
            let word = self.rest.words[self.place];
            if word != 0 {
                self.rest.words[self.place] = word & (word - 1);
                return Some(OptionId::at(
                    self.place * 64 + word.trailing_zeros() as usize,
                ));
            }
            self.place += 1;
        }
        None
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
    use super::*;

    #[test]
    fn sets_behave_like_sets_across_words() {
        let all = OptionSet::first(200);
        assert_eq!(all.len(), 200);
        assert_eq!(OptionSet::first(OPTIONS_MAX).len(), OPTIONS_MAX);
        let some: OptionSet = [0, 63, 64, 199].map(OptionId).into_iter().collect();
        assert_eq!(
            some.iter().map(|o| o.0).collect::<Vec<_>>(),
            [0, 63, 64, 199]
        );
        assert!(some.is_subset(&all) && !all.is_subset(&some));
        assert_eq!(all.without(&some).len(), 196);
        assert!(all.without(&some).is_disjoint(&some));
        assert_eq!(
            all.without(&OptionSet::first(64)).least(),
            Some(OptionId(64))
        );
        assert_eq!(OptionSet::EMPTY.least(), None);
    }
}
