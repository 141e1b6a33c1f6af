//! The packages of an overlap one by one, in point-then-option order.

use std::rc::Rc;

use winset_check::{Acceptable, accept};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::{OptionSet, Package};
use winset_model::positions::Positions;

use crate::bound::{Bounder, Weighting};
use crate::budget::{Budget, Meter};
use crate::count::product;
use crate::problem::{Problem, single_package};

/// Steps towards better weights at each node.
const STEPS: usize = 10;
/// Up to so many packages are looked at one by one.
const SMALL: u64 = 256;

/// Acceptable packages in point-then-option order.
#[derive(Debug)]
pub struct Listing {
    /// The packages, each re-checked.
    pub packages: Vec<Acceptable>,
    /// Why there may be more; `None` when these are all.
    pub stopped: Option<StopReason>,
}

/// Lists the acceptable packages, at most so many: the first ones in point-then-option order.
///
/// With more of them the list is stopped by [`StopReason::NodeLimit`]. Time grows with the number
/// of packages listed and with the hardness of ruling out the rest. That a list is complete rests
/// on the search; settlements and openings do not rely on it for being optimal.
pub fn listing(
    case: &Case,
    positions: &Positions,
    packages_max: usize,
    budget: &Budget<'_>,
) -> Listing {
    let problem = Problem::new(case, positions);
    let mut lister = Lister {
        bounder: Bounder::new(&problem),
        meter: Meter::new(budget),
        found: Vec::new(),
        packages_max,
    };
    let root = problem.root.clone();
    let mut stopped = if root.iter().any(OptionSet::is_empty) {
        None
    } else {
        lister.run(root).err()
    };
    let mut packages = Vec::with_capacity(lister.found.len());
    for package in lister.found {
        match accept(case, positions, &package) {
            Ok(acceptable) => packages.push(acceptable),
            Err(why) => stopped = Some(budget.check_failed(why)),
        }
    }
    Listing { packages, stopped }
}

struct Lister<'a> {
    bounder: Bounder<'a>,
    meter: Meter<'a>,
    found: Vec<Package>,
    packages_max: usize,
}

impl Lister<'_> {
    /// Depth-first, the first unsettled point first, its options in order.
    fn run(&mut self, root: Vec<OptionSet>) -> Result<(), StopReason> {
        let mut stack = vec![(root, self.bounder.even())];
        while let Some((mut domains, inherited)) = stack.pop() {
            self.meter.node().map_or(Ok(()), Err)?;
            let inherited = self.bounder.renewed(&inherited, &domains);
            if !self.bounder.propagate(&mut domains, None)
                || !self.bounder.narrow(&inherited, &mut domains, |_| {})
            {
                continue;
            }
            if product(&domains) <= SMALL.into() {
                self.each(&domains)?;
                continue;
            }
            let steps = self.bounder.improve(&domains, &inherited.guess, STEPS);
            let better = Rc::new(self.bounder.weighting(steps.guess, &domains));
            if self.bounder.narrow(&better, &mut domains, |_| {}) {
                branch(&domains, &better, &mut stack);
            }
        }
        Ok(())
    }

    /// Looks at every package of small domains.
    fn each(&mut self, domains: &[OptionSet]) -> Result<(), StopReason> {
        let mut stack = vec![domains.to_vec()];
        while let Some(domains) = stack.pop() {
            let Some(package) = single_package(&domains) else {
                let several = domains.iter().position(|d| d.len() != 1);
                let point = several.expect("domains of one option each are a package");
                let options: Vec<_> = domains[point].iter().collect();
                for option in options.into_iter().rev() {
                    let mut child = domains.clone();
                    child[point] = OptionSet::only(option);
                    stack.push(child);
                }
                continue;
            };
            let problem = self.bounder.problem;
            if problem.accepts(&package, &mut self.bounder.scratch.stack) {
                if self.found.len() >= self.packages_max {
                    return Err(StopReason::NodeLimit);
                }
                self.found.push(package);
            }
        }
        Ok(())
    }
}

/// Puts the children of a node on the stack, the first option on top.
fn branch(
    domains: &[OptionSet],
    weighting: &Rc<Weighting>,
    stack: &mut Vec<(Vec<OptionSet>, Rc<Weighting>)>,
) {
    let Some(point) = domains.iter().position(|d| d.len() > 1) else {
        stack.push((domains.to_vec(), Rc::clone(weighting)));
        return;
    };
    let options: Vec<_> = domains[point].iter().collect();
    for option in options.into_iter().rev() {
        let mut child = domains.to_vec();
        child[point] = OptionSet::only(option);
        stack.push((child, Rc::clone(weighting)));
    }
}
