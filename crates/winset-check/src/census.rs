//! Every package of a small case, one after the other: the oracle.

use winset_model::case::Case;
use winset_model::options::{OptionId, OptionSet, Package};
use winset_model::positions::Positions;

use crate::acceptable::{Acceptable, PackageRefusal, accept};
use crate::misfit::{self, every_option};

/// What looking at every package shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Census {
    /// How many packages are acceptable.
    pub count: u64,
    /// For each party the highest score of an acceptable package, on the party's scale; `None`
    /// where no package is acceptable or the party has no preferences.
    pub best: Vec<Option<i64>>,
    /// For each point the options of acceptable packages.
    pub open: Vec<OptionSet>,
    /// The first acceptable package, in point-then-option order.
    pub first: Option<Package>,
}

/// Looks at every package inside the question's restrictions.
///
/// `None` when there are more than `packages_max` of them, when the positions do not fit the case, or
/// when a score is too large. The work is the number of packages times the size of the case.
pub fn census(case: &Case, positions: &Positions, packages_max: u64) -> Option<Census> {
    let mut census = Census {
        count: 0,
        best: vec![None; case.parties.len()],
        open: vec![OptionSet::EMPTY; case.points.len()],
        first: None,
    };
    each(case, positions, packages_max, |found| census.add(&found))?;
    Some(census)
}

/// Every acceptable package, in point-then-option order.
///
/// `None` and the work as in [`census`].
pub fn every_package(
    case: &Case,
    positions: &Positions,
    packages_max: u64,
) -> Option<Vec<Acceptable>> {
    let mut packages = Vec::new();
    each(case, positions, packages_max, |found| packages.push(found))?;
    Some(packages)
}

/// Hands over every acceptable package, in point-then-option order.
fn each(
    case: &Case,
    positions: &Positions,
    packages_max: u64,
    mut hand_over: impl FnMut(Acceptable),
) -> Option<()> {
    misfit::check(case, positions).ok()?;
    let choices = choices(case, positions);
    let mut packages = 1_u64;
    for options in &choices {
        packages = packages.checked_mul(u64::try_from(options.len()).ok()?)?;
    }
    if packages > packages_max {
        return None;
    }
    let mut wheels = vec![0; choices.len()];
    for _ in 0..packages {
        let on_wheels = choices.iter().zip(&wheels).map(|(c, w): (_, &usize)| c[*w]);
        match accept(case, positions, &Package(on_wheels.collect())) {
            Ok(found) => hand_over(found),
            Err(PackageRefusal::Unmet(_)) => {}
            Err(
                PackageRefusal::Misfit(_)
                | PackageRefusal::NotAPackage
                | PackageRefusal::ScoreTooLarge(_),
            ) => {
                return None;
            }
        }
        turn(&mut wheels, &choices);
    }
    Some(())
}

/// The options of each point that the restrictions leave.
fn choices(case: &Case, positions: &Positions) -> Vec<Vec<OptionId>> {
    let mut sets: Vec<OptionSet> = (0..case.points.len())
        .map(|p| every_option(case, p))
        .collect();
    for (point, options) in &positions.only {
        sets[point.index()] = sets[point.index()].and(options);
    }
    sets.iter().map(|set| set.iter().collect()).collect()
}

/// Turns the odometer by one; the last point's wheel is the fastest.
fn turn(wheels: &mut [usize], choices: &[Vec<OptionId>]) {
    for (wheel, options) in wheels.iter_mut().zip(choices).rev() {
        *wheel += 1;
        if *wheel < options.len() {
            return;
        }
        *wheel = 0;
    }
}

impl Census {
    fn add(&mut self, found: &Acceptable) {
        self.count += 1;
        for (best, score) in self.best.iter_mut().zip(found.scores()) {
            *best = (*best).max(*score);
        }
        for (open, option) in self.open.iter_mut().zip(&found.package().0) {
            open.insert(*option);
        }
        self.first.get_or_insert_with(|| found.package().clone());
    }
}
