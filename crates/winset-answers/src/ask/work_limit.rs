//! Parts of an answer beside what was asked, each with a limit of work of its own.

use std::sync::atomic::{AtomicU64, Ordering};

use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::positions::Positions;
use winset_solve::{Budget, Overlap, SettlementTerms, Settlements};

use super::Progress;

/// Looks at the clock that each part may take: tens of milliseconds to a few seconds of work.
const LOOKS_MAX: u64 = 5_000;
/// The same where the parts are all that was asked for: up to about a minute of work.
const LARGE_LOOKS_MAX: u64 = 100_000;

/// What parts of an answer are worked on with, each within a limit of its own.
#[derive(Clone, Copy)]
pub struct WorkLimit<'a> {
    parts: PartLimit<'a>,
    progress: Progress<'a>,
}

/// Runs a part with a budget that begins with it.
type BegunBudget<'a> = dyn Fn(&mut dyn FnMut(&Budget<'_>)) + Sync + 'a;

/// The limit of each part.
#[derive(Clone, Copy)]
enum PartLimit<'a> {
    /// A number of looks at the clock, inside the budget of the whole. Looks come after equal pieces
    /// of work and each part has one thread, so that where a part ends does not depend on the machine.
    Looks(Budget<'a>, u64),
    /// The budget of the whole, with all of its threads.
    Whole(Budget<'a>),
    /// A budget that begins with the part: so much time for each, say.
    Begun(&'a BegunBudget<'a>),
}

impl std::fmt::Debug for WorkLimit<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WorkLimit").finish_non_exhaustive()
    }
}

/// Settlements in an overlap, and what they go by.
#[derive(Debug, Clone)]
pub struct OverlapSettlements {
    /// The parties, the disagreement point, and whether scores may be added up.
    pub terms: SettlementTerms,
    /// What the rules pick.
    pub found: Settlements,
}

impl<'a> WorkLimit<'a> {
    /// Small parts, beside an answer.
    pub fn small(budget: Budget<'a>, progress: Progress<'a>) -> Self {
        Self {
            parts: PartLimit::Looks(budget, LOOKS_MAX),
            progress,
        }
    }

    /// Large parts, for an answer that consists of them.
    pub fn large(budget: Budget<'a>, progress: Progress<'a>) -> Self {
        Self {
            parts: PartLimit::Looks(budget, LARGE_LOOKS_MAX),
            progress,
        }
    }

    /// No limit but the budget's, with all of its threads.
    pub fn of_budget(budget: Budget<'a>, progress: Progress<'a>) -> Self {
        Self {
            parts: PartLimit::Whole(budget),
            progress,
        }
    }

    /// For each part a budget that begins with it; `begun` runs what it is given with such a budget,
    /// once.
    pub fn for_each_part(begun: &'a BegunBudget<'a>, progress: Progress<'a>) -> Self {
        Self {
            parts: PartLimit::Begun(begun),
            progress,
        }
    }

    /// The same with large parts, where parts are limited by looks.
    #[must_use]
    pub fn enlarged(self) -> Self {
        match self.parts {
            PartLimit::Looks(budget, _) => Self::large(budget, self.progress),
            PartLimit::Whole(_) | PartLimit::Begun(_) => self,
        }
    }

    /// Who is told what is being done.
    pub fn progress(&self) -> Progress<'a> {
        self.progress
    }

    /// Does a part, and says that it begins.
    pub fn during<T>(&self, phase: &'static str, work: impl FnOnce(&Budget<'_>) -> T) -> T {
        self.progress.phase(phase);
        self.part(work)
    }

    /// Does a part within a limit of its own.
    pub fn part<T>(&self, work: impl FnOnce(&Budget<'_>) -> T) -> T {
        let (budget, looks_max) = match &self.parts {
            PartLimit::Looks(budget, looks_max) => (budget, *looks_max),
            PartLimit::Whole(budget) => return work(budget),
            PartLimit::Begun(begun) => return once(*begun, work),
        };
        let looks = AtomicU64::new(0);
        let stop = || {
            let used = looks.fetch_add(1, Ordering::Relaxed) >= looks_max;
            (budget.stop)().or(used.then_some(StopReason::NodeLimit))
        };
        work(&Budget {
            nodes_max: budget.nodes_max,
            threads: 1,
            stop: &stop,
            ..*budget
        })
    }

    /// The settlements of all parties with preferences in an overlap at some positions, from a
    /// disagreement point.
    pub fn settlements(
        &self,
        case: &Case,
        positions: &Positions,
        disagreement: Disagreement,
        overlap: &Overlap,
    ) -> OverlapSettlements {
        let terms = SettlementTerms {
            parties: disagreement.parties(),
            disagreement,
            comparable: case.comparable,
        };
        let known: Vec<_> = overlap.best.iter().flatten().cloned().collect();
        let found =
            self.part(|budget| winset_solve::settlements(case, positions, &terms, &known, budget));
        OverlapSettlements { terms, found }
    }
}

/// Runs a part with a budget that begins with it.
fn once<T>(begun: &BegunBudget<'_>, work: impl FnOnce(&Budget<'_>) -> T) -> T {
    let (mut work, mut done) = (Some(work), None);
    begun(&mut |budget| {
        if let Some(work) = work.take() {
            done = Some(work(budget));
        }
    });
    done.expect("whoever gives a budget for each part runs the part")
}
