//! What is said beside a verdict, each part with a small limit of work: the clashes and the cheapest
//! opening where there is no overlap, the settlements where there is.

use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::positions::Positions;
use winset_solve::{
    Budget, Clashes, FloorMode, OpeningTerms, Openings, Verdict, Wanted, clashes, openings,
};
use winset_told::standing;

use super::{Movers, OverlapSettlements, WorkLimit};

/// The parts.
#[derive(Debug)]
pub struct VerdictSummary {
    /// Clashes of demands, floors left out; `None` where there is an overlap.
    pub clashes: Option<Clashes>,
    /// Whose demands may move for an opening.
    pub movers: Movers,
    /// The cheapest opening.
    pub openings: Openings,
    /// What the cheapest opening leaves; `None` where there is an overlap.
    pub opened: Option<Verdict>,
    /// Settlements in the overlap, or in what the cheapest opening leaves.
    pub settled: Option<OverlapSettlements>,
}

/// Whether there is an overlap at some positions, what is in it, or what is in the way.
pub fn verdict(case: &Case, positions: &Positions, budget: &Budget<'_>) -> Verdict {
    winset_solve::verdict(case, positions, budget)
}

/// Asks for the parts; `movers` are those whose demands may move for an opening.
pub fn verdict_summary(
    case: &Case,
    positions: &Positions,
    answer: &Verdict,
    movers: Movers,
    limit: &WorkLimit<'_>,
) -> VerdictSummary {
    let declared = standing::overlap(answer);
    let clashes = declared.is_none().then(|| {
        let floors = FloorMode::Ignore;
        limit.part(|budget| clashes(case, positions, floors, None, budget))
    });
    let asked = OpeningTerms {
        terms: movers.terms(case),
        ..OpeningTerms::default()
    };
    let (openings, moved, opened) = limit.part(|budget| {
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
        limit.settlements(case, at, Disagreement::of(case), overlap)
    });
    VerdictSummary {
        clashes,
        movers,
        openings,
        opened,
        settled,
    }
}
