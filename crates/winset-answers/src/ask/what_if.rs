//! A case beside what changes would make of it.

use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::overlay::{Applied, Changes, Overlay};
use winset_model::positions::Positions;
use winset_solve::{Branch, Budget, Difference, branch, compare};
use winset_told::standing::{self, Standing};

use super::{OverlapSettlements, WorkLimit};

/// An answer with the settlements in its overlap.
#[derive(Debug)]
pub struct BranchAnswer<'c> {
    /// The verdict, and what stands in the way.
    pub branch: Branch<'c>,
    /// From the disagreement point that holds in it; `None` without an overlap.
    pub settled: Option<OverlapSettlements>,
}

/// A what-if with its answer, and how it differs from the base.
#[derive(Debug)]
pub struct WhatIfBranch<'c> {
    /// What it is called.
    pub name: &'c str,
    /// Its title, where it has one.
    pub title: Option<&'c str>,
    /// What is changed.
    pub changes: &'c Changes,
    /// The case with the changes.
    pub applied: &'c Applied<'c>,
    /// The answer about it.
    pub answer: BranchAnswer<'c>,
    /// How it differs from the base.
    pub difference: Difference,
}

/// The case as it is, and what changes make of it.
#[derive(Debug)]
pub struct WhatIfAnswer<'c> {
    /// The case as it is.
    pub base: BranchAnswer<'c>,
    /// The what-ifs, in the order in which they were asked for.
    pub what_ifs: Vec<WhatIfBranch<'c>>,
}

/// Asks about a case and about each what-if of it; `applied` are the overlays applied to the case, in
/// the same order.
pub fn what_if<'c>(
    case: &'c Case,
    overlays: &'c [Overlay],
    applied: &'c [Applied<'c>],
    budget: &Budget<'_>,
    limit: &WorkLimit<'_>,
) -> WhatIfAnswer<'c> {
    let answer = |case: &'c Case, positions: &Positions, point: Disagreement| {
        let branch = branch(case, positions, budget);
        let overlap = standing::overlap(&branch.verdict);
        let settled = overlap.map(|found| limit.settlements(case, positions, point, found));
        BranchAnswer { branch, settled }
    };
    let base = answer(case, &Positions::declared(case), Disagreement::of(case));
    let mut what_ifs = Vec::with_capacity(overlays.len());
    for (overlay, applied) in overlays.iter().zip(applied) {
        let answer = answer(&applied.case, &applied.positions, applied.disagreement());
        let difference = compare(&base.branch, &answer.branch);
        what_ifs.push(WhatIfBranch {
            name: &overlay.name,
            title: overlay.title.as_deref(),
            changes: &overlay.changes,
            applied,
            answer,
            difference,
        });
    }
    WhatIfAnswer { base, what_ifs }
}

impl WhatIfAnswer<'_> {
    /// Whether some answer was not decided, or somebody interrupted it.
    pub fn is_stopped(&self) -> bool {
        let mut all = std::iter::once(&self.base).chain(self.what_ifs.iter().map(|w| &w.answer));
        all.any(|answer| {
            let verdict = &answer.branch.verdict;
            standing::interrupted(verdict)
                || matches!(standing::declared(verdict), Standing::Undecided(..))
        })
    }
}
