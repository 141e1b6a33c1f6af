//! Parts of an answer beside what was asked, each with a small share of work of its own.

use winset::model::answer::StopReason;
use winset::model::case::Case;
use winset::model::disagreement::Disagreement;
use winset::model::positions::Positions;
use winset::solve::{Budget, Overlap, SettlementTerms, Settlements, settlements};

use crate::answer_page::stopped_by;
use crate::args::LimitArgs;
use crate::progress::{Ration, Watch};

/// Looks at the clock that each part may take: tens of milliseconds to a few seconds of work.
const LOOKS_MAX: u64 = 5_000;
/// The same where the parts are all that was asked for: up to about a minute of work.
const LARGE_LOOKS_MAX: u64 = 100_000;

/// What such parts are worked on with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shares {
    watch: Watch,
    nodes_max: Option<u64>,
    looks_max: u64,
}

/// Settlements in an overlap, and what they go by.
#[derive(Debug)]
pub(crate) struct Settled {
    pub(crate) terms: SettlementTerms,
    pub(crate) found: Settlements,
}

impl Shares {
    /// Shares of work within the limits.
    pub(crate) fn new(watch: Watch, limits: &LimitArgs) -> Self {
        Self {
            watch,
            nodes_max: limits.node_limit,
            looks_max: LOOKS_MAX,
        }
    }

    /// Large shares, for an answer that consists of its parts.
    pub(crate) fn large(watch: Watch, limits: &LimitArgs) -> Self {
        Self {
            looks_max: LARGE_LOOKS_MAX,
            ..Self::new(watch, limits)
        }
    }

    /// Does a part, and shows that it goes on.
    pub(crate) fn during<T>(self, phase: &str, work: impl FnOnce(&Budget<'_>) -> T) -> T {
        self.watch.during(phase, || self.part(work))
    }

    /// Does a part within a share of its own. One thread, so that where the share ends is the same
    /// on every machine.
    pub(crate) fn part<T>(self, work: impl FnOnce(&Budget<'_>) -> T) -> T {
        let ration: Ration = self.watch.ration(self.looks_max);
        let stop = || ration.stop();
        work(&Budget {
            nodes_max: self.nodes_max,
            threads: 1,
            stop: &stop,
            ..Budget::unlimited()
        })
    }

    /// The settlements of all parties with preferences in an overlap at some positions, from a
    /// disagreement point.
    pub(crate) fn settled(
        self,
        (case, positions): (&Case, &Positions),
        disagreement: Disagreement,
        overlap: &Overlap,
    ) -> Settled {
        let terms = SettlementTerms {
            parties: disagreement.parties(),
            disagreement,
            comparable: case.comparable,
        };
        let known: Vec<_> = overlap.best.iter().flatten().cloned().collect();
        let found = self.part(|budget| settlements(case, positions, &terms, &known, budget));
        Settled { terms, found }
    }
}

/// Why such a part is not known, for a reader: where its share ended, no limit of theirs did it.
pub(crate) fn unfinished(reason: StopReason) -> &'static str {
    match reason {
        StopReason::NodeLimit => "it takes more work than this answer spends on it",
        other => stopped_by(other),
    }
}
