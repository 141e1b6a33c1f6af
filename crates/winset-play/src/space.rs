//! What can be agreed: every package, under a number.

use winset_model::case::Case;
use winset_model::options::{OptionId, Package, PointId};

/// A package of a space, by its number: packages in the order of their options, the last point moving
/// fastest. Of packages that are as good as each other, the one with the least number comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outcome(pub u64);

/// All packages of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeSpace {
    /// How many options each point has.
    sizes: Vec<u64>,
    /// By how much the number rises with the option of each point.
    strides: Vec<u64>,
    count: u64,
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

    /// How many packages there are.
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

    /// Whether a number is that of a package.
    pub fn holds(&self, outcome: Outcome) -> bool {
        outcome.0 < self.count
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
    fn what_has_no_number_is_refused() {
        assert!(OutcomeSpace::new(&[5; 27]).is_ok());
        assert_eq!(OutcomeSpace::new(&[5; 28]), Err(SpaceTooLarge));
    }
}
