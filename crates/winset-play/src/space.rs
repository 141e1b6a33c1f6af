//! What can be agreed: every package, under a number.

use std::sync::Arc;

use winset_model::case::Case;
use winset_model::options::{OptionId, Package, PointId};

/// A package of a space, by its number: packages in the order of their options, the last point moving
/// fastest. Of packages that are as good as each other, the one with the least number comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outcome(pub u64);

/// Most packages of a space of which some can be left out.
pub const KEPT_OF_MAX: u64 = 1_000_000;

/// All packages of a case, or those of them that may be agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeSpace {
    /// How many options each point has.
    sizes: Vec<u64>,
    /// By how much the number rises with the option of each point.
    strides: Vec<u64>,
    count: u64,
    /// A bit for each package that is kept; none: all are.
    kept: Option<Arc<[u64]>>,
}

/// Why packages cannot be left out of a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// Each package has to be looked at.
    #[error(
        "leave packages out where there are more than {KEPT_OF_MAX}; leave out points that are settled"
    )]
    TooMany,
    /// None would be left.
    #[error(
        "hold talks where no package may be tabled: laws, or bodies that ratify, are against each"
    )]
    NoneLeft,
}

/// There are more packages than have numbers of 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "hold talks on more than 18 quintillion (2^64) packages; leave out points that are settled"
)]
pub struct SpaceTooLarge;

impl OutcomeSpace {
    /// The space of points with so many options each, at least one point.
    ///
    /// # Errors
    /// There are 2^64 packages or more.
    pub fn new(sizes: &[usize]) -> Result<Self, SpaceTooLarge> {
        let sizes: Vec<u64> = sizes.iter().map(|size| *size as u64).collect();
        let mut strides = vec![1; sizes.len()];
        let mut count = 1_u64;
        for (stride, size) in strides.iter_mut().zip(&sizes).rev() {
            *stride = count;
            count = count.checked_mul(*size).ok_or(SpaceTooLarge)?;
        }
        Ok(Self {
            sizes,
            strides,
            count,
            kept: None,
        })
    }

    /// The space of a case.
    ///
    /// # Errors
    /// As of [`OutcomeSpace::new`].
    pub fn of(case: &Case) -> Result<Self, SpaceTooLarge> {
        let sizes: Vec<usize> = case.points.iter().map(|p| p.options.len()).collect();
        Self::new(&sizes)
    }

    /// The space with only those packages that a test holds for. It takes one test for each package.
    ///
    /// # Errors
    /// There are more than a million packages, or none is left.
    pub fn keeping(&self, holds: impl Fn(&Package) -> bool) -> Result<Self, NotKept> {
        if self.count > KEPT_OF_MAX {
            return Err(NotKept::TooMany);
        }
        let word = |from: u64| -> u64 {
            let numbers = from..self.count.min(from + 64);
            let outcomes = numbers.map(Outcome).filter(|outcome| self.holds(*outcome));
            let kept = outcomes.filter(|outcome| holds(&self.package(*outcome)));
            kept.fold(0, |word, outcome| word | 1 << (outcome.0 - from))
        };
        let kept: Arc<[u64]> = (0..self.count.div_ceil(64))
            .map(|place| word(place * 64))
            .collect();
        if kept.iter().all(|word| *word == 0) {
            return Err(NotKept::NoneLeft);
        }
        Ok(Self {
            kept: Some(kept),
            ..self.clone()
        })
    }

    /// Whether some packages are left out.
    pub fn is_cut(&self) -> bool {
        self.kept.is_some()
    }

    /// How many packages have numbers, whether they are kept or not.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How many points there are.
    pub fn points(&self) -> usize {
        self.sizes.len()
    }

    /// How many options a point has.
    pub fn options(&self, point: usize) -> usize {
        usize::try_from(self.sizes[point]).unwrap_or(usize::MAX)
    }

    /// Whether a number is that of a package that is kept.
    pub fn holds(&self, outcome: Outcome) -> bool {
        let is_kept = |kept: &[u64]| {
            let word = usize::try_from(outcome.0 / 64).ok();
            let word = word.and_then(|word| kept.get(word));
            word.is_some_and(|word| word >> (outcome.0 % 64) & 1 == 1)
        };
        outcome.0 < self.count && self.kept.as_deref().is_none_or(is_kept)
    }

    /// The option of a package on a point, by its place in the point's order.
    pub fn option(&self, outcome: Outcome, point: usize) -> usize {
        let place = outcome.0 / self.strides[point] % self.sizes[point];
        usize::try_from(place).unwrap_or(usize::MAX)
    }

    /// The package with another option on one point.
    #[must_use]
    pub fn with(&self, outcome: Outcome, point: usize, option: usize) -> Outcome {
        let now = self.option(outcome, point) as u64;
        let stride = self.strides[point];
        Outcome(outcome.0 - now * stride + option as u64 * stride)
    }

    /// By how much the number rises with each option of a point.
    pub(crate) fn stride(&self, point: usize) -> u64 {
        self.strides[point]
    }

    /// The package with these options, by their places.
    pub fn outcome(&self, options: impl IntoIterator<Item = usize>) -> Outcome {
        let options = options.into_iter().zip(&self.strides);
        Outcome(options.map(|(option, stride)| option as u64 * stride).sum())
    }

    /// The number of a package.
    pub fn number(&self, package: &Package) -> Outcome {
        self.outcome(package.0.iter().map(|option| option.index()))
    }

    /// The package of a number.
    pub fn package(&self, outcome: Outcome) -> Package {
        let options = (0..self.points()).map(|point| OptionId::at(self.option(outcome, point)));
        Package(options.collect())
    }

    /// The option of a package on a point of the case.
    pub fn on(&self, outcome: Outcome, point: PointId) -> OptionId {
        OptionId::at(self.option(outcome, point.index()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_has_its_number() {
        let space = OutcomeSpace::new(&[2, 3, 4]).unwrap();
        assert_eq!(space.count(), 24);
        let mut number = 0;
        for a in 0..2 {
            for b in 0..3 {
                for c in 0..4 {
                    let outcome = space.outcome([a, b, c]);
                    assert_eq!(outcome, Outcome(number));
                    assert_eq!(space.number(&space.package(outcome)), outcome);
                    assert_eq!(space.option(outcome, 1), b);
                    assert_eq!(space.with(outcome, 1, 0), space.outcome([a, 0, c]));
                    number += 1;
                }
            }
        }
        assert!(space.holds(Outcome(23)) && !space.holds(Outcome(24)));
    }

    #[test]
    fn what_is_left_out_is_not_held() {
        let space = OutcomeSpace::new(&[3, 5, 7]).unwrap();
        // An odd sum of places, by the package.
        let odd = |package: &Package| package.0.iter().map(|o| o.index()).sum::<usize>() % 2 == 1;
        let cut = space.keeping(odd).unwrap();
        for number in 0..120 {
            let outcome = Outcome(number);
            let places = [number / 35 % 3, number / 7 % 5, number % 7];
            let is_odd = places.iter().sum::<u64>() % 2 == 1;
            assert_eq!(cut.holds(outcome), number < 105 && is_odd, "{number}");
        }
        let none = cut.keeping(|package| !odd(package));
        assert_eq!(none, Err(NotKept::NoneLeft));
        let large = OutcomeSpace::new(&[1_001, 1_000]).unwrap();
        assert_eq!(large.keeping(|_| true), Err(NotKept::TooMany));
    }

    #[test]
    fn what_has_no_number_is_refused() {
        assert!(OutcomeSpace::new(&[5; 27]).is_ok());
        assert_eq!(OutcomeSpace::new(&[5; 28]), Err(SpaceTooLarge));
    }
}
