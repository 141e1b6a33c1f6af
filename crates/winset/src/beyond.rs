//! What `winset solve` says beyond the verdict, each part with a small share of work of its own:
//! the clashes and the cheapest opening where there is no overlap, the settlements where there is.

use winset::model::case::Case;
use winset::model::disagreement::Disagreement;
use winset::model::positions::Positions;
use winset::solve::{
    Clashes, FloorMode, OpeningTerms, Openings, Verdict, Wanted, clashes, openings, verdict,
};

use crate::args::LimitArgs;
use crate::progress::Watch;
use crate::share::{Settled, Shares};
use crate::standing;

/// The parts.
#[derive(Debug)]
pub(crate) struct Beyond {
    /// Clashes of demands, floors left out; `None` where there is an overlap.
    pub(crate) clashes: Option<Clashes>,
    /// The cheapest opening.
    pub(crate) openings: Openings,
    /// What the cheapest opening leaves; `None` where there is an overlap.
    pub(crate) opened: Option<Verdict>,
    /// Settlements in the overlap, or in what the cheapest opening leaves.
    pub(crate) settled: Option<Settled>,
}

/// Asks for the parts.
pub(crate) fn beyond(
    case: &Case,
    positions: &Positions,
    answer: &Verdict,
    limits: &LimitArgs,
    watch: Watch,
) -> Beyond {
    let shares = Shares::new(watch, limits);
    let declared = standing::overlap(answer);
    let clashes = declared.is_none().then(|| {
        let floors = FloorMode::Ignore;
        shares.part(|budget| clashes(case, positions, floors, None, budget))
    });
    let asked = OpeningTerms::default();
    let (openings, moved, opened) = shares.part(|budget| {
        let found = openings(case, positions, &asked, Wanted::First(1), budget);
        let first = found.list.first().map(|o| o.opening().concession());
        let moved = first.map(|concession| concession.applied(positions));
        let closed = moved.as_ref().filter(|_| declared.is_none());
        let opened = closed.map(|moved| verdict(case, moved, budget));
        (found, moved, opened)
    });
    let left = declared.or_else(|| standing::overlap(opened.as_ref()?));
    let settled = left.map(|overlap| {
        let at = moved.as_ref().unwrap_or(positions);
        shares.settled((case, at), Disagreement::of(case), overlap)
    });
    Beyond {
        clashes,
        openings,
        opened,
        settled,
    }
}
