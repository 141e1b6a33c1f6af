//! Which demands defeat each other.

use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::positions::Positions;
use winset_solve::{Budget, CircularWaits, Clashes, FloorMode};
use winset_told::clashes::{ToldClash, tell};

use super::WorkLimit;

/// Clashes and corrections, told.
#[derive(Debug)]
pub struct ClashesAnswer {
    /// What no-deal values are in the question.
    pub floors: FloorMode,
    /// Most clashes that were looked for; none: all of them.
    pub at_most: Option<usize>,
    /// The clashes and corrections as they were found.
    pub found: Clashes,
    /// The clashes in words: by size, then by the names of their members.
    pub told: Vec<ToldClash>,
}

/// Conditions that wait for each other, the smallest first, at most so many.
pub fn circular_waits(case: &Case, at_most: Option<usize>, budget: &Budget<'_>) -> CircularWaits {
    winset_solve::circular_waits(case, at_most, budget)
}

/// Looks for clashes at some positions, and for the laws behind each. The cost is that of
/// [`winset_solve::clashes`], and of one search for each law and clash.
pub fn clashes(
    case: &Case,
    positions: &Positions,
    floors: FloorMode,
    at_most: Option<usize>,
    limit: &WorkLimit<'_>,
) -> ClashesAnswer {
    let found = limit.during("looking for clashes", |budget| {
        winset_solve::clashes(case, positions, floors, at_most, budget)
    });
    let told = limit.during("looking for the laws behind clashes", |budget| {
        tell(case, positions, floors, &found, budget)
    });
    ClashesAnswer {
        floors,
        at_most,
        found,
        told,
    }
}

impl ClashesAnswer {
    /// The clashes of demands: an empty clash, which says that what nobody can give up leaves no
    /// package, is none.
    pub fn of_demands(&self) -> Vec<&ToldClash> {
        let has_members = |told: &&ToldClash| !told.clash.members().is_empty();
        self.told.iter().filter(has_members).collect()
    }

    /// Why the list is not complete; a list that is as long as asked for is.
    pub fn stopped(&self) -> Option<StopReason> {
        let enough = self.at_most.is_some_and(|max| self.found.list.len() >= max);
        self.found.stopped.filter(|_| !enough)
    }
}
