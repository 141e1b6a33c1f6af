//! Packages raised to the frontier: the largest sum among those that give every axis as much.

use winset_check::{Acceptable, ExactSum, Listed, LowerCorner, accept};
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;

use crate::budget::Budget;
use crate::settle::best_from;

/// Most nodes that one search for a package above another one may have.
const NODES_MAX: u64 = 20_000;

/// What packages are raised in.
#[derive(Debug)]
pub(super) struct ParetoImprovement<'a> {
    case: &'a Case,
    positions: &'a Positions,
    axes: &'a [PartyId],
    /// The case with one more party, which scores the sum of the axes; `None` where sums would grow
    /// too large.
    derived: Option<Case>,
}

impl<'a> ParetoImprovement<'a> {
    pub(super) fn new(case: &'a Case, positions: &'a Positions, axes: &'a [PartyId]) -> Self {
        let sum = ExactSum::of(case, axes);
        Self {
            case,
            positions,
            axes,
            derived: (!sum.is_rounded())
                .then(|| sum.derived(case, &[]))
                .flatten(),
        }
    }

    /// A package of the frontier that gives every axis as much as an acceptable one, with its proof;
    /// where none is found in time, the same package without one.
    pub(super) fn raised(&self, package: &Acceptable, budget: &Budget<'_>) -> Listed {
        self.proven(package, budget).unwrap_or_else(|| Listed {
            package: package.package().clone(),
            proof: None,
        })
    }

    fn proven(&self, package: &Acceptable, budget: &Budget<'_>) -> Option<Listed> {
        let derived = self.derived.as_ref()?;
        let floor = |axis: &PartyId| package.scores()[axis.index()];
        let floors: LowerCorner = self.axes.iter().map(floor).collect();
        let mut asked = self.positions.clone();
        for (axis, floor) in self.axes.iter().zip(&floors) {
            asked.floors[axis.index()] = *floor;
        }
        asked.floors.push(None);
        // A case with one more party accepts what the case does.
        let start = accept(derived, &asked, package.package());
        let start = start.map_err(|why| budget.check_failed(why)).ok()?;
        let sum = PartyId::at(self.case.parties.len());
        let best = best_from(derived, &asked, sum, &start, &budget.within(NODES_MAX)).ok()?;
        Some(Listed {
            package: best.acceptable().package().clone(),
            proof: Some((floors, best.proof().bytes().to_vec())),
        })
    }

    /// An example as an acceptable package of the case.
    pub(super) fn accepted(
        &self,
        package: &Package,
        budget: &Budget<'_>,
    ) -> Result<Acceptable, StopReason> {
        accept(self.case, self.positions, package).map_err(|why| budget.check_failed(why))
    }
}
